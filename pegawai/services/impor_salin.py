"""A read row as fields of PostgreSQL's COPY text format."""

import json
from hashlib import md5

from pegawai.services.impor_baris import NILAI, BarisTerbaca

_LETAK = {nama: letak for letak, nama in enumerate(NILAI)}
_KOSONG = ["" if nama == "nip" else r"\N" for nama in NILAI]


def baris_salin(nomor: int, baris: BarisTerbaca, asli: list[str]) -> list[str]:
    """The row as fields of PostgreSQL's COPY text format."""
    nilai = _KOSONG.copy()
    for nama, isi in baris.nilai.items():
        if isinstance(isi, str):
            nilai[_LETAK[nama]] = isi.replace("\\", "\\\\") if "\\" in isi else isi
        elif isi is not None:
            nilai[_LETAK[nama]] = str(isi)
    hapus = ",".join(baris.hapus)
    galat = _json(baris.galat) if baris.galat else r"\N"
    return [
        str(nomor),
        _json_teks(asli),
        _sidik(*nilai, ",".join(sorted(baris.hapus)), galat),
        f"{{{hapus}}}",
        galat,
        _json(baris.peringatan) if baris.peringatan else "[]",
        *nilai,
    ]


def _sidik(*isi: str) -> str:
    """Rows with the same imprint are equal in all imported columns (IMP-2)."""
    return md5("\t".join(isi).encode(), usedforsecurity=False).hexdigest()


KOLOM_SALIN = (
    "nomor_baris",
    "asli",
    "sidik",
    "hapus",
    "galat_baca",
    "peringatan_baca",
    *NILAI,
)


_enkode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _json(isi: object) -> str:
    return _enkode(isi).replace("\\", "\\\\")


def _json_teks(isi: list[str]) -> str:
    """Cells hold no control characters; without quotes either they are JSON as they are."""
    jajar = '","'.join(isi)
    if isi and "\\" not in jajar and jajar.count('"') == 2 * (len(isi) - 1):
        return f'["{jajar}"]'
    return _json(isi)
