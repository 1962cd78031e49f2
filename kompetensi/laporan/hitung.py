"""Counts of people along many dimensions in one pass (GROUPING SETS)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Case, CharField, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce

from pegawai.models import Pegawai
from pegawai.queries.pensiun import KEDUDUKAN_DIHITUNG

# Upper end (exclusive) of each age band; the last one is open.
PITA_UMUR = (26, 31, 36, 41, 46, 51, 56, 61)

# Dimension -> columns: what its rows are told apart and ordered by.
DIMENSI: dict[str, tuple[str, ...]] = {
    "opd": ("d_opd", "d_opd_uid"),
    "jenis": ("d_jenis",),
    "kedudukan": ("d_kedudukan",),
    "golongan": ("d_pppk", "d_gol_urutan", "d_gol"),
    "pendidikan": ("d_pend_urutan", "d_pend"),
    "kelamin": ("d_kelamin",),
    "umur": ("d_umur",),
    "jenis_jabatan": ("d_jabatan",),
    "jenjang": ("d_jen_urutan", "d_jen", "d_jen_kode"),
}


@dataclass(frozen=True)
class Kelompok:
    """One group of one dimension: its key, people at work, all people."""

    kunci: tuple[Any, ...]
    aktif: int
    semua: int


def hitung_orang(
    orang: QuerySet[Pegawai], hari: date, dimensi: Sequence[str] = tuple(DIMENSI)
) -> dict[str, list[Kelompok]]:
    """All groups of these dimensions, and `semua`: the one group of everybody."""
    hasil: dict[str, list[Kelompok]] = {d: [] for d in (*dimensi, "semua")}
    for penanda, aktif, semua, *kolom in _baris(_berkolom(orang, hari), dimensi):
        nama, awal = _dimensi(penanda, dimensi)
        kunci = tuple(kolom[awal : awal + len(DIMENSI.get(nama, ()))])
        hasil[nama].append(Kelompok(kunci, aktif, semua))
    return hasil


def _dimensi(penanda: int, dimensi: Sequence[str]) -> tuple[str, int]:
    """Which grouping set a row belongs to, and where its columns begin."""
    awal = 0
    for ke, nama in enumerate(dimensi):
        if not penanda >> (len(dimensi) - 1 - ke) & 1:
            return nama, awal
        awal += len(DIMENSI[nama])
    return "semua", 0


def _baris(orang: QuerySet, dimensi: Sequence[str]) -> list[tuple[Any, ...]]:
    kolom = [k for d in dimensi for k in DIMENSI[d]]
    kumpulan = ", ".join(f"({', '.join(DIMENSI[d])})" for d in dimensi)
    pertama = ", ".join(DIMENSI[d][0] for d in dimensi)
    sql, nilai = (
        orang.order_by().values_list(*kolom, "d_dihitung").query.sql_with_params()
    )
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT GROUPING({pertama}), count(*) FILTER (WHERE d_dihitung = 1),"
            f" count(*), {', '.join(kolom)} FROM ({sql}) AS orang"
            f" GROUP BY GROUPING SETS ({kumpulan}, ())",
            nilai,
        )
        return kursor.fetchall()


def _berkolom(orang: QuerySet[Pegawai], hari: date) -> QuerySet[Pegawai]:
    umur = [
        When(tanggal_lahir__gt=_ulang_tahun_ke(batas, hari), then=Value(ke))
        for ke, batas in enumerate(PITA_UMUR)
    ]
    return orang.annotate(
        d_opd=F("unit_kerja__opd__nama"),
        d_opd_uid=Cast("unit_kerja__opd__uid", CharField()),
        d_jenis=F("jenis_kepegawaian"),
        d_kedudukan=F("kedudukan_hukum"),
        d_pppk=_satu(jenis_kepegawaian="PPPK"),
        d_gol_urutan=F("golongan__urutan"),
        d_gol=F("golongan__kode"),
        d_pend_urutan=F("tingkat_pendidikan__urutan"),
        d_pend=F("tingkat_pendidikan__nama"),
        d_kelamin=F("jenis_kelamin"),
        d_umur=Case(*umur, default=Value(len(PITA_UMUR)), output_field=IntegerField()),
        d_jabatan=Coalesce("jabatan__jenis", Value("")),
        d_jen_urutan=F("jabatan__jenjang__urutan"),
        d_jen=F("jabatan__jenjang__nama"),
        d_jen_kode=F("jabatan__jenjang__kode"),
        d_dihitung=_satu(kedudukan_hukum__in=KEDUDUKAN_DIHITUNG),
    )


def _ulang_tahun_ke(usia: int, hari: date) -> date:
    """Who was born after this day has not reached `usia` on `hari`."""
    try:
        return hari.replace(year=hari.year - usia)
    except ValueError:  # 29 February
        return hari.replace(year=hari.year - usia, day=28)


def _satu(**syarat: object) -> Case:
    return Case(
        When(**syarat, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
