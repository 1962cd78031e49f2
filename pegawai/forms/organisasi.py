"""Filters of units; one superior for a whole unit."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.forms.pegawai import GantiAtasanForm


class SaringOrganisasiForm(BorangDasar):
    cari = forms.CharField(label="Nama unit", required=False, max_length=100)

    kepala = forms.ChoiceField(
        label="Kepala",
        choices=[("", "Semua"), ("ganda", "Dua kepala setingkat")],
        required=False,
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class AtasanUnitForm(GantiAtasanForm):
    """Here the superior must be named."""

    tombol = "Tetapkan untuk seluruh unit"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["atasan"].required = True
        self.fields["atasan"].help_text = "18 digit; spasi boleh."
        self.fields["atasan"].error_messages["required"] = "Isi NIP atasan langsung."
