"""Accounts of the people in the registry: made in bulk, and named by their number."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction

from pegawai.dasar.alat.lewat_kunci import lewat_kunci, tanpa_gelung
from pegawai.models import Pegawai
from pegawai.queries.peran import SELESAI_BEKERJA

# An account without a password that any text can match, for each row of {calon} (nip,
# nama); one that is there under that number stays.
BUAT_AKUN = """
INSERT INTO dasar_pengguna (nama_akun, nama, surel, password, is_active, tema)
SELECT c.nip, c.nama, '', '!' || replace(gen_random_uuid()::text, '-', ''),
       true, 'sistem'
  FROM {calon} c
ON CONFLICT (lower(nama_akun)) DO NOTHING
"""
# The account under a number that nobody has. OFFSET 0: asked by its key for each number,
# never by reading everybody who has an account.
AKUN_BEBAS = """
(SELECT a.id FROM dasar_pengguna a
  WHERE lower(a.nama_akun) = {nip}
    AND NOT EXISTS (SELECT 1 FROM pegawai_pegawai q
                     WHERE q.pengguna_id = a.id OFFSET 0))"""

# A person without an account: a new one named by the number, with a password that no
# text can match (so nothing is hashed); an account left behind under that very number
# is taken up again. %(orang)s: ids, NULL = everybody.
SEDIAKAN = f"""
WITH calon AS MATERIALIZED (
    SELECT p.id, p.nip, p.nama
      FROM pegawai_pegawai p
     WHERE p.pengguna_id IS NULL AND p.kedudukan_hukum <> ALL(%(selesai)s)
       AND (%(orang)s::bigint[] IS NULL OR p.id = ANY(%(orang)s::bigint[]))
), baru AS (
    {BUAT_AKUN.format(calon="calon")}
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
  FROM akun a
 WHERE p.nip = a.nama_akun AND p.pengguna_id IS NULL
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
    isi: dict[str, Any] = {
        "orang": orang,
        "selesai": [str(k) for k in SELESAI_BEKERJA],
    }
    # Thousands of fresh rows have no statistics; the few of a chunk go by their keys.
    cara = tanpa_gelung if orang is None else lewat_kunci
    with connection.cursor() as kursor, cara(kursor):
        kursor.execute(SEDIAKAN, isi)
        return kursor.rowcount


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
