"""Two people change the structure at once, over real connections: one wins, one is told."""

import threading
from collections import Counter

import pytest
from django.db import IntegrityError, transaction

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Jabatan, Pegawai, RiwayatJabatan, UnitKerja
from pegawai.services.atasan_turunan import hitung_atasan
from pegawai.services.jabatan_tata import tutup_jabatan
from pegawai.services.mutasi import pindahkan_pegawai
from pegawai.services.penataan import ajukan_penataan, setujui_penataan
from pegawai.services.penataan_bentuk import ajukan_pembentukan
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
)
from tests.serentak import serentak

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def orang_kantor():
    """Who proposes, who approves."""
    return PenggunaFactory(), PenggunaFactory()


def _pindah(unit, tujuan, oleh):
    return ajukan_penataan(
        unit=unit,
        jenis="PINDAH",
        tujuan=tujuan,
        berlaku_mulai=hari_ini(),
        nomor_sk="061/1",
        oleh=oleh,
    )


def _setujui(admin):
    def kerja(usul):
        return setujui_penataan(penataan=usul, oleh=admin).status

    return kerja


def _kepala(unit):
    return JabatanFactory(
        nama="Kepala Dinas",
        unit_kerja=unit,
        jenis="STRUKTURAL",
        jenjang=JenjangFactory(kode="JPT_PRATAMA", jenis="STRUKTURAL", urutan=3),
    )


def _isi(jabatan, oleh):
    def kerja(pegawai):
        pindahkan_pegawai(
            pegawai=pegawai,
            jabatan=jabatan,
            tmt=hari_ini(),
            nomor_sk="800/1",
            oleh=oleh,
        )
        return "terisi"

    return kerja


@pytest.mark.parametrize("lomba", [1, 2, 3])
def test_pindah_unit_serentak_yang_menutup_lingkaran_ditolak_satu(lomba, orang_kantor):
    analis, admin = orang_kantor
    kota = UnitKerjaFactory(nama="Kota", jenis="PEMDA")
    a, b, c = (UnitKerjaFactory(nama=n, induk=kota, jenis="BIDANG") for n in "ABC")
    usul = [_pindah(a, b, analis), _pindah(b, c, analis), _pindah(c, a, analis)]

    hasil = serentak(_setujui(admin), usul)

    assert Counter(map(str, hasil)) == {"DITERAPKAN": 2, "unit_tanpa_lingkaran": 1}
    assert UnitKerja.objects.filter(induk=kota).count() == 1
    assert sorted(str(u.jalur).count(".") for u in UnitKerja.objects.all()) == [
        0,
        1,
        2,
        3,
    ]


def test_pindah_unit_serentak_langsung_di_basis_data_ditolak_satu():
    """Whoever writes past the services meets the same guard, with its sentence."""
    a, b = UnitKerjaFactory.create_batch(2, jenis="BIDANG")

    def kerja(pasangan):
        unit, induk = pasangan
        with transaction.atomic():
            UnitKerja.objects.filter(pk=unit.pk).update(induk=induk)
        return "pindah"

    hasil = serentak(kerja, [(a, b), (b, a)])

    galat = [h for h in hasil if h != "pindah"]
    assert len(galat) == 1
    assert isinstance(galat[0], IntegrityError)
    assert "tidak dapat berada di bawah unitnya sendiri" in str(galat[0])


@pytest.mark.parametrize("lomba", [1, 2, 3])
def test_satu_jabatan_diisi_serentak_satu_yang_menang(lomba, orang_kantor):
    """The rivals sit in that very unit: the winner becomes the superior of the others."""
    analis, _ = orang_kantor
    unit = UnitKerjaFactory()
    kepala = _kepala(unit)
    pegawai = PegawaiFactory.create_batch(6, unit_kerja=unit)

    hasil = serentak(_isi(kepala, analis), pegawai)

    assert Counter(map(str, hasil)) == {"terisi": 1, "jabatan_sudah_terisi": 5}
    pemegang = Pegawai.objects.get(jabatan=kepala)
    assert RiwayatJabatan.objects.get(jabatan=kepala).pegawai == pemegang
    assert pemegang.bawahan.count() == 5


def test_satu_jabatan_diisi_tanpa_kunci_terisi_ganda():
    """CONTROL: everybody looks before anybody writes, so the race above means much."""
    kepala = _kepala(UnitKerjaFactory())
    bersama = threading.Barrier(4, timeout=30)

    def kerja(pegawai):
        with transaction.atomic():
            if Pegawai.objects.filter(jabatan=kepala).exists():
                return "jabatan_sudah_terisi"
            bersama.wait()
            Pegawai.objects.filter(pk=pegawai.pk).update(jabatan=kepala)
        return "terisi"

    hasil = serentak(kerja, PegawaiFactory.create_batch(4))

    assert hasil.count("terisi") > 1


@pytest.mark.parametrize("lomba", [1, 2, 3])
def test_jabatan_diisi_saat_ditutup_salah_satu_saja(lomba, orang_kantor):
    analis, _ = orang_kantor
    jabatan, pegawai = JabatanFactory(), PegawaiFactory()

    def kerja(apa):
        if apa == "tutup":
            tutup_jabatan(jabatan=jabatan, oleh=analis)
            return "ditutup"
        return _isi(jabatan, analis)(pegawai)

    hasil = set(serentak(kerja, ["tutup", "isi"]))

    assert hasil in (
        {"ditutup", "jabatan_tidak_aktif"},
        {"terisi", "jabatan_masih_dipegang"},
    )
    dipegang = Pegawai.objects.filter(jabatan=jabatan).exists()
    assert Jabatan.objects.get(pk=jabatan.pk).aktif == dipegang


def test_unit_dibentuk_saat_induknya_ditutup_salah_satu_saja(orang_kantor):
    analis, admin = orang_kantor
    induk = UnitKerjaFactory()
    sama = {"berlaku_mulai": hari_ini(), "nomor_sk": "061/1", "oleh": analis}
    usul = [
        ajukan_penataan(unit=induk, jenis="TUTUP", **sama),
        ajukan_pembentukan(induk=induk, nama="Seksi", jenis_unit="SEKSI", **sama),
    ]

    hasil = set(serentak(_setujui(admin), usul))

    assert hasil in (
        {"DITERAPKAN", "tujuan_ditutup"},
        {"DITERAPKAN", "unit_masih_beranak"},
    )
    induk.refresh_from_db()
    assert (induk.berlaku_sampai is None) == induk.anak.exists()


def test_mutasi_serentak_di_satu_unit_atasannya_tetap_benar(orang_kantor):
    """A new head while others come and go: nobody keeps a superior of the unit they left."""
    analis, _ = orang_kantor
    unit, lain = UnitKerjaFactory.create_batch(2)
    kepala, kepala_lain = _kepala(unit), _kepala(lain)
    staf = PegawaiFactory.create_batch(4, unit_kerja=unit)
    calon = PegawaiFactory.create_batch(2, unit_kerja=lain)
    tujuan = JabatanFactory(unit_kerja=lain)
    langkah = [(p, tujuan) for p in staf]
    langkah += [(calon[0], kepala), (calon[1], kepala_lain)]

    hasil = serentak(lambda x: _isi(x[1], analis)(x[0]), langkah)

    assert hasil == ["terisi"] * 6
    assert hitung_atasan(oleh=None).berubah == 0
