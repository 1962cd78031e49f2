"""Thin tasks of the registry."""

from celery import shared_task
from django.utils import timezone

from pegawai.services.perbaikan_pengingat import ingatkan_perbaikan as ingatkan


@shared_task
def ingatkan_perbaikan() -> None:
    """Remind of correction requests whose 48 hours have passed."""
    ingatkan(sekarang=timezone.now())
