from datetime import UTC, date, datetime

import pytest

from pegawai.dasar.models import Pemberitahuan
from penilaian.services.pengingat import ingatkan
from tests.pabrik.pegawai import PegawaiFactory
from tests.pabrik.pengingat import aturan_pengingat
from tests.pabrik.penilaian import (
    PenilaianFactory,
    PenugasanAsesorFactory,
    PeriodePenilaianFactory,
)

LAMA = datetime(2026, 1, 2, tzinfo=UTC)
AKHIR = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def _aturan():
    aturan_pengingat()


def _penugasan(**lain):
    isi = {
        "periode__tanggal_mulai": date(2026, 10, 1),
        "periode__tanggal_selesai": AKHIR,
        "dibuat_pada": LAMA,
    }
    return PenugasanAsesorFactory(**(isi | lain))


def _judul():
    return list(Pemberitahuan.objects.values_list("judul", flat=True))


@pytest.mark.parametrize(
    ("hari", "judul"),
    [
        (date(2026, 11, 13), []),
        (date(2026, 11, 16), ["Penilaian berakhir 14 hari lagi"]),
        (date(2026, 11, 23), ["Penilaian berakhir 7 hari lagi"]),
        (date(2026, 11, 27), ["Penilaian berakhir 3 hari lagi"]),
        (date(2026, 11, 29), []),
        (date(2026, 11, 30), ["Penilaian berakhir hari ini"]),
        (date(2026, 12, 1), ["Penilaian terlambat 1 hari"]),
        (date(2026, 12, 21), ["Penilaian terlambat 21 hari"]),
        (date(2027, 1, 4), []),
    ],
)
def test_ingatkan_penilaian_berakhir(hari, judul):
    _penugasan()

    ingatkan(hari_ini=hari)

    assert _judul() == judul


def test_ingatkan_satu_kabar_per_asesor_dengan_jumlah():
    pertama = _penugasan()
    PenugasanAsesorFactory(
        periode=pertama.periode, asesor=pertama.asesor, dibuat_pada=LAMA
    )
    PenilaianFactory(
        periode=pertama.periode,
        pegawai=PenugasanAsesorFactory(
            periode=pertama.periode, asesor=pertama.asesor, dibuat_pada=LAMA
        ).pegawai,
        lengkap=True,
    )

    ingatkan(hari_ini=date(2026, 11, 23))

    assert "2 orang belum selesai" in Pemberitahuan.objects.get().isi


def test_ingatkan_asesor_yang_selesai_tidak_diingatkan():
    penugasan = _penugasan()
    PenilaianFactory(periode=penugasan.periode, pegawai=penugasan.pegawai, lengkap=True)

    assert ingatkan(hari_ini=date(2026, 11, 23)) == 0


def test_ingatkan_periode_ditutup_tidak_diingatkan():
    _penugasan(periode=PeriodePenilaianFactory(status="DITUTUP", tanggal_selesai=AKHIR))

    assert ingatkan(hari_ini=date(2026, 11, 23)) == 0


def test_ingatkan_tugas_baru_sesudah_tanda_menunggu_tanda_berikut():
    _penugasan(dibuat_pada=datetime(2026, 11, 18, tzinfo=UTC))

    hari_itu = ingatkan(hari_ini=date(2026, 11, 18))
    berikut = ingatkan(hari_ini=date(2026, 11, 23))

    assert (hari_itu, berikut) == (0, 1)


def _hasil(**lain):
    isi = {
        "final": True,
        "tanggal_penilaian": date(2024, 2, 22),
        "berlaku_sampai": date(2027, 2, 22),
        "periode__diterbitkan_pada": datetime(2024, 3, 1, tzinfo=UTC),
    }
    return PenilaianFactory(**(isi | lain))


def test_ingatkan_hasil_90_hari_sebelum_habis():
    hasil = _hasil()

    jumlah = ingatkan(hari_ini=date(2026, 11, 24))

    assert jumlah == 1
    assert Pemberitahuan.objects.get().penerima == hasil.pegawai.pengguna
    assert "90 hari lagi" in Pemberitahuan.objects.get().isi


def test_ingatkan_hasil_yang_digantikan_dilewati():
    lama = _hasil()
    _hasil(
        pegawai=lama.pegawai,
        tanggal_penilaian=date(2026, 8, 12),
        berlaku_sampai=date(2029, 8, 12),
    )

    assert ingatkan(hari_ini=date(2026, 11, 24)) == 0


def test_ingatkan_hasil_terbit_sesudah_tanda_dilewati():
    _hasil(periode__diterbitkan_pada=datetime(2026, 11, 25, tzinfo=UTC))

    assert ingatkan(hari_ini=date(2026, 11, 26)) == 0


def test_ingatkan_hasil_pensiunan_dilewati():
    _hasil(pegawai=PegawaiFactory(kedudukan_hukum="PENSIUN"))

    assert ingatkan(hari_ini=date(2026, 11, 24)) == 0
