"""Acts on a unit: rename, merge, move, close; and its own facts."""

from django import forms

from pegawai.dasar.alat.borang import BidangTanggal, BorangDasar
from pegawai.dasar.forms.versi import BorangBerversi
from pegawai.models import PenataanUnit, UnitKerja
from pegawai.queries.penataan import pilihan_jenis_unit, pilihan_tujuan, unit_terpilih


class PenataanForm(BorangBerversi):
    """What every act needs: a day and a decree."""

    tombol = "Periksa"
    bertujuan = False
    berlaku_mulai = BidangTanggal(
        label="Berlaku mulai",
        error_messages={"required": "Isi tanggal mulai berlaku."},
    )
    nomor_sk = forms.CharField(label="Nomor SK", max_length=60)

    def __init__(self, *args, unit, pengguna, cari="", **kwargs):
        self.unit = unit
        self.pengguna = pengguna
        self.cari = cari
        kwargs["initial"] = {"versi": unit.versi, **self.awal(unit)}
        super().__init__(*args, **kwargs)
        if self.bertujuan:
            self._siapkan_tujuan()

    @classmethod
    def awal(cls, unit):
        """What the fields show first."""
        return {}

    def nilai_tersimpan(self):
        """What is stored now, for the comparison."""
        return {"versi": self.unit.versi, **self.awal(self.unit)}

    def _siapkan_tujuan(self):
        pilihan = pilihan_tujuan(self.pengguna, self.unit, cari=self.cari)
        terpilih = self.data.get("tujuan") if self.is_bound else None
        if terpilih and terpilih not in dict(pilihan):
            pilihan += unit_terpilih(self.pengguna, terpilih)
        self.fields["tujuan"].choices = pilihan

    def clean_tujuan(self):
        return UnitKerja.objects.get(uid=self.cleaned_data["tujuan"])


class GantiNamaForm(PenataanForm):
    nama_baru = forms.CharField(label="Nama baru", max_length=200)
    singkatan_baru = forms.CharField(
        label="Singkatan baru", max_length=40, required=False
    )
    field_order = ("nama_baru", "singkatan_baru", "berlaku_mulai", "nomor_sk")

    @classmethod
    def awal(cls, unit):
        return {"nama_baru": unit.nama, "singkatan_baru": unit.singkatan}


class PindahUnitForm(PenataanForm):
    bertujuan = True
    tujuan = forms.ChoiceField(label="Induk baru", widget=forms.RadioSelect)
    field_order = ("tujuan", "berlaku_mulai", "nomor_sk")


class GabungUnitForm(PenataanForm):
    bertujuan = True
    tujuan = forms.ChoiceField(label="Unit penerima", widget=forms.RadioSelect)
    pemberian = forms.ChoiceField(
        label="Pemberian peran atas unit ini",
        choices=PenataanUnit.Pemberian.choices,
        widget=forms.RadioSelect,
        help_text="Bila dipindahkan, pemegangnya melihat seluruh unit penerima.",
    )
    field_order = ("tujuan", "pemberian", "berlaku_mulai", "nomor_sk")


class PembentukanForm(BorangDasar):
    """A unit that does not exist yet, under the one whose page asks for it."""

    tombol = "Periksa"
    nama_baru = forms.CharField(label="Nama unit", max_length=200)
    singkatan_baru = forms.CharField(label="Singkatan", max_length=40, required=False)
    jenis_baru = forms.ChoiceField(label="Jenis unit")
    kode_baru = forms.CharField(label="Kode", max_length=40, required=False)
    berlaku_mulai = BidangTanggal(
        label="Berlaku mulai",
        error_messages={"required": "Isi tanggal mulai berlaku."},
    )
    nomor_sk = forms.CharField(label="Nomor SK", max_length=60)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jenis_baru"].choices = [
            ("", "Pilih jenis"),
            *pilihan_jenis_unit(unit),
        ]


class UbahUnitForm(BorangBerversi):
    """Facts of a unit that carry no date."""

    kode = forms.CharField(label="Kode", max_length=40, required=False)
    singkatan = forms.CharField(label="Singkatan", max_length=40, required=False)
    unor_id = forms.CharField(label="UNOR ID", max_length=64, required=False)


class PerTanggalForm(BorangDasar):
    """Look at a unit, a post or the tree as of a day."""

    per = BidangTanggal(label="Per tanggal", required=False)

    @property
    def tanggal(self):
        """The day, or None for today."""
        return self.cleaned_data.get("per") if self.is_valid() else None
