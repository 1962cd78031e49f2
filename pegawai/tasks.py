"""Thin tasks of the registry."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from pegawai.dasar.alat.tanggal import hari_ini as hari_ini_wita
from pegawai.services.atasan import hitung_atasan
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.capaian import segarkan_standar_capaian
from pegawai.services.penangguhan import tangguhkan_peran
from pegawai.services.perbaikan_pengingat import ingatkan_perbaikan as ingatkan


@shared_task
def ingatkan_perbaikan() -> None:
    """Remind of correction requests whose 48 hours have passed."""
    ingatkan(sekarang=timezone.now())


@shared_task
def berlakukan() -> None:
    """Let what was entered ahead of its day begin to hold; suspend what nobody uses."""
    berlakukan_jatuh_tempo()
    tangguhkan_peran(sekarang=timezone.now())


@shared_task
def hitung_atasan_harian() -> None:
    """Acting heads begin and end with the day, and superiors with them."""
    hitung_atasan(oleh=None)


@shared_task
def segarkan_standar(hari_ini: str | None = None) -> None:
    """Editions that begin today set the gaps; the day (WITA) may be given."""
    hari = date.fromisoformat(hari_ini) if hari_ini else hari_ini_wita()
    segarkan_standar_capaian(pada=hari)
