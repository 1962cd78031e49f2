"""Forms of partners."""

from django import forms

from kemitraan.models import Mitra
from pegawai.dasar.alat.borang import BorangModel
from pegawai.dasar.forms.versi import CampuranVersi


class MitraForm(CampuranVersi, BorangModel):
    tombol = "Simpan mitra"

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Mitra
        fields = [
            "kode",
            "nama",
            "singkatan",
            "jenis",
            "kota",
            "alamat",
            "kontak",
            "aktif",
        ]

    def isi(self):
        """What the service takes."""
        return {nama: self.cleaned_data[nama] for nama in self.Meta.fields}


class SaringMitraForm(forms.Form):
    cari = forms.CharField(label="Cari", max_length=100, required=False)
    jenis = forms.ChoiceField(
        label="Jenis",
        required=False,
        choices=[("", "Semua jenis"), *Mitra.Jenis.choices],
    )
