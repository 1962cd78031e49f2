"""Rows of a file that is being read, in a temporary table until they are judged.

It carries the name of staging, so that every statement about staged rows works on it as
long as it is there: unlogged, without indexes, written and rewritten cheaply. What is
judged then goes into staging in one writing.
"""

from django.db import connection, transaction

from pegawai.models import BarisImpor, BerkasImpor

KOLOM = ", ".join(
    f.column for f in BarisImpor._meta.concrete_fields if not f.primary_key
)
TAMPUNG = """
CREATE TEMP TABLE pegawai_barisimpor
       (LIKE pegawai_barisimpor INCLUDING DEFAULTS INCLUDING IDENTITY) ON COMMIT DROP
"""
# Only what is joined on: the statistics of the wide columns cost seconds.
STATISTIK = """
ANALYZE pegawai_barisimpor (id, impor_id, nip, pns_id, kunci_unit, jabatan_cari)
"""
LEPAS = "ALTER TABLE pg_temp.pegawai_barisimpor RENAME TO t_masuk"
PINDAH = f"""
INSERT INTO pegawai_barisimpor ({KOLOM})
SELECT {KOLOM} FROM t_masuk
 WHERE %(semua)s OR tindakan <> 'SAMA' OR peringatan <> '[]'
 ORDER BY nomor_baris
"""


def tampung_baris(*, impor: BerkasImpor) -> None:
    """Rows of this import go; from now on, staging is the temporary table.

    Until `simpan_tampungan`, in the same transaction.
    """
    BarisImpor.objects.filter(impor=impor).delete()
    with connection.cursor() as kursor:
        kursor.execute(TAMPUNG)


@transaction.atomic
def simpan_tampungan(*, semua: bool) -> None:
    """Keep what was read and judged in staging.

    `semua=False`: the run follows at once and nobody looks first; rows that say nothing
    that the registry does not are left out, as the end of a run leaves them.
    """
    with connection.cursor() as kursor:
        kursor.execute(LEPAS)
        kursor.execute(PINDAH, {"semua": semua})
        if kursor.rowcount:
            kursor.execute(STATISTIK)
        kursor.execute("DROP TABLE t_masuk")
