"""What the undo of an import would do to each of its people (IMP-11)."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.db import connection, models
from django.db.models import QuerySet
from django.utils import timezone

from pegawai.dasar.models.aturan import Aturan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import (
    BarisImpor,
    BerkasImpor,
    NomorPegawai,
    Pegawai,
    RiwayatGolongan,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatPendidikan,
)

JAM_BAWAAN = 24  # when no reference data is loaded
Status = BerkasImpor.Status
Urung = BarisImpor.Urung
# Follow from other facts: a later change of these is no edit by a person.
TURUNAN = ("atasan_id", "pengguna_id", "versi")
# Rows that belong to the person and go with it.
RIWAYAT = (
    NomorPegawai,
    RiwayatJabatan,
    RiwayatGolongan,
    RiwayatPendidikan,
    RiwayatKedudukan,
)
MILIK = (*RIWAYAT, BarisImpor)


def kolom_tersimpan(model: type[models.Model], *kecuali: str) -> list[str]:
    """Columns of a model that are stored as given: no key, nothing generated."""
    return [
        m.column
        for m in model._meta.concrete_fields
        if not m.primary_key
        and not isinstance(m, models.GeneratedField)
        and m.column not in kecuali
    ]


def dirujuk_sql(model: type[models.Model], kunci: str, *kecuali: type) -> str:
    """Does a row of any table refer to the row whose key is `kunci`?

    Read from the relations themselves, so that upper floors count without being known.
    """
    bagian = []
    for rel in model._meta.get_fields(include_hidden=True):
        lawan = rel.related_model
        if (
            not isinstance(rel, models.ForeignObjectRel)
            or not rel.field.concrete
            or rel.many_to_many
            or lawan in kecuali
            or lawan is model
            or lawan._meta.app_label == "pghistory"
            or hasattr(lawan, "pgh_tracked_model")
        ):
            continue
        bagian.append(
            f'EXISTS (SELECT 1 FROM "{lawan._meta.db_table}" x '
            f'WHERE x."{rel.field.column}" = {kunci})'
        )
    return "(" + " OR ".join(bagian or ["false"]) + ")"


def _baris(alias: str, kolom: list[str]) -> str:
    return "(" + ", ".join(f"{alias}.{k}" for k in kolom) + ")"


def rencana_sql() -> str:
    """Each person of the import and its fate: restored, removed, closed, or left."""
    kolom = kolom_tersimpan(Pegawai, *TURUNAN)
    sesudah = " OR ".join(
        f"EXISTS (SELECT 1 FROM {tabel}event x WHERE x.pegawai_id = o.id "
        "AND x.pgh_created_at > coalesce(j.waktu, %(mulai)s) AND x.pgh_label <> 'awal' "
        "AND (x.pgh_context_id IS NULL OR x.pgh_context_id <> ALL(%(konteks)s::uuid[])))"
        for tabel in (model._meta.db_table for model in RIWAYAT)
    )
    return f"""
WITH orang AS (
    SELECT DISTINCT pegawai_id AS id FROM pegawai_barisimpor
     WHERE impor_id = %(impor)s AND tindakan IN ('BARU', 'BERUBAH')
       AND nomor_baris <= %(terakhir)s AND pegawai_id IS NOT NULL
), jejak AS (
    SELECT pgh_obj_id AS id, min(pgh_id) AS awal, max(pgh_id) AS akhir,
           min(pgh_created_at) AS waktu
      FROM pegawai_pegawaievent WHERE pgh_context_id = ANY(%(konteks)s::uuid[])
     GROUP BY pgh_obj_id
)
SELECT o.id AS pegawai_id, j.awal, j.akhir, CASE
         WHEN l.pgh_id IS NOT NULL AND {_baris("l", kolom)}
              IS DISTINCT FROM {_baris("p", kolom)} THEN 'DIBIARKAN'
         WHEN {sesudah} THEN 'DIBIARKAN'
         WHEN a.pgh_label IS DISTINCT FROM 'insert' THEN 'DIPULIHKAN'
         WHEN u.last_login IS NOT NULL OR p.atasan_ditetapkan
              OR EXISTS (SELECT 1 FROM pegawai_pegawai y
                          WHERE y.atasan_id = o.id AND y.atasan_ditetapkan)
              OR {dirujuk_sql(Pegawai, "o.id", *MILIK)} THEN 'DITUTUP'
         ELSE 'DIHAPUS' END AS nasib
  FROM orang o
  JOIN pegawai_pegawai p ON p.id = o.id
  LEFT JOIN jejak j ON j.id = o.id
  LEFT JOIN pegawai_pegawaievent a ON a.pgh_id = j.awal
  LEFT JOIN pegawai_pegawaievent l ON l.pgh_id = j.akhir
  LEFT JOIN dasar_pengguna u ON u.id = p.pengguna_id
