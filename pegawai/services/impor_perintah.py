"""The same import without a page: `manage.py impor_pegawai` (also for larger files)."""

import hashlib
from pathlib import Path
from typing import Any

import pghistory
from django.db import transaction

from pegawai.dasar.alat.arsip import tolak
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.services.pekerjaan import (
    BelumGiliran,
    laksanakan,
    mulai_pekerjaan,
)
from pegawai.models import BerkasImpor, NamaImpor
from pegawai.queries.impor_pratinjau import ambang_perintah
from pegawai.services.impor import AKHIRAN, LAKSANAKAN, nama_aman
from pegawai.services.impor_giliran import giliran
from pegawai.services.impor_jalan import hasil_impor, siapkan
from pegawai.services.impor_muat import muat_berkas
from pegawai.services.impor_nama import pilih_semua
from pegawai.services.impor_periksa import kenali_baris
from pegawai.services.impor_tampung import simpan_tampungan

Status = BerkasImpor.Status


def impor_berkas(
    *, jalur: Path, uji: bool, buat: bool, tetap: bool = False
) -> dict[str, Any]:
    """Read, judge and (unless `uji`) write one file; returns the five counts.

    A file that replaces what is known of more than the office's share of people is
    refused and leaves nothing behind, unless `tetap` (`ambang_perintah`).
    """
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
            return _impor(jalur, aliran, uji=uji, buat=buat, tetap=tetap)
    except BelumGiliran as galat:
        raise tolak(
            "Impor lain sedang berjalan. Tunggu sampai selesai, lalu jalankan lagi.",
            "impor_lain_berjalan",
        ) from galat


def _impor(
    jalur: Path, aliran: Any, *, uji: bool, buat: bool, tetap: bool
) -> dict[str, Any]:
    with transaction.atomic():
        impor = _muat(jalur, aliran, buat=buat)
        siapkan(impor=impor, dikenali=True)
        if uji:
            transaction.set_rollback(True)
            return hasil_impor(impor)
        if not tetap:
            _periksa_ambang(impor)
        simpan_tampungan(semua=False)
        impor.pekerjaan = mulai_pekerjaan(
            tugas=LAKSANAKAN,
            judul=f"Impor {impor.nama_berkas}"[:200],
            tautan=impor.get_absolute_url(),
            pk=impor.pk,
        )
        impor.save()
    laksanakan(pekerjaan=impor.pekerjaan)
    impor.pekerjaan.refresh_from_db()
    if impor.pekerjaan.status == Pekerjaan.Status.GAGAL:
        raise tolak(impor.pekerjaan.galat, "impor_gagal")
    return hasil_impor(impor)


def _periksa_ambang(impor: BerkasImpor) -> None:
    banyak = ambang_perintah(impor)
    if banyak["lewat"]:
        raise tolak(
            f"Berkas ini mengganti data {banyak['terkena']} dari {banyak['terdaftar']} "
            f"pegawai dalam cakupannya, lebih dari {banyak['batas']}%. Tidak ada yang "
            "diubah. Periksa berkasnya; bila memang benar, jalankan lagi dengan --tetap.",
            "perubahan_terlalu_banyak",
        )


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
    return impor
