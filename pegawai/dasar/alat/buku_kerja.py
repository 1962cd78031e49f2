"""Read a table out of a workbook or CSV: its sheet, its header row, its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import md5
from typing import IO, Any

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from pegawai.dasar.alat.arsip import (
    IsiLembar,
    nomor_kolom,
    periksa_arsip,
    terbaca,
    tolak,
)
from pegawai.dasar.alat.galat import AturanDilanggar

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
    asing: list[str] = field(default_factory=list)  # headers nobody knows


@dataclass
class Alias:
    """How headers are read: known names, and what was told by hand for whole rows."""

    nama: Mapping[str, str]  # header as compared -> our column
    wajib: tuple[str, ...]
    pemetaan: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict
    )  # sidik -> ..
    dikenal: frozenset[str] = frozenset()  # headers that are known and not imported

    def untuk(self, sel: list[Any]) -> Mapping[str, str]:
        """The names that hold for this row of headers; "" takes a header out."""
        tersimpan = self.pemetaan.get(sidik_kepala(sel)) if self.pemetaan else None
        if tersimpan is None:
            return self.nama
        return {k: v for k, v in {**self.nama, **tersimpan}.items() if v}


class KepalaAsing(AturanDilanggar):
    """No row has the required columns; `kepala` is the likeliest row of headers."""

    def __init__(self, pesan: str, kepala: list[str]) -> None:
        super().__init__(pesan, kode="kolom_tidak_ada", medan="berkas")
        self.kepala = kepala


def sidik_kepala(sel: list[Any]) -> str:
    """Imprint of a row of headers, so that the same file is known again."""
    teks = "|".join(ringkas_kepala(s) for s in sel).rstrip("|")
    return md5(teks.encode(), usedforsecurity=False).hexdigest()


def ringkas_kepala(sel: object) -> str:
    """`  Nip_Baru ` -> `NIP BARU`: headers are compared this way."""
    return " ".join(
        str(sel if sel is not None else "").replace("_", " ").split()
    ).upper()


def buka_tabel(
    berkas: IO[bytes], *, alias: dict[str, str], wajib: tuple[str, ...]
) -> Tabel:
    """The table of an XLSX, after the guards."""
    return buka_buku(berkas, alias=Alias(alias, wajib), isi=periksa_arsip(berkas))


def buka_buku(berkas: IO[bytes], *, alias: Alias, isi: dict[str, IsiLembar]) -> Tabel:
    """The first visible sheet whose header is found (IMP-12); XLSX, XLS or ODS.

    The guards of the format come first; `isi` is what they saw.
    """
    with terbaca():
        buku = CalamineWorkbook.from_filelike(berkas)
        nampak = [
            m.name
            for m in buku.sheets_metadata
            if m.visible == SheetVisibleEnum.Visible
        ]
        return _lembar_pertama(buku, nampak, isi, alias)


def _lembar_pertama(
    buku: CalamineWorkbook, nampak: list[str], isi: dict[str, IsiLembar], alias: Alias
) -> Tabel:
    terbaik = Terbaik()
    for nama in nampak:
        lembar = buku.get_sheet_by_name(nama)
        awal = lembar.start or (0, 0)
        baris: Iterator[Baris] = enumerate(lembar.iter_rows(), 1)
        tabel = cari_kepala(nama, baris, alias, terbaik)
        if tabel is not None:
            tabel.lembar_lain = [n for n in nampak if n != nama]
            tabel.rumus = _hitung_rumus(tabel, isi.get(nama), awal[1])
            return tabel
    raise terbaik.galat(alias)


def _hitung_rumus(tabel: Tabel, isi: IsiLembar | None, kolom_awal: int) -> int:
    if isi is None:
        return 0
    dipakai = {letak + kolom_awal + 1 for letak in tabel.letak.values()}
    return sum(n for huruf, n in isi.rumus.items() if nomor_kolom(huruf) in dipakai)


@dataclass
class Terbaik:
    """The likeliest row of headers seen so far, for the message and the mapping page."""

    ada: set[str] = field(default_factory=set)
    kepala: list[str] = field(default_factory=list)

    def lihat(self, sel: list[Any], ada: set[str]) -> None:
        """Keep the row that names most wanted columns, else the one with most texts."""
        teks = [" ".join(str(s).split()) for s in sel if isinstance(s, str)]
        if len(ada) > len(self.ada) or (
            len(ada) == len(self.ada)
            and sum(map(bool, teks)) > sum(map(bool, self.kepala))
        ):
            self.ada = ada
            self.kepala = [
                " ".join(str(s if s is not None else "").split())[:100] for s in sel
            ]

    def galat(self, alias: Alias) -> AturanDilanggar:
        """The refusal, with the row to be mapped when there is one."""
        pesan = _pesan_kolom(self.ada, alias.wajib)
        if sum(map(bool, self.kepala)) < len(alias.wajib):
            return tolak(pesan, "kolom_tidak_ada")
        return KepalaAsing(pesan, self.kepala)


def cari_kepala(
    nama: str, baris: Iterator[Baris], alias: Alias, terbaik: Terbaik
) -> Tabel | None:
    """The table below the first row, of the first ones, that names the wanted columns."""
    for ke, (nomor, sel) in enumerate(baris):
        if ke >= BARIS_KEPALA:
            break
        kini = alias.untuk(sel)
        letak: dict[str, int] = {}
        asing = []
        for i, isi in enumerate(sel):
            ringkas = ringkas_kepala(isi)
            kolom = kini.get(ringkas)
            if kolom is not None:
                letak.setdefault(kolom, i)
            elif ringkas and ringkas not in alias.dikenal:
                asing.append(" ".join(str(isi).split())[:100])
        ada = set(alias.wajib) & set(letak)
        if len(ada) == len(alias.wajib):
            kepala = [str(s if s is not None else "").strip() for s in sel]
            if alias.pemetaan.get(sidik_kepala(sel)) is not None:
                asing = []
            return Tabel(nama, nomor, kepala, letak, baris, asing=asing)
        terbaik.lihat(sel, ada)
    return None


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
