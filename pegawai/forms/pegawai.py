"""Filters of the list of people; choosing a superior."""

from django import forms

from pegawai.alat.nip import periksa_nip
from pegawai.dasar.alat.borang import BorangDasar, Pilihan
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai
from pegawai.queries.pegawai import SaringPegawai, pegawai_bernomor
from pegawai.queries.pensiun import DIHITUNG, pilihan_pensiun
from pegawai.queries.pilihan import pilihan_jenjang, pilihan_unit, unit_bernomor

SEMUA = [("", "Semua")]


class SaringPegawaiForm(BorangDasar):
    """Choices are plain pairs, kept for a minute: no model rows for a row of <option>."""

    cari = forms.CharField(label="Nama atau NIP", required=False, max_length=100)
    unit = forms.ChoiceField(label="Unit kerja", required=False)
    jenjang = forms.ChoiceField(label="Jenjang", required=False)
    jenis = forms.ChoiceField(
        label="Status", choices=Pilihan(SEMUA, Pegawai.Jenis.choices), required=False
    )
    pensiun = forms.ChoiceField(label="Pensiun", required=False)
    kedudukan = forms.ChoiceField(
        label="Kedudukan hukum",
        choices=Pilihan(
            SEMUA,
            [(DIHITUNG, "Aktif, tugas belajar")],
            Pegawai.Kedudukan.choices,
        ),
        required=False,
    )
    atasan = forms.ChoiceField(
        label="Atasan langsung",
        choices=Pilihan(
            SEMUA, [("tanpa", "Tanpa atasan"), ("ditetapkan", "Ditetapkan")]
        ),
        required=False,
    )
    urut = forms.ChoiceField(
        label="Urutan",
        choices=Pilihan(
            [
                ("nama", "Nama A–Z"),
                ("-nama", "Nama Z–A"),
                ("nip", "NIP terkecil"),
                ("-nip", "NIP terbesar"),
            ]
        ),
        required=False,
    )

    def __init__(self, data, *, pengguna):
        super().__init__(data or {})
        self.fields["pensiun"].choices = Pilihan(SEMUA, pilihan_pensiun(hari_ini()))
        self._unit = unit_bernomor((data or {}).get("unit"))
        pilihan = pilihan_unit(pengguna)
        if self._unit is not None and str(self._unit.uid) not in dict(pilihan):
            pilihan = [(str(self._unit.uid), self._unit.nama), *pilihan]
        self.fields["unit"].choices = Pilihan(SEMUA, pilihan)
        self.fields["jenjang"].choices = Pilihan(SEMUA, pilihan_jenjang())

    @property
    def saring(self):
        """Valid filters; a wrong one is named beside its field and does not narrow."""
        self.is_valid()
        isi = {k: v for k, v in self.cleaned_data.items() if v}
        if "unit" in isi:
            isi["unit"] = self._unit
        return SaringPegawai(**isi)


def pasangan_saring(data):
    """(name, value) of the filters and columns in a query, in one order, empty ones out."""
    return [
        (nama, nilai)
        for nama in (*SaringPegawaiForm.base_fields, "kolom")
        for nilai in data.getlist(nama)
        if nilai and "\x00" not in nilai
    ]


class GantiAtasanForm(BorangDasar):
    """The superior is named by number: two people may share a name."""

    tombol = "Tetapkan atasan"
    atasan = forms.CharField(
        label="NIP atasan langsung",
        max_length=40,
        required=False,
        help_text="18 digit; spasi boleh. Kosongkan bila memang tidak punya atasan.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    alasan = forms.CharField(
        label="Alasan",
        max_length=200,
        help_text="Misalnya nomor surat penugasan. Tampil di lembar pegawai.",
    )

    def clean_atasan(self):
        teks = self.cleaned_data["atasan"]
        if not teks:
            return None
        hasil = periksa_nip(teks, hari_ini=hari_ini())
        if not hasil.sah:
            raise forms.ValidationError(hasil.pesan)
        atasan = pegawai_bernomor(hasil.nomor)
        if atasan is None:
            raise forms.ValidationError(
                "NIP ini tidak ada pada data kepegawaian. Periksa kembali angkanya."
            )
        return atasan
