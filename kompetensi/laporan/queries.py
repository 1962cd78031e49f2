"""People of the registry by agency, status, grade, education, sex, age, kind of post."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from kompetensi.laporan.cakupan import Cakupan
from kompetensi.laporan.hitung import (
    DIMENSI,
    PITA_UMUR,
    Kelompok,
    hitung_orang,
)
from pegawai.dasar.alat.samar import samarkan
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import Jenjang, Pegawai
from pegawai.queries.pensiun import DIHITUNG, KEDUDUKAN_DIHITUNG

JUDUL = {
    "opd": "Perangkat daerah",
    "jenis": "Status kepegawaian",
    "golongan": "Golongan",
    "pendidikan": "Pendidikan",
    "kelamin": "Jenis kelamin",
    "umur": "Umur",
    "jenis_jabatan": "Jenis jabatan",
    "jenjang": "Jenjang jabatan",
    "kedudukan": "Kedudukan hukum",
}
# A reader of aggregates does not get the levels: with the kinds above them, whose sums
# they are, a hidden level could be had by subtraction.
HANYA_BERNAMA = {"jenjang"}


@dataclass(frozen=True)
class Baris:
    """One row: a group, its people (None = hidden), of how many; the list it opens."""

    nama: str
    jumlah: int | None
    dari: int
    url: str = ""


@dataclass(frozen=True)
class Tabel:
    """One dimension of the report."""

    kunci: str
    judul: str
    dasar: str
    baris: list[Baris]

    @property
    def tersamar(self) -> bool:
        """Is a row hidden?"""
        return any(b.jumlah is None for b in self.baris)


@dataclass(frozen=True)
class Susunan:
    """The whole report; `aktif` is None when even the total is too small to show."""

    aktif: int | None
    semua: int | None
    terkecil: int  # 0: nothing is hidden from this reader
    tabel: list[Tabel]

    @property
    def kosong(self) -> bool:
        """Nobody in scope, or nobody left by the filter."""
        return self.semua == 0


def susunan_pegawai(
    cakupan: Cakupan, orang: QuerySet[Pegawai], hari: date, saring: dict[str, str]
) -> Susunan:
    """All tables of the report over `orang`, small cells hidden where the reader must not."""
    dimensi = [d for d in DIMENSI if not (cakupan.agregat and d in HANYA_BERNAMA)]
    kelompok = hitung_orang(orang, hari, dimensi)
    terkecil = aturan("sel_terkecil") if cakupan.agregat else 0
    semua = kelompok["semua"][0]
    if 0 < semua.aktif < terkecil:
        return Susunan(None, None, terkecil, [])
    tabel = [_tabel(d, kelompok[d], semua, terkecil, saring) for d in dimensi]
    jumlah = None if terkecil else semua.semua
    return Susunan(semua.aktif, jumlah, terkecil, [t for t in tabel if t.baris])


def _tabel(
    kunci: str,
    kelompok: list[Kelompok],
    semua: Kelompok,
    terkecil: int,
    saring: dict[str, str],
) -> Tabel:
    """Rows in the order of the office; the share is of people at work, or of all."""
    if kunci == "kedudukan":
        daftar, dari = _kedudukan(kelompok, gabung=bool(terkecil)), semua.semua
        dasar = "Dari semua orang pada data, juga yang sudah berhenti."
    else:
        daftar = [(k.kunci, k.aktif) for k in _urut(kunci, kelompok) if k.aktif]
        dari, dasar = semua.aktif, ""
    tampil = _samar(kunci, daftar, terkecil)
    baris = [
        Baris(
            NAMA[kunci](*isi),
            jumlah,
            dari,
            "" if terkecil else _tautan(kunci, isi, saring),
        )
        for (isi, _), jumlah in zip(daftar, tampil, strict=True)
    ]
    if kunci == "kedudukan" and terkecil:
        kerja = Pegawai.Kedudukan.AKTIF.label
        baris = [
            Baris(
                f"{b.nama} atau tugas belajar" if b.nama == kerja else b.nama,
                b.jumlah,
                0,
            )
            for b in baris
        ]
    return Tabel(kunci, JUDUL[kunci], dasar, baris)


def _samar(
    kunci: str, daftar: list[tuple[tuple[Any, ...], int]], terkecil: int
) -> list[int | None]:
    """Hidden where needed; grades by kind of employment, whose totals another table shows."""
    if not terkecil:
        return [n for _, n in daftar]
    if kunci == "kedudukan":  # its total is not shown
        return [None if 0 < n < terkecil else n for _, n in daftar]
    if kunci != "golongan":
        return samarkan([n for _, n in daftar], terkecil)
    bagian = groupby(daftar, key=lambda butir: butir[0][0])
    return [n for _, isi in bagian for n in samarkan([n for _, n in isi], terkecil)]


def _kedudukan(
    kelompok: list[Kelompok], *, gabung: bool
) -> list[tuple[tuple[Any, ...], int]]:
    """By the order of the choices. Aggregates count both kinds at work as one.

    Their sum is the report's total: apart, one of them would give the other away.
    """
    jumlah = {k.kunci[0]: k.semua for k in kelompok}
    if gabung:
        kerja = sum(k.aktif for k in kelompok)
        jumlah = {k: n for k, n in jumlah.items() if k not in KEDUDUKAN_DIHITUNG}
        jumlah["AKTIF"] = kerja
    return [((k,), jumlah[k]) for k in Pegawai.Kedudukan.values if jumlah.get(k)]


def _urut(kunci: str, kelompok: Iterable[Kelompok]) -> list[Kelompok]:
    """Agencies by size, everything else by its own order; unknown last."""
    if kunci == "opd":
        return sorted(kelompok, key=lambda k: (k.kunci[1] is None, -k.aktif, k.kunci))
    pilihan = URUTAN.get(kunci)
    if pilihan:
        return sorted(kelompok, key=lambda k: _letak(pilihan, k.kunci[0]))
    return sorted(kelompok, key=lambda k: [(i is None, i) for i in k.kunci])


def _letak(pilihan: list[str], kode: str | None) -> int:
    return pilihan.index(kode) if kode in pilihan else len(pilihan)


URUTAN = {
    "jenis": Pegawai.Jenis.values,
    "kelamin": Pegawai.Kelamin.values,
    "jenis_jabatan": Jenjang.Jenis.values,
}


def nama_umur(pita: int) -> str:
    """The words of an age band."""
    if pita == 0:
        return f"Di bawah {PITA_UMUR[0]} tahun"
    if pita == len(PITA_UMUR):
        return f"{PITA_UMUR[-1]} tahun ke atas"
    return f"{PITA_UMUR[pita - 1]}–{PITA_UMUR[pita] - 1} tahun"


NAMA: dict[str, Callable[..., str]] = {
    "opd": lambda nama, _uid: nama or "Tanpa perangkat daerah",
    "jenis": lambda kode: Pegawai.Jenis(kode).label,
    "golongan": lambda pppk, _urutan, kode: (
        f"{'PPPK' if pppk else 'PNS'} {kode or 'belum tercatat'}"
    ),
    "pendidikan": lambda _urutan, nama: nama or "Belum tercatat",
    "kelamin": lambda kode: Pegawai.Kelamin(kode).label,
    "umur": nama_umur,
    "jenis_jabatan": lambda kode: (
        Jenjang.Jenis(kode).label if kode else "Belum dikenali"
    ),
    "jenjang": lambda _urutan, nama, _kode: nama or "Belum dikenali",
    "kedudukan": lambda kode: Pegawai.Kedudukan(kode).label,
}


def _tautan(kunci: str, isi: tuple[Any, ...], saring: dict[str, str]) -> str:
    """The staff list that holds these people, where a filter says the same."""
    nilai = {"kedudukan": DIHITUNG} | saring
    match kunci:
        case "opd":
            nilai["unit"] = isi[1] or ""
        case "jenis" | "kedudukan":
            nilai[kunci] = isi[0]
        case "jenjang":
            nilai["jenjang"] = isi[2] or ""
        case _:
            return ""
    if not nilai.get("unit" if kunci == "opd" else kunci):
        return ""
    return f"{reverse('pegawai:pegawai-daftar')}?{urlencode(nilai)}"
