"""Columns of a SIASN staff file, their other names, and how one cell is read."""

import csv
import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pegawai.dasar.alat.tanggal import baca_tanggal
from pegawai.models import Golongan, Jenjang, Pegawai, TingkatPendidikan

BERKAS_KOLOM = Path(__file__).resolve().parent.parent / "referensi" / "siasn_kolom.csv"
WAJIB = ("NIP BARU", "NAMA")
KOSONG = frozenset({"", "-", "–", "—"})
HAPUS = "HAPUS"
ALIAS_LAIN = {
    "NIP": "NIP BARU",
    "NIPBARU": "NIP BARU",
    "NI PPPK": "NIP BARU",
    "NIP/NI PPPK": "NIP BARU",
    "NIP PNS": "NIP BARU",
    "NIP PPPK": "NIP BARU",
    "NIPPPK": "NIP BARU",
    "NI P3K": "NIP BARU",
    "NOMOR INDUK": "NIP BARU",
    "NOMOR INDUK PEGAWAI": "NIP BARU",
    "NAMA LENGKAP": "NAMA",
    "NAMA ASN": "NAMA",
    "NAMA PEGAWAI": "NAMA",
    "TGL LAHIR": "TANGGAL LAHIR",
    "JK": "JENIS KELAMIN",
    "L/P": "JENIS KELAMIN",
    "JENIS PEGAWAI": "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM": "KEDUDUKAN HUKUM NAMA",
    "STATUS KEPEGAWAIAN": "STATUS CPNS PNS",
    "GOLRU": "GOL AKHIR NAMA",
    "GOL": "GOL AKHIR NAMA",
    "GOL.": "GOL AKHIR NAMA",
    "GOL/RUANG": "GOL AKHIR NAMA",
    "GOLONGAN": "GOL AKHIR NAMA",
    "GOLONGAN RUANG": "GOL AKHIR NAMA",
    "GOLONGAN/RUANG": "GOL AKHIR NAMA",
    "TMT GOL": "TMT GOLONGAN",
    "TMT GOLRU": "TMT GOLONGAN",
    "TMT GOLONGAN AKHIR": "TMT GOLONGAN",
    "JENIS JABATAN": "JENIS JABATAN NAMA",
    "JABATAN": "JABATAN NAMA",
    "NAMA JABATAN": "JABATAN NAMA",
    "TINGKAT PENDIDIKAN": "TINGKAT PENDIDIKAN NAMA",
    "JENJANG PENDIDIKAN": "TINGKAT PENDIDIKAN NAMA",
    "PENDIDIKAN TERAKHIR": "PENDIDIKAN NAMA",
    "PENDIDIKAN TERAKHIR NAMA": "PENDIDIKAN NAMA",
    "NAMA PENDIDIKAN": "PENDIDIKAN NAMA",
    "THN PENDIDIKAN": "TAHUN LULUS",
    "UNOR": "UNOR NAMA",
    "UNIT ORGANISASI": "UNOR NAMA",
    "UNIT KERJA": "UNOR NAMA",
    "SATKER": "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA": "SATUAN KERJA INDUK NAMA",
    "SATUAN KERJA INDUK": "SATUAN KERJA INDUK NAMA",
    "PERANGKAT DAERAH": "SATUAN KERJA INDUK NAMA",
    "OPD": "SATUAN KERJA INDUK NAMA",
}
KELAMIN = {
    "l": "L",
    "m": "L",
    "1": "L",
    "laki-laki": "L",
    "laki laki": "L",
    "pria": "L",
    "p": "P",  # perempuan, never pria (DOMAIN 1.9)
    "f": "P",
    "2": "P",
    "perempuan": "P",
    "wanita": "P",
}
STATUS = {
    "p": "PNS",
    "pns": "PNS",
    "c": "CPNS",
    "cpns": "CPNS",
    "pppk": "PPPK",
    "p3k": "PPPK",
}
_K = Pegawai.Kedudukan
# The first word that the cell contains decides.
KEDUDUKAN = (
    ("tidak aktif", ""),
    ("aktif", _K.AKTIF),
    ("tugas belajar", _K.TUGAS_BELAJAR),
    ("cltn", _K.CLTN),
    ("cuti di luar", _K.CLTN),
    ("sementara", _K.DIBERHENTIKAN_SEMENTARA),
    ("pensiun", _K.PENSIUN),
    ("meninggal", _K.MENINGGAL),
    ("wafat", _K.MENINGGAL),
    ("pindah", _K.PINDAH_INSTANSI),
    ("mutasi", _K.PINDAH_INSTANSI),
    ("kontrak", _K.KONTRAK_BERAKHIR),
    ("henti", _K.DIBERHENTIKAN),
)
JENIS_JABATAN = (
    ("struktural", Jenjang.Jenis.STRUKTURAL),
    ("umum", Jenjang.Jenis.PELAKSANA),
    ("pelaksana", Jenjang.Jenis.PELAKSANA),
    ("fungsional", Jenjang.Jenis.FUNGSIONAL),
)
_TANDA_GOLONGAN = re.compile(r"[\s/.\-]+")
_TANDA_TINGKAT = re.compile(r"[\s.\-]+")
_DIPLOMA = re.compile("d(i|ii|iii|iv)")
_SERIAL_NOL = date(1899, 12, 30)


