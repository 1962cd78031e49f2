"""Thin tasks of the registry."""

from celery import shared_task
from django.utils import timezone

from pegawai.services.atasan import hitung_atasan
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.perbaikan_pengingat import ingatkan_perbaikan as ingatkan


@shared_task
def ingatkan_perbaikan() -> None:
    """Remind of correction requests whose 48 hours have passed."""
    ingatkan(sekarang=timezone.now())


@shared_task
def berlakukan() -> None:
    """Let what was entered ahead of its day begin to hold."""
    berlakukan_jatuh_tempo()


@shared_task
def hitung_atasan_harian() -> None:
    """Acting heads begin and end with the day, and superiors with them."""
    hitung_atasan(oleh=None)
