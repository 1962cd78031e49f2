"""Filters of grants; granting and ending a role."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.models import Peran
from pegawai.queries.akun import akun_bernama
from pegawai.queries.peran_daftar import unit_bernama
from pegawai.services.peran import BERUNIT, DAPAT_DIBERIKAN


class SaringPeranForm(BorangDasar):
    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    peran = forms.ChoiceField(
        label="Peran",
        required=False,
        choices=[
            ("", "Semua"),
            *((p.value, p.label) for p in Peran if p not in {Peran.ASN, Peran.ATASAN}),
        ],
    )
    unit = forms.CharField(label="Nama unit", required=False, max_length=100)
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[
            ("", "Belum berakhir"),
            ("hampir", "Berakhir dalam 30 hari"),
            ("akan", "Belum mulai"),
            ("ditangguhkan", "Ditangguhkan"),
            ("berakhir", "Berakhir atau dicabut"),
        ],
    )

    @property
    def saring(self):
        """Valid filters only."""
        self.is_valid()
        return {k: v for k, v in self.cleaned_data.items() if v}


class BerikanPeranForm(BorangDasar):
    tombol = "Berikan peran"

    akun = forms.CharField(
        label="NIP atau nama akun",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Akun pegawai bernama NIP-nya.",
    )
    peran = forms.ChoiceField(
        label="Peran",
        choices=[("", "Pilih peran"), *((p.value, p.label) for p in DAPAT_DIBERIKAN)],
    )
    unit = forms.CharField(
        label="Unit kerja",
        required=False,
        max_length=200,
        help_text="Nama atau kode unit, untuk pengelola dan kepala OPD. Peran lain "
        "berlaku untuk seluruh kota.",
    )
    berlaku_mulai = BidangTanggal(label="Berlaku mulai")
    berlaku_sampai = BidangTanggal(
        label="Berlaku sampai", help_text="Hari terakhir ikut berlaku."
    )
    nomor_sk = forms.CharField(label="Nomor SK", max_length=60)

    def __init__(self, *args, pengguna, **kwargs):
        super().__init__(*args, **kwargs)
        self.pengguna = pengguna

    def clean_akun(self):
        """The account itself."""
        akun = akun_bernama(self.cleaned_data["akun"])
        if akun is None:
            raise forms.ValidationError(
                "Tidak ada akun aktif dengan NIP atau nama ini. Periksa penulisannya."
            )
        return akun

    def clean_unit(self):
        """One unit; several of that name are listed, so that one can be chosen."""
        teks = self.cleaned_data["unit"]
        if not teks.strip():
            return None
        cocok = unit_bernama(self.pengguna, teks)
        if not cocok:
            raise forms.ValidationError("Tidak ada unit dengan nama ini.")
        if len(cocok) > 1:
            nama = "; ".join(
                f"{u.nama} ({u.kode})" if u.kode else u.nama for u in cocok
            )
            raise forms.ValidationError(
                f"Beberapa unit cocok: {nama}. Tulis nama lengkap atau kodenya."
            )
        return cocok[0]

    def isi(self):
        """What the service takes."""
        isi = dict(self.cleaned_data)
        return {"pengguna": isi.pop("akun"), "unit_kerja": isi.pop("unit"), **isi}


class UsulPeranForm(BerikanPeranForm):
    """For those who propose: an administrator is proposed by administrators only."""

    tombol = "Usulkan peran"

    def __init__(self, *args, sekota, **kwargs):
        super().__init__(*args, **kwargs)
        pilihan = [p for p in DAPAT_DIBERIKAN if p != Peran.ADMIN]
        if not sekota:
            pilihan = [p for p in pilihan if p in BERUNIT]
            self._wajib_unit()
        self.fields["peran"].choices = [
            ("", "Pilih peran"),
            *((p.value, p.label) for p in pilihan),
        ]

    def _wajib_unit(self):
        """Whoever cares for a unit proposes for units only, so one is always named."""
        unit = self.fields["unit"]
        unit.required = unit.widget.is_required = True
        unit.help_text = "Nama atau kode unit yang Anda kelola, atau unit di bawahnya."


class AlasanPeranForm(BorangDasar):
    alasan = forms.CharField(
        label="Alasan", max_length=200, help_text="Dibaca oleh orang yang bersangkutan."
    )
