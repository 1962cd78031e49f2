"""Choosing people to nominate."""

from django import forms

from pegawai.dasar.alat.borang import BorangDasar

TERBANYAK = 50  # one page of the list


class SaringCalon(BorangDasar):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    kesenjangan = forms.BooleanField(
        label="Kesenjangannya ditutup pelatihan ini", required=False
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class CalonkanForm(BorangDasar):
    tombol = "Calonkan yang dicentang"

    pilih = forms.ModelMultipleChoiceField(
        label="Pegawai",
        queryset=None,
        to_field_name="uid",
        error_messages={
            "required": "Centang paling sedikit satu pegawai.",
            "invalid_choice": "Ada pegawai yang tidak lagi di unit Anda. Periksa pilihan.",
            "invalid_pk_value": "Ada pilihan yang tidak dikenal. Centang lagi.",
        },
    )

    def __init__(self, *args, calon, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pilih"].queryset = calon

    def clean_pilih(self):
        orang = self.cleaned_data["pilih"].select_related(
            "pengguna", "unit_kerja", "atasan__pengguna"
        )
        if len(orang) > TERBANYAK:
            raise forms.ValidationError(
                f"Paling banyak {TERBANYAK} pegawai sekali kirim. Kurangi pilihan Anda."
            )
        return orang

    @property
    def dicentang(self):
        """Ticks as sent."""
        return self.data.getlist("pilih") if self.is_bound else []
