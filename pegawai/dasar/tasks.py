"""Thin tasks: heartbeat, sweeper, job runner, mail."""

from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from pegawai.dasar.services.pekerjaan import catat_detak, jalankan, sapu_pekerjaan
from pegawai.dasar.services.surat import kirim_semua
from pegawai.dasar.services.unduhan import bersihkan_unduhan


@shared_task
def detak() -> None:
    """The worker is alive."""
    catat_detak(nama="pekerja", sekarang=timezone.now())


@shared_task
def sapu() -> None:
    """Publish again what nobody took."""
    sapu_pekerjaan(sekarang=timezone.now())


@shared_task
def jalankan_pekerjaan(pk: int) -> None:
    """Run one job."""
    jalankan(pk=pk)


@shared_task
def kirim_surat() -> None:
    """Empty the outbox; by beat each minute, so a dead broker delays but loses nothing."""
    kirim_semua()


@shared_task
def bersihkan() -> None:
    """Delete files of the download centre that are past their seven days."""
    bersihkan_unduhan(sekarang=timezone.now())


@worker_ready.connect
def saat_siap(**kwargs: object) -> None:
    """Write the heartbeat at the worker's start."""
    catat_detak(nama="pekerja", sekarang=timezone.now())
