"""Inviting a partner's user, or an intern."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar

SUREL = forms.EmailField(
    label="Alamat surel",
    max_length=150,
    help_text="Tautan undangan dikirim ke sini; alamat ini menjadi nama akun.",
    error_messages={
        "invalid": "Tulis alamat surel lengkap, misalnya nama@kampus.ac.id."
    },
)


class UndangMitraForm(BorangDasar):
    tombol = "Kirim undangan"

    nama = forms.CharField(label="Nama", max_length=200)
    surel = SUREL
    tanggal_selesai = BidangTanggal(
        label="Berlaku sampai", help_text="Hari terakhir ikut berlaku."
    )


class UndangPemagangForm(BorangDasar):
    tombol = "Kirim undangan"

    surel = SUREL


class UsulPenggunaForm(UndangMitraForm):
    tombol = "Kirim usul"


class AlasanUsulForm(BorangDasar):
    alasan = forms.CharField(
        label="Alasan", max_length=200, help_text="Dibaca oleh lembaga pengusul."
    )
