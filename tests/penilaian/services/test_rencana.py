"""The plan's way: made, submitted, returned, approved."""

from datetime import UTC, datetime

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan
from penilaian.models import RencanaPengembangan
from penilaian.services.rencana import (
    ajukan_rencana,
    buat_rencana,
    kembalikan_rencana,
    setujui_rencana,
)
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.pabrik.rencana import (
    ButirRencanaFactory,
    RencanaDisetujuiFactory,
    RencanaFactory,
)

Status = RencanaPengembangan.Status


def diajukan():
    return ButirRencanaFactory(rencana__status=Status.DIAJUKAN).rencana


def ditolak(kode, layanan, **isi):
    with pytest.raises(AturanDilanggar) as galat:
        layanan(**isi)
    assert galat.value.kode == kode


@pytest.mark.parametrize("tahun", [2026, 2027])
def test_buat_rencana_tahun_ini_atau_depan(time_machine, tahun):
    time_machine.move_to(datetime(2026, 11, 24, tzinfo=UTC))
    pegawai = PegawaiFactory()

    rencana = buat_rencana(pegawai=pegawai, tahun=tahun, oleh=pegawai.pengguna)

    assert rencana.status == Status.DRAF
    assert [x.tindakan for x in rencana.langkah.all()] == ["BUAT"]


def test_buat_rencana_dua_kali_satu_rencana():
    rencana = RencanaFactory()

    lagi = buat_rencana(
        pegawai=rencana.pegawai, tahun=rencana.tahun, oleh=rencana.pegawai.pengguna
    )

    assert lagi == rencana


def test_buat_rencana_tahun_lalu_ditolak():
    pegawai = PegawaiFactory()

    ditolak(
        "rencana_tahun_tertutup",
        buat_rencana,
        pegawai=pegawai,
        tahun=2019,
        oleh=pegawai.pengguna,
    )


def test_ajukan_rencana_mengabari_atasan():
    rencana = ButirRencanaFactory().rencana

    hasil = ajukan_rencana(rencana=rencana, oleh=rencana.pegawai.pengguna)

    assert hasil.status == Status.DIAJUKAN
    assert hasil.diajukan_pada is not None
    kabar = Pemberitahuan.objects.get()
    assert kabar.penerima == rencana.pegawai.atasan.pengguna
    assert kabar.tautan == rencana.get_absolute_url()


def test_ajukan_rencana_dua_kali_tidak_mengubah_apa_pun():
    rencana = ButirRencanaFactory().rencana
    pertama = ajukan_rencana(rencana=rencana, oleh=rencana.pegawai.pengguna)

    kedua = ajukan_rencana(rencana=rencana, oleh=rencana.pegawai.pengguna)

    assert kedua.diajukan_pada == pertama.diajukan_pada
    assert Pemberitahuan.objects.count() == 1


def test_ajukan_rencana_kosong_ditolak():
    rencana = RencanaFactory()

    ditolak(
        "rencana_kosong", ajukan_rencana, rencana=rencana, oleh=rencana.pegawai.pengguna
    )


def test_ajukan_rencana_tanpa_atasan_ditolak():
    rencana = ButirRencanaFactory(rencana__pegawai__atasan=None).rencana

    ditolak(
        "tanpa_atasan", ajukan_rencana, rencana=rencana, oleh=rencana.pegawai.pengguna
    )


def test_ajukan_rencana_versi_lama_ditolak():
    rencana = ButirRencanaFactory(rencana__versi=3).rencana

    ditolak(
        "versi_usang",
        ajukan_rencana,
        rencana=rencana,
        versi=2,
        oleh=rencana.pegawai.pengguna,
    )


def test_ajukan_rencana_yang_disetujui_ditolak():
    rencana = RencanaDisetujuiFactory()

    ditolak(
        "rencana_sudah_disetujui",
        ajukan_rencana,
        rencana=rencana,
        oleh=rencana.pegawai.pengguna,
    )