@cache
def kolom_siasn() -> tuple[dict[str, str], ...]:
    """The 67 columns in their order, as referensi/siasn_kolom.csv names them."""
    with BERKAS_KOLOM.open(encoding="utf-8", newline="") as berkas:
        return tuple(csv.DictReader(berkas))


@cache
def alias_kolom() -> dict[str, str]:
    """Header as compared -> our column name; only the columns that are imported."""
    dipakai = {
        k["kolom"]: k["kolom"] for k in kolom_siasn() if k["perlu_diimpor"] == "ya"
    }
    return {**ALIAS_LAIN, **dipakai}


# Of local lists and SIMPEG exports; they say nothing that is imported.
TIDAK_DIIMPOR = frozenset(
    {
        "NO",
        "NO.",
        "NOMOR",
        "NIP LAMA",
        "PANGKAT",
        "THN",
        "BLN",
        "JENIS PENDIDIKAN",
        "TMT PENSIUN",
        "KET",
        "KET.",
        "KETERANGAN",
        "ESELON",
        "ESELON NAMA",
        "TMT ESELON",
        "KETERANGAN GALAT",
    }
)


@cache
def kepala_dikenal() -> frozenset[str]:
    """Headers that are known though not imported: nobody is asked about them."""
    return TIDAK_DIIMPOR | {k["kolom"] for k in kolom_siasn()}


@cache
def kolom_pribadi() -> frozenset[str]:
    """Columns of personal data that are never stored, not even in staging."""
    return frozenset(k["kolom"] for k in kolom_siasn() if k["perlakuan_data_pribadi"])


_KOTOR = ("  ", " |", "| ")


def teks_baris(sel: list[Any]) -> list[str]:
    """The texts of a row of cells; most rows are clean and are seen to be so at once."""
    teks = [x if x.__class__ is str else teks_sel(x) for x in sel]
    jajar = f"|{'|'.join(teks)}|"
    if jajar.isprintable() and not any(tanda in jajar for tanda in _KOTOR):
        return teks
    return [teks_sel(x) for x in teks]


def teks_sel(sel: object) -> str:
    """A cell as one line of clean text: no control or bidi characters (IMP-7)."""
    if sel is None or sel == "":
        return ""
    if not isinstance(sel, str):
        return _teks_lain(sel)
    if not sel.isprintable():
        sel = "".join(_bersih(h) for h in sel)
    return " ".join(sel.split())


def _bersih(huruf: str) -> str:
    if huruf in "\t\n\r":
        return " "
    # Cs never comes out of XML; a lone surrogate would fail in COPY.
    return "" if unicodedata.category(huruf) in {"Cc", "Cf", "Cs"} else huruf


def _teks_lain(sel: object) -> str:
    if isinstance(sel, bool):
        return "TRUE" if sel else "FALSE"
    if isinstance(sel, float) and sel.is_integer() and abs(sel) < 1e15:
        return str(int(sel))
    if isinstance(sel, datetime | date):
        return f"{sel:%d-%m-%Y}"
    return str(sel)


def tanggal_sel(sel: object) -> date:
    """A real Excel date, its bare serial number, or any spelling of the office."""
    if isinstance(sel, datetime):
        hasil = sel.date()
    elif isinstance(sel, date):
        hasil = sel
    elif isinstance(sel, int | float) and not isinstance(sel, bool):
        if not 10_000 <= sel <= 80_000:
            raise ValueError(sel)
        hasil = _SERIAL_NOL + timedelta(days=int(sel))
    elif isinstance(sel, str):
        return _tanggal_teks(sel)
    else:
        hasil = baca_tanggal(teks_sel(sel))
    return _wajar(hasil)


# The cells of a column repeat: a file of 7,000 people has a few hundred dates and words.
@lru_cache(maxsize=8192)
def _tanggal_teks(sel: str) -> date:
    return _wajar(baca_tanggal(teks_sel(sel)))


