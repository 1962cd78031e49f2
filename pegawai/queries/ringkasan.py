"""What the summary of one person prints, read by one statement.

A page that is opened all day: Django takes longer to build these joins than PostgreSQL to
run them, and ten tables joined freely are planned longer than both. Each row beside the
person is therefore looked up behind a fence of its own (`OFFSET 0`).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Model

from pegawai.dasar.alat.model import dari_baris
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Golongan,
    Jabatan,
    Jenjang,
    Pegawai,
    RiwayatJabatan,
    TingkatPendidikan,
    UnitKerja,
)
from pegawai.queries.pegawai import PERAN_UNIT
from pegawai.queries.peran import CAKUPAN_SQL, isi_cakupan


class Bagian(NamedTuple):
    """Columns of one table: its alias, its model, which field of which object it fills."""

    alias: str
    model: type[Model]
    medan: tuple[str, ...]
    pemilik: str = "p"  # alias
    sebagai: str = ""


JABATAN, UNIT = ("id", "uid", "nama", "jenjang_id"), ("id", "uid", "nama", "jalur")
BAGIAN = (
    Bagian(
        "p",
        Pegawai,
        (
            *("id", "uid", "pengguna_id", "nip", "nama", "gelar_depan"),
            *("gelar_belakang", "jenis_kepegawaian", "paruh_waktu", "kedudukan_hukum"),
            *("tanggal_lahir", "jenis_kelamin", "golongan_id", "tmt_golongan"),
            *("unit_kerja_id", "jabatan_id", "tmt_jabatan", "tingkat_pendidikan_id"),
            *("pendidikan", "tahun_lulus", "tmt_cpns", "surel_dinas", "atasan_id"),
            *("atasan_ditetapkan", "atasan_alasan", "sumber", "sumber_pada"),
        ),
    ),
    Bagian("g", Golongan, ("id", "kode", "pangkat"), "p", "golongan"),
    Bagian("t", TingkatPendidikan, ("id", "nama"), "p", "tingkat_pendidikan"),
    Bagian("j", Jabatan, JABATAN, "p", "jabatan"),
    Bagian("l", Jenjang, ("id", "nama"), "j", "jenjang"),
    Bagian("u", UnitKerja, (*UNIT, "opd_id"), "p", "unit_kerja"),
    Bagian("o", UnitKerja, ("id", "nama"), "u", "opd"),
    Bagian(
        "a",
        Pegawai,
        (
            *("id", "uid", "nama", "gelar_depan", "gelar_belakang"),
            *("jabatan_id", "unit_kerja_id"),
        ),
        "p",
        "atasan",
    ),
    Bagian("aj", Jabatan, ("id", "nama"), "a", "jabatan"),
    Bagian("au", UnitKerja, ("id", "nama"), "a", "unit_kerja"),
)
# Another post held today (Plt., Plh.) of the person r.pegawai_id.
RANGKAP_KINI = """r.jenis <> %(utama)s AND r.tmt <= %(hari)s
   AND (r.sampai IS NULL OR r.sampai >= %(hari)s)"""


def _kolom(bagian: Bagian) -> str:
    return ", ".join(f"{bagian.alias}.{m}" for m in bagian.medan)


def _di_samping(bagian: Bagian) -> str:
    """The row that a key of its owner names, looked up on its own."""
    return f"""
  LEFT JOIN LATERAL (
       SELECT x.* FROM {bagian.model._meta.db_table} x
        WHERE x.id = {bagian.pemilik}.{bagian.sebagai}_id OFFSET 0) {bagian.alias} ON true"""


RINGKASAN = f"""
SELECT {", ".join(map(_kolom, BAGIAN))},
       a.id IS NOT NULL AND coalesce({CAKUPAN_SQL.format(p="a")}, false),
       EXISTS (SELECT FROM pegawai_pegawai b WHERE b.atasan_id = p.id),
       EXISTS (SELECT FROM pegawai_riwayatjabatan r
                WHERE r.pegawai_id = p.id AND {RANGKAP_KINI})
  FROM pegawai_pegawai p{"".join(map(_di_samping, BAGIAN[1:]))}
 WHERE p.uid = %(uid)s AND {CAKUPAN_SQL.format(p="p")}
"""
RANGKAP = f"""
SELECT r.jenis, j.nama, r.tmt
  FROM pegawai_riwayatjabatan r JOIN pegawai_jabatan j ON j.id = r.jabatan_id
 WHERE r.pegawai_id = %(pegawai)s AND {RANGKAP_KINI}
 ORDER BY r.tmt DESC, r.id DESC
"""


class Rangkap(NamedTuple):
    """An acting post: how it is held, its name, since when."""

    jenis: str
    jabatan: str
    tmt: date


class Ringkasan(NamedTuple):
    """The person with all that the page prints, and which further rows there are."""

    pegawai: Pegawai
    atasan_terlihat: bool
    ada_bawahan: bool
    ada_rangkap: bool


def pegawai_ringkasan(pengguna: Pengguna, uid: UUID) -> Ringkasan | None:
    """One of the people of `pegawai_terlihat`; None for all others."""
    isi = {**isi_cakupan(pengguna, *PERAN_UNIT), **_isi_rangkap(), "uid": uid}
    with connection.cursor() as kursor:
        kursor.execute(RINGKASAN, isi)
        baris = kursor.fetchone()
    return None if baris is None else Ringkasan(_susun(baris[:-3]), *baris[-3:])


def _susun(baris: Sequence[Any]) -> Pegawai:
    """The person, with the rows beside it where its keys name some."""
    objek: dict[str, Any] = {}
    awal = 0
    for bagian in BAGIAN:
        nilai = baris[awal : awal + len(bagian.medan)]
        awal += len(bagian.medan)
        if nilai[0] is None:
            continue
        objek[bagian.alias] = satu = dari_baris(bagian.model, bagian.medan, nilai)
        if bagian.sebagai:
            setattr(objek[bagian.pemilik], bagian.sebagai, satu)
    return objek["p"]


def _isi_rangkap() -> dict[str, Any]:
    return {"utama": RiwayatJabatan.Jenis.UTAMA, "hari": hari_ini()}


def jabatan_rangkap(pegawai: Pegawai) -> list[Rangkap]:
    """Acting posts (Plt., Plh.) that this person holds today; most hold none."""
    with connection.cursor() as kursor:
        kursor.execute(RANGKAP, {**_isi_rangkap(), "pegawai": pegawai.pk})
        return [
            Rangkap(str(RiwayatJabatan.Jenis(jenis).label), jabatan, tmt)
            for jenis, jabatan, tmt in kursor.fetchall()
        ]
