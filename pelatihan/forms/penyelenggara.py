"""Making and changing an organiser."""

from django import forms

from pegawai.dasar.alat.borang import BorangModel
from pegawai.dasar.forms.versi import CampuranVersi
from pelatihan.models import Penyelenggara


class BuatPenyelenggaraForm(BorangModel):
    tombol = "Simpan penyelenggara"

    class Meta:
        model = Penyelenggara
        fields = ["kode", "nama", "kontak"]
        help_texts = {
            "kode": "Menjadi bagian nomor sertifikat dan tidak dapat diganti kemudian. "
            "Huruf, angka, tanda hubung.",
        }
        error_messages = {
            "kode": {
                "invalid": "Tulis kode dengan huruf, angka, dan tanda hubung saja.",
                "unique": "Kode ini sudah dipakai penyelenggara lain.",
            }
        }


class UbahPenyelenggaraForm(CampuranVersi, BorangModel):
    tombol = "Simpan penyelenggara"

    versi = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Penyelenggara
        fields = ["nama", "kontak", "aktif"]
        help_texts = {
            "aktif": "Yang tidak aktif tidak menerima anggota dan pelatihan baru."
        }
