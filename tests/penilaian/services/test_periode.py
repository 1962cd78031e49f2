"""Acts on a period, and entering levels."""

from datetime import date

import pytest
import time_machine

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Peran
from penilaian.models import NilaiKompetensi, Penilaian, PenugasanAsesor
from penilaian.services.penilaian import catat_asesmen
from penilaian.services.periode import (
    buat_periode,
    buka_periode,
    keluarkan_peserta,
    tugaskan_asesor,
    tutup_periode,
    ubah_periode,
)
from tests.pabrik.pegawai import KompetensiFactory, PegawaiFactory, akun_berperan
from tests.pabrik.penilaian import (
    MetodePenilaianFactory,
    PenilaianFactory,
    PenugasanAsesorFactory,
    PeriodePenilaianFactory,
)

pytestmark = pytest.mark.usefixtures("_hari")


@pytest.fixture
def _hari():
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        yield


def buat(analis, nama="Pemetaan 2026"):
    return buat_periode(
        nama=nama,
        tujuan="PEMETAAN",
        metode=MetodePenilaianFactory(),
        jenis_kompetensi=["MANAJERIAL"],
        tanggal_mulai=date(2026, 11, 1),
        tanggal_selesai=date(2026, 12, 1),
        oleh=analis,
    )


def test_periode_dari_rencana_sampai_ditutup(analis):
    periode = buat(analis)

    buka_periode(periode=periode, oleh=analis)
    buka_periode(periode=periode, oleh=analis)
    tutup_periode(periode=periode, oleh=analis)
    jadi = tutup_periode(periode=periode, oleh=analis)

    assert (jadi.status, jadi.versi, jadi.surplus_menutup) == ("DITUTUP", 3, True)


def test_buat_periode_nama_sama_ditolak(analis):
    buat(analis)

    with pytest.raises(AturanDilanggar) as galat:
        buat(analis)

    assert galat.value.kode == "periode_nama_terpakai"


def test_ubah_periode_penulis_kedua_diberi_tahu(analis):
    periode = buat(analis)
    ubah_periode(periode=periode, versi=1, nama="Satu", oleh=analis)

    with pytest.raises(AturanDilanggar) as galat:
        ubah_periode(periode=periode, versi=1, nama="Dua", oleh=analis)

    periode.refresh_from_db()
    assert (galat.value.kode, periode.nama) == ("versi_usang", "Satu")


def test_ubah_periode_ditutup_ditolak(analis):
    periode = PeriodePenilaianFactory(status="DITUTUP")

    with pytest.raises(AturanDilanggar) as galat:
        ubah_periode(periode=periode, versi=1, nama="Dua", oleh=analis)

    assert galat.value.kode == "periode_ditutup"


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"terbit": True}, "periode_sudah_terbit"),
        (
            {"status": "DITUTUP", "tanggal_selesai": date(2026, 11, 23)},
            "periode_lewat",
        ),
    ],
)
def test_buka_periode_ditolak(analis, lain, kode):
    with pytest.raises(AturanDilanggar) as galat:
        buka_periode(periode=PeriodePenilaianFactory(**lain), oleh=analis)

    assert galat.value.kode == kode


def test_tutup_periode_rencana_ditolak(analis):
    with pytest.raises(AturanDilanggar) as galat:
        tutup_periode(periode=buat(analis), oleh=analis)

    assert galat.value.kode == "periode_tidak_berjalan"


def test_tugaskan_asesor_menjadikan_peserta_dan_mengabari_sekali(analis):
    periode, asesor = PeriodePenilaianFactory(), akun_berperan(Peran.ASESOR)
    daftar = [PegawaiFactory(), PegawaiFactory()]

    tugaskan_asesor(periode=periode, asesor=asesor, daftar_pegawai=daftar, oleh=analis)
    lagi = tugaskan_asesor(
        periode=periode, asesor=asesor, daftar_pegawai=daftar, oleh=analis
    )

    assert lagi == 0
    assert PenugasanAsesor.objects.filter(asesor=asesor).count() == 2
    assert {p.jabatan for p in Penilaian.objects.all()} == {p.jabatan for p in daftar}
    assert Pemberitahuan.objects.filter(penerima=asesor).count() == 1


