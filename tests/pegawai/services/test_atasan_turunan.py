"""Superiors derived only where an act touched them are the same as those of the whole city."""

import random
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Jabatan, Pegawai, RiwayatJabatan, UnitKerja
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.atasan import ganti_atasan, turunkan_atasan
from pegawai.services.atasan_turunan import (
    Cakupan,
    cakupan_jabatan,
    hitung_atasan,
)
from pegawai.services.kedudukan import ubah_kedudukan
from pegawai.services.mutasi import pindahkan_pegawai
from pegawai.services.penataan import ajukan_penataan, setujui_penataan
from pegawai.services.rangkap import akhiri_rangkap, tugaskan_rangkap
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    PenggunaFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)

JENJANG = {"JPT_PRATAMA": 3, "ADMINISTRATOR": 4, "PENGAWAS": 5}
SEJAK = date(2021, 1, 1)


class Dunia:
    """A small random city whose superiors are right, and random acts on it."""

    def __init__(self, benih):
        self.acak = random.Random(benih)
        self.analis, self.admin = PenggunaFactory(), PenggunaFactory()
        self.hari = hari_ini() - timedelta(days=30)
        kota = UnitKerjaFactory(nama="Kota", jenis="PEMDA")
        self.unit = [kota]
        for n in range(8):
            induk = kota if n < 3 else self.acak.choice(self.unit[1:])
            jenis = "OPD" if induk == kota else "BIDANG"
            self.unit.append(UnitKerjaFactory(nama=f"U{n}", induk=induk, jenis=jenis))
        self._sekda()
        for unit in self.unit[1:]:
            JabatanFactory(unit_kerja=unit)
            for nama in self.acak.choice(["", "A", "A", "AB"]):
                kode = self.acak.choice(list(JENJANG))
                self._struktural(unit, f"Kepala {nama}", kode)
        semua = list(Jabatan.objects.order_by("pk"))
        self.orang = [self._orang(j) for j in self.acak.sample(semua, k=12)]
        hitung_atasan(oleh=None)

    def _sekda(self):
        self._struktural(self.unit[1], "Sekretaris Daerah", "JPT_PRATAMA")

    def _struktural(self, unit, nama, kode):
        jenjang = JenjangFactory(kode=kode, jenis="STRUKTURAL", urutan=JENJANG[kode])
        return JabatanFactory(
            nama=nama, unit_kerja=unit, jenis="STRUKTURAL", jenjang=jenjang
        )

    def _orang(self, jabatan):
        orang = PegawaiFactory(unit_kerja=jabatan.unit_kerja, jabatan=jabatan)
        RiwayatJabatanFactory(pegawai=orang, tmt=SEJAK)
        return orang

    def sesuatu(self):
        """One random act; False when the rules refuse it."""
        self.hari += timedelta(days=1)
        lakukan = self.acak.choice(
            [
                self.pindah_orang,
                self.pindah_orang,
                self.plt,
                self.akhiri_plt,
                self.kedudukan,
                self.atasan_lain,
                self.atasan_turun,
                self.unit_pindah,
                self.unit_gabung,
                self.unit_tutup,
            ]
        )
        try:
            lakukan()
        except (AturanDilanggar, IndexError):
            return False
        return True

    def siapa(self):
        return Pegawai.objects.get(pk=self.acak.choice(self.orang).pk)

    def jabatan(self):
        pilih = Jabatan.objects.filter(aktif=True).order_by("pk")
        return self.acak.choice(list(pilih))

    def pindah_orang(self):
        pindahkan_pegawai(
            pegawai=self.siapa(),
            jabatan=self.jabatan(),
            tmt=self.hari,
            nomor_sk="1",
            oleh=self.analis,
        )

    def plt(self):
        tugaskan_rangkap(
            pegawai=self.siapa(),
            jabatan=self.jabatan(),
            jenis=self.acak.choice(["PLT", "PLH"]),
            tmt=self.hari,
            sampai=hari_ini() + timedelta(days=9),
            nomor_sk="1",
            oleh=self.analis,
        )

    def akhiri_plt(self):
        riwayat = self.acak.choice(
            list(RiwayatJabatan.objects.exclude(jenis="UTAMA").order_by("pk"))
        )
        akhiri_rangkap(
            pegawai=riwayat.pegawai,
            riwayat_id=riwayat.pk,
            sampai=hari_ini() - timedelta(days=1),
            oleh=self.analis,
        )

    def kedudukan(self):
        ubah_kedudukan(
            pegawai=self.siapa(),
            kedudukan_hukum=self.acak.choice(["PENSIUN", "AKTIF"]),
            tmt=self.hari,
            nomor_sk=str(self.hari),
            oleh=self.analis,
        )

    def atasan_lain(self):
        ganti_atasan(
            pegawai=self.siapa(), atasan=self.siapa(), alasan="x", oleh=self.analis
        )

    def atasan_turun(self):
        turunkan_atasan(pegawai=self.siapa(), oleh=self.analis)

    def _tata(self, jenis, unit, **lain):
        usul = ajukan_penataan(
            unit=unit,
            jenis=jenis,
            berlaku_mulai=self.hari,
            nomor_sk="1",
            oleh=self.analis,
            **lain,
        )
        setujui_penataan(penataan=usul, oleh=self.admin)

    def _unit(self):
        ada = UnitKerja.objects.filter(berlaku_sampai__isnull=True)
        return self.acak.choice(list(ada.exclude(jenis="PEMDA").order_by("pk")))

    def unit_pindah(self):
        self._tata("PINDAH", self._unit(), tujuan=self._unit())

    def unit_gabung(self):
        self._tata("GABUNG", self._unit(), tujuan=self._unit())

    def unit_tutup(self):
        self._tata("TUTUP", self._unit())


