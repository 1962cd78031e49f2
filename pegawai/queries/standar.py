"""Which standard holds for a post on a day: its own edition, else its level's."""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet

from pegawai.models import Jabatan, Pegawai, StandarKompetensi

# One row per post and competency; parameter %(pada)s. For set-based SQL of upper apps.
BUTIR_STANDAR_SQL = """
SELECT j.id AS jabatan_id, b.kompetensi_id, b.level, s.id AS standar_id
  FROM pegawai_jabatan j
  JOIN LATERAL (
       SELECT s.id FROM pegawai_standarkompetensi s
        WHERE (s.jabatan_id = j.id OR s.jenjang_id = j.jenjang_id)
          AND s.status = 'TERBIT' AND s.berlaku_mulai <= %(pada)s
          AND (s.berlaku_sampai IS NULL OR s.berlaku_sampai >= %(pada)s)
        ORDER BY (s.jabatan_id IS NULL), s.berlaku_mulai DESC, s.id DESC
        LIMIT 1) s ON true
  JOIN pegawai_standarbutir b ON b.standar_id = s.id
"""


class ButirPegawai(NamedTuple):
    """One competency that a person's main post requires."""

    pegawai_id: int
    kompetensi_id: int
    level: int
    standar_id: int


def standar_berlaku(pada: date) -> QuerySet[StandarKompetensi]:
    """Published editions valid on the day."""
    return StandarKompetensi.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada),
        status=StandarKompetensi.Status.TERBIT,
        berlaku_mulai__lte=pada,
    )


def standar_untuk(jabatan: Jabatan | None, pada: date) -> StandarKompetensi | None:
    """The latest edition of the post valid on the day, else of its level, else None."""
    if jabatan is None:
        return None
    milik = Q(jabatan=jabatan)
    if jabatan.jenjang_id is not None:
        milik |= Q(jenjang=jabatan.jenjang_id)
    return (
        standar_berlaku(pada)
        .filter(milik)
        .order_by(F("jabatan").asc(nulls_last=True), "-berlaku_mulai", "-pk")
        .first()
    )


def standar_butir_per_pegawai(
    pegawai: QuerySet[Pegawai], pada: date
) -> list[ButirPegawai]:
    """The set-based twin of `standar_untuk`: required levels of many people at once."""
    pilih, isi = pegawai.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            SELECT p.id, b.kompetensi_id, b.level, b.standar_id
              FROM pegawai_pegawai p
              JOIN ({BUTIR_STANDAR_SQL.replace("%(pada)s", "%s")}) b
                ON b.jabatan_id = p.jabatan_id
             WHERE p.id IN ({pilih})
             ORDER BY p.id, b.kompetensi_id
            """,
            [pada, pada, *isi],
        )
        return [ButirPegawai(*baris) for baris in kursor.fetchall()]
