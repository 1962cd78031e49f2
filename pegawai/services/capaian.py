"""Write down people's current levels when results are published."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction


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
