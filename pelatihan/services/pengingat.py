"""Reminders of training that starts and of certificates about to expire."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.pengingat import batas_yang_diingatkan
from pegawai.dasar.alat.tanggal import WITA, tanggal
from pegawai.dasar.models.dokumen import DokumenTerbit
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pengingat import Pengingat, tulis_pengingat
from pegawai.queries.peran import SELESAI_BEKERJA
from pelatihan.models import Angkatan, Peserta, Sertifikat


def ingatkan(*, hari_ini: date, sekarang: datetime | None = None) -> int:
    """Write today's reminders of batches and certificates; how many were new."""
    return tulis_pengingat(
        daftar=[*_pelatihan_mulai(hari_ini), *_sertifikat_kedaluwarsa(hari_ini)],
        sekarang=sekarang or timezone.now(),
    )


def _pelatihan_mulai(hari_ini: date) -> Iterator[Pengingat]:
    """Approved participants of batches that start."""
    jatuh = batas_yang_diingatkan(
        hari_ini=hari_ini, tanda=aturan("pengingat_pelatihan", pada=hari_ini)
    )
    daftar = (
        Peserta.objects.filter(
            status=Peserta.Status.DISETUJUI,
            angkatan__tanggal_mulai__in=list(jatuh),
            angkatan__status__in=[Angkatan.Status.DIBUKA, Angkatan.Status.BERJALAN],
            pegawai__pengguna__isnull=False,
        )
        .select_related("angkatan__pelatihan", "pegawai")
        .order_by("pk")
    )
    for peserta in daftar:
        angkatan = peserta.angkatan
        butir = jatuh[angkatan.tanggal_mulai]
        asal = angkatan.tanggal_mulai - timedelta(days=butir.hari)
        if asal < peserta.diputuskan_pada.astimezone(WITA).date():
            continue
        kapan = f"{butir.sisa} hari lagi" if butir.sisa else "hari ini"
        yield Pengingat(
            jenis="pelatihan",
            objek=f"{peserta.pk}:{angkatan.tanggal_mulai:%Y-%m-%d}",
            tanda=butir,
            penerima_id=peserta.pegawai.pengguna_id,
            judul=f"Pelatihan mulai {kapan}",
            isi=f"{angkatan.pelatihan.nama} mulai {tanggal(angkatan.tanggal_mulai)} di "
            f"{angkatan.tempat}.",
            tautan=angkatan.get_absolute_url(),
        )


def _sertifikat_kedaluwarsa(hari_ini: date) -> Iterator[Pengingat]:
    """Valid certificates with an end."""
    jatuh = batas_yang_diingatkan(
        hari_ini=hari_ini, tanda=aturan("pengingat_kedaluwarsa", pada=hari_ini)
    )
    daftar = (
        Sertifikat.objects.filter(
            dokumen__status=DokumenTerbit.Status.BERLAKU,
            dokumen__berlaku_sampai__in=list(jatuh),
            peserta__pegawai__pengguna__isnull=False,
        )
        .exclude(peserta__pegawai__kedudukan_hukum__in=SELESAI_BEKERJA)
        .select_related("dokumen", "peserta__pegawai")
        .order_by("pk")
    )
    for sertifikat in daftar:
        dokumen = sertifikat.dokumen
        butir = jatuh[dokumen.berlaku_sampai]
        if dokumen.berlaku_sampai - timedelta(days=butir.hari) < dokumen.tanggal_terbit:
            continue
        yield Pengingat(
            jenis="sertifikat",
            objek=f"{sertifikat.pk}:{dokumen.berlaku_sampai:%Y-%m-%d}",
            tanda=butir,
            penerima_id=sertifikat.peserta.pegawai.pengguna_id,
            judul="Sertifikat akan habis masa berlakunya",
            isi=f"{dokumen.judul} berlaku sampai {tanggal(dokumen.berlaku_sampai)}, "
            f"{butir.sisa} hari lagi.",
            tautan=reverse("pelatihan:riwayat-daftar"),
        )
