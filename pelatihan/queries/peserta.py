"""Enrolments: who sees them and whom they wait for."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils import timezone

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.models.peran import Peran
from pegawai.queries.peran import (
    SELESAI_BEKERJA,
    berlaku_sekota,
    pegawai_dalam_cakupan,
    pegawai_sendiri_id,
    punya_peran,
)
from pelatihan.models import Peserta
from pelatihan.queries.penyelenggara import penyelenggara_terkelola


def peserta_terlihat(pengguna: Pengguna) -> QuerySet[Peserta]:
    """Own, direct reports', those of granted units, and those of own organisers."""
    semua = Peserta.objects.select_related(
        "pegawai__unit_kerja",
        "pegawai__atasan__pengguna",
        "angkatan__pelatihan__penyelenggara",
        "dicalonkan_oleh",
    )
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    orang = pegawai_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)
    return semua.filter(
        Q(pegawai__in=orang)
        | Q(
            angkatan__pelatihan__penyelenggara__in=penyelenggara_terkelola(
                pengguna
            ).values("pk")
        )
    )


def atasan_memutuskan(pegawai: Pegawai) -> bool:
    """Is there a direct superior who can decide: at work, with an active account?

    If not, the organiser of the batch (or an analyst) decides, so that nobody's
    request waits for a person who is not there.
    """
    atasan = pegawai.atasan
    return (
        atasan is not None
        and atasan.kedudukan_hukum not in SELESAI_BEKERJA
        and atasan.pengguna is not None
        and atasan.pengguna.is_active
    )


def peserta_menunggu(pengguna: Pengguna) -> QuerySet[Peserta]:
    """Requests that this account may decide now, the nearest limit first."""
    semua = Peserta.objects.select_related(
        "pegawai__unit_kerja", "angkatan__pelatihan__penyelenggara"
    )
    milik = [*_usul_bawahan(pengguna), *_usul_penyelenggara(pengguna)]
    if not milik:
        return semua.none()
    return (
        semua.filter(
            reduce(or_, milik),
            status=Peserta.Status.DIAJUKAN,
            batas_keputusan__gt=timezone.now(),
        )
        .exclude(pegawai__pengguna=pengguna)
        .order_by("batas_keputusan", "pk")
    )


def _usul_bawahan(pengguna: Pengguna) -> list[Q]:
    """Of direct reports, while this account is at work and open; none without reports."""
    if not (pengguna.is_active and punya_peran(pengguna, Peran.ATASAN)):
        return []
    return [Q(pegawai__atasan=pegawai_sendiri_id(pengguna))]


def _usul_penyelenggara(pengguna: Pengguna) -> list[Q]:
    """To own organisers, of people without a superior who can decide."""
    tanpa_atasan = (
        Q(pegawai__atasan__pengguna__isnull=True)
        | Q(pegawai__atasan__pengguna__is_active=False)
        | Q(pegawai__atasan__kedudukan_hukum__in=SELESAI_BEKERJA)
    )
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return [tanpa_atasan]
    if not punya_peran(pengguna, Peran.PENYELENGGARA):
        return []
    kelola = penyelenggara_terkelola(pengguna).values("pk")
    return [tanpa_atasan & Q(angkatan__pelatihan__penyelenggara__in=kelola)]
