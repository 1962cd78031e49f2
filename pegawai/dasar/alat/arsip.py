"""One pass over a workbook's archive before any parser opens it (KEAMANAN B.3)."""

import lzma
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from python_calamine import CalamineError, PasswordError

from pegawai.dasar.alat.galat import AturanDilanggar

MB = 1024 * 1024
POTONG = 256 * 1024
EKOR = 200  # bytes kept between pieces, so that a mark split in two is still seen
ANGGOTA_TERBANYAK = 1000
ISI_TERBESAR = 150 * MB
RASIO_TERBESAR = 100
LANTAI_RASIO = 20 * MB  # a real staff file compresses well; only big ones are judged
SEL_TERBANYAK = 8_000_000
KOLOM_BIASA = 104  # up to CZ
UKUR_BUKU = Path(__file__).with_name("ukur_buku.py")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BARIS = re.compile(rb"""row [^>]{0,80}?\br=["'](\d+)""")
_SEL_JAUH = re.compile(rb"""r=["'](?:([D-Z][A-Z]|[A-Z]{3})(\d+)|[A-Z]{1,3}(\d{6,}))""")
_RUMUS = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d+)"[^>]*>\s*<(?:\w+:)?f[ >/]')
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
BUKAN_BUKU = (
    "Berkas ini bukan buku kerja Excel (.xlsx) yang dapat dibaca. Unduh ulang dari "
    "asalnya, atau buka di Excel dan simpan sebagai .xlsx."
)

_RUSAK = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ElementTree.ParseError,
    CalamineError,
    PasswordError,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
)


@dataclass
class IsiLembar:
    """What the pass saw in one worksheet."""

    baris: int = 0
    kini: int = 0  # rows of the table that is being read
    kolom: int = KOLOM_BIASA
    rumus: Counter = field(default_factory=Counter)  # column letters -> cells


def tolak(pesan: str, kode: str) -> AturanDilanggar:
    """The refusal of a file."""
    return AturanDilanggar(pesan, kode=kode, medan="berkas")


@contextmanager
def terbaca() -> Iterator[None]:
    """Whatever a damaged file breaks in a reader of workbooks is one refusal of the file.

    Also a panic of calamine's, which is no Exception and would end a worker.
    """
    try:
        yield
    except AturanDilanggar:
        raise
    except _RUSAK as galat:
        raise tolak(BUKAN_BUKU, "bukan_buku_kerja") from galat
    except BaseException as galat:
        if type(galat).__name__ != "PanicException":
            raise
        raise tolak(BUKAN_BUKU, "bukan_buku_kerja") from galat


def periksa_arsip(berkas: IO[bytes]) -> dict[str, IsiLembar]:
    """Inflate everything once, counting; returns sheet name -> what is in it.

    Refuses what is no workbook, bombs (counted while inflating, whatever the header
    says), DTDs, macros, links to other workbooks and sheets too wide to hold.
    """
    berkas.seek(0)
    if berkas.read(4) != b"PK\x03\x04":
        berkas.seek(0)
        raise tolak(_bukan_zip(berkas.read(8)), "bukan_buku_kerja")
    berkas.seek(0)
    try:
        with terbaca(), zipfile.ZipFile(berkas) as arsip:
            return _telusuri(arsip)
    finally:
        berkas.seek(0)


_ULANG = re.compile(
    rb'number-(?:columns|rows)-repeated="(\d{4,})"[^>]*(?:office:value-type|>\s*<table:'
    rb"table-cell[^>]*office:value-type)"
)


_TABEL_ODS = re.compile(rb"<table:table(-row)?[ />]")


