"""The same import without a page: `manage.py impor_pegawai` (also for larger files)."""

import hashlib
from pathlib import Path
from typing import Any

import pghistory
from django.db import transaction

from pegawai.dasar.alat.arsip import tolak
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.services.pekerjaan import BelumGiliran
from pegawai.models import BerkasImpor, NamaImpor
from pegawai.services.impor import AKHIRAN, nama_aman
from pegawai.services.impor_giliran import giliran
from pegawai.services.impor_jalan import (
    akhiri,
    hasil_impor,
    siapkan,
    simpan_kelompok,
)
from pegawai.services.impor_muat import muat_berkas
from pegawai.services.impor_nama import pilih_semua
from pegawai.services.impor_periksa import kenali_baris, nilai_baris

Status = BerkasImpor.Status


def impor_berkas(*, jalur: Path, uji: bool, buat: bool) -> dict[str, Any]:
    """Read, judge and (unless `uji`) write one file; returns the five counts."""
    if not jalur.name.lower().endswith(AKHIRAN):
        raise tolak("Berkas harus .xlsx, .xls, .ods, atau .csv.", "bukan_xlsx")
    try:
        aliran = jalur.open("rb")
    except OSError as galat:
        raise tolak(
            f"Berkas {jalur} tidak dapat dibuka. Periksa nama dan izinnya.",
            "tanpa_berkas",
        ) from galat
    try:
        with (
            aliran,
            giliran(),
            pghistory.context(alasan="Perintah impor_pegawai"),
        ):
            return _impor(jalur, aliran, uji=uji, buat=buat)
    except BelumGiliran as galat:
        raise tolak(
            "Impor lain sedang berjalan. Tunggu sampai selesai, lalu jalankan lagi.",
            "impor_lain_berjalan",
        ) from galat


def _impor(jalur: Path, aliran: Any, *, uji: bool, buat: bool) -> dict[str, Any]:
    with transaction.atomic():
        impor = _muat(jalur, aliran, buat=buat)
        if uji:
            siapkan(impor=impor)
            transaction.set_rollback(True)
            return hasil_impor(impor)
    siapkan(impor=impor)
    while simpan_kelompok(impor=impor, pekerjaan=None):
        pass
    akhiri(impor=impor, status=Status.SELESAI)
    return hasil_impor(impor)


def _muat(jalur: Path, aliran: Any, *, buat: bool) -> BerkasImpor:
    sidik = hashlib.file_digest(aliran, "sha256").hexdigest()
    aliran.seek(0)
    impor = BerkasImpor.objects.create(
        nama_berkas=nama_aman(jalur.name),
        sha256=sidik,
        ukuran=jalur.stat().st_size,
        tanggal_berkas=hari_ini(),
        status=Status.BERJALAN,
    )
    muat_berkas(impor=impor, aliran=aliran, terbanyak=None)
    kenali_baris(impor=impor)
    if buat:
        pilih_semua(impor=impor, tindak=NamaImpor.Tindak.BUAT)
    if not (buat and impor.nama_asing.exists()):
        nilai_baris(impor=impor, kenali=False)
        impor.ringkasan["disiapkan"] = True  # judged a moment ago, in this transaction
        impor.save()
    return impor
