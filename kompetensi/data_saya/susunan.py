"""What the blocks of "Data saya" are made of: page, JSON and PDF read the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from pegawai.dasar.alat.angka import angka, nip
from pegawai.dasar.alat.tanggal import KOSONG, tanggal, waktu

# Rows of a block on a page; the download has all.
BARIS_HALAMAN = 10
# More columns than these do not fit a page: such rows stand as blocks.
KOLOM_TABEL = 7
# What may be an NIP: shown in groups on the page; the files keep what is stored.
BERKELOMPOK = frozenset({"nip", "nomor", "nama_akun"})


class Fakta(NamedTuple):
    """One value with its name in the file, its label, and where it came from."""

    kunci: str
    label: str
    nilai: Any
    asal: str = ""


@dataclass
class Bagian:
    """A block: single values, or rows under columns (key, label); `asal` holds for all."""

    kunci: str
    judul: str
    asal: str = ""
    perbaikan: str = ""  # what a correction request for it is about
    fakta: list[Fakta] = field(default_factory=list)
    kolom: Sequence[tuple[str, str]] = ()
    baris: list[Sequence[Any]] = field(default_factory=list)
    lebih: bool = False
    kosong: str = "Belum ada yang tercatat."

    @property
    def berisi(self) -> bool:
        """Is there anything?"""
        return bool(self.fakta or self.baris)

    @property
    def tampil(self) -> list[list[tuple[str, str]]]:
        """Rows of (label, text) for a page."""
        return [
            [
                (label, nip(isi) if kunci in BERKELOMPOK and isi else sebut(isi))
                for (kunci, label), isi in zip(self.kolom, satu, strict=True)
            ]
            for satu in self.baris
        ]

    @property
    def padat(self) -> bool:
        """Do its rows fit beside each other: a table, not block under block?"""
        return len(self.baris) > 2 and len(self.kolom) <= KOLOM_TABEL

    @property
    def fakta_tampil(self) -> list[tuple[str, str, str]]:
        """Label, text, and the origin where it is not the whole block's."""
        return [
            (
                f.label,
                nip(f.nilai) if f.kunci in BERKELOMPOK else sebut(f.nilai),
                "" if f.asal == self.asal else f.asal,
            )
            for f in self.fakta
        ]


class Daftar(NamedTuple):
    """A block of rows as data: its columns, its rows of a person, how one becomes values."""

    kunci: str
    judul: str
    perbaikan: str
    kolom: tuple[tuple[str, str], ...]
    baris: Callable[[Any], Any]
    isi: Callable[[Any], tuple[Any, ...]]
    asal: str = ""
    kosong: str = "Belum ada yang tercatat."
    batas: int = BARIS_HALAMAN

    def bagian(self, pemilik: Any, *, batas: int | None) -> Bagian:
        """The block of this owner; on a page as many rows as it asks for itself."""
        daftar, lebih = potong(self.baris(pemilik), batas and self.batas)
        return Bagian(
            self.kunci,
            self.judul,
            asal=self.asal,
            perbaikan=self.perbaikan,
            kolom=self.kolom,
            baris=[self.isi(satu) for satu in daftar],
            lebih=lebih,
            kosong=self.kosong,
        )


def potong(daftar: Iterable[Any], batas: int | None) -> tuple[list[Any], bool]:
    """The first `batas` rows (all without) and whether there are more."""
    if batas is None:
        return list(daftar), False
    baris = list(daftar[: batas + 1])  # type: ignore[index]
    return baris[:batas], len(baris) > batas


def sebut(nilai: Any) -> str:
    """A value as people read it."""
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, datetime):
        return waktu(nilai)
    if isinstance(nilai, date):
        return tanggal(nilai)
    if isinstance(nilai, Decimal):
        return angka(nilai)
    return str(nilai)
