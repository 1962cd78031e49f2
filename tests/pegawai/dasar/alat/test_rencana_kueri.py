"""History triggers never join thousands of rows by nested loop."""

from django.db import connection

from pegawai.dasar.alat.rencana_kueri import jaga_rencana

TANPA_PAGAR = """
SELECT count(*) FILTER (WHERE 'enable_nestloop=off' = ANY(p.proconfig)), count(*)
  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
 WHERE t.tgoldtable IS NOT NULL AND t.tgnewtable IS NOT NULL
"""


def _hitung():
    with connection.cursor() as kursor:
        kursor.execute(TANPA_PAGAR)
        return kursor.fetchone()


def test_semua_pemicu_riwayat_dijaga():
    berpagar, semua = _hitung()

    assert berpagar == semua >= 10


def test_jaga_rencana_memasang_lagi_setelah_pemicu_dibuat_ulang():
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT tgfoid::regprocedure::text FROM pg_trigger"
            " WHERE tgoldtable IS NOT NULL AND tgnewtable IS NOT NULL LIMIT 1"
        )
        kursor.execute(f"ALTER FUNCTION {kursor.fetchone()[0]} RESET ALL")
    sebelum = _hitung()

    jaga_rencana(using="default")

    assert sebelum[0] == sebelum[1] - 1
    assert _hitung() == (sebelum[1], sebelum[1])
