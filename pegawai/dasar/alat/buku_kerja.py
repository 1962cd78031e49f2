"""Read a table out of a workbook or CSV: its sheet, its header row, its rows."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from pegawai.dasar.alat.arsip import (
    BUKAN_BUKU,
    IsiLembar,
    nomor_kolom,
    periksa_arsip,
    tolak,
)

BARIS_KEPALA = 25  # the header stands within the first rows, below at most some titles
Baris = tuple[int, list[Any]]


@dataclass
class Tabel:
    """A found table: header names, where each wanted column stands, and the rows."""

    lembar: str
    baris_kepala: int
    kepala: list[str]
    letak: dict[str, int]  # our column name -> index
    baris: Iterator[Baris]
    lembar_lain: list[str] = field(default_factory=list)
    rumus: int = 0


def ringkas_kepala(sel: object) -> str:
    """`  Nip_Baru ` -> `NIP BARU`: headers are compared this way."""
    return " ".join(
        str(sel if sel is not None else "").replace("_", " ").split()
    ).upper()


def buka_tabel(
    berkas: IO[bytes], *, alias: dict[str, str], wajib: tuple[str, ...]
) -> Tabel:
    """The first visible sheet whose header is found (IMP-12); XLSX, after the guards."""
    isi = periksa_arsip(berkas)
    try:
        buku = CalamineWorkbook.from_filelike(berkas)
        nampak = [
            m.name
            for m in buku.sheets_metadata
            if m.visible == SheetVisibleEnum.Visible
        ]
        return _lembar_pertama(buku, nampak, isi, alias, wajib)
    except (CalamineError, PasswordError) as galat:
        raise tolak(BUKAN_BUKU, "bukan_buku_kerja") from galat


def _lembar_pertama(
    buku: CalamineWorkbook,
    nampak: list[str],
    isi: dict[str, IsiLembar],
    alias: dict[str, str],
    wajib: tuple[str, ...],
) -> Tabel:
    terbaik: set[str] = set()
    for nama in nampak:
        lembar = buku.get_sheet_by_name(nama)
        awal = lembar.start or (0, 0)
        baris: Iterator[Baris] = enumerate(lembar.iter_rows(), 1)
        tabel, ada = _cari_kepala(nama, baris, alias, wajib)
        terbaik = max(terbaik, ada, key=len)
        if tabel is not None:
            tabel.lembar_lain = [n for n in nampak if n != nama]
            tabel.rumus = _hitung_rumus(tabel, isi.get(nama), awal[1])
            return tabel
    raise tolak(_pesan_kolom(terbaik, wajib), "kolom_tidak_ada")


def _hitung_rumus(tabel: Tabel, isi: IsiLembar | None, kolom_awal: int) -> int:
    if isi is None:
        return 0
    dipakai = {letak + kolom_awal + 1 for letak in tabel.letak.values()}
    return sum(n for huruf, n in isi.rumus.items() if nomor_kolom(huruf) in dipakai)


def _cari_kepala(
    nama: str, baris: Iterator[Baris], alias: dict[str, str], wajib: tuple[str, ...]
) -> tuple[Tabel | None, set[str]]:
    """The header row within the first rows; else the most wanted columns seen in one."""
    terbaik: set[str] = set()
    for ke, (nomor, sel) in enumerate(baris):
        if ke >= BARIS_KEPALA:
            break
        letak: dict[str, int] = {}
        for i, isi in enumerate(sel):
            kolom = alias.get(ringkas_kepala(isi))
            if kolom is not None:
                letak.setdefault(kolom, i)
        ada = set(wajib) & set(letak)
        if len(ada) == len(wajib):
            kepala = [str(s if s is not None else "").strip() for s in sel]
            return Tabel(nama, nomor, kepala, letak, baris), ada
        terbaik = max(terbaik, ada, key=len)
    return None, terbaik


def _pesan_kolom(ada: set[str], wajib: tuple[str, ...]) -> str:
    if not ada:
        kolom = " dan ".join(wajib)
        return (
            f"Baris judul kolom tidak ditemukan. Berkas harus memuat kolom {kolom} pada "
            f"salah satu dari {BARIS_KEPALA} baris pertama."
        )
    kurang = " dan ".join(k for k in wajib if k not in ada)
    return (
        f"Kolom {kurang} tidak ada dalam berkas. Tambahkan kolom itu, atau unduh ulang "
        "data utama dari SIASN."
    )


def buka_csv(
    berkas: IO[bytes], *, alias: dict[str, str], wajib: tuple[str, ...]
) -> Tabel:
    """The same from CSV (comma, semicolon or tab; UTF-8), read as a stream."""
    awal = berkas.read(64 * 1024)
    berkas.seek(3 if awal.startswith(codecs.BOM_UTF8) else 0)
    pemisah = max(",;\t", key=lambda p: awal.count(p.encode()))
    teks = codecs.iterdecode(berkas, "utf-8", errors="replace")
    if b"\x00" in awal:
        raise tolak(
            "Berkas ini bukan CSV. Simpan sebagai CSV UTF-8 atau .xlsx.", "bukan_csv"
        )
    baris: Iterator[Baris] = enumerate(csv.reader(teks, delimiter=pemisah), 1)
    tabel, ada = _cari_kepala("CSV", baris, alias, wajib)
    if tabel is None:
        raise tolak(_pesan_kolom(ada, wajib), "kolom_tidak_ada")
    return tabel
