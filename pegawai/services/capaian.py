"""Write down people's current levels when results are published."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction

from pegawai.queries.standar import BUTIR_STANDAR_SQL


@transaction.atomic
def catat_capaian(*, pilih: str, isi: Sequence[Any]) -> int:
    """Upsert CapaianKompetensi out of a SELECT, set-based; returns the rows written.

    `pilih` (SQL of a service, never of a user; its parameters are `isi`) yields
    pegawai_id, kompetensi_id, level, level_standar, sumber, tanggal, berlaku_sampai.
    An older result never overwrites a newer one (KETENTUAN M-3).
    """
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            INSERT INTO pegawai_capaiankompetensi AS c (
                   pegawai_id, kompetensi_id, level, level_standar, kesenjangan,
                   sumber, tanggal, berlaku_sampai)
            SELECT b.pegawai_id, b.kompetensi_id, b.level, b.level_standar,
                   CASE WHEN b.level_standar IS NOT NULL
                        THEN greatest(b.level_standar - b.level, 0) END,
                   b.sumber, b.tanggal, b.berlaku_sampai
              FROM ({pilih}) b
                ON CONFLICT (pegawai_id, kompetensi_id) DO UPDATE
               SET level = EXCLUDED.level,
                   level_standar = EXCLUDED.level_standar,
                   kesenjangan = EXCLUDED.kesenjangan,
                   sumber = EXCLUDED.sumber,
                   tanggal = EXCLUDED.tanggal,
                   berlaku_sampai = EXCLUDED.berlaku_sampai
             WHERE c.tanggal <= EXCLUDED.tanggal
            """,
            list(isi),
        )
        return kursor.rowcount


@transaction.atomic
def segarkan_standar_capaian(
    *, jabatan: int | None = None, jenjang: int | None = None, pada: date
) -> int:
    """Let current levels face the standard in force; returns the rows that changed.

    Only the standing comparison moves. Results of an assessment keep the copy of the
    standard they were measured against (DOMAIN 2.4). Without a post or a level: everybody.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            UPDATE pegawai_capaiankompetensi c
               SET level_standar = b.level,
                   kesenjangan = CASE WHEN b.level IS NOT NULL
                                      THEN greatest(b.level - c.level, 0) END
              FROM (SELECT k.id, s.level
                      FROM pegawai_capaiankompetensi k
                      JOIN pegawai_pegawai p ON p.id = k.pegawai_id
                      JOIN pegawai_jabatan j ON j.id = p.jabatan_id
                 LEFT JOIN ({BUTIR_STANDAR_SQL}) s
                        ON s.jabatan_id = j.id AND s.kompetensi_id = k.kompetensi_id
                     WHERE (%(jabatan)s::bigint IS NULL OR j.id = %(jabatan)s)
                       AND (%(jenjang)s::bigint IS NULL OR j.jenjang_id = %(jenjang)s)
                   ) b
             WHERE b.id = c.id AND c.level_standar IS DISTINCT FROM b.level
            """,
            {"jabatan": jabatan, "jenjang": jenjang, "pada": pada},
        )
        return kursor.rowcount
