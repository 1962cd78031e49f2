"""Reports as CSV: one table, a row a group; text that a spreadsheet could run is quoted."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from kompetensi.laporan.pensiun import Pensiun
from kompetensi.laporan.queries import Susunan

BERBAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_susunan(susunan: Susunan) -> str:
    """Dimension, group, people, base, share in percent."""
    baris: list[list[Any]] = [["bagian", "kelompok", "jumlah", "dari", "persen"]]
    for tabel in susunan.tabel:
        baris += [[tabel.judul, b.nama, *_angka(b.jumlah, b.dari)] for b in tabel.baris]
    return _tulis(baris)


def csv_pensiun(laporan: Pensiun) -> str:
    """By year, by agency, by level; the same columns."""
    baris: list[list[Any]] = [["bagian", "kelompok", "jumlah", "dari", "persen"]]
    for t in laporan.tahun:
        baris.append(["Tahun pensiun", t.tahun, *_angka(t.jumlah, laporan.aktif)])
    for judul, daftar in (
        ("Perangkat daerah", laporan.opd),
        ("Jenjang jabatan", laporan.jenjang),
    ):
        baris += [[judul, b.nama, *_angka(b.jumlah, b.dari)] for b in daftar]
    return _tulis(baris)


def _angka(jumlah: int | None, dari: int | None) -> list[Any]:
    if jumlah is None:
        return ["disamarkan", dari or "", ""]
    return [jumlah, dari or "", f"{jumlah / dari * 100:.2f}" if dari else ""]


def _tulis(baris: Iterable[Iterable[Any]]) -> str:
    keluar = io.StringIO()
    csv.writer(keluar, lineterminator="\r\n").writerows(
        [_aman(sel) for sel in satu] for satu in baris
    )
    return "\ufeff" + keluar.getvalue()


def _aman(sel: Any) -> Any:
    teks = isinstance(sel, str) and sel.startswith(BERBAHAYA)
    return f"'{sel}" if teks else sel
