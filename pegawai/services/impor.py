"""The acts on a staff file: upload, check, choose, run, cancel."""

import hashlib
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pegawai.dasar.alat.arsip import BUKAN_BUKU, MB, tolak
from pegawai.dasar.alat.buku_kerja import KepalaAsing
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pekerjaan import (
    batalkan_pekerjaan,
    buat_pekerjaan,
    periksa_batal,
)
from pegawai.models import BarisImpor, BerkasImpor, NamaImpor
from pegawai.queries.impor import cari_tujuan
from pegawai.queries.impor_pratinjau import ambang, kalimat_ambang
from pegawai.services.impor_jalan import akhiri, buang_berkas, jumlah_dikerjakan
from pegawai.services.impor_kolom import teks_sel
from pegawai.services.impor_muat import (
    BARIS_TERBANYAK,
    muat_berkas,
    periksa_sebelum_buka,
)
from pegawai.services.impor_nama import boleh_buat_nama, pilih_semua
from pegawai.services.impor_periksa import nilai_baris
from pegawai.services.impor_pilihan import belum_siap, kunci_siap
from pegawai.services.impor_tampung import simpan_tampungan

LAKSANAKAN = "pegawai.services.impor_jalan.laksanakan_impor"
UKURAN_TERBESAR = 20 * MB
AKHIRAN = (".xlsx", ".xls", ".ods", ".csv", ".txt")
Status = BerkasImpor.Status
Tindak = NamaImpor.Tindak


def unggah_impor(
    *, berkas: UploadedFile, jenis_berkas: str = "", oleh: Pengguna
) -> BerkasImpor:
    """Take a file that passes the guards, and queue its check.

    `jenis_berkas` says what the file itself does not: `pppk` or `pppk_paruh`.
    """
    nama = nama_aman(berkas.name or "")
    if not nama.lower().endswith(AKHIRAN):
        raise tolak(
            "Berkas harus .xlsx, .xls, .ods, atau .csv. Di Excel, pilih Simpan Sebagai "
            "lalu Buku Kerja Excel (.xlsx).",
            "bukan_xlsx",
        )
    if (berkas.size or 0) > UKURAN_TERBESAR:
        raise tolak(
            "Berkas lebih dari 20 MB. Bagi menjadi beberapa berkas, atau simpan sebagai "
            "CSV dan minta admin memuatnya dengan perintah impor_pegawai.",
            "berkas_terlalu_besar",
        )
    if not berkas.size:
        raise tolak(f"Berkas kosong. {BUKAN_BUKU}", "bukan_buku_kerja")
    periksa_sebelum_buka(berkas, nama=nama, terbanyak=BARIS_TERBANYAK)
    sidik = hashlib.sha256()
    for potong in berkas.chunks():
        sidik.update(potong)
    berkas.seek(0)
    return _terima(berkas, nama, sidik.hexdigest(), jenis_berkas, oleh)


@transaction.atomic
def _terima(
    berkas: UploadedFile, nama: str, sidik: str, jenis_berkas: str, oleh: Pengguna
) -> BerkasImpor:
    impor = BerkasImpor.objects.create(
        oleh=oleh,
        berkas=berkas,
        nama_berkas=nama,
        sha256=sidik,
        ukuran=berkas.size,
        tanggal_berkas=hari_ini(),
        pilihan={"jenis_berkas": jenis_berkas} if jenis_berkas else {},
    )
    impor.refresh_from_db(fields=["uid"])
    return antrekan_periksa(impor=impor, oleh=oleh)


def antrekan_periksa(*, impor: BerkasImpor, oleh: Pengguna) -> BerkasImpor:
    """Queue the check of a file that is kept."""
    impor.status = Status.UNGGAH
    impor.pekerjaan = buat_pekerjaan(
        tugas="pegawai.services.impor.periksa_impor",
        judul=f"Pemeriksaan {impor.nama_berkas}"[:200],
        oleh=oleh,
        tautan=impor.get_absolute_url(),
        pk=impor.pk,
    )
    impor.save()
    return impor


def nama_aman(nama: str) -> str:
    """What is shown of the person's file name: the last part, one clean line."""
    akhir = PurePath(nama.replace("\\", "/")).name
    return teks_sel(akhir)[-200:] or "tanpa-nama"


def periksa_impor(*, pekerjaan: Pekerjaan, pk: int) -> dict[str, Any]:
    """The first job: file into staging, rows judged, preview ready."""
    impor = BerkasImpor.objects.select_related("oleh").get(pk=pk)
    if impor.status not in {Status.UNGGAH, Status.DIPERIKSA, Status.GAGAL}:
        return {}
    impor.status, impor.galat = Status.DIPERIKSA, ""
    impor.save()
    periksa_batal(pekerjaan=pekerjaan)
    try:
        with transaction.atomic(), impor.berkas.open("rb") as aliran:
            muat_berkas(impor=impor, aliran=aliran, terbanyak=BARIS_TERBANYAK)
            nilai_baris(impor=impor)
            simpan_tampungan(semua=True)
            impor.status = Status.SIAP
            impor.save()
    except KepalaAsing as galat:
        impor.status, impor.kolom, impor.galat = (
            Status.PEMETAAN,
            galat.kepala,
            galat.pesan,
        )
        impor.save()
        return {}
    except AturanDilanggar as galat:
        impor.status, impor.galat = Status.GAGAL, galat.pesan
        buang_berkas(impor=impor)
        raise
    return {"jumlah": impor.ringkasan["jumlah"]}


