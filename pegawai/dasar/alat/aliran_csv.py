"""A CSV of whatever program: its encoding, its separator, its rows as a stream."""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from pegawai.dasar.alat.arsip import MB, tolak
from pegawai.dasar.alat.buku_kerja import (
    BARIS_KEPALA,
    Alias,
    Baris,
    Tabel,
    Terbaik,
    cari_kepala,
    ringkas_kepala,
)

AWAL = 256 * 1024
POTONG = 1 * MB
PEMISAH = (";", ",", "\t", "|")
SEL_TERBESAR = 8 * MB
# Excel in Indonesia writes `;` and Windows-1252; a file exported elsewhere `,` and UTF-8.
LAIN = "cp1252"


def buka_csv(berkas: IO[bytes], *, alias: Alias) -> Tabel:
    """The table of a CSV, read as a stream whatever its size."""
    sandi = _sandi(berkas)
    awal = berkas.read(AWAL)
    if b"\x00" in awal:
        raise tolak(
            "Berkas ini bukan CSV. Simpan sebagai CSV UTF-8 atau .xlsx.", "bukan_csv"
        )
    berkas.seek(0)
    csv.field_size_limit(SEL_TERBESAR)
    pemisah = _pemisah(awal.decode(sandi, errors="replace"), alias)
    teks = codecs.iterdecode(_baris_berkas(berkas), sandi, errors="replace")
    terbaik = Terbaik()
    tabel = cari_kepala(
        "CSV", _baris(csv.reader(teks, delimiter=pemisah)), alias, terbaik
    )
    if tabel is None:
        raise terbaik.galat(alias)
    return tabel


def _baris_berkas(berkas: IO[bytes]) -> Iterator[bytes]:
    yield from berkas


def _baris(pembaca: Iterator[list[str]]) -> Iterator[Baris]:
    nomor = 0
    while True:
        nomor += 1
        try:
            sel = next(pembaca)
        except StopIteration:
            return
        except csv.Error as galat:
            raise tolak(
                f"Baris {nomor} tidak dapat dibaca sebagai CSV: tanda kutipnya tidak "
                "ditutup, atau selnya terlalu panjang. Perbaiki baris itu, lalu unggah lagi.",
                "csv_rusak",
            ) from galat
        yield nomor, sel


def _sandi(berkas: IO[bytes]) -> str:
    """UTF-8 (with or without its mark) when all of it is; else Windows-1252."""
    berkas.seek(0)
    pengurai = codecs.getincrementaldecoder("utf-8")()
    try:
        while potong := berkas.read(POTONG):
            pengurai.decode(potong)
        pengurai.decode(b"", final=True)
    except UnicodeDecodeError:
        return LAIN
    finally:
        berkas.seek(0)
    return "utf-8-sig"


def _pemisah(teks: str, alias: Alias) -> str:
    """The separator under which a row of headers names most columns we know."""

    def kenal(pemisah: str) -> tuple[int, int]:
        terbanyak = kolom = 0
        # What breaks further down is told by the reading; the headers were seen by then.
        with suppress(csv.Error):
            for ke, sel in enumerate(csv.reader(io.StringIO(teks), delimiter=pemisah)):
                if ke >= BARIS_KEPALA:
                    break
                kini = alias.untuk(sel)
                jumlah = sum(ringkas_kepala(s) in kini for s in sel)
                terbanyak, kolom = max(terbanyak, jumlah), max(kolom, len(sel))
        return terbanyak, kolom

    return max(PEMISAH, key=kenal)