def _atasan():
    """As far as it is derived: who has left keeps what the page says."""
    return dict(
        Pegawai.objects.exclude(kedudukan_hukum__in=SELESAI_BEKERJA).values_list(
            "pk", "atasan"
        )
    )


@pytest.mark.parametrize("benih", range(12))
def test_atasan_di_cakupan_sama_dengan_sekota(benih):
    dunia, terjadi = Dunia(benih), 0

    for _ in range(12):
        terjadi += dunia.sesuatu()
        sebagian = _atasan()
        semua = hitung_atasan(oleh=None)

        assert _atasan() == sebagian
        assert semua.berubah == 0
    assert terjadi >= 3


def test_dunia_acak_menangkap_cakupan_yang_terlalu_sempit(monkeypatch):
    """The control: with the holder alone as scope, some world is left wrong."""
    monkeypatch.setattr(
        "pegawai.services.mutasi.cakupan_jabatan",
        lambda jabatan, orang: Cakupan(orang=orang),
    )
    salah = 0

    for benih in range(6):
        dunia = Dunia(benih)
        for _ in range(6):
            dunia.sesuatu()
            salah += hitung_atasan(oleh=None).berubah

    assert salah > 0


def test_cakupan_jabatan_biasa_hanya_orangnya_kepala_unitnya_sekda_sekota():
    pelaksana = JabatanFactory()
    kepala = JabatanFactory(
        jenis="STRUKTURAL",
        jenjang=JenjangFactory(kode="PENGAWAS", jenis="STRUKTURAL", urutan=5),
    )
    sekda = JabatanFactory(
        nama="Sekretaris Daerah", jenis="STRUKTURAL", jenjang=kepala.jenjang
    )

    assert cakupan_jabatan([pelaksana.pk, None], orang=[7]) == Cakupan([], [7])
    assert cakupan_jabatan([pelaksana.pk, kepala.pk], orang=[7]) == Cakupan(
        [kepala.unit_kerja_id], [7]
    )
    assert cakupan_jabatan([kepala.pk, sekda.pk]) is None


def test_hitung_atasan_tanpa_cakupan_apa_pun_tidak_bertanya():
    with CaptureQueriesContext(connection) as kueri:
        hasil = hitung_atasan(oleh=None, cakupan=Cakupan())

    assert hasil.berubah == 0
    assert not [k for k in kueri if "pegawai_pegawai" in k["sql"]]