@transaction.atomic
def pilih_impor(
    *,
    impor: BerkasImpor,
    semua: str,
    nama: Mapping[str, tuple[str, str]],
    oleh: Pengguna,
) -> BerkasImpor:
    """Keep the choices for unknown names and judge again.

    `semua` is one choice for all ("" = none); `nama`: uid -> (choice, name of the target).
    """
    impor = kunci_siap(impor)
    if not boleh_buat_nama(impor) and (
        semua == Tindak.BUAT or any(t == Tindak.BUAT for t, _ in nama.values())
    ):
        raise AturanDilanggar(
            "Unit dan jabatan baru dibuat oleh BKPSDM. Petakan ke yang ada, atau biarkan.",
            kode="buat_nama_dilarang",
        )
    if semua:
        pilih_semua(impor=impor, tindak=semua)
    else:
        for asing in NamaImpor.objects.filter(impor=impor, uid__in=list(nama)):
            _pilih_satu(asing, *nama[str(asing.uid)])
    return nilai_baris(impor=impor)


def _pilih_satu(asing: NamaImpor, tindak: str, tujuan: str) -> None:
    asing.tindak, asing.unit_kerja, asing.jabatan = tindak, None, None
    if tindak == Tindak.PETAKAN:
        dituju = cari_tujuan(asing.jenis, tujuan)
        if len(dituju) != 1:
            raise AturanDilanggar(
                f"“{tujuan}” bukan nama satu {asing.get_jenis_display().lower()}. Tulis "
                f"nama lengkapnya untuk “{asing.nama}”, dengan OPD atau unitnya dalam "
                "kurung bila namanya sama."
                if tujuan
                else f"Tulis tujuan pemetaan untuk “{asing.nama}”.",
                kode="tujuan_tidak_tunggal",
                medan=f"tujuan-{asing.uid}",
            )
        if asing.jenis == NamaImpor.Jenis.UNIT:
            asing.unit_kerja = dituju[0]
        else:
            asing.jabatan = dituju[0]
    asing.save()


@transaction.atomic
def jalankan_impor(
    *, impor: BerkasImpor, setuju: bool = False, oleh: Pengguna
) -> BerkasImpor:
    """Queue the run. Starting what already runs or is done changes nothing.

    A file that changes more than the office's share of people needs `setuju` (IMP-13).
    """
    impor = BerkasImpor.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    if impor.status in {Status.BERJALAN, Status.SELESAI}:
        return impor
    if impor.status != Status.SIAP:
        raise belum_siap()
    if not jumlah_dikerjakan(impor):
        raise AturanDilanggar(
            "Tidak ada baris baru atau berubah untuk diimpor.", kode="impor_kosong"
        )
    banyak = ambang(impor)
    if banyak["lewat"] and not setuju:
        raise AturanDilanggar(
            f"{kalimat_ambang(banyak)} Periksa berkasnya, lalu beri tanda setuju untuk "
            "menjalankannya.",
            kode="perubahan_terlalu_banyak",
            medan="setuju",
        )
    impor.status = Status.BERJALAN
    impor.pekerjaan = buat_pekerjaan(
        tugas=LAKSANAKAN,
        judul=f"Impor {impor.nama_berkas}"[:200],
        oleh=oleh,
        tautan=impor.get_absolute_url(),
        pk=impor.pk,
    )
    impor.save()
    return impor


@transaction.atomic
def batalkan_impor(*, impor: BerkasImpor, oleh: Pengguna) -> BerkasImpor:
    """Before the run: drop everything. During it: stop at the next checkpoint."""
    impor = (
        BerkasImpor.objects.select_for_update(of=("self",))
        .select_related("pekerjaan", "oleh")
        .get(pk=impor.pk)
    )
    if impor.status in {Status.SELESAI, Status.DIBATALKAN}:
        return impor
    if impor.pekerjaan is not None:
        batalkan_pekerjaan(pekerjaan=impor.pekerjaan, oleh=oleh)
        impor.pekerjaan.refresh_from_db()
    if impor.status == Status.BERJALAN:
        if impor.pekerjaan is None or not impor.pekerjaan.terbuka:
            akhiri(impor=impor, status=Status.DIBATALKAN)
        return impor
    BarisImpor.objects.filter(impor=impor).delete()
    NamaImpor.objects.filter(impor=impor).delete()
    impor.status = Status.DIBATALKAN
    buang_berkas(impor=impor)
    return impor
