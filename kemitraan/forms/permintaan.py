"""Asking about one's own data as a partner's user, and the analyst's answer."""

from django import forms

from kemitraan.models import PermintaanData
from pegawai.dasar.alat.borang import BorangDasar


class AjukanPermintaanForm(BorangDasar):
    tombol = "Kirim permintaan"

    jenis = forms.ChoiceField(
        label="Permintaan",
        choices=[("", "Pilih permintaan"), *PermintaanData.Jenis.choices],
    )
    isi = forms.CharField(
        label="Yang benar",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Untuk perbaikan nama, tulis namanya saja. Untuk perbaikan lain, tulis "
        "apa yang keliru dan apa yang benar. Kosongkan untuk salinan.",
    )


class JawabPermintaanForm(BorangDasar):
    alasan = forms.CharField(
        label="Jawaban",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ditolak, atau bila yang diperbaiki bukan nama. Pemohon "
        "membacanya.",
    )


class SaringPermintaanForm(BorangDasar):
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), *PermintaanData.Status.choices],
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}