@pytest.mark.parametrize("hubungan", ["diri", "atasan", "bawahan"])
def test_tugaskan_asesor_berkepentingan_ditolak(analis, hubungan):
    diri = PegawaiFactory(atasan=PegawaiFactory())
    siapa = {
        "diri": diri,
        "atasan": diri.atasan,
        "bawahan": PegawaiFactory(atasan=diri),
    }

    with pytest.raises(AturanDilanggar) as galat:
        tugaskan_asesor(
            periode=PeriodePenilaianFactory(),
            asesor=diri.pengguna,
            daftar_pegawai=[siapa[hubungan]],
            oleh=analis,
        )

    assert galat.value.kode == "asesor_berkepentingan"
    assert not Penilaian.objects.exists()


def test_tugaskan_asesor_periode_ditutup_ditolak(analis):
    with pytest.raises(AturanDilanggar) as galat:
        tugaskan_asesor(
            periode=PeriodePenilaianFactory(status="DITUTUP"),
            asesor=akun_berperan(Peran.ASESOR),
            daftar_pegawai=[],
            oleh=analis,
        )

    assert galat.value.kode == "periode_ditutup"


def test_keluarkan_peserta_sebelum_terbit_saja(analis):
    draf = PenilaianFactory()
    final = PenilaianFactory(final=True)

    keluarkan_peserta(penilaian=draf, oleh=analis)
    with pytest.raises(AturanDilanggar) as galat:
        keluarkan_peserta(penilaian=final, oleh=analis)

    assert galat.value.kode == "periode_sudah_terbit"
    assert list(Penilaian.objects.all()) == [final]


def test_catat_asesmen_menyimpan_dan_mengganti():
    tugas = PenugasanAsesorFactory()
    satu, dua = KompetensiFactory(), KompetensiFactory()
    awal = catat_asesmen(
        penugasan=tugas, level={satu.pk: 2, dua.pk: None}, oleh=tugas.asesor
    )
    assert not awal.lengkap

    hasil = catat_asesmen(
        penugasan=tugas,
        level={satu.pk: 3, dua.pk: 0},
        versi=awal.versi,
        catatan="Cukup",
        oleh=tugas.asesor,
    )

    assert hasil.lengkap
    assert (hasil.asesor, hasil.catatan) == (tugas.asesor, "Cukup")
    assert hasil.tanggal_penilaian == date(2026, 11, 24)
    nilai = NilaiKompetensi.objects.order_by("pk")
    assert [n.level_capaian for n in nilai] == [3, 0]


@pytest.mark.parametrize(
    ("periode", "kode"),
    [
        ({"status": "DITUTUP"}, "jendela_tertutup"),
        ({"tanggal_selesai": date(2026, 11, 23)}, "jendela_tertutup"),
        ({"tanggal_mulai": date(2026, 11, 25)}, "jendela_tertutup"),
    ],
)
def test_catat_asesmen_jendela_tertutup_ditolak(periode, kode):
    tugas = PenugasanAsesorFactory(periode__status="BERJALAN")
    for medan, nilai in periode.items():
        setattr(tugas.periode, medan, nilai)
    tugas.periode.save()

    with pytest.raises(AturanDilanggar) as galat:
        catat_asesmen(penugasan=tugas, level={}, oleh=tugas.asesor)

    assert galat.value.kode == kode


@pytest.mark.parametrize(
    ("isian", "kode"),
    [
        ({"level": {1: 6}}, "tingkat_keliru"),
        (
            {"level": {}, "tanggal_penilaian": date(2026, 11, 25)},
            "tanggal_di_luar_periode",
        ),
    ],
)
def test_catat_asesmen_isian_keliru_ditolak(isian, kode):
    tugas = PenugasanAsesorFactory()

    with pytest.raises(AturanDilanggar) as galat:
        catat_asesmen(penugasan=tugas, oleh=tugas.asesor, **isian)

    assert galat.value.kode == kode


def test_catat_asesmen_orang_lain_dan_versi_lama_ditolak(analis):
    tugas = PenugasanAsesorFactory()
    catat_asesmen(penugasan=tugas, level={}, oleh=tugas.asesor)

    for lain, kode in (
        ({"oleh": analis}, "bukan_penugasan_sendiri"),
        ({"oleh": tugas.asesor, "versi": 1}, "versi_usang"),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            catat_asesmen(penugasan=tugas, level={}, **lain)
        assert galat.value.kode == kode


def test_tutup_periode_menyertakan_yang_ditugaskan_tetapi_belum_dinilai(analis):
    tugas = PenugasanAsesorFactory()
    assert not Penilaian.objects.exists()

    tutup_periode(periode=tugas.periode, oleh=analis)

    assert Penilaian.objects.get().pegawai == tugas.pegawai
