"""What a report is narrowed by."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.models import Pegawai

SEMUA = [("", "Semua")]


class SaringLaporanForm(BorangDasar):
    unit = forms.ChoiceField(label="Unit kerja", required=False)
    jenis = forms.ChoiceField(
        label="Status", choices=[*SEMUA, *Pegawai.Jenis.choices], required=False
    )

    def __init__(self, data, *, unit):
        super().__init__(data or {})
        self.fields["unit"].choices = [*SEMUA, *unit]

    @property
    def saring(self):
        """Valid filters; a wrong one is named beside its field and does not narrow."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}
