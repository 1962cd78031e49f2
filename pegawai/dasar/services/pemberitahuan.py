"""Notices: queued in the act's own transaction, mailed by the outbox."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.models.pengguna import Pengguna

# A name that ends with its degree ("M.M.") at the end of a sentence.
TITIK_GANDA = re.compile(r"(?<!\.)\.\.(?=\s|$)")


def kabari(
    *, kunci: str, penerima: Pengguna | None, judul: str, isi: str, tautan: str = ""
) -> None:
    """Queue a notice in the current transaction; the same `kunci` is queued once."""
    if penerima is None:
        return
    surat = Pemberitahuan.Surat
    kabar = Pemberitahuan(
        kunci=kunci,
        penerima=penerima,
        judul=judul[:200],
        isi=TITIK_GANDA.sub(".", isi),
        tautan=tautan,
        surat=surat.MENUNGGU if penerima.surel else surat.TANPA,
    )
    # One statement; whoever comes second with the same key waits and leaves it.
    Pemberitahuan.objects.bulk_create([kabar], ignore_conflicts=True)


def kabari_banyak(
    *,
    pilih: str,
    isi_pilih: Sequence[Any],
    judul: str,
    isi: str,
    tautan: str = "",
) -> int:
    """The same notice to many, set-based, in the current transaction.

    `pilih` (SQL of a service, never of a user) yields kunci and penerima_id.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            INSERT INTO dasar_pemberitahuan (
                   kunci, penerima_id, judul, isi, tautan, surat,
                   surat_percobaan, surat_galat)
            SELECT b.kunci, b.penerima_id, %s, %s, %s,
                   CASE WHEN g.surel = '' THEN 'TANPA' ELSE 'MENUNGGU' END, 0, ''
              FROM ({pilih}) b JOIN dasar_pengguna g ON g.id = b.penerima_id
                ON CONFLICT (kunci) DO NOTHING
            """,
            [judul[:200], isi, tautan, *isi_pilih],
        )
        return kursor.rowcount


def tandai_dibaca(*, oleh: Pengguna, pk: int | None = None) -> None:
    """Mark one notice, or all, of this account as read."""
    daftar = Pemberitahuan.objects.filter(penerima=oleh, dibaca_pada__isnull=True)
    if pk is not None:
        daftar = daftar.filter(pk=pk)
    daftar.update(dibaca_pada=timezone.now())
