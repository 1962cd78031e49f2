"""Assignments: proposed, decided by the superior, called off, closed."""

from datetime import date, timedelta

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Agenda
from penilaian.models import Penugasan
from penilaian.services.penugasan import (
    batalkan_penugasan,
    selesaikan_penugasan,
    setujui_penugasan,
    tolak_penugasan,
    usulkan_penugasan,
)
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.pabrik.rencana import PenugasanFactory, ProgramFactory

Status = Penugasan.Status


def usul(program=None, pegawai=None, **lain):
    bawaan = {
        "peran_tugas": "Analis data",
        "tanggal_mulai": date(2026, 3, 1),
        "tanggal_selesai": date(2026, 6, 30),
    }
    return usulkan_penugasan(
        program=program or ProgramFactory(),
        pegawai=pegawai or PegawaiFactory(atasan=PegawaiFactory()),
        **(bawaan | lain),
        oleh=PenggunaFactory(),
    )


def ditolak(kode, fungsi, **lain):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(**lain)
    assert galat.value.kode == kode


def test_usulkan_penugasan_mengabari_atasan():
    pegawai = PegawaiFactory(atasan=PegawaiFactory())

    penugasan = usul(pegawai=pegawai)

    assert penugasan.status == Status.DIUSULKAN
    assert Pemberitahuan.objects.get().penerima == pegawai.atasan.pengguna


def test_usulkan_penugasan_dua_kali_ditolak():
    penugasan = PenugasanFactory()

    ditolak(
        "penugasan_ganda", usul, program=penugasan.program, pegawai=penugasan.pegawai
    )


def test_usulkan_lagi_sesudah_ditolak():
    penugasan = PenugasanFactory()
    tolak_penugasan(penugasan=penugasan, alasan="Beban penuh", oleh=PenggunaFactory())

    lagi = usul(program=penugasan.program, pegawai=penugasan.pegawai)

    assert lagi.status == Status.DIUSULKAN


@pytest.mark.parametrize(
    ("kode", "program", "pegawai", "lain"),
    [
        ("program_tertutup", {"status": "SELESAI"}, {}, {}),
        ("pegawai_tidak_aktif", {}, {"kedudukan_hukum": "PENSIUN"}, {}),
        ("tanpa_atasan", {}, {"atasan": None}, {}),
        ("penugasan_tanggal", {}, {}, {"tanggal_selesai": date(2026, 2, 1)}),
        (
            "penugasan_di_luar_program",
            {"tanggal_selesai": date(2026, 5, 31)},
            {},
            {},
        ),
    ],
)
def test_usulkan_penugasan_yang_tidak_boleh_ditolak(kode, program, pegawai, lain):
    ditolak(
        kode,
        usul,
        program=ProgramFactory(**program),
        pegawai=PegawaiFactory(**({"atasan": PegawaiFactory()} | pegawai)),
        **lain,
    )


def test_setujui_penugasan_masuk_agenda_dan_mengabari():
    penugasan = PenugasanFactory()
    oleh = PenggunaFactory()

    hasil = setujui_penugasan(penugasan=penugasan, versi=1, oleh=oleh)

    assert (hasil.status, hasil.diputuskan_oleh) == (Status.DISETUJUI, oleh)
    assert Agenda.objects.get().pegawai == penugasan.pegawai
    assert {p.penerima for p in Pemberitahuan.objects.all()} == {
        penugasan.pegawai.pengguna,
        penugasan.diusulkan_oleh,
    }


def test_setujui_penugasan_dua_kali_tidak_mengubah_apa_pun():
    penugasan = PenugasanFactory()
    pertama = setujui_penugasan(penugasan=penugasan, oleh=PenggunaFactory())

    kedua = setujui_penugasan(penugasan=penugasan, oleh=PenggunaFactory())

    assert kedua.diputuskan_oleh == pertama.diputuskan_oleh
    assert Agenda.objects.count() == 1


