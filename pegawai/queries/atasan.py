"""Head posts of units and their holders: what the direct superior is derived from.

KETENTUAN JJ-1: the head post of a unit is its structural post with the highest level (two
of the same: none, listed). The Sekda, who shares his level with the asisten, is told by
the name of the post, as in referensi/pola_jenjang.csv.
"""

from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, UnitKerja
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.peran import SEKDA, SELESAI_BEKERJA

# Formatted with {saring}, a further condition on the posts j (empty = all).
# CTEs: peringkat (structural posts ranked in their unit), kepala (unit -> head post),
# pemegang (unit -> its one holder: definitive, else the one acting today).
# Parameters: %(sekda)s, %(selesai)s, %(hari)s.
KEPALA_SQL = """
peringkat AS (
    SELECT j.id AS jabatan_id, j.unit_kerja_id AS unit_id,
           rank() OVER w AS urut, j.nama ~* %(sekda)s AS sekda,
           count(*) OVER (PARTITION BY j.unit_kerja_id, j.nama ~* %(sekda)s, g.urutan)
               AS sama
      FROM pegawai_jabatan j JOIN pegawai_jenjang g ON g.id = j.jenjang_id
     WHERE j.aktif AND j.unit_kerja_id IS NOT NULL AND g.jenis = 'STRUKTURAL' {saring}
    WINDOW w AS (PARTITION BY j.unit_kerja_id
                 ORDER BY (j.nama ~* %(sekda)s) DESC, g.urutan)
), kepala AS (
    SELECT unit_id, jabatan_id, sekda FROM peringkat WHERE urut = 1 AND sama = 1
), bekerja AS NOT MATERIALIZED (
    SELECT id, jabatan_id, unit_kerja_id, atasan_id, atasan_ditetapkan
      FROM pegawai_pegawai WHERE kedudukan_hukum <> ALL(%(selesai)s)
), definitif AS (
    SELECT k.unit_id, min(p.id) AS pegawai_id, count(*) AS banyak
      FROM kepala k JOIN bekerja p ON p.jabatan_id = k.jabatan_id GROUP BY k.unit_id
), pengganti AS (
    SELECT k.unit_id, min(r.pegawai_id) AS pegawai_id,
           count(DISTINCT r.pegawai_id) AS banyak
      FROM kepala k JOIN pegawai_riwayatjabatan r ON r.jabatan_id = k.jabatan_id
      JOIN bekerja p ON p.id = r.pegawai_id
     WHERE r.jenis IN ('PLT', 'PLH') AND r.tmt <= %(hari)s
       AND (r.sampai IS NULL OR r.sampai >= %(hari)s)
     GROUP BY k.unit_id
), pemegang AS (
    SELECT k.unit_id, k.sekda,
           CASE WHEN d.banyak = 1 THEN d.pegawai_id
                WHEN d.banyak IS NULL AND g.banyak = 1 THEN g.pegawai_id END
               AS pegawai_id
      FROM kepala k LEFT JOIN definitif d USING (unit_id)
      LEFT JOIN pengganti g USING (unit_id)
)"""


DI_UNIT = "AND j.unit_kerja_id = ANY(%(unit)s::bigint[])"


class KepalaUnit(NamedTuple):
    """The head post of a unit and, when exactly one, its holder."""

    jabatan_id: int
    pegawai_id: int | None


def parameter_kepala() -> dict[str, Any]:
    """Parameters of `KEPALA_SQL` today."""
    return {"sekda": SEKDA, "selesai": list(SELESAI_BEKERJA), "hari": hari_ini()}


def kepala_unit(unit_ids: list[int]) -> dict[int, KepalaUnit]:
    """Head post and holder of these units; a unit without a head post is missing."""
    with connection.cursor() as kursor:
        kursor.execute(
            f"""WITH {KEPALA_SQL.format(saring=DI_UNIT)}
            SELECT k.unit_id, k.jabatan_id, h.pegawai_id
              FROM kepala k JOIN pemegang h USING (unit_id)""",
            {**parameter_kepala(), "unit": unit_ids},
        )
        return {unit: KepalaUnit(j, p) for unit, j, p in kursor.fetchall()}


def unit_berkepala_ganda() -> list[int]:
    """Units whose highest structural posts are of the same level: no head, listed."""
    with connection.cursor() as kursor:
        kursor.execute(
            f"""WITH {KEPALA_SQL.format(saring="")}
            SELECT DISTINCT unit_id FROM peringkat WHERE urut = 1 AND sama > 1""",
            parameter_kepala(),
        )
        return [unit for (unit,) in kursor.fetchall()]


def bawahan_terlihat(pengguna: Pengguna, pegawai: Pegawai) -> QuerySet[Pegawai]:
    """Direct reports of a person, as far as this account may see them."""
    return (
        pegawai_terlihat(pengguna)
        .filter(atasan=pegawai)
        .select_related("jabatan")
        .only(
            "uid", "nama", "nama_urut", "gelar_depan", "gelar_belakang", "jabatan__nama"
        )
        .order_by("nama_urut", "pk")
    )


ANGGOTA_TERBANYAK = 200


def anggota_unit(unit: UnitKerja, *, cari: str = "") -> list[dict[str, Any]]:
    """Working people directly in a unit with their superiors; name or post holds `cari`."""
    daftar = Pegawai.objects.filter(unit_kerja=unit).exclude(
        kedudukan_hukum__in=SELESAI_BEKERJA
    )
    for kata in cari.lower().split()[:6]:
        daftar = daftar.filter(
            Q(nama_urut__contains=kata) | Q(jabatan__nama_cari__contains=kata)
        )
    baris = daftar.order_by("nama_urut", "pk").values(
        "uid",
        "nama",
        "nip",
        "atasan_ditetapkan",
        nama_jabatan=F("jabatan__nama"),
        nama_atasan=F("atasan__nama"),
    )
    return [dict(b) for b in baris[:ANGGOTA_TERBANYAK]]
