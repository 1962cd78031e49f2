"""Write down who looked: one statement, for one person or for a whole selection."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.queries.jejak import peran_pembaca

# Ordered by person, so that two writers cannot deadlock; one's own record is left out.
CATAT_SQL = """
INSERT INTO pegawai_jejaklihat AS j (
       pegawai_id, pengguna_id, hari, jenis, sebagai, unit_kerja_id, rincian, jumlah,
       pertama_pada, terakhir_pada)
SELECT p.id, %s, %s, %s, %s,
       coalesce((SELECT unit_kerja_id FROM pegawai_pegawai WHERE pengguna_id = %s),
                %s::bigint),
       %s, 1, %s, %s
  FROM pegawai_pegawai p
 WHERE p.id IN ({pilih}) AND p.pengguna_id IS DISTINCT FROM %s
 ORDER BY p.id
    ON CONFLICT (pegawai_id, hari, pengguna_id, jenis) DO UPDATE
   SET jumlah = j.jumlah + 1, terakhir_pada = excluded.terakhir_pada,
       sebagai = excluded.sebagai, unit_kerja_id = excluded.unit_kerja_id,
       rincian = excluded.rincian
"""


def catat_lihat(*, pegawai: Pegawai, jenis: str, oleh: Pengguna) -> int:
    """This account opened this person's record; 0 for one's own, which is no news."""
    if pegawai.pengguna_id == oleh.pk:
        return 0
    return _catat("%s", [pegawai.pk], jenis, peran_pembaca(oleh, pegawai), "", oleh)


def catat_lihat_sepilihan(
    *, daftar: QuerySet[Pegawai], jenis: str, oleh: Pengguna, rincian: str = ""
) -> int:
    """The same for everybody in `daftar` (an export, a page of the API), set-based.

    Call it with the very queryset that is exported; `rincian` names the export.
    """
    try:
        pilih, isi = daftar.values("pk").query.sql_with_params()
    except EmptyResultSet:
        return 0
    return _catat(pilih, isi, jenis, peran_pembaca(oleh), rincian[:120], oleh)


def _catat(
    pilih: str,
    isi: Sequence[Any],
    jenis: str,
    sebagai: tuple[str, int | None],
    rincian: str,
    oleh: Pengguna,
) -> int:
    kini = timezone.now()
    peran, unit = sebagai
    awal: list[Any] = [
        oleh.pk,
        hari_ini(),
        jenis,
        peran,
        oleh.pk,
        unit,
        rincian,
        kini,
        kini,
    ]
    with connection.cursor() as kursor:
        kursor.execute(CATAT_SQL.format(pilih=pilih), [*awal, *isi, oleh.pk])
        return kursor.rowcount
