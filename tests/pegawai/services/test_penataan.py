"""Reorganisation: rename, merge, move, close; two people; access and statistics."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai, Peran, RiwayatJabatan, RiwayatUnit, UnitKerja
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.waktu import keadaan_unit
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.penataan import (
    ajukan_penataan,
    batalkan_penataan,
    setujui_penataan,
)
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    PemberianPeranFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
    akun_berperan,
)

SK = "061/7/2026"


def _bidang(nama, induk):
    return UnitKerjaFactory(nama=nama, induk=induk, jenis=UnitKerja.Jenis.BIDANG)


def _laksanakan(analis, admin, **isi):
    isi = {"berlaku_mulai": hari_ini(), "nomor_sk": SK, "oleh": analis} | isi
    return setujui_penataan(penataan=ajukan_penataan(**isi), oleh=admin)


def _melihat(akun, pegawai):
    segar = type(akun).objects.get(pk=akun.pk)
    return pegawai_terlihat(segar).filter(pk=pegawai.pk).exists()


def test_ganti_nama_menyimpan_nama_lama(analis, admin):
    unit = UnitKerjaFactory(nama="Dinas Lama", berlaku_mulai=date(2017, 1, 1))

    _laksanakan(analis, admin, unit=unit, jenis="NAMA", nama_baru="Dinas Baru")

    unit.refresh_from_db()
    kemarin = hari_ini() - timedelta(days=1)
    assert unit.nama == "Dinas Baru"
    assert RiwayatUnit.objects.values_list("nama", "berlaku_mulai", "berlaku_sampai")[
        0
    ] == ("Dinas Lama", date(2017, 1, 1), kemarin)
    assert [keadaan_unit(analis, unit, d)["nama"] for d in (kemarin, hari_ini())] == [
        "Dinas Lama",
        "Dinas Baru",
    ]


def test_gabung_memindahkan_orang_jabatan_unit_dan_peran(analis, admin):
    opd_a, opd_b = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    seksi = _bidang("Seksi Arsip", opd_a)
    arsiparis_a = JabatanFactory(nama="Arsiparis", unit_kerja=opd_a)
    arsiparis_b = JabatanFactory(nama="Arsiparis", unit_kerja=opd_b)
    orang = PegawaiFactory(unit_kerja=opd_a, jabatan=arsiparis_a)
    RiwayatJabatanFactory(pegawai=orang)
    lain = PegawaiFactory(unit_kerja=opd_a)
    pengelola_a = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd_a)
    pengelola_b = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd_b)

    penataan = _laksanakan(analis, admin, unit=opd_a, jenis="GABUNG", tujuan=opd_b)

    for baris in (orang, lain, seksi, opd_a):
        baris.refresh_from_db()
    assert (orang.unit_kerja, orang.jabatan) == (opd_b, arsiparis_b)
    assert (lain.unit_kerja, lain.jabatan.unit_kerja) == (opd_b, opd_b)
    assert (seksi.induk, seksi.opd) == (opd_b, opd_b)
    assert opd_a.berlaku_sampai == hari_ini() - timedelta(days=1)
    assert penataan.hasil["pegawai_langsung"] == 2
    assert [_melihat(p, orang) for p in (pengelola_a, pengelola_b)] == [False, True]
    riwayat = RiwayatJabatan.objects.filter(pegawai=orang).order_by("tmt")
    assert list(riwayat.values_list("jabatan", "unit_kerja", "tmt", "sampai")) == [
        (arsiparis_a.pk, opd_a.pk, date(2021, 1, 1), opd_a.berlaku_sampai),
        (arsiparis_b.pk, opd_b.pk, hari_ini(), None),
    ]


def test_gabung_dengan_peran_dipindahkan(analis, admin):
    opd_a, opd_b = UnitKerjaFactory(), UnitKerjaFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd_a)
    orang_b = PegawaiFactory(unit_kerja=opd_b)

    _laksanakan(
        analis, admin, unit=opd_a, jenis="GABUNG", tujuan=opd_b, pemberian="PINDAH"
    )

    assert _melihat(pengelola, orang_b)


def test_gabung_bernama_kembar_ditolak_sebelum_apa_pun_berubah(analis):
    opd_a, opd_b = UnitKerjaFactory(), UnitKerjaFactory(nama="Dinas B")
    _bidang("Seksi Umum", opd_a)
    _bidang("seksi umum", opd_b)
    isi = {"berlaku_mulai": hari_ini(), "nomor_sk": SK, "oleh": analis}

    with pytest.raises(AturanDilanggar, match="seksi umum"):
        ajukan_penataan(unit=opd_a, jenis="GABUNG", tujuan=opd_b, **isi)

    lain = UnitKerjaFactory()
    assert ajukan_penataan(unit=opd_a, jenis="GABUNG", tujuan=lain, **isi).pk


def test_pindah_membawa_seluruh_cabang_dan_akses(analis, admin):
    opd_a, opd_b = UnitKerjaFactory(), UnitKerjaFactory()
    bidang = _bidang("Bidang Data", opd_a)
    seksi = _bidang("Seksi Data", bidang)
    orang = PegawaiFactory(unit_kerja=seksi)
    pengelola_a = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd_a)
    pengelola_b = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd_b)
    sebelum = [_melihat(p, orang) for p in (pengelola_a, pengelola_b)]

    _laksanakan(analis, admin, unit=bidang, jenis="PINDAH", tujuan=opd_b)

    seksi.refresh_from_db()
    assert str(seksi.jalur) == f"u{opd_b.pk}.u{bidang.pk}.u{seksi.pk}"
    assert seksi.opd == opd_b
    assert sebelum == [True, False]
    assert [_melihat(p, orang) for p in (pengelola_a, pengelola_b)] == [False, True]


def test_pindah_ke_bawah_dirinya_ditolak(analis):
    opd = UnitKerjaFactory()
    bidang = _bidang("Bidang Data", opd)
    isi = {"berlaku_mulai": hari_ini(), "nomor_sk": SK, "oleh": analis}

    with pytest.raises(AturanDilanggar) as galat:
        ajukan_penataan(unit=opd, jenis="PINDAH", tujuan=bidang, **isi)

    assert galat.value.kode == "unit_tanpa_lingkaran"
    assert ajukan_penataan(
        unit=bidang, jenis="PINDAH", tujuan=UnitKerjaFactory(), **isi
    ).pk


def test_lingkaran_ditolak_basis_data_dengan_kalimat():
    opd = UnitKerjaFactory()
    bidang = _bidang("Bidang Data", opd)

    with (
        pytest.raises(IntegrityError, match="tidak dapat berada di bawah unitnya"),
        transaction.atomic(),
    ):
        UnitKerja.objects.filter(pk=opd.pk).update(induk=bidang)

    opd.refresh_from_db()
    assert opd.induk is None


def test_tutup_unit_berpegawai_ditolak_yang_kosong_tidak(analis, admin):
    unit = UnitKerjaFactory()
    orang = PegawaiFactory(unit_kerja=unit)
    isi = {"unit": unit, "jenis": "TUTUP"}

    with pytest.raises(AturanDilanggar) as galat:
        _laksanakan(analis, admin, **isi)

    assert galat.value.kode == "unit_masih_berpegawai"
    Pegawai.objects.filter(pk=orang.pk).update(unit_kerja=UnitKerjaFactory())
    peran = PemberianPeranFactory(peran=Peran.PENGELOLA_OPD, unit_kerja=unit)
    _laksanakan(analis, admin, **isi)
    unit.refresh_from_db()
    peran.refresh_from_db()
    assert unit.berlaku_sampai is not None
    assert peran.dicabut_pada is not None


def test_setujui_usul_sendiri_ditolak(analis, admin):
    usul = ajukan_penataan(
        unit=UnitKerjaFactory(),
        jenis="NAMA",
        nama_baru="Dinas Baru",
        berlaku_mulai=hari_ini(),
        nomor_sk=SK,
        oleh=analis,
    )

    with pytest.raises(AturanDilanggar) as galat:
        setujui_penataan(penataan=usul, oleh=analis)

    assert galat.value.kode == "disetujui_sendiri"
    pertama = setujui_penataan(penataan=usul, oleh=admin)
    kedua = setujui_penataan(penataan=usul, oleh=admin)
    assert (pertama.status, kedua.disetujui_pada) == (
        "DITERAPKAN",
        pertama.disetujui_pada,
    )


def test_penataan_mendatang_menunggu_harinya_dan_dapat_dibatalkan(analis, admin):
    unit, lain = UnitKerjaFactory(nama="Dinas Lama"), UnitKerjaFactory(nama="Tetap")
    mulai = hari_ini() + timedelta(days=5)
    isi = {"jenis": "NAMA", "berlaku_mulai": mulai, "nama_baru": "Dinas Baru"}
    _laksanakan(analis, admin, unit=unit, **isi)
    batal = _laksanakan(analis, admin, unit=lain, **isi | {"nama_baru": "Berubah"})
    batalkan_penataan(penataan=batal, oleh=analis)
    berlakukan_jatuh_tempo()
    unit.refresh_from_db()
    sebelum = unit.nama

    with time_machine.travel(mulai):
        jumlah = [berlakukan_jatuh_tempo(), berlakukan_jatuh_tempo()]

    unit.refresh_from_db()
    lain.refresh_from_db()
    assert jumlah == [1, 0]
    assert [sebelum, unit.nama, lain.nama] == ["Dinas Lama", "Dinas Baru", "Tetap"]


@pytest.mark.parametrize("jenis", ["PINDAH", "GABUNG", "TUTUP"])
def test_puncak_susunan_unit_hanya_dapat_diganti_namanya(analis, jenis):
    kota, opd = UnitKerjaFactory(jenis="PEMDA"), UnitKerjaFactory()
    isi = {"berlaku_mulai": hari_ini(), "nomor_sk": SK, "oleh": analis}

    with pytest.raises(AturanDilanggar) as galat:
        ajukan_penataan(unit=kota, jenis=jenis, tujuan=opd, **isi)

    assert galat.value.kode == "puncak_unit"
    assert ajukan_penataan(unit=kota, jenis="NAMA", nama_baru="Kota", **isi).pk
