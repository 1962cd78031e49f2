"""Thin tasks of this app."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from kemitraan.services import pengingat
from kemitraan.services.permintaan_pengingat import ingatkan_permintaan_data
from pegawai.dasar.alat.tanggal import hari_ini as hari_ini_wita


@shared_task
def ingatkan(hari_ini: str | None = None) -> None:
    """Write today's reminders; the day (WITA) may be given as 2026-11-24."""
    hari = date.fromisoformat(hari_ini) if hari_ini else hari_ini_wita()
    pengingat.ingatkan(hari_ini=hari)


@shared_task
def ingatkan_data() -> None:
    """Remind of requests about personal data whose 48 hours have passed."""
    ingatkan_permintaan_data(sekarang=timezone.now())