@pytest.mark.parametrize(
    ("layanan", "lain"), [(setujui_penugasan, {}), (tolak_penugasan, {"alasan": "a"})]
)
def test_putuskan_penugasan_yang_tidak_boleh_ditolak(layanan, lain):
    sendiri = PenugasanFactory()
    batal = PenugasanFactory(status=Status.DIBATALKAN, alasan="batal")
    lama = PenugasanFactory(versi=2)

    ditolak(
        "diri_sendiri",
        layanan,
        penugasan=sendiri,
        oleh=sendiri.pegawai.pengguna,
        **lain,
    )
    ditolak(
        "penugasan_sudah_diputuskan",
        layanan,
        penugasan=batal,
        oleh=PenggunaFactory(),
        **lain,
    )
    ditolak(
        "versi_usang",
        layanan,
        penugasan=lama,
        versi=1,
        oleh=PenggunaFactory(),
        **lain,
    )


def test_tolak_penugasan_dengan_alasan_dan_dua_kali():
    penugasan = PenugasanFactory()
    pertama = tolak_penugasan(
        penugasan=penugasan, alasan="Beban penuh", oleh=PenggunaFactory()
    )

    kedua = tolak_penugasan(penugasan=penugasan, alasan="Lain", oleh=PenggunaFactory())

    assert (pertama.status, kedua.alasan) == (Status.DITOLAK, "Beban penuh")
    assert Agenda.objects.count() == 0


@pytest.mark.parametrize("layanan", [tolak_penugasan, batalkan_penugasan])
def test_alasan_wajib(layanan):
    ditolak(
        "alasan_kosong",
        layanan,
        penugasan=PenugasanFactory(),
        alasan=" ",
        oleh=PenggunaFactory(),
    )


def test_batalkan_penugasan_menghapus_agenda():
    penugasan = setujui_penugasan(penugasan=PenugasanFactory(), oleh=PenggunaFactory())

    hasil = batalkan_penugasan(
        penugasan=penugasan, alasan="Program ditunda", oleh=PenggunaFactory()
    )
    lagi = batalkan_penugasan(penugasan=hasil, alasan="Lain", oleh=PenggunaFactory())

    assert (lagi.status, lagi.alasan) == (Status.DIBATALKAN, "Program ditunda")
    assert Agenda.objects.count() == 0


def test_batalkan_penugasan_yang_ditolak_ditolak():
    penugasan = tolak_penugasan(
        penugasan=PenugasanFactory(), alasan="a", oleh=PenggunaFactory()
    )

    ditolak(
        "penugasan_sudah_diputuskan",
        batalkan_penugasan,
        penugasan=penugasan,
        alasan="b",
        oleh=PenggunaFactory(),
    )


def test_selesaikan_penugasan_dan_dua_kali():
    penugasan = setujui_penugasan(penugasan=PenugasanFactory(), oleh=PenggunaFactory())

    pertama = selesaikan_penugasan(penugasan=penugasan, oleh=PenggunaFactory())
    kedua = selesaikan_penugasan(penugasan=penugasan, oleh=PenggunaFactory())

    assert (pertama.status, kedua.versi) == (Status.SELESAI, pertama.versi)


def test_selesaikan_penugasan_yang_tidak_boleh_ditolak():
    nanti = PenugasanFactory(
        tanggal_mulai=hari_ini() + timedelta(days=3),
        tanggal_selesai=hari_ini() + timedelta(days=9),
    )
    setujui_penugasan(penugasan=nanti, oleh=PenggunaFactory())
    oleh = PenggunaFactory()

    ditolak("penugasan_belum_mulai", selesaikan_penugasan, penugasan=nanti, oleh=oleh)
    ditolak(
        "penugasan_belum_disetujui",
        selesaikan_penugasan,
        penugasan=PenugasanFactory(),
        oleh=oleh,
    )
