"""Accounts of the people in the registry: made in bulk, and named by their number."""

from collections.abc import Iterable

from django.db import connection, transaction

from pegawai.models import Pegawai
from pegawai.queries.peran import SELESAI_BEKERJA

# A person without an account: a new one named by the number, with a password that no
# text can match (so nothing is hashed); an account left behind under that very number
# is taken up again. %(orang)s: ids, NULL = everybody.
SEDIAKAN = """
WITH calon AS MATERIALIZED (
    SELECT p.id, p.nip, p.nama
      FROM pegawai_pegawai p
     WHERE p.pengguna_id IS NULL AND p.kedudukan_hukum <> ALL(%(selesai)s)
       AND (%(orang)s::bigint[] IS NULL OR p.id = ANY(%(orang)s::bigint[]))
), baru AS (
    INSERT INTO dasar_pengguna (nama_akun, nama, surel, password, is_active, tema)
    SELECT c.nip, c.nama, '', '!' || replace(gen_random_uuid()::text, '-', ''),
           true, 'sistem'
      FROM calon c
    ON CONFLICT (lower(nama_akun)) DO NOTHING
    RETURNING id, nama_akun
), akun AS MATERIALIZED (
    SELECT id, nama_akun FROM baru
    UNION ALL
    SELECT a.id, a.nama_akun
      FROM calon c
      JOIN dasar_pengguna a ON lower(a.nama_akun) = c.nip
     WHERE NOT EXISTS (SELECT 1 FROM pegawai_pegawai q WHERE q.pengguna_id = a.id)
)
UPDATE pegawai_pegawai p
   SET pengguna_id = a.id
  FROM calon c
  JOIN akun a ON a.nama_akun = c.nip
 WHERE p.id = c.id
"""

# Accounts named by a number that is not the person's present one (an account with a
# name of its own keeps it).
IKUTI = """
UPDATE dasar_pengguna a
   SET nama_akun = p.nip
  FROM pegawai_pegawai p
 WHERE p.pengguna_id = a.id AND p.id = ANY(%(orang)s::bigint[])
   AND a.nama_akun <> p.nip AND a.nama_akun ~ '^[0-9]{18}$'
   AND NOT EXISTS (SELECT 1 FROM dasar_pengguna b WHERE lower(b.nama_akun) = p.nip)
RETURNING a.id
"""
# Whoever knew the old number starts again: tokens and open sessions end.
AKHIRI_TOKEN = """
UPDATE dasar_tokenapi SET dicabut_pada = now()
 WHERE pengguna_id = ANY(%(akun)s::bigint[]) AND dicabut_pada IS NULL
"""
AKHIRI_SESI = """
WITH sesi AS (
    DELETE FROM usersessions_usersession WHERE user_id = ANY(%(akun)s::bigint[])
    RETURNING session_key
)
DELETE FROM django_session WHERE session_key IN (SELECT session_key FROM sesi)
"""


def _id(daftar: Iterable[Pegawai | int]) -> list[int]:
    return [o.pk if isinstance(o, Pegawai) else int(o) for o in daftar]


@transaction.atomic
def sediakan_akun(*, daftar_pegawai: Iterable[Pegawai | int] | None = None) -> int:
    """Give each active person without an account one; how many people got theirs.

    One statement for any number of people, no password hashed: the account opens with a
    one-time code. Nothing changes the second time.
    """
    orang = None if daftar_pegawai is None else _id(daftar_pegawai)
    with connection.cursor() as kursor:
        # Fresh rows have no statistics: a nested loop over 7,000 of them takes 15 s. The
        # few of an import's chunk are found by their keys, however large the city.
        if orang is None:
            kursor.execute("SET LOCAL enable_nestloop = off")
        kursor.execute(
            SEDIAKAN, {"orang": orang, "selesai": [str(k) for k in SELESAI_BEKERJA]}
        )
        jumlah = kursor.rowcount
        kursor.execute("SET LOCAL enable_nestloop = on")
    return jumlah


@transaction.atomic
def ikuti_nomor(*, daftar_pegawai: Iterable[Pegawai | int]) -> int:
    """Rename accounts to their person's present number; how many were renamed.

    The old number no longer signs in, and what was opened under it ends. The password
    stays the person's own.
    """
    with connection.cursor() as kursor:
        kursor.execute(IKUTI, {"orang": _id(daftar_pegawai)})
        akun = [baris[0] for baris in kursor.fetchall()]
        if akun:
            kursor.execute(AKHIRI_TOKEN, {"akun": akun})
            kursor.execute(AKHIRI_SESI, {"akun": akun})
    return len(akun)
