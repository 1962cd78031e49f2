"""Dates and times as the office writes and types them. All local times are WITA."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from pegawai.dasar.alat.angka import angka

WITA = ZoneInfo("Asia/Makassar")
KOSONG = "—"
NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_EJAAN_LAIN = {
    "pebruari": 2,
    "peb": 2,
    "agt": 8,
    "agst": 8,
    "agust": 8,
    "sept": 9,
    "okt": 10,
    "nopember": 11,
    "nop": 11,
    "des": 12,
}
BULAN = {
    **{nama.lower(): ke for ke, nama in enumerate(NAMA_BULAN, 1)},
    **{nama.lower()[:3]: ke for ke, nama in enumerate(NAMA_BULAN, 1)},
    **_EJAAN_LAIN,
}
_BERANGKA = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BERNAMA = re.compile(r"(\d{1,2})[\s\-/.]+([A-Za-z]+)[\s\-/.,]+(\d{4})")


def hari_ini() -> date:
    """Today in Kupang, whatever zone the server or the request is in."""
    return timezone.now().astimezone(WITA).date()


def baca_tanggal(teks: str) -> date:
    """Read 24-11-2026, 24/11/2026, 2026-11-24, 24 Nov 2026, 24 Nopember 2026.

    Raises ValueError for anything else; month-first dates are never guessed.
    """
    teks = " ".join(teks.split())
    if cocok := _ISO.fullmatch(teks):
        tahun, bulan, hari = (int(bagian) for bagian in cocok.groups())
    elif cocok := _BERANGKA.fullmatch(teks):
        hari, bulan, tahun = (int(bagian) for bagian in cocok.groups())
    elif (cocok := _BERNAMA.fullmatch(teks)) and cocok[2].lower() in BULAN:
        hari, bulan, tahun = int(cocok[1]), BULAN[cocok[2].lower()], int(cocok[3])
    else:
        raise ValueError(f"not a date: {teks!r}")
    return date(tahun, bulan, hari)


def _lokal(nilai: date | datetime) -> date | datetime:
    if isinstance(nilai, datetime) and timezone.is_aware(nilai):
        return nilai.astimezone(WITA)
    return nilai


def tanggal(nilai: date | datetime | None) -> str:
    """24 November 2026."""
    if not nilai:
        return KOSONG
    nilai = _lokal(nilai)
    return f"{nilai.day} {NAMA_BULAN[nilai.month - 1]} {nilai.year}"


def tanggal_hari(nilai: date | datetime | None) -> str:
    """Selasa, 24 November 2026."""
    if not nilai:
        return KOSONG
    return f"{NAMA_HARI[_lokal(nilai).weekday()]}, {tanggal(nilai)}"


def tanggal_pendek(nilai: date | datetime | None) -> str:
    """24-11-2026, for tables."""
    return f"{_lokal(nilai):%d-%m-%Y}" if nilai else KOSONG


def bulan_tahun(nilai: date | datetime | None) -> str:
    """November 2026."""
    if not nilai:
        return KOSONG
    nilai = _lokal(nilai)
    return f"{NAMA_BULAN[nilai.month - 1]} {nilai.year}"


def rentang_tanggal(
    mulai: date | datetime | None, selesai: date | datetime | None
) -> str:
    """24–26 November 2026 · 30 November–2 Desember 2026 · one date if equal."""
    if not mulai or not selesai:
        return tanggal(mulai or selesai)
    a, b = _lokal(mulai), _lokal(selesai)
    if (a.year, a.month, a.day) == (b.year, b.month, b.day):
        return tanggal(a)
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{tanggal(b)}"
    if a.year == b.year:
        return f"{a.day} {NAMA_BULAN[a.month - 1]}–{tanggal(b)}"
    return f"{tanggal(a)}–{tanggal(b)}"


def jam(nilai: datetime | None) -> str:
    """14.32 WITA."""
    return f"{_lokal(nilai):%H.%M} WITA" if nilai else KOSONG


def rentang_jam(a: datetime | None, b: datetime | None) -> str:
    """15.52–15.53 WITA; one time when both print alike."""
    if not a or not b or jam(a) == jam(b):
        return jam(a or b)
    return f"{_lokal(a):%H.%M}–{jam(b)}"


def waktu(nilai: datetime | None) -> str:
    """24 November 2026, 14.32 WITA."""
    return f"{tanggal(nilai)}, {jam(nilai)}" if nilai else KOSONG


def waktu_pendek(nilai: datetime | None) -> str:
    """24-11-2026, 14.32 WITA, for tables."""
    return f"{tanggal_pendek(nilai)}, {jam(nilai)}" if nilai else KOSONG


def jarak_jam(nilai: datetime | None, dari: datetime | None = None) -> str:
    """52 jam lagi · kurang dari 1 jam lagi · lewat 3 jam: the clock of a limit in hours."""
    if not nilai:
        return KOSONG
    jam_penuh, sisa = divmod(
        int((nilai - (dari or timezone.now())).total_seconds()), 3600
    )
    if jam_penuh > 0:
        return f"{jam_penuh} jam lagi"
    if jam_penuh == 0:
        return "kurang dari 1 jam lagi"
    lewat = -jam_penuh - (1 if sisa else 0)
    return f"lewat {lewat} jam" if lewat else "lewat kurang dari 1 jam"


def jarak_hari(nilai: date | datetime | None, dari: date | None = None) -> str:
    """3 hari lagi · hari ini · lewat 2 hari. Always shown beside the absolute date."""
    if not nilai:
        return KOSONG
    nilai = _lokal(nilai)
    tujuan = nilai.date() if isinstance(nilai, datetime) else nilai
    selisih = (tujuan - (dari or hari_ini())).days
    if selisih == 0:
        return "hari ini"
    if selisih == 1:
        return "besok"
    jumlah = angka(abs(selisih))
    return f"{jumlah} hari lagi" if selisih > 0 else f"lewat {jumlah} hari"