def periksa_ods(berkas: IO[bytes]) -> int:
    """The same pass over an OpenDocument sheet: bombs, DTDs, filled cells repeated.

    Returns how many rows its longest table holds; empty ones it writes once.
    """
    berkas.seek(0)
    isi = IsiLembar()
    try:
        with terbaca(), zipfile.ZipFile(berkas) as arsip:
            anggota = arsip.infolist()
            if len(anggota) > ANGGOTA_TERBANYAK or "content.xml" not in {
                a.filename for a in anggota
            }:
                raise tolak(BUKAN_BUKU, "bukan_buku_kerja")
            jumlah = 0
            for a in anggota:
                jumlah = _telusuri_anggota(arsip, a, isi, jumlah)
            return isi.baris
    finally:
        berkas.seek(0)


def ukur_terbatas(berkas: IO[bytes]) -> int:
    """Open an XLS or ODS in a process under limits; returns its longest sheet's rows.

    What ends there, by a fault, its memory or its time, is refused here.
    """
    berkas.seek(0)
    hasil = subprocess.run(
        [sys.executable, str(UKUR_BUKU)],
        input=berkas.read(),
        capture_output=True,
        check=False,
    )
    berkas.seek(0)
    if hasil.returncode:
        raise tolak(BUKAN_BUKU, "bukan_buku_kerja")
    return int(hasil.stdout)


def jenis_buku(berkas: IO[bytes]) -> str:
    """What the first bytes say, whatever the name: xlsx, ods, xls, or empty."""
    berkas.seek(0)
    awal = berkas.read(120)
    berkas.seek(0)
    if awal.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "xls"
    if awal.startswith(b"PK\x03\x04"):
        return "ods" if b"opendocument.spreadsheet" in awal else "xlsx"
    return ""


def _bukan_zip(awal: bytes) -> str:
    if awal == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return (
            "Berkas ini berformat Excel lama (.xls) atau dilindungi kata sandi. Simpan "
            "sebagai .xlsx tanpa kata sandi, lalu unggah lagi."
        )
    return BUKAN_BUKU


def _telusuri(arsip: zipfile.ZipFile) -> dict[str, IsiLembar]:
    anggota = arsip.infolist()
    if len(anggota) > ANGGOTA_TERBANYAK:
        raise tolak(
            "Berkas berisi terlalu banyak bagian untuk sebuah daftar pegawai. Salin "
            "datanya ke buku kerja baru, lalu unggah lagi.",
            "arsip_terlalu_banyak",
        )
    nama = {a.filename for a in anggota}
    if "xl/workbook.xml" not in nama or any("vbaproject" in n.lower() for n in nama):
        raise tolak(BUKAN_BUKU, "bukan_buku_kerja")
    if any(n.lower().startswith("xl/externallinks/") for n in nama):
        raise tolak(
            "Berkas mengambil isi dari buku kerja lain. Salin sebagai nilai ke buku "
            "kerja baru, lalu unggah lagi.",
            "tautan_luar",
        )
    jumlah = 0
    isi: dict[str, IsiLembar] = {}
    for a in anggota:
        if a.filename.startswith("/") or ".." in a.filename.split("/"):
            raise tolak(BUKAN_BUKU, "bukan_buku_kerja")
        lembar = isi.setdefault(a.filename, IsiLembar())
        jumlah = _telusuri_anggota(arsip, a, lembar, jumlah)
    return _per_lembar(arsip, isi)


def _telusuri_anggota(
    arsip: zipfile.ZipFile, a: zipfile.ZipInfo, lembar: IsiLembar, jumlah: int
) -> int:
    """Read one member piece by piece; returns the running total of inflated bytes."""
    sendiri = 0
    ekor = b""
    data_lembar = bool(_LEMBAR.fullmatch(a.filename))
    xml = a.filename.lower().endswith((".xml", ".rels", ".vml"))
    with arsip.open(a) as aliran:
        while potong := aliran.read(POTONG):
            sendiri += len(potong)
            jumlah += len(potong)
            _periksa_besar(jumlah, sendiri, a.compress_size)
            if xml:
                _periksa_xml(potong, ekor, awal=sendiri == len(potong))
            if a.filename == "content.xml":
                _catat_ods(ekor + potong, len(ekor), lembar)
            if data_lembar:
                _catat(ekor + potong, len(ekor), lembar)
            ekor = potong[-EKOR:]
    return jumlah


