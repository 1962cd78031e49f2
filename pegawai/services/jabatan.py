"""Kind and level of posts, derived from their names (KETENTUAN JJ-1)."""

from collections.abc import Iterable

from django.db import connection, transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Jenjang

# First pattern that matches, by its order. `{jenis}` is the cell JENIS JABATAN NAMA (or
# our own kind of post), `{nama}` the name; both SQL expressions over text. White space is
# made one first, so that Python's re and PostgreSQL's ~* agree.
POLA_SQL = r"""(
    SELECT pola.jenjang_id FROM pegawai_polajenjang pola
     WHERE btrim(regexp_replace({jenis}, '\s+', ' ', 'g')) ~* pola.pola_jenis
       AND btrim(regexp_replace({nama}, '\s+', ' ', 'g')) ~* pola.pola_nama
     ORDER BY pola.urutan LIMIT 1)"""


@transaction.atomic
def tetapkan_jenjang(
    *, jabatan_ids: Iterable[int] | None = None, oleh: Pengguna | None
) -> int:
    """Give every post without a level the one its name says; how many were given.

    A level that is already there stays: it may have been set by a person. A post whose
    name matches no pattern stays without (the list "tanpa jenjang" shows it).
    """
    pilih = None if jabatan_ids is None else list(jabatan_ids)
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            UPDATE pegawai_jabatan j
               SET jenjang_id = t.jenjang_id, versi = j.versi + 1
              FROM (SELECT id, {POLA_SQL.format(jenis="jenis", nama="nama")} AS jenjang_id
                      FROM pegawai_jabatan WHERE jenjang_id IS NULL) t
             WHERE t.id = j.id AND t.jenjang_id IS NOT NULL
               AND (%(semua)s OR j.id = ANY(%(pilih)s::bigint[]))
            """,
            {"semua": pilih is None, "pilih": pilih or []},
        )
        return kursor.rowcount


@transaction.atomic
def ubah_jabatan(
    *,
    jabatan: Jabatan,
    jenjang: Jenjang | None,
    kelas_jabatan: int | None,
    versi: int,
    oleh: Pengguna,
) -> Jabatan:
    """Give a post its level by hand; a stale `versi` refuses (KETENTUAN X-1)."""
    jabatan = Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)
    if jabatan.versi != versi:
        raise AturanDilanggar(
            "Jabatan ini sudah diubah orang lain sejak Anda membukanya.",
            kode="versi_usang",
        )
    if (jabatan.jenjang, jabatan.kelas_jabatan) == (jenjang, kelas_jabatan):
        return jabatan
    jabatan.jenjang = jenjang
    if jenjang is not None:
        jabatan.jenis = jenjang.jenis
    jabatan.kelas_jabatan = kelas_jabatan
    jabatan.versi += 1
    jabatan.save(update_fields=["jenjang", "jenis", "kelas_jabatan", "versi"])
    return jabatan
