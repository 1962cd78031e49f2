"""A new unit: proposed, approved by another, there from its day on."""

from datetime import date, timedelta

import pytest
import time_machine

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import PenataanUnit, UnitKerja
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.penataan import batalkan_penataan, setujui_penataan
from pegawai.services.penataan_bentuk import ajukan_pembentukan
from tests.pabrik.pegawai import UnitKerjaFactory

ISI = {
    "nama": "Seksi  Data",
    "singkatan": "SD",
    "jenis_unit": "SEKSI",
    "kode": "5.02.1",
    "nomor_sk": "061/9/2026",
}


@pytest.fixture
def bidang():
    opd = UnitKerjaFactory(nama="Dinas", berlaku_mulai=date(2017, 1, 1))
    return UnitKerjaFactory(
        nama="Bidang", jenis="BIDANG", induk=opd, berlaku_mulai=date(2020, 1, 1)
    )


def _usul(induk, analis, **lain):
    isi = {"berlaku_mulai": hari_ini(), **ISI, **lain}
    return ajukan_pembentukan(induk=induk, oleh=analis, **isi)


def test_bentuk_unit_ada_sesudah_disetujui_orang_lain(bidang, analis, admin):
    usul = _usul(bidang, analis)
    sebelum = UnitKerja.objects.filter(induk=bidang).exists()

    setujui_penataan(penataan=usul, oleh=admin)

    usul.refresh_from_db()
    unit = usul.unit_kerja
    assert not sebelum
    assert (unit.nama, unit.singkatan, unit.kode, unit.jenis) == (
        "Seksi Data",
        "SD",
        "5.02.1",
        "SEKSI",
    )
    assert (unit.induk, unit.opd, unit.berlaku_mulai) == (
        bidang,
        bidang.induk,
        hari_ini(),
    )
    assert usul.status == "DITERAPKAN"
    assert Pemberitahuan.objects.filter(penerima=analis, isi__contains="Seksi Data")


def test_bentuk_unit_diajukan_dua_kali_satu_usul(bidang, analis):
    assert _usul(bidang, analis) == _usul(bidang, analis)


def test_bentuk_unit_disetujui_pengusulnya_ditolak(bidang, analis, admin):
    usul = _usul(bidang, analis)

    with pytest.raises(AturanDilanggar) as galat:
        setujui_penataan(penataan=usul, oleh=analis)

    assert galat.value.kode == "disetujui_sendiri"
    assert setujui_penataan(penataan=usul, oleh=admin).status == "DITERAPKAN"


def test_bentuk_unit_mendatang_menunggu_harinya(bidang, analis, admin):
    mulai = hari_ini() + timedelta(days=3)
    setujui_penataan(penataan=_usul(bidang, analis, berlaku_mulai=mulai), oleh=admin)
    berlakukan_jatuh_tempo()
    sebelum = UnitKerja.objects.filter(induk=bidang).count()

    with time_machine.travel(mulai):
        jumlah = [berlakukan_jatuh_tempo(), berlakukan_jatuh_tempo()]

    assert (sebelum, jumlah) == (0, [1, 0])
    assert UnitKerja.objects.get(induk=bidang).berlaku_mulai == mulai


@pytest.mark.parametrize(
    ("lain", "kode", "medan"),
    [
        ({"nama": "  "}, "nama_kosong", "nama_baru"),
        ({"nama": "seksi umum"}, "unit_nama_unik_di_induk", "nama_baru"),
        ({"jenis_unit": "OPD"}, "jenis_unit_salah", "jenis_baru"),
        ({"jenis_unit": "PEMDA"}, "jenis_unit_salah", "jenis_baru"),
        ({"berlaku_mulai": date(2019, 12, 31)}, "mendahului_induk", "berlaku_mulai"),
        ({"berlaku_mulai": date(2999, 1, 1)}, "tanggal_terlalu_jauh", "berlaku_mulai"),
    ],
)
def test_bentuk_unit_ditolak_dengan_medannya(bidang, analis, lain, kode, medan):
    UnitKerjaFactory(nama="Seksi Umum", jenis="SEKSI", induk=bidang)

    with pytest.raises(AturanDilanggar) as galat:
        _usul(bidang, analis, **lain)

    assert (galat.value.kode, galat.value.medan) == (kode, medan)
    assert not PenataanUnit.objects.exists()
    assert _usul(bidang, analis, berlaku_mulai=date(2020, 1, 1)).pk


def test_bentuk_unit_di_bawah_unit_tertutup_ditolak(bidang, analis):
    UnitKerja.objects.filter(pk=bidang.pk).update(berlaku_sampai=date(2026, 1, 1))

    with pytest.raises(AturanDilanggar) as galat:
        _usul(bidang, analis)

    assert galat.value.kode == "tujuan_ditutup"
    assert _usul(bidang.induk, analis).pk


def test_bentuk_unit_bernama_sama_diusulkan_dua_orang_ditolak(bidang, analis, admin):
    pertama = _usul(bidang, analis)

    with pytest.raises(AturanDilanggar) as galat:
        _usul(bidang, admin, nama="SEKSI DATA")

    assert galat.value.kode == "penataan_satu_bentuk_per_nama"
    batalkan_penataan(penataan=pertama, oleh=analis)
    assert _usul(bidang, admin, nama="SEKSI DATA").pk


def test_bentuk_unit_yang_namanya_terpakai_sebelum_disetujui_ditolak(
    bidang, analis, admin
):
    usul = _usul(bidang, analis)
    lain = UnitKerjaFactory(nama="Seksi Data", jenis="SEKSI", induk=bidang)

    with pytest.raises(AturanDilanggar) as galat:
        setujui_penataan(penataan=usul, oleh=admin)

    assert galat.value.kode == "unit_nama_unik_di_induk"
    UnitKerja.objects.filter(pk=lain.pk).update(nama="Seksi Lain")
    assert setujui_penataan(penataan=usul, oleh=admin).status == "DITERAPKAN"