def test_setujui_rencana_mencatat_siapa_dan_kapan():
    rencana = diajukan()
    oleh = PenggunaFactory()

    hasil = setujui_rencana(rencana=rencana, versi=rencana.versi, oleh=oleh)

    assert hasil.status == Status.DISETUJUI
    assert hasil.disetujui_oleh == oleh
    assert hasil.langkah.get().tindakan == "SETUJUI"
    assert Pemberitahuan.objects.get().penerima == rencana.pegawai.pengguna


def test_setujui_rencana_dua_kali_tidak_mengubah_apa_pun():
    rencana = diajukan()
    pertama = setujui_rencana(rencana=rencana, oleh=PenggunaFactory())

    kedua = setujui_rencana(rencana=rencana, oleh=PenggunaFactory())

    assert kedua.disetujui_oleh == pertama.disetujui_oleh
    assert kedua.disetujui_pada == pertama.disetujui_pada


def test_setujui_rencana_draf_ditolak():
    ditolak(
        "rencana_belum_diajukan",
        setujui_rencana,
        rencana=ButirRencanaFactory().rencana,
        oleh=PenggunaFactory(),
    )


def test_setujui_rencana_kosong_ditolak():
    ditolak(
        "rencana_kosong",
        setujui_rencana,
        rencana=RencanaFactory(status=Status.DIAJUKAN),
        oleh=PenggunaFactory(),
    )


def test_setujui_rencana_versi_lama_ditolak():
    rencana = diajukan()

    ditolak(
        "versi_usang",
        setujui_rencana,
        rencana=rencana,
        versi=rencana.versi - 1,
        oleh=PenggunaFactory(),
    )


@pytest.mark.parametrize(
    ("layanan", "lain"), [(setujui_rencana, {}), (kembalikan_rencana, {"alasan": "x"})]
)
def test_putuskan_rencana_sendiri_ditolak(layanan, lain):
    rencana = diajukan()

    ditolak(
        "diri_sendiri", layanan, rencana=rencana, oleh=rencana.pegawai.pengguna, **lain
    )


def test_kembalikan_rencana_menyimpan_alasan_dan_dapat_diajukan_lagi():
    rencana = diajukan()
    oleh = PenggunaFactory()

    hasil = kembalikan_rencana(rencana=rencana, alasan=" Tambah satu. ", oleh=oleh)

    assert hasil.status == Status.DIKEMBALIKAN
    assert hasil.alasan == "Tambah satu."
    assert hasil.dapat_diubah
    assert "Tambah satu." in Pemberitahuan.objects.get().isi
    lagi = ajukan_rencana(rencana=hasil, oleh=rencana.pegawai.pengguna)
    assert lagi.status == Status.DIAJUKAN
    assert Pemberitahuan.objects.count() == 2


def test_kembalikan_rencana_dua_kali_tidak_mengubah_apa_pun():
    rencana = diajukan()
    pertama = kembalikan_rencana(rencana=rencana, alasan="a", oleh=PenggunaFactory())

    kedua = kembalikan_rencana(rencana=rencana, alasan="a", oleh=PenggunaFactory())

    assert kedua.dikembalikan_pada == pertama.dikembalikan_pada
    assert kedua.langkah.count() == 1


def test_kembalikan_rencana_tanpa_alasan_ditolak():
    ditolak(
        "alasan_kosong",
        kembalikan_rencana,
        rencana=diajukan(),
        alasan="  ",
        oleh=PenggunaFactory(),
    )


def test_kembalikan_rencana_draf_ditolak():
    ditolak(
        "rencana_belum_diajukan",
        kembalikan_rencana,
        rencana=ButirRencanaFactory().rencana,
        alasan="a",
        oleh=PenggunaFactory(),
    )


def test_kembalikan_rencana_yang_sudah_disetujui_menyebut_siapa():
    rencana = RencanaDisetujuiFactory(disetujui_oleh__nama="Ibu Kepala")

    with pytest.raises(AturanDilanggar, match="sudah disetujui oleh Ibu Kepala"):
        kembalikan_rencana(rencana=rencana, alasan="a", oleh=PenggunaFactory())
