"""Dates as the office writes and types them."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from pegawai.dasar.alat.tanggal import (
    baca_tanggal,
    hari_ini,
    jam,
    jarak_hari,
    rentang_jam,
    rentang_tanggal,
    tanggal,
    tanggal_hari,
    tanggal_pendek,
    waktu,
)


@pytest.mark.parametrize(
    "teks",
    [
        "24-11-2026",
        "24/11/2026",
        "24.11.2026",
        "2026-11-24",
        "24 November 2026",
        "24 Nopember 2026",
        "24 nop 2026",
        "24 Nov 2026",
        "24-Nov-2026",
        "  24   november  2026 ",
    ],
)
def test_baca_tanggal_semua_ejaan(teks):
    assert baca_tanggal(teks) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("1 Pebruari 2026", 2),
        ("1 Agt 2026", 8),
        ("1 Agust 2026", 8),
        ("1 Des 2026", 12),
    ],
)
def test_baca_tanggal_ejaan_lama(teks, bulan):
    assert baca_tanggal(teks) == date(2026, bulan, 1)


@pytest.mark.parametrize(
    "teks", ["", "11/24/2026", "31-02-2026", "24 Foo 2026", "24-11-26", "besok"]
)
def test_baca_tanggal_menolak_yang_bukan_tanggal(teks):
    with pytest.raises(ValueError, match=r"."):
        baca_tanggal(teks)


def test_hari_ini_menurut_wita():
    with time_machine.travel(datetime(2026, 11, 23, 16, 30, tzinfo=UTC), tick=False):
        assert hari_ini() == date(2026, 11, 24)


def test_waktu_disebut_dengan_zona():
    saat = datetime(2026, 11, 24, 6, 32, tzinfo=UTC)

    assert waktu(saat) == "24 November 2026, 14.32 WITA"
    assert jam(saat) == "14.32 WITA"


def test_tanggal_panjang_pendek_dan_hari():
    hari = date(2026, 11, 24)

    assert tanggal(hari) == "24 November 2026"
    assert tanggal_pendek(hari) == "24-11-2026"
    assert tanggal_hari(hari) == "Selasa, 24 November 2026"


@pytest.mark.parametrize("tulis", [tanggal, tanggal_pendek, tanggal_hari, jam, waktu])
def test_tanggal_kosong_ditulis_garis(tulis):
    assert tulis(None) == "—"


@pytest.mark.parametrize(
    ("mulai", "selesai", "hasil"),
    [
        (date(2026, 11, 24), date(2026, 11, 26), "24–26 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 2), "30 November–2 Desember 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 Desember 2026–2 Januari 2027"),
        (date(2026, 11, 24), date(2026, 11, 24), "24 November 2026"),
        (date(2026, 11, 24), None, "24 November 2026"),
        (None, None, "—"),
    ],
)
def test_rentang_tanggal(mulai, selesai, hasil):
    assert rentang_tanggal(mulai, selesai) == hasil


@pytest.mark.parametrize(
    ("hari", "hasil"),
    [(21, "lewat 3 hari"), (24, "hari ini"), (25, "besok"), (27, "3 hari lagi")],
)
def test_jarak_hari(hari, hasil):
    assert jarak_hari(date(2026, 11, hari), date(2026, 11, 24)) == hasil


def test_jarak_hari_panjang_memakai_titik_ribuan():
    assert jarak_hari(date(2030, 8, 17), date(2026, 11, 28)) == "1.358 hari lagi"
    assert jarak_hari(date(2020, 1, 1), date(2026, 11, 28)) == "lewat 2.523 hari"


def test_rentang_jam_menyebut_zona_sekali():
    a = datetime(2026, 11, 28, 7, 52, tzinfo=UTC)
    b = datetime(2026, 11, 28, 7, 53, tzinfo=UTC)

    assert rentang_jam(a, b) == "15.52–15.53 WITA"
    assert rentang_jam(a, a) == "15.52 WITA"
    assert rentang_jam(a, None) == "15.52 WITA"
    assert rentang_jam(None, None) == "—"
