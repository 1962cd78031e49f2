"""Adding a member of an organiser."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.queries.akun import akun_bernama


class TambahAnggotaForm(BorangDasar):
    tombol = "Tambahkan anggota"

    akun = forms.CharField(
        label="NIP atau surel",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Akunnya harus sudah ada. Akun pegawai bernama NIP-nya.",
    )
    tanggal_selesai = BidangTanggal(
        label="Berlaku sampai", help_text="Hari terakhir ikut berlaku."
    )
    nomor_sk = forms.CharField(label="Nomor surat tugas", max_length=60)

    def clean_akun(self):
        """The account itself."""
        akun = akun_bernama(self.cleaned_data["akun"])
        if akun is None:
            raise forms.ValidationError(
                "Tidak ada akun aktif dengan NIP atau surel ini. Periksa penulisannya."
            )
        return akun
