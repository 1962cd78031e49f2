"""Forms of one's own account."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar


class TokenForm(BorangDasar):
    """A token of the API for oneself."""

    tombol = "Buat token"
    nama = forms.CharField(
        label="Nama token",
        max_length=100,
        help_text="Misalnya nama aplikasi yang memakainya.",
    )
    lingkup = forms.ChoiceField(
        label="Lingkup", choices=[("BACA", "Baca saja"), ("TULIS", "Baca dan tulis")]
    )
    berlaku_sampai = BidangTanggal(label="Berlaku sampai")
