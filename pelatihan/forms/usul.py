"""Proposing a course for the catalogue."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar, BorangModel
from pelatihan.models import BentukPengembangan, UsulPelatihan
from pelatihan.services.usul import MEDAN


class BorangUsulPelatihan(BorangModel):
    tombol = "Kirim usul"

    level = forms.TypedChoiceField(
        label="Sampai tingkat",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Belum ditentukan")] + [(n, f"Tingkat {n}") for n in range(1, 6)],
    )

    class Meta:
        model = UsulPelatihan
        fields = MEDAN
        labels = {
            "unit_kerja": "Unit pengusul",
            "kebutuhan": "Mengapa diperlukan",
            "jumlah_peserta": "Perkiraan peserta",
            "jp": "Perkiraan JP",
            "kompetensi": "Kompetensi yang ditingkatkan",
        }
        help_texts = {
            "kebutuhan": "Pekerjaan apa yang terbantu dan siapa pesertanya.",
        }
        widgets = {"kebutuhan": forms.Textarea(attrs={"rows": 4})}
        error_messages = {
            "jumlah_peserta": {
                "invalid": "Tulis jumlah sebagai bilangan bulat, misalnya 25."
            },
            "jp": {"invalid": "Tulis JP sebagai bilangan bulat, misalnya 20."},
        }

    def __init__(self, *args, unit, kompetensi, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_kerja"].queryset = unit
        self.fields["unit_kerja"].empty_label = None
        self.fields["kompetensi"].queryset = kompetensi
        self.fields["kompetensi"].empty_label = "Belum ditentukan"
        self.fields["bentuk"].queryset = BentukPengembangan.objects.exclude(
            jalur=BentukPengembangan.Jalur.PENDIDIKAN
        ).order_by("urutan", "kode")
        self.fields["bentuk"].empty_label = "Pilih bentuk"

    def validate_constraints(self):
        """The service says what is broken, beside the field."""

    def isi(self):
        """What the service takes."""
        return {medan: self.cleaned_data[medan] for medan in MEDAN}


class SaringUsulPelatihan(BorangDasar):
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *UsulPelatihan.Status.choices],
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}
