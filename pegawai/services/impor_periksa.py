"""Judge the staged rows against the registry: new, changed, same, refused, and why."""

from typing import Any

from django.db import connection, transaction

from pegawai.models import BerkasImpor, Peran
from pegawai.queries.impor import (
    ada_dalam_berkas,
    jumlah_terdaftar,
    opd_tidak_ada,
)
from pegawai.queries.peran import akar_cakupan, berlaku_sekota
from pegawai.services import impor_kenali_sql as kenal
from pegawai.services import impor_sql as sql

JUMLAH = (
    "baru",
    "berubah",
    "sama",
    "ditolak",
    "peringatan",
    "nilai_berbeda",
    "dilewati",
)


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
    """What the statements of impor_sql and impor_kenali_sql ask for."""
    return {
        "impor": impor.pk,
        "akar": akar_impor(impor),
        "lewati": impor.lewati,
    }


@transaction.atomic
def kenali_baris(*, impor: BerkasImpor) -> None:
    """Find people, units, posts and refusals of all staged rows, into temporary tables.

    Unknown names are kept with their counts; nothing is judged or written to the rows.
    """
    isi = parameter(impor)
    with connection.cursor() as kursor:
        for nama in ("t_unit", "t_orang", "t_baris", "t_kembar", "t_tolak"):
            kursor.execute(f"DROP TABLE IF EXISTS {nama}")
        for perintah in (
            *(kenal.UNIT, kenal.UNIT_ADA, kenal.ORANG),
            *(kenal.BARIS_SEMUA, kenal.STATISTIK, *kenal.NAMA_ASING),
            *(kenal.KEMBAR, "ANALYZE t_kembar", kenal.TOLAK, "ANALYZE t_tolak"),
        ):
            kursor.execute(perintah, isi)


@transaction.atomic
def kenali_tempat(*, impor: BerkasImpor) -> None:
    """Find units and posts again for the rows that were without; `kenali_baris` has run
    in this transaction, and nothing since but choosing names and creating them.

    Who creates them imports for the whole city, so that no refusal depends on them.
    """
    isi = parameter(impor)
    with connection.cursor() as kursor:
        for perintah in (
            *(kenal.UNIT_ADA, kenal.BARIS_LEPAS, kenal.BARIS_LAGI),
            *kenal.NAMA_ASING,
        ):
            kursor.execute(perintah, isi)


@transaction.atomic
def nilai_baris(*, impor: BerkasImpor, kenali: bool = True) -> BerkasImpor:
    """Compare all staged rows with the registry as it is now. May run any number of times.

    `kenali=False`: `kenali_baris` has run in this transaction, and nothing since.
    """
    isi = parameter(impor)
    if kenali:
        kenali_baris(impor=impor)
    with connection.cursor() as kursor:
        kursor.execute(sql.isi_nilai(), isi)
        kursor.execute(sql.CAKUPAN, isi)
        jenis, opd = kursor.fetchone()
    impor.ringkasan = {**impor.ringkasan, "cakupan": {"jenis": jenis, "opd": opd}}
    hilang = opd_tidak_ada(impor)
    opd += [satu["opd"] for satu in hilang]
    impor.ringkasan["opd_tidak_ada"] = hilang
    terdaftar = jumlah_terdaftar(impor)
    impor.ringkasan |= {
        "tidak_ada": terdaftar - ada_dalam_berkas(impor).count(),
        "terdaftar": terdaftar,
    }
    return hitung_baris(impor=impor)


def hitung_baris(*, impor: BerkasImpor) -> BerkasImpor:
    """Count the judged rows by action and by kind of change."""
    isi = parameter(impor)
    with connection.cursor() as kursor:
        kursor.execute(sql.HITUNG, isi)
        jumlah = dict(zip(JUMLAH, map(int, kursor.fetchone()), strict=True))
        kursor.execute(sql.HITUNG_JENIS, isi)
        jenis = dict(kursor.fetchall())
    impor.ringkasan = {**impor.ringkasan, **jumlah, "jenis": jenis}
    impor.save()
    return impor
