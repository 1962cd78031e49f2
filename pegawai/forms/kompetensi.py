"""Filter of the list of competencies."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.models import Kompetensi


class SaringKompetensiForm(BorangDasar):
    cari = forms.CharField(label="Nama kompetensi", required=False, max_length=100)
    jenis = forms.ChoiceField(
        label="Jenis",
        choices=[("", "Semua"), *Kompetensi.Jenis.choices],
        required=False,
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}