"""


def parameter_urung(impor: BerkasImpor) -> dict[str, Any]:
    """What `rencana_sql` asks for."""
    return {
        "impor": impor.pk,
        "konteks": [str(k) for k in impor.konteks],
        "terakhir": impor.baris_terakhir,
        "mulai": impor.dibuat_pada,
    }


class RencanaUrung(NamedTuple):
    """Counts by fate, and who is not simply restored or removed."""

    jumlah: dict[str, int]
    khusus: dict[int, str]


def rencana_urung(impor: BerkasImpor) -> RencanaUrung:
    """The preview of the undo: reads only."""
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT pegawai_id, nasib FROM ({rencana_sql()}) r", parameter_urung(impor)
        )
        nasib = dict(kursor.fetchall())
    jumlah = dict.fromkeys(Urung.values, 0)
    for satu in nasib.values():
        jumlah[satu] += 1
    return RencanaUrung(
        jumlah,
        {
            pk: satu
            for pk, satu in nasib.items()
            if satu in {Urung.DIBIARKAN, Urung.DITUTUP}
        },
    )


def batas_urung(impor: BerkasImpor) -> Any:
    """Until when this import can be undone; None when there is nothing to undo."""
    selesai = impor.status in {Status.SELESAI, Status.DIBATALKAN}
    if not selesai or not impor.konteks or impor.selesai_pada is None:
        return None
    if not (impor.jumlah_ditambah or impor.jumlah_diubah):
        return None
    try:
        jam = aturan("impor_urung_jam")
    except Aturan.DoesNotExist:
        jam = JAM_BAWAAN
    return impor.selesai_pada + timedelta(hours=jam)


def dapat_diurungkan(impor: BerkasImpor) -> bool:
    """Is the undo still open?"""
    batas = batas_urung(impor)
    return batas is not None and timezone.now() < batas


def orang_khusus(pk: list[int]) -> QuerySet[Pegawai]:
    """The people that the undo leaves or closes."""
    return (
        Pegawai.objects.filter(pk__in=pk)
        .select_related("unit_kerja", "jabatan")
        .order_by("nama_urut", "pk")
    )


def hasil_urung(impor: BerkasImpor) -> QuerySet[Pegawai]:
    """People that the undo left or closed."""
    baris = BarisImpor.objects.filter(
        impor=impor, urung__in=(Urung.DIBIARKAN, Urung.DITUTUP)
    )
    return orang_khusus(list(baris.values_list("pegawai_id", flat=True)))


def rincian_urung(impor: BerkasImpor) -> dict[str, Any]:
    """What the page of the undo shows, before it and after it."""
    if impor.status == Status.DIURUNGKAN:
        return {
            "selesai": True,
            "jumlah": impor.ringkasan.get("urung", {}),
            "daftar": hasil_urung(impor),
        }
    if not dapat_diurungkan(impor):
        return {"lewat": True, "jumlah": {}, "daftar": Pegawai.objects.none()}
    rencana = rencana_urung(impor)
    return {
        "jumlah": rencana.jumlah,
        "batas": batas_urung(impor),
        "daftar": orang_khusus(list(rencana.khusus)),
    }


def akun_dirujuk_sql(kunci: str) -> str:
    """Does anything refer to this account, besides its person?"""
    return dirujuk_sql(Pengguna, kunci, Pegawai)
