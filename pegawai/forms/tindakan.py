"""Acts on a person: each with its TMT and decree."""

from django import forms

from pegawai.alat.nip import bersihkan_nip
from pegawai.dasar.alat.borang import BidangTanggal
from pegawai.dasar.forms.versi import BorangBerversi
from pegawai.models import Jabatan, Pegawai, RiwayatJabatan
from pegawai.queries.tindakan import (
    golongan_pilihan,
    jabatan_dapat_dipilih,
    pilihan_jabatan,
    rangkap_berjalan,
    tingkat_pilihan,
)


class BidangSk(forms.CharField):
    """Number of the decree, free text up to 60 characters."""

    def __init__(self, **kwargs):
        super().__init__(label="Nomor SK", max_length=60, **kwargs)


class TindakanForm(BorangBerversi):
    """Knows whose act it is on whom; `awal` is what is stored now, for the comparison."""

    tombol = "Periksa"
    berjabatan = False
    terisi = False  # show what is stored in the fields, to be corrected
    tanpa_pilihan = ""  # why there is nothing to fill in

    def __init__(self, *args, pegawai, pengguna, cari="", **kwargs):
        self.pegawai = pegawai
        self.pengguna = pengguna
        self.cari = cari
        self.tersimpan = {**self.awal(pegawai), "versi": pegawai.versi}
        kwargs["initial"] = self.tersimpan if self.terisi else {"versi": pegawai.versi}
        super().__init__(*args, **kwargs)
        self.siapkan()

    def nilai_tersimpan(self):
        """What is stored now, also where the form opens empty."""
        return self.tersimpan

    def siapkan(self):
        """Fill choices that depend on the person."""

    @classmethod
    def awal(cls, pegawai):
        """What is stored now, field by field."""
        return {}


class _DenganJabatan(TindakanForm):
    berjabatan = True

    def siapkan(self):
        pilihan = pilihan_jabatan(self.pengguna, cari=self.cari, pegawai=self.pegawai)
        terpilih = self.data.get("jabatan") if self.is_bound else None
        if terpilih and terpilih not in dict(pilihan):
            pilihan += self._satu(terpilih)
        self.fields["jabatan"].choices = pilihan

    def _satu(self, uid):
        try:
            uid = forms.UUIDField().clean(uid)
        except forms.ValidationError:
            return []
        daftar = jabatan_dapat_dipilih(self.pengguna).filter(uid=uid)
        return [(str(j.uid), f"{j}, {j.unit_kerja}") for j in daftar]

    def clean_jabatan(self):
        return Jabatan.objects.get(uid=self.cleaned_data["jabatan"])


class MutasiForm(_DenganJabatan):
    jabatan = forms.ChoiceField(label="Jabatan baru", widget=forms.RadioSelect)
    tmt = BidangTanggal(label="TMT jabatan")
    nomor_sk = BidangSk()

    @classmethod
    def awal(cls, pegawai):
        return {"jabatan": str(pegawai.jabatan or ""), "tmt": pegawai.tmt_jabatan}


class RangkapForm(_DenganJabatan):
    jenis = forms.ChoiceField(
        label="Tugas",
        choices=[
            (str(j), f"{j.label} ({singkat})")
            for j, singkat in (
                (RiwayatJabatan.Jenis.PLT, "Plt., jabatan kosong"),
                (RiwayatJabatan.Jenis.PLH, "Plh., pejabat berhalangan"),
            )
        ],
        widget=forms.RadioSelect,
    )
    jabatan = forms.ChoiceField(
        label="Jabatan yang dirangkap", widget=forms.RadioSelect
    )
    tmt = BidangTanggal(label="Mulai")
    sampai = BidangTanggal(label="Sampai")
    nomor_sk = BidangSk()


class AkhiriRangkapForm(TindakanForm):
    riwayat_id = forms.TypedChoiceField(
        label="Tugas yang diakhiri", coerce=int, widget=forms.RadioSelect
    )
    sampai = BidangTanggal(label="Hari terakhir")

    def siapkan(self):
        pilihan = rangkap_berjalan(self.pegawai)
        self.fields["riwayat_id"].choices = pilihan
        if not pilihan:
            self.tanpa_pilihan = "Tidak ada tugas Plt. atau Plh. yang berjalan"
        del self.fields["versi"]


class GolonganForm(TindakanForm):
    golongan = forms.ModelChoiceField(
        label="Golongan baru", queryset=None, empty_label="Pilih golongan"
    )
    tmt = BidangTanggal(label="TMT golongan")
    nomor_sk = BidangSk()

    def siapkan(self):
        self.fields["golongan"].queryset = golongan_pilihan(self.pegawai)
        self.fields["golongan"].to_field_name = "kode"

    @classmethod
    def awal(cls, pegawai):
        golongan = pegawai.golongan
        return {
            "golongan": golongan.kode if golongan else "",
            "tmt": pegawai.tmt_golongan,
        }


class PendidikanForm(TindakanForm):
    tingkat_pendidikan = forms.ModelChoiceField(
        label="Tingkat pendidikan",
        queryset=None,
        to_field_name="kode",
        empty_label="Pilih tingkat",
    )
    jurusan = forms.CharField(label="Jurusan", max_length=150, required=False)
    lembaga = forms.CharField(label="Nama sekolah", max_length=150, required=False)
    tahun_lulus = forms.IntegerField(
        label="Tahun lulus", min_value=1950, max_value=2100, required=False
    )
    nomor_ijazah = forms.CharField(label="Nomor ijazah", max_length=60, required=False)

    def siapkan(self):
        self.fields["tingkat_pendidikan"].queryset = tingkat_pilihan()


class KedudukanForm(TindakanForm):
    kedudukan_hukum = forms.ChoiceField(
        label="Kedudukan hukum", choices=Pegawai.Kedudukan.choices
    )
    tmt = BidangTanggal(label="TMT")
    nomor_sk = BidangSk()
    keterangan = forms.CharField(label="Keterangan", max_length=200, required=False)

    @classmethod
    def awal(cls, pegawai):
        return {"kedudukan_hukum": pegawai.kedudukan_hukum}


class NomorForm(TindakanForm):
    nomor = forms.CharField(
        label="Nomor baru",
        max_length=40,
        help_text="18 digit; spasi boleh. Nomor lama tetap tercatat pada riwayat.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    berlaku_mulai = BidangTanggal(label="Berlaku mulai")
    nomor_sk = BidangSk()

    def clean_nomor(self):
        return bersihkan_nip(self.cleaned_data["nomor"])

    @classmethod
    def awal(cls, pegawai):
        return {"nomor": pegawai.nip}


class UbahPegawaiForm(TindakanForm):
    tombol = "Simpan perubahan"
    terisi = True
    nama = forms.CharField(label="Nama tanpa gelar", max_length=150)
    gelar_depan = forms.CharField(label="Gelar depan", max_length=60, required=False)
    gelar_belakang = forms.CharField(
        label="Gelar belakang", max_length=100, required=False
    )
    tanggal_lahir = BidangTanggal(label="Tanggal lahir")
    jenis_kelamin = forms.ChoiceField(
        label="Jenis kelamin",
        choices=Pegawai.Kelamin.choices,
        widget=forms.RadioSelect,
    )
    surel_dinas = forms.EmailField(label="Surel dinas", required=False)

    def clean_nama(self):
        return " ".join(self.cleaned_data["nama"].split())

    @classmethod
    def awal(cls, pegawai):
        return {n: getattr(pegawai, n) for n in cls.base_fields if n != "versi"}
