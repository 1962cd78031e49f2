"""The first sign-in: number and code, then a password."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from pegawai.dasar.alat.borang import BorangDasar
from pegawai.dasar.alat.kode_masuk import baca_kode_masuk
from pegawai.dasar.alat.nama_akun import rapikan_nama_akun


class KodeMasukForm(BorangDasar):
    tombol = "Lanjutkan"

    nama_akun = forms.CharField(
        label="NIP",
        max_length=254,
        help_text="18 digit, boleh ditulis dengan spasi.",
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    kode = forms.CharField(
        label="Kode sekali pakai",
        max_length=40,
        help_text="Sepuluh huruf dan angka dari pengelola kepegawaian OPD Anda.",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
    )

    def clean_nama_akun(self):
        """A NIP with spaces."""
        return rapikan_nama_akun(self.cleaned_data["nama_akun"])

    def clean_kode(self):
        """Dashes and small letters do not matter."""
        return baca_kode_masuk(self.cleaned_data["kode"])


class SandiPertamaForm(BorangDasar):
    tombol = "Simpan kata sandi"

    sandi = forms.CharField(
        label="Kata sandi baru",
        max_length=4096,
        strip=False,
        help_text="Paling sedikit 15 karakter. Beberapa kata yang mudah Anda ingat "
        "sudah cukup.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    ulang = forms.CharField(
        label="Ulangi kata sandi baru",
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, pengguna, **kwargs):
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_sandi(self):
        """The same rules as everywhere."""
        sandi = self.cleaned_data["sandi"]
        validate_password(sandi, self.pengguna)
        return sandi

    def clean(self):
        """Typed twice the same."""
        isi = super().clean()
        if isi.get("sandi") and isi.get("ulang") and isi["sandi"] != isi["ulang"]:
            self.add_error(
                "ulang", ValidationError("Kedua kata sandi berbeda. Ketik sekali lagi.")
            )
        return isi
