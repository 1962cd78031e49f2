"""Judge the staged rows against the registry: new, changed, same, refused, and why."""

from typing import Any

from django.db import connection, transaction

from pegawai.models import BerkasImpor, Peran
from pegawai.queries.peran import akar_cakupan, berlaku_sekota
from pegawai.services import impor_sql as sql

JUMLAH = ("baru", "berubah", "sama", "ditolak", "peringatan", "nilai_berbeda")


def akar_impor(impor: BerkasImpor) -> list[str] | None:
    """Root paths of the units this import may touch; None is the whole city.

    The rights are the uploader's of today, not those of the day of the upload.
    """
    if impor.oleh is None:
        return None
    if berlaku_sekota(impor.oleh, Peran.ANALIS, Peran.ADMIN):
        return None
    return akar_cakupan(impor.oleh, Peran.PENGELOLA_OPD, Peran.ANALIS, Peran.ADMIN)


def parameter(impor: BerkasImpor) -> dict[str, Any]:
    """What the statements of impor_sql ask for."""
    return {
        "impor": impor.pk,
        "akar": akar_impor(impor),
        "kedudukan": bool(impor.pilihan.get("kedudukan")),
    }


@transaction.atomic
def nilai_baris(*, impor: BerkasImpor) -> BerkasImpor:
    """Compare all staged rows with the registry as it is now. May run any number of times."""
    isi = parameter(impor)
    with connection.cursor() as kursor:
        for nama in ("t_unit", "t_baris", "t_kembar", "t_tolak"):
            kursor.execute(f"DROP TABLE IF EXISTS {nama}")
        kursor.execute(sql.UNIT, isi)
        kursor.execute(sql.BARIS, isi)
        kursor.execute("ANALYZE t_baris")
        kursor.execute(sql.BUANG_NAMA, isi)
        kursor.execute(sql.NAMA_UNIT, isi)
        kursor.execute(sql.NAMA_JABATAN, isi)
        kursor.execute(sql.KEMBAR, isi)
        kursor.execute(sql.TOLAK, isi)
        kursor.execute("CREATE INDEX ON t_tolak (id)")
        kursor.execute(sql.isi_nilai(), isi)
        kursor.execute(sql.HITUNG, isi)
        jumlah = dict(zip(JUMLAH, map(int, kursor.fetchone()), strict=True))
    impor.ringkasan = {**impor.ringkasan, **jumlah}
    impor.save()
    return impor
