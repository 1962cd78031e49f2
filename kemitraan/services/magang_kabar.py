"""Notices about a placement: to its head when asked for, to all when decided."""

from django.urls import reverse

from kemitraan.models import Penempatan
from kemitraan.queries.penerima import kepala_penempatan
from pegawai.dasar.alat.tanggal import hari_ini, rentang_tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari


def kabari_pengajuan(penempatan: Penempatan) -> None:
    """The head of the OPD decides (KEAMANAN C.3), so the head is told."""
    kepala = kepala_penempatan(penempatan, hari_ini())
    masa = rentang_tanggal(penempatan.tanggal_mulai, penempatan.tanggal_selesai)
    for akun in Pengguna.objects.filter(pk__in=kepala).order_by("pk"):
        kabari(
            kunci=f"penempatan-diajukan:{penempatan.pk}:{akun.pk}",
            penerima=akun,
            judul="Pengajuan magang menunggu keputusan Anda",
            isi=f"{penempatan.nama_orang}, {penempatan.unit_kerja.nama}, {masa}.",
            tautan=penempatan.get_absolute_url(),
        )


def kabari_keputusan(penempatan: Penempatan) -> None:
    """Tell who asked, the person, and the mentor."""
    orang = penempatan.peserta or penempatan.pegawai
    penerima = {
        akun
        for akun in (
            penempatan.diajukan_oleh,
            orang.pengguna if orang else None,
            penempatan.pembimbing.pengguna if penempatan.pembimbing else None,
        )
        if akun is not None
    }
    status = penempatan.get_status_display().lower()
    masa = rentang_tanggal(penempatan.tanggal_mulai, penempatan.tanggal_selesai)
    for akun in penerima:
        sendiri = orang is not None and akun.pk == orang.pengguna_id
        kabari(
            kunci=f"penempatan-{penempatan.status}:{penempatan.pk}:{akun.pk}",
            penerima=akun,
            judul=f"Penempatan magang {status}",
            isi=f"{penempatan.nama_orang}, {penempatan.unit_kerja.nama}, {masa}."
            + (f" Alasan: {penempatan.alasan}" if penempatan.alasan else ""),
            tautan=reverse("kemitraan:magang-saya")
            if sendiri
            else penempatan.get_absolute_url(),
        )