def _catat_ods(data: bytes, mulai: int, lembar: IsiLembar) -> None:
    """Refuse a cell repeated over the sheet; count the rows that end in the new part."""
    if _ULANG.search(data):
        raise tolak(
            "Lembar kerja mengulang satu sel ribuan kali. Salin tabelnya saja ke buku "
            "kerja baru, lalu unggah lagi.",
            "lembar_terlalu_luas",
        )
    for cocok in _TABEL_ODS.finditer(data):
        if cocok.end() > mulai:
            lembar.kini = lembar.kini + 1 if cocok[1] else 0
            lembar.baris = max(lembar.baris, lembar.kini)


def _periksa_besar(jumlah: int, sendiri: int, padat: int) -> None:
    if jumlah > ISI_TERBESAR or (
        sendiri > LANTAI_RASIO and sendiri > RASIO_TERBESAR * max(padat, 1)
    ):
        raise tolak(
            "Isi berkas jauh lebih besar daripada daftar pegawai yang wajar, sehingga "
            "tidak dibuka. Unduh ulang dari SIASN, atau bagi menjadi beberapa berkas.",
            "arsip_terlalu_besar",
        )


def _periksa_xml(potong: bytes, ekor: bytes, *, awal: bool) -> None:
    utf16 = awal and (potong[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in potong[:8])
    if utf16 or _DTD.search(potong) or (ekor and _DTD.search(ekor[-10:] + potong[:10])):
        raise tolak(
            "Berkas memuat definisi XML yang tidak lazim dalam buku kerja, sehingga "
            "tidak dibuka. Salin datanya ke buku kerja baru, lalu unggah lagi.",
            "dtd",
        )


def _catat(data: bytes, mulai: int, lembar: IsiLembar) -> None:
    """Note the last row, far columns and formulas that end in the new part."""
    daftar = _BARIS.findall(data)
    if daftar:
        lembar.baris = max(lembar.baris, int(daftar[-1]), int(daftar[0]))
    for kolom, baris, jauh in _SEL_JAUH.findall(data):
        lembar.kolom = max(lembar.kolom, nomor_kolom(kolom.decode()))
        lembar.baris = max(lembar.baris, int((baris or jauh)[:7]))
    if b"<f" in data or b":f" in data:
        for cocok in _RUMUS.finditer(data):
            if cocok.end() > mulai:
                lembar.rumus[cocok[1].decode()] += 1
    if lembar.baris * lembar.kolom > SEL_TERBANYAK:
        raise tolak(
            "Lembar kerja terlalu luas: ada sel terisi jauh di luar tabel. Salin "
            "tabelnya saja ke buku kerja baru, lalu unggah lagi.",
            "lembar_terlalu_luas",
        )


def nomor_kolom(huruf: str) -> int:
    """A -> 1, BO -> 67."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor


def _per_lembar(
    arsip: zipfile.ZipFile, isi: dict[str, IsiLembar]
) -> dict[str, IsiLembar]:
    """Sheet names of workbook.xml, joined to their parts by its relations."""
    hubungan = {}
    if "xl/_rels/workbook.xml.rels" in isi:
        akar = ElementTree.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
        for r in akar:
            tujuan = r.get("Target", "")
            tujuan = tujuan[1:] if tujuan.startswith("/") else f"xl/{tujuan}"
            hubungan[r.get("Id")] = tujuan
    hasil = {}
    for unsur in ElementTree.fromstring(arsip.read("xl/workbook.xml")).iter():
        if unsur.tag.rsplit("}", 1)[-1] != "sheet":
            continue
        kunci = next((v for k, v in unsur.items() if k.endswith("}id")), None)
        bagian = isi.get(hubungan.get(kunci, ""), IsiLembar())
        hasil[unsur.get("name", "")] = bagian
    return hasil
