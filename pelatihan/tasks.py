"""Thin tasks of the training."""

from datetime import date

from celery import shared_task

from pegawai.dasar.alat.tanggal import hari_ini as hari_ini_wita
from pelatihan.services import pengingat
from pelatihan.services.peserta import kedaluwarsakan_peserta


@shared_task
def kedaluwarsakan() -> None:
    """Free the seats of requests that nobody decided in time (KETENTUAN P-1)."""
    kedaluwarsakan_peserta()


@shared_task
def ingatkan(hari_ini: str | None = None) -> None:
    """Write today's reminders; the day (WITA) may be given as 2026-11-24."""
    hari = date.fromisoformat(hari_ini) if hari_ini else hari_ini_wita()
    pengingat.ingatkan(hari_ini=hari)
