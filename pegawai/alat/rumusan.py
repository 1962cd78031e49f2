"""Wording of competencies as plain data: cleaned, compared, made safe for spreadsheets.

One competency is a dict: kode, nama, jenis, definisi, terkait (list of codes), level
(`"1"` to `"5"` -> uraian, indikator) and, in a stored draft, versi.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import md5
from typing import Any, NamedTuple

Butir = dict[str, Any]
TINGKAT = ("1", "2", "3", "4", "5")
TEKS_TERPANJANG = 10_000
_RUMUS = re.compile(r"'*[=+\-@\t\r]")
_LOLOS = re.compile(r"'+[=+\-@\t\r]")


class Bagian(NamedTuple):
    """One differing part of a competency."""

    nama: str
    lama: str
    baru: str


class UbahRumusan(NamedTuple):
    """One competency that differs between two editions."""

    kode: str
    nama: str
    tindakan: str  # TAMBAH, UBAH, HAPUS
    bagian: list[Bagian]


def sidik(perbedaan: Sequence[object]) -> str:
    """A mark of differences as they were shown: the same mark, the same differences."""
    return md5(repr(perbedaan).encode(), usedforsecurity=False).hexdigest()


def rapikan(teks: object) -> str:
    """One spelling of a text: NFC, `\\n` line ends, no control characters, no edges."""
    isi = unicodedata.normalize("NFC", str(teks if teks is not None else ""))
    isi = isi.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    isi = "".join(
        c for c in isi if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"}
    )
    return "\n".join(b.rstrip() for b in isi.split("\n")).strip()


def aman_rumus(teks: str) -> str:
    """A text that no spreadsheet takes for a formula; `buka_rumus` undoes it exactly."""
    return f"'{teks}" if _RUMUS.match(teks) else teks


def buka_rumus(teks: str) -> str:
    """The text that `aman_rumus` was given."""
    return teks[1:] if _LOLOS.match(teks) else teks


def butir_baru(
    *,
    kode: str,
    nama: str,
    jenis: str,
    definisi: str = "",
    terkait: Sequence[str] = (),
    level: dict[str, tuple[str, str]] | None = None,
) -> Butir:
    """A competency in its one normal shape; levels without words are left out."""
    isi = {}
    for tingkat in TINGKAT:
        uraian, indikator = (level or {}).get(tingkat, ("", ""))
        if rapikan(uraian) or rapikan(indikator):
            isi[tingkat] = {"uraian": rapikan(uraian), "indikator": rapikan(indikator)}
    return {
        "kode": " ".join(rapikan(kode).split()),
        "nama": " ".join(rapikan(nama).split()),
        "jenis": jenis,
        "definisi": rapikan(definisi),
        "terkait": sorted({k.strip() for k in terkait if k.strip()}),
        "level": isi,
    }


def _datar(butir: Butir | None, jenis: dict[str, str]) -> dict[str, str]:
    if butir is None:
        return {}
    isi = {
        "Nama": butir["nama"],
        "Jenis": jenis.get(butir["jenis"], butir["jenis"]),
        "Definisi": butir["definisi"],
        "Terkait": ", ".join(butir.get("terkait", [])),
    }
    for tingkat in TINGKAT:
        satu = butir["level"].get(tingkat, {})
        isi[f"Tingkat {tingkat}, uraian"] = satu.get("uraian", "")
        isi[f"Tingkat {tingkat}, indikator"] = satu.get("indikator", "")
    return isi


def bandingkan_rumusan(
    lama: Iterable[Butir], baru: Iterable[Butir], jenis: dict[str, str]
) -> list[UbahRumusan]:
    """What differs, in the order of the new edition; what it drops comes last."""
    kiri = {b["kode"]: b for b in lama}
    kanan = {b["kode"]: b for b in baru}
    hasil = []
    for kode in [*kanan, *(k for k in kiri if k not in kanan)]:
        asal, jadi = kiri.get(kode), kanan.get(kode)
        satu, dua = _datar(asal, jenis), _datar(jadi, jenis)
        bagian = [
            Bagian(n, satu.get(n, ""), dua.get(n, ""))
            for n in (dua or satu)
            if satu.get(n, "") != dua.get(n, "")
        ]
        tindakan = "UBAH" if asal and jadi else ("TAMBAH" if jadi else "HAPUS")
        if bagian or tindakan != "UBAH":
            nama = (jadi or asal or {})["nama"]
            hasil.append(UbahRumusan(kode, nama, tindakan, bagian))
    return hasil
