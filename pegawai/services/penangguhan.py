"""Grants that nobody uses are suspended; an administrator takes that back (C.2)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.aturan import Aturan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import PemberianPeran, Peran

# Used = signed in, or a token of the account was. A grant counts from the day it was
# written, began, or was taken back from suspension. The last administrators who could
# take it back are left alone, or nobody could.
TANGGUHKAN = """
WITH dipakai AS (
  SELECT g.id, g.peran, g.pengguna_id, GREATEST(
           a.last_login, g.dibuat_pada, g.dipulihkan_pada,
           g.berlaku_mulai::timestamp AT TIME ZONE 'Asia/Makassar',
           (SELECT max(t.dipakai_pada) FROM dasar_tokenapi t
             WHERE t.pengguna_id = g.pengguna_id)) AS terakhir
    FROM pegawai_pemberianperan g JOIN dasar_pengguna a ON a.id = g.pengguna_id
   WHERE g.dicabut_pada IS NULL AND g.ditangguhkan_pada IS NULL AND a.is_active
     AND g.berlaku_mulai <= %(hari)s AND g.berlaku_sampai >= %(hari)s
     AND g.peran <> 'PEMAGANG'
)
UPDATE pegawai_pemberianperan g SET ditangguhkan_pada = %(kini)s
  FROM dipakai d
 WHERE g.id = d.id AND d.terakhir <= %(batas)s
   AND (d.peran <> 'ADMIN' OR EXISTS (
     SELECT 1 FROM dipakai l WHERE l.peran = 'ADMIN' AND l.terakhir > %(batas)s
       AND l.pengguna_id <> d.pengguna_id))
RETURNING g.id
"""


@transaction.atomic
def tangguhkan_peran(*, sekarang: datetime) -> int:
    """Suspend grants of accounts out of use; how many. The demo's sleep without harm."""
    if settings.DEMO:
        return 0
    try:
        hari = int(aturan("penangguhan_hari"))
    except Aturan.DoesNotExist:  # a house that is being set up
        return 0
    isi = {
        "hari": hari_ini(),
        "kini": sekarang,
        "batas": sekarang - timedelta(days=hari),
    }
    with connection.cursor() as kursor:
        kursor.execute(TANGGUHKAN, isi)
        kena = [baris[0] for baris in kursor.fetchall()]
    daftar = PemberianPeran.objects.filter(pk__in=kena).select_related("pengguna")
    for pemberian in daftar.order_by("pk"):
        kabari(
            kunci=f"peran-ditangguhkan:{pemberian.pk}:{hari_ini()}",
            penerima=pemberian.pengguna,
            judul=f"Peran {pemberian.get_peran_display()} ditangguhkan",
            isi=f"Akun Anda tidak dipakai selama {hari} hari. Minta admin BKPSDM "
            "memulihkan peran ini bila masih Anda perlukan.",
        )
    return len(kena)


@transaction.atomic
def pulihkan_peran(*, pemberian: PemberianPeran, oleh: Pengguna) -> bool:
    """Let a suspended grant count again from the next request on; again changes nothing."""
    if pemberian.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Peran sendiri dipulihkan oleh admin lain.", kode="peran_sendiri"
        )
    if pemberian.dicabut_pada is not None or pemberian.berlaku_sampai < hari_ini():
        raise AturanDilanggar(
            "Peran ini sudah berakhir. Berikan peran baru dengan SK.",
            kode="peran_berakhir",
        )
    dipulihkan = PemberianPeran.objects.filter(
        pk=pemberian.pk, ditangguhkan_pada__isnull=False
    ).update(ditangguhkan_pada=None, dipulihkan_pada=timezone.now())
    if dipulihkan:
        kabari(
            kunci=f"peran-dipulihkan:{pemberian.pk}:{timezone.now():%Y%m%d%H%M%S}",
            penerima=pemberian.pengguna,
            judul=f"Peran {Peran(pemberian.peran).label} berlaku lagi",
            isi=f"Berlaku sampai {tanggal(pemberian.berlaku_sampai)}.",
        )
    return bool(dipulihkan)
