"""Jobs and the health of the worker."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from pegawai.dasar.models.pekerjaan import Detak, Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna

BATAS_DETAK = timedelta(minutes=2)
# Task -> may this owner still fetch what it made? Said by the app that owns the task
# (apps.py); a task without an entry made a file about its owner.
SYARAT_UNDUHAN: dict[str, Callable[[Pengguna, Pekerjaan], bool]] = {}


def pekerjaan_terlihat(pengguna: Pengguna) -> QuerySet[Pekerjaan]:
    """One's own jobs."""
    return Pekerjaan.objects.filter(pemilik=pengguna)


def daftar_pekerjaan(pengguna: Pengguna) -> QuerySet[Pekerjaan]:
    """The download centre: one's own jobs, newest first."""
    return pekerjaan_terlihat(pengguna).order_by("-dibuat_pada", "-pk")


def unduhan_terlihat(pengguna: Pengguna, *, sekarang: datetime) -> QuerySet[Pekerjaan]:
    """One's own finished jobs whose file may still be fetched."""
    return (
        pekerjaan_terlihat(pengguna)
        .filter(Q(kedaluwarsa_pada__isnull=True) | Q(kedaluwarsa_pada__gt=sekarang))
        .exclude(berkas="")
    )


def masih_berhak(pengguna: Pengguna, pekerjaan: Pekerjaan) -> bool:
    """Do today's rights still cover this job's file (KEAMANAN C.8 rule 9)?"""
    syarat = SYARAT_UNDUHAN.get(pekerjaan.tugas)
    return syarat is None or syarat(pengguna, pekerjaan)


def pekerja_hidup(sekarang: datetime) -> bool:
    """Has the worker written its heartbeat within two minutes?"""
    return Detak.objects.filter(
        nama="pekerja", pada__gte=sekarang - BATAS_DETAK
    ).exists()
