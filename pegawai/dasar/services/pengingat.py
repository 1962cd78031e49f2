"""Reminders become notices in one statement; the key makes each happen once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import connection, transaction

from pegawai.dasar.alat.pengingat import Tanda
from pegawai.dasar.alat.tanggal import WITA

SEKELOMPOK = 1000
SELANG = timedelta(minutes=30)
PALING_DEKAT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Pengingat:
    """One reminder to one account, before it is written."""

    jenis: str  # kind of reminder: perjanjian, penilaian ...
    objek: str  # what it is about, with its end date, so that an extension counts anew
    tanda: Tanda
    penerima_id: int
    judul: str
    isi: str
    tautan: str = ""

    @property
    def kunci(self) -> str:
        """Unique per kind, object, mark and receiver (KEAMANAN B.5 row 5)."""
        return f"ingat:{self.jenis}:{self.objek}:{self.tanda.hari}:{self.penerima_id}"


def jam_surat(sekarang: datetime) -> datetime:
    """When the mail of reminders written now may go: the next half hour.

    The tasks of all apps write at the same quarter; waiting for the common mark is what
    makes one mail out of all that a person gets that day.
    """
    lokal = (sekarang + PALING_DEKAT).astimezone(WITA)
    tengah_malam = datetime.combine(lokal.date(), time(), tzinfo=WITA)
    sudah = (lokal - tengah_malam) // SELANG
    return tengah_malam + (sudah + 1) * SELANG


def tulis_pengingat(*, daftar: Iterable[Pengingat], sekarang: datetime) -> int:
    """Write what is not yet written; how many were new.

    Running twice, or two at once, writes once: INSERT ... ON CONFLICT DO NOTHING. The
    rows are ordered by key, so that two writers cannot deadlock.
    """
    semua = sorted({p.kunci: p for p in daftar}.values(), key=lambda p: p.kunci)
    baru = 0
    for awal in range(0, len(semua), SEKELOMPOK):
        with transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(SISIP, _kolom(semua[awal : awal + SEKELOMPOK], sekarang))
            baru += kursor.rowcount
    return baru


SISIP = """
INSERT INTO dasar_pemberitahuan
    (kunci, penerima_id, judul, isi, tautan, surat, surat_percobaan, surat_galat,
     surat_berikutnya_pada)
SELECT b.kunci, p.id, b.judul, b.isi, b.tautan,
       CASE WHEN p.surel = '' THEN 'TANPA' ELSE 'MENUNGGU' END, 0, '', %s
  FROM unnest(%s::text[], %s::bigint[], %s::text[], %s::text[], %s::text[])
       AS b(kunci, penerima, judul, isi, tautan)
  JOIN dasar_pengguna p ON p.id = b.penerima AND p.is_active
 ORDER BY b.kunci
ON CONFLICT (kunci) DO NOTHING
"""


def _kolom(daftar: list[Pengingat], sekarang: datetime) -> list:
    return [
        jam_surat(sekarang),
        [p.kunci for p in daftar],
        [p.penerima_id for p in daftar],
        [p.judul[:200] for p in daftar],
        [p.isi for p in daftar],
        [p.tautan for p in daftar],
    ]
