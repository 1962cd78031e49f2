"""A read row as fields of PostgreSQL's COPY text format."""

import json

from pegawai.services.impor_baris import NILAI, BarisTerbaca

_LETAK = {nama: letak for letak, nama in enumerate(NILAI)}
_KOSONG = ["" if nama == "nip" else r"\N" for nama in NILAI]


def baris_salin(nomor: int, baris: BarisTerbaca, asli: list[str]) -> list[str]:
    """The row as fields of PostgreSQL's COPY text format."""
    nilai = _KOSONG.copy()
    for nama, isi in baris.nilai.items():
        if isi is not None:
            nilai[_LETAK[nama]] = _salin(isi)
    return [
        str(nomor),
        _json(asli),
        baris.sidik,
        "{" + ",".join(baris.hapus) + "}",
        _json(baris.galat) if baris.galat else r"\N",
        _json(baris.peringatan) if baris.peringatan else "[]",
        *nilai,
    ]


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


def _salin(isi: object) -> str:
    return isi.replace("\\", "\\\\") if isinstance(isi, str) else str(isi)
