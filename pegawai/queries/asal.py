"""Where stored values came from and when: read from the history triggers."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection, models

from pegawai.dasar.alat.tanggal import tanggal
from pegawai.models import Pegawai

BATAS = 200
# The event that gave each field its present value.
MEDAN_SQL = """
WITH kejadian AS (
    SELECT pgh_id, pgh_created_at, pgh_context_id, to_jsonb(e) AS isi
      FROM pegawai_pegawaievent e WHERE pgh_obj_id = %(pegawai)s
     ORDER BY pgh_id DESC LIMIT %(batas)s
), berurut AS (
    SELECT *, lag(isi) OVER (ORDER BY pgh_id) AS lama FROM kejadian
), terakhir AS (
    SELECT DISTINCT ON (k.key) k.key AS medan, b.*
      FROM berurut b CROSS JOIN LATERAL jsonb_each_text(b.isi) k
     WHERE k.key = ANY(%(medan)s)
       AND (b.lama IS NULL OR b.lama ->> k.key IS DISTINCT FROM k.value)
     ORDER BY k.key, b.pgh_id DESC
)
SELECT t.medan, t.pgh_created_at, c.metadata, coalesce(nullif(u.nama, ''), u.nama_akun),
       coalesce('Impor ' || i.nama_berkas,
           CASE WHEN t.isi ->> 'sumber_pada' IS DISTINCT FROM t.lama ->> 'sumber_pada'
                THEN t.isi ->> 'sumber' END)
  FROM terakhir t
  LEFT JOIN pghistory_context c ON c.id = t.pgh_context_id
  LEFT JOIN dasar_pengguna u ON u.id = (c.metadata ->> 'pengguna')::bigint
  LEFT JOIN pegawai_berkasimpor i ON i.uid::text = c.metadata ->> 'impor'
"""
BARIS_SQL = """
SELECT {nama}, pgh_obj_id, pgh_created_at, metadata, nama, nama_berkas
  FROM (SELECT DISTINCT ON (e.pgh_obj_id) e.pgh_obj_id, e.pgh_created_at, c.metadata,
               coalesce(nullif(u.nama, ''), u.nama_akun) AS nama,
               'Impor ' || i.nama_berkas AS nama_berkas
          FROM {tabel} e
          LEFT JOIN pghistory_context c ON c.id = e.pgh_context_id
          LEFT JOIN dasar_pengguna u ON u.id = (c.metadata ->> 'pengguna')::bigint
          LEFT JOIN pegawai_berkasimpor i ON i.uid::text = c.metadata ->> 'impor'
         WHERE e.pgh_obj_id = ANY(%s) AND e.pgh_label <> 'delete'
         ORDER BY e.pgh_obj_id, e.pgh_id DESC) b
"""


class Asal(NamedTuple):
    """Where and when; prints as `Impor SIASN.xlsx, 3 November 2026`."""

    sumber: str
    pada: datetime | None

    def __str__(self) -> str:
        return f"{self.sumber}, {tanggal(self.pada)}" if self.pada else self.sumber


def asal_bawaan(pegawai: Pegawai) -> Asal:
    """What the row itself says, for values older than the history."""
    if pegawai.sumber:
        return Asal(pegawai.sumber, pegawai.sumber_pada)
    return Asal("Data awal", pegawai.dibuat_pada)


def asal_medan(pegawai: Pegawai, medan: Iterable[str]) -> dict[str, Asal]:
    """Column name to origin, for columns of the person's row."""
    diminta = list(medan)
    isi: dict[str, Any] = {"pegawai": pegawai.pk, "batas": BATAS, "medan": diminta}
    with connection.cursor() as kursor:
        kursor.execute(MEDAN_SQL, isi)
        baris = kursor.fetchall()
    dikenal = {
        nama: _asal(pada, metadata, siapa, berkas)
        for nama, pada, metadata, siapa, berkas in baris
    }
    bawaan = asal_bawaan(pegawai)
    return {nama: dikenal.get(nama, bawaan) for nama in diminta}


def asal_baris(
    daftar: Mapping[type[models.Model], Iterable[models.Model]],
) -> dict[tuple[str, int], Asal]:
    """(table, id) to the origin of the row's last change; one query for all tables."""
    bagian, isi = [], []
    for kelas, baris in daftar.items():
        tabel = kelas._meta.db_table
        bagian.append(BARIS_SQL.format(nama=f"'{tabel}'", tabel=f"{tabel}event"))
        isi.append([satu.pk for satu in baris])
    with connection.cursor() as kursor:
        kursor.execute(" UNION ALL ".join(bagian), isi)
        return {
            (tabel, pk): _asal(pada, metadata, siapa, berkas)
            for tabel, pk, pada, metadata, siapa, berkas in kursor.fetchall()
        }


def _asal(pada: datetime, metadata: Any, siapa: str | None, berkas: str | None) -> Asal:
    if isinstance(metadata, str):
        metadata = json.loads(metadata)
    isi = metadata if isinstance(metadata, dict) else {}
    if isi.get("perbaikan"):
        return Asal("Perbaikan yang Anda minta", pada)
    if berkas:
        return Asal(berkas, pada)
    if isi.get("impor"):
        return Asal("Impor data kepegawaian", pada)
    if siapa and isi.get("url"):
        return Asal(f"Diisi oleh {siapa}", pada)
    return Asal("Sistem", pada)
