"""Columns of the list of people: what each reads, says on a page, and who may have it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pegawai.dasar.alat.tanggal import tanggal_pendek
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    punya_peran,
)

Baris = dict[str, Any]
JENIS = dict(Pegawai.Jenis.choices)
KEDUDUKAN = dict(Pegawai.Kedudukan.choices)
KELAMIN = dict(Pegawai.Kelamin.choices)
PEMBACA_PRIBADI = (Peran.ANALIS, Peran.PENGELOLA_OPD)
BEKERJA = {Pegawai.Kedudukan.AKTIF, Pegawai.Kedudukan.TUGAS_BELAJAR}
# What every row needs: its link, its name, its keys in the order of the list.
MEDAN_TETAP = (
    "pk",
    "uid",
    "nip",
    "nama",
    "nama_urut",
    "gelar_depan",
    "gelar_belakang",
)


@dataclass(frozen=True)
class Kolom:
    """One column: `tampil(row)` is its text and a smaller second line."""

    kode: str
    judul: str
    medan: tuple[str, ...]
    tampil: Callable[[Baris], tuple[str, str]]
    bawaan: bool = False
    pribadi: bool = False  # KEAMANAN C.4 class F2


def _polos(medan: str) -> Callable[[Baris], tuple[str, str]]:
    return lambda baris: (baris[medan] or "", "")


def _hari(medan: str) -> Callable[[Baris], tuple[str, str]]:
    return lambda baris: (tanggal_pendek(baris[medan]) if baris[medan] else "", "")


def _jabatan(baris: Baris) -> tuple[str, str]:
    return baris["jabatan__nama"] or "", baris["unit_kerja__nama"] or ""


def _status(baris: Baris) -> tuple[str, str]:
    jenis = JENIS[baris["jenis_kepegawaian"]]
    if baris["paruh_waktu"]:
        jenis = f"{jenis} paruh waktu"
    kedudukan = baris["kedudukan_hukum"]
    return jenis, "" if kedudukan in BEKERJA else KEDUDUKAN[kedudukan]


KOLOM: tuple[Kolom, ...] = (
    Kolom("jabatan", "Jabatan", ("jabatan__nama", "unit_kerja__nama"), _jabatan, True),
    Kolom(
        "jenjang",
        "Jenjang",
        ("jabatan__jenjang__nama",),
        _polos("jabatan__jenjang__nama"),
        True,
    ),
    Kolom("golongan", "Golongan", ("golongan__kode",), _polos("golongan__kode"), True),
    Kolom(
        "status",
        "Status",
        ("jenis_kepegawaian", "paruh_waktu", "kedudukan_hukum"),
        _status,
        True,
    ),
    Kolom(
        "kedudukan",
        "Kedudukan hukum",
        ("kedudukan_hukum",),
        lambda b: (KEDUDUKAN[b["kedudukan_hukum"]], ""),
    ),
    Kolom(
        "opd",
        "Perangkat daerah",
        ("unit_kerja__opd__nama",),
        _polos("unit_kerja__opd__nama"),
    ),
    Kolom("unit", "Unit kerja", ("unit_kerja__nama",), _polos("unit_kerja__nama")),
    Kolom("tmt_jabatan", "TMT jabatan", ("tmt_jabatan",), _hari("tmt_jabatan")),
    Kolom("pangkat", "Pangkat", ("golongan__pangkat",), _polos("golongan__pangkat")),
    Kolom("tmt_golongan", "TMT golongan", ("tmt_golongan",), _hari("tmt_golongan")),
    Kolom(
        "pendidikan",
        "Pendidikan",
        ("tingkat_pendidikan__nama",),
        _polos("tingkat_pendidikan__nama"),
    ),
    Kolom("atasan", "Atasan langsung", ("atasan__nama",), _polos("atasan__nama")),
    Kolom(
        "lahir",
        "Tanggal lahir",
        ("tanggal_lahir",),
        _hari("tanggal_lahir"),
        pribadi=True,
    ),
    Kolom(
        "kelamin",
        "Jenis kelamin",
        ("jenis_kelamin",),
        lambda b: (KELAMIN.get(b["jenis_kelamin"], ""), ""),
        pribadi=True,
    ),
    Kolom(
        "surel", "Surel dinas", ("surel_dinas",), _polos("surel_dinas"), pribadi=True
    ),
)
BAWAAN = tuple(k for k in KOLOM if k.bawaan)


def kolom_boleh(pengguna: Pengguna) -> tuple[Kolom, ...]:
    """Columns this account may choose; personal data only for those who keep it."""
    if punya_peran(pengguna, *PEMBACA_PRIBADI):
        return KOLOM
    return tuple(k for k in KOLOM if not k.pribadi)


def kolom_dipilih(pengguna: Pengguna, kode: Iterable[str]) -> tuple[Kolom, ...]:
    """The chosen columns in the order of the office; none chosen means the usual ones."""
    pilihan = set(kode)
    dipilih = tuple(k for k in kolom_boleh(pengguna) if k.kode in pilihan)
    return dipilih or BAWAAN


class PembacaPribadi:
    """May this account read class F2 of a row? The same rule as on a person's page."""

    def __init__(self, pengguna: Pengguna) -> None:
        self.sekota = berlaku_sekota(pengguna, *PEMBACA_PRIBADI)
        self.sendiri = pegawai_sendiri_id(pengguna)
        self.akar = tuple(f"{a}." for a in akar_cakupan(pengguna, *PEMBACA_PRIBADI))

    def boleh(self, baris: Baris) -> bool:
        """One row of a list that has one of these columns."""
        jalur = baris["unit_kerja__jalur"]
        return (
            self.sekota
            or baris["pk"] == self.sendiri
            or bool(jalur and f"{jalur}.".startswith(self.akar))
        )


def medan_dibaca(kolom: Iterable[Kolom]) -> tuple[str, ...]:
    """Fields of the rows of a list with these columns."""
    medan = [*MEDAN_TETAP, *(m for k in kolom for m in k.medan)]
    if any(k.pribadi for k in kolom):
        medan.append("unit_kerja__jalur")
    return tuple(dict.fromkeys(medan))