def _wajar(hasil: date) -> date:
    if not 1900 <= hasil.year <= 2100:
        raise ValueError(hasil)
    return hasil


def kelamin_sel(teks: str) -> str:
    """L, P, or an empty string."""
    return KELAMIN.get(teks.lower(), "")


def status_sel(teks: str) -> str:
    """PNS, CPNS, PPPK, or an empty string."""
    return STATUS.get(teks.lower(), "")


def kedudukan_sel(teks: str) -> str:
    """Our code of BKN's words, or an empty string."""
    kecil = teks.lower()
    return next((str(kode) for kata, kode in KEDUDUKAN if kata in kecil), "")


def jenis_jabatan_sel(teks: str) -> str:
    """STRUKTURAL, FUNGSIONAL, PELAKSANA (BKN's "fungsional umum" too), or empty."""
    kecil = teks.lower()
    return next((str(kode) for kata, kode in JENIS_JABATAN if kata in kecil), "")


# Columns of few words. The same words come together on row after row.
PILIHAN = (
    "JENIS KELAMIN",
    "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS",
    "JENIS JABATAN NAMA",
    "JENIS PEGAWAI NAMA",
)


@lru_cache(maxsize=1024)
def pilihan_sel(
    kelamin: str | None,
    kedudukan: str | None,
    status: str | None,
    jabatan: str | None,
    pegawai: str | None,
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What these five cells say, and the columns whose word is not known."""
    nilai: dict[str, Any] = {}
    asing = []
    for kolom, bidang, isi, baca in (
        ("JENIS KELAMIN", "jenis_kelamin", kelamin, kelamin_sel),
        ("KEDUDUKAN HUKUM NAMA", "kedudukan_hukum", kedudukan, kedudukan_sel),
        ("STATUS CPNS PNS", "jenis_kepegawaian", status, status_sel),
        ("JENIS JABATAN NAMA", "jenis_jabatan", jabatan, jenis_jabatan_sel),
    ):
        if isi is None:
            continue
        if hasil := baca(isi):
            nilai[bidang] = hasil
        else:
            asing.append(kolom)
    waktu = (pegawai or "").lower()
    if "paruh waktu" in waktu:
        nilai["paruh_waktu"] = True
    elif "penuh waktu" in waktu:
        nilai["paruh_waktu"] = False
    return nilai, tuple(asing)


@lru_cache(maxsize=1024)
def kunci_golongan(teks: str) -> str:
    """`III/b`, `III/B`, `III b` -> `iiib`."""
    return _TANDA_GOLONGAN.sub("", teks.lower())


ROMAWI: tuple[str, ...] = (
    "",
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
)
ROMAWI = (*ROMAWI, "xiii", "xiv", "xv", "xvi", "xvii")


def peta_golongan() -> dict[str, dict[str, int]]:
    """PNS and PPPK: every spelling of a grade -> its row."""
    peta: dict[str, dict[str, int]] = {"PNS": {}, "PPPK": {}}
    for pk, status, kode, kode_siasn in Golongan.objects.values_list(
        "pk", "status", "kode", "kode_siasn"
    ):
        kunci = kunci_golongan(kode)
        peta[status][kunci] = pk
        polos = kunci.rstrip("abcde") if status == "PNS" else kunci
        if polos in ROMAWI:
            peta[status][f"{ROMAWI.index(polos)}{kunci[len(polos) :]}"] = pk
        if kode_siasn:
            peta[status][kode_siasn] = pk
    return peta


# As SIMPEG and local lists write school levels; the rest follows from the names.
TINGKAT_LAIN = {
    "smp": "sltp",
    "sma": "slta",
    "smk": "sltakejuruan",
    "magister": "s2",
    "d1": "diplomai",
    "d2": "diplomaii",
    "d3": "diplomaiii",
    "d4": "diplomaiv",
}


@lru_cache(maxsize=1024)
def kunci_tingkat(teks: str) -> str:
    """`S-1`, `S 1`, `s1` -> `s1`; `D-III`, `D3` -> `diplomaiii`."""
    kunci = _TANDA_TINGKAT.sub("", teks.lower())
    if _DIPLOMA.fullmatch(kunci):
        return f"diploma{kunci[1:]}"
    return TINGKAT_LAIN.get(kunci, kunci)


def peta_tingkat() -> dict[str, int]:
    """Code (05 and 5), name of an education level and its parts -> its row."""
    peta = {}
    for pk, kode, nama in TingkatPendidikan.objects.values_list("pk", "kode", "nama"):
        peta[kode] = peta[kode.lstrip("0")] = pk
        for sebutan in (nama, *nama.split("/")):
            peta[kunci_tingkat(sebutan)] = pk
    return peta
