"""Filters of units; one superior for a whole unit."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.forms.pegawai import GantiAtasanForm


class SaringOrganisasiForm(BorangDasar):
    cari = forms.CharField(label="Nama unit", required=False, max_length=100)

    @property
    def kata(self):
        """What is searched for; empty when the field is wrong."""
        return self.cleaned_data.get("cari", "") if self.is_valid() else ""


class AtasanUnitForm(GantiAtasanForm):
    """Here the superior must be named."""

    tombol = "Tetapkan untuk seluruh unit"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["atasan"].required = True
        self.fields["atasan"].help_text = "18 digit; spasi boleh."
        self.fields["atasan"].error_messages["required"] = "Isi NIP atasan langsung."
