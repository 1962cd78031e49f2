"""Workbooks of dictionaries and standards: written as text only, read by column title."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import IO, Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from pegawai.alat.rumusan import TEKS_TERPANJANG, rapikan
from pegawai.dasar.alat.arsip import periksa_arsip, terbaca
from pegawai.dasar.alat.buku_kerja import ringkas_kepala
from pegawai.dasar.alat.galat import AturanDilanggar

BARIS_TERBANYAK = 25_000
LUAS = "Isi berkas terlalu besar atau terlalu luas. Ekspor lagi, lalu sunting hasilnya."
Lembar = tuple[str, Sequence[str], Iterable[Sequence[object]]]


def tulis_buku(daftar: Iterable[Lembar]) -> bytes:
    """Sheets of (name, titles, rows). Every text is a string cell, so none is a formula."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(
        wadah,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    tebal = buku.add_format({"bold": True, "valign": "top", "text_wrap": True})
    teks = buku.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    for nama, kepala, baris in daftar:
        lembar = buku.add_worksheet(nama)
        lembar.freeze_panes(1, 0)
        lembar.set_column(0, len(kepala) - 1, 24)
        for letak, judul in enumerate(kepala):
            lembar.write_string(0, letak, judul, tebal)
        for nomor, sel in enumerate(baris, 1):
            for letak, isi in enumerate(sel):
                if isinstance(isi, int):
                    lembar.write_number(nomor, letak, isi)
                elif isi:
                    lembar.write_string(nomor, letak, str(isi), teks)
    buku.close()
    return wadah.getvalue()


def buka_buku(berkas: IO[bytes]) -> CalamineWorkbook:
    """A workbook that passed the guards; refusals speak of this kind of file."""
    try:
        isi = periksa_arsip(berkas)
        if any(lembar.baris > BARIS_TERBANYAK for lembar in isi.values()):
            raise AturanDilanggar(
                "Berkas lebih dari 25.000 baris. Bagi menjadi beberapa berkas.",
                kode="baris_terlalu_banyak",
            )
        with terbaca():
            return CalamineWorkbook.from_filelike(berkas)
    except AturanDilanggar as galat:
        pesan = {
            "bukan_buku_kerja": "Berkas ini bukan buku kerja Excel (.xlsx) yang dapat "
            "dibaca. Ekspor lagi dari aplikasi ini, atau simpan sebagai .xlsx tanpa "
            "kata sandi.",
            "arsip_terlalu_banyak": LUAS,
            "arsip_terlalu_besar": LUAS,
            "lembar_terlalu_luas": LUAS,
        }.get(galat.kode, galat.pesan)
        raise AturanDilanggar(pesan, kode=galat.kode, medan="berkas") from None


def baca_lembar(
    buku: CalamineWorkbook, nama: str, kepala: Sequence[str], wajib: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of one sheet as title -> text, with their number; empty rows are skipped."""
    if nama not in buku.sheet_names:
        raise AturanDilanggar(
            f"Lembar {nama} tidak ada. Ekspor dulu dari halaman ini, lalu sunting "
            "hasilnya.",
            kode="lembar_tidak_ada",
            medan="berkas",
        )
    with terbaca():
        lembar = buku.get_sheet_by_name(nama)
    baris = iter(lembar.iter_rows())
    judul = [ringkas_kepala(s) for s in next(baris, [])]
    letak = {k: judul.index(k.upper()) for k in kepala if k.upper() in judul}
    kurang = [k for k in wajib if k not in letak]
    if kurang:
        raise AturanDilanggar(
            f"Kolom {', '.join(kurang)} tidak ada di baris pertama lembar {nama}. Ekspor "
            "dulu dari halaman ini, lalu sunting hasilnya.",
            kode="kolom_tidak_ada",
            medan="berkas",
        )
    for nomor, sel in enumerate(baris, 2 + (lembar.start or (0, 0))[0]):
        isi = {k: teks_sel(sel[i]) if i < len(sel) else "" for k, i in letak.items()}
        for kolom, teks in isi.items():
            if len(teks) > TEKS_TERPANJANG:
                raise AturanDilanggar(
                    f"Baris {nomor}, kolom {kolom}: lebih dari 10.000 karakter. Ringkas "
                    "isinya.",
                    kode="sel_terlalu_panjang",
                    medan="berkas",
                )
        if any(isi.values()):
            yield nomor, isi


def teks_sel(sel: Any) -> str:
    """A cell as text: 3.0 is 3, a date is 2026-01-05."""
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    if isinstance(sel, datetime):
        return sel.date().isoformat()
    if isinstance(sel, date):
        return sel.isoformat()
    if isinstance(sel, str) and len(sel) > TEKS_TERPANJANG:
        return sel
    return rapikan(sel)
