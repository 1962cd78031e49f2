"""KETENTUAN R-1, date by date. November 2026: the 1st is a Sunday."""

from datetime import date, timedelta

import pytest

from pegawai.dasar.alat.pengingat import (
    Tanda,
    batas_yang_diingatkan,
    hari_kerja,
    hari_kerja_sebelum,
    tanda_jatuh_tempo,
)

PENILAIAN = (14, 7, 1, 0)
PERJANJIAN = (90, 60, 30)
TERLAMBAT = (1, 3, 7, 14, 21)
LAMA = date(2020, 1, 1)


def _tanda(batas, hari_ini, tanda=PENILAIAN, terlambat=TERLAMBAT, sejak=LAMA):
    return tanda_jatuh_tempo(
        batas=batas,
        hari_ini=hari_ini,
        sejak=sejak,
        tanda=tanda,
        terlambat=terlambat,
    )


@pytest.mark.parametrize(
    ("hari", "kerja"),
    [
        (date(2026, 11, 24), True),  # Tuesday
        (date(2026, 11, 28), False),  # Saturday
        (date(2026, 12, 25), False),  # Christmas, a Friday
        (date(2026, 12, 24), False),  # joint leave
        (date(2026, 8, 17), False),  # independence day, a Monday
    ],
)
def test_hari_kerja(hari, kerja):
    assert hari_kerja(hari) is kerja


def test_hari_kerja_sebelum_natal():
    assert hari_kerja_sebelum(date(2026, 12, 27)) == date(2026, 12, 23)


# The end is Monday 30 November 2026.
@pytest.mark.parametrize(
    ("hari_ini", "harap"),
    [
        (date(2026, 11, 13), None),  # Friday, mark 14 is Monday the 16th
        (date(2026, 11, 16), Tanda(14, 14)),
        (date(2026, 11, 17), Tanda(14, 13)),  # catch-up with the true number
        (date(2026, 11, 20), Tanda(14, 10)),
        (date(2026, 11, 21), None),  # catch-up keeps quiet on a Saturday
        (date(2026, 11, 23), Tanda(7, 7)),
        (date(2026, 11, 26), Tanda(7, 4)),
        (date(2026, 11, 27), Tanda(1, 3)),  # mark 1 is Sunday: moved to Friday
        (date(2026, 11, 28), None),
        (date(2026, 11, 29), None),
        (date(2026, 11, 30), Tanda(0, 0)),
        (date(2026, 12, 1), Tanda(-1, -1)),
        (date(2026, 12, 2), Tanda(-1, -2)),
        (date(2026, 12, 3), Tanda(-3, -3)),
        (date(2026, 12, 7), Tanda(-7, -7)),
        (date(2026, 12, 14), Tanda(-14, -14)),
        (date(2026, 12, 21), Tanda(-21, -21)),
        (date(2026, 12, 23), Tanda(-21, -23)),
        (date(2026, 12, 28), None),  # five times, then silence
        (date(2027, 2, 1), None),
    ],
)
def test_tanda_penilaian_berakhir_senin(hari_ini, harap):
    assert _tanda(date(2026, 11, 30), hari_ini) == harap


def test_hari_h_tetap_dikirim_pada_hari_minggu():
    assert _tanda(date(2026, 11, 29), date(2026, 11, 29)) == Tanda(0, 0)


def test_hari_h_tetap_dikirim_pada_hari_natal():
    assert _tanda(date(2026, 12, 25), date(2026, 12, 25)) == Tanda(0, 0)


def test_terlambat_tidak_disebut_pada_hari_h():
    # Ends on Friday 27 November: day 1 is Saturday, the working day before is day 0.
    batas = date(2026, 11, 27)

    assert _tanda(batas, date(2026, 11, 27)) == Tanda(0, 0)
    assert _tanda(batas, date(2026, 11, 28)) is None
    assert _tanda(batas, date(2026, 11, 30)) == Tanda(-3, -3)


def test_tanda_sebelum_ada_tidak_dikirim():
    batas, sejak = date(2026, 11, 30), date(2026, 11, 19)

    assert _tanda(batas, date(2026, 11, 19), sejak=sejak) is None
    assert _tanda(batas, date(2026, 11, 23), sejak=sejak) == Tanda(7, 7)


def test_tanda_pada_hari_dibuat_dikirim():
    batas = date(2026, 11, 30)

    assert _tanda(batas, date(2026, 11, 23), sejak=date(2026, 11, 23)) == Tanda(7, 7)


def test_tanda_yang_dimajukan_dikejar_bila_dibuat_sesudahnya():
    # Mark 90 falls on Saturday 28 November; created that Saturday, sent on Monday.
    batas = date(2026, 11, 28) + timedelta(days=90)
    sejak = date(2026, 11, 28)

    dimajukan = _tanda(batas, date(2026, 11, 27), PERJANJIAN, (), sejak=LAMA)
    dikejar = _tanda(batas, date(2026, 11, 30), PERJANJIAN, (), sejak=sejak)

    assert dimajukan == Tanda(90, 91)
    assert dikejar == Tanda(90, 88)


@pytest.mark.parametrize(
    ("hari_ini", "harap"),
    [
        (date(2026, 11, 23), None),  # 91 days left
        (date(2026, 11, 24), Tanda(90, 90)),
        (date(2026, 12, 22), Tanda(90, 62)),
        (date(2026, 12, 23), Tanda(60, 61)),  # mark 60 is joint leave
        (date(2026, 12, 24), None),
        (date(2026, 12, 28), Tanda(60, 56)),
        (date(2027, 1, 22), Tanda(30, 31)),  # mark 30 is Saturday the 23rd
        (date(2027, 2, 22), Tanda(30, 0)),
        (date(2027, 2, 23), None),  # ended: no overdue for agreements
    ],
)
def test_tanda_perjanjian_berakhir_22_februari(hari_ini, harap):
    # 22 February 2027; the marks fall on 24 November, 24 December, 23 January.
    assert _tanda(date(2027, 2, 22), hari_ini, PERJANJIAN, ()) == harap


def test_dua_tanda_pada_hari_yang_sama_hanya_yang_terdekat():
    # Marks 2 and 1 before Monday are Saturday and Sunday: both move to Friday.
    hasil = _tanda(date(2026, 11, 30), date(2026, 11, 27), (2, 1, 0), ())

    assert hasil == Tanda(1, 3)


def test_batas_yang_diingatkan_memuat_tanggal_yang_tepat():
    hasil = batas_yang_diingatkan(hari_ini=date(2026, 11, 24), tanda=(3,))

    assert hasil == {
        date(2026, 11, 24) + timedelta(days=sisa): Tanda(3, sisa) for sisa in range(4)
    }
