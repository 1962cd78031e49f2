"""Answers to news of lower apps: one Pekerjaan each, in the act's own transaction."""

from django.dispatch import receiver

from pegawai.dasar.services.pekerjaan import buat_pekerjaan
from pegawai.signals import atasan_berganti
from pelatihan.signals import pengembangan_diverifikasi
from penilaian.queries.rencana_kabar import ada_yang_menunggu


@receiver(atasan_berganti)
def saat_atasan_berganti(pegawai_ids, **kwargs):
    """The new superior must be told which plans and proposals wait."""
    if ada_yang_menunggu(pegawai_ids):
        buat_pekerjaan(
            tugas="penilaian.services.rencana_kabar.kabari_atasan_baru",
            judul="Kabari atasan baru",
            oleh=None,
            pegawai_ids=list(pegawai_ids),
        )


@receiver(pengembangan_diverifikasi)
def saat_pengembangan_diverifikasi(riwayat_ids, **kwargs):
    """Plans follow what their people have finished."""
    buat_pekerjaan(
        tugas="penilaian.services.rencana_kemajuan.segarkan_kemajuan_dari_riwayat",
        judul="Segarkan kemajuan rencana",
        oleh=None,
        riwayat_ids=list(riwayat_ids),
    )
