"""Enrolments: who sees them and whom they wait for."""

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
)
from pelatihan.models import Peserta
from pelatihan.queries.penyelenggara import penyelenggara_terkelola


def peserta_terlihat(pengguna: Pengguna) -> QuerySet[Peserta]:
    """Own, direct reports', those of granted units, and those of own organisers."""
    semua = Peserta.objects.select_related(
        "pegawai__unit_kerja",
        "pegawai__atasan__pengguna",
        "angkatan__pelatihan__penyelenggara",
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
    sendiri = pegawai_sendiri_id(pengguna)
    ada_atasan = Q(
        pegawai__atasan__isnull=False, pegawai__atasan__pengguna__is_active=True
    ) & ~Q(pegawai__atasan__kedudukan_hukum__in=SELESAI_BEKERJA)
    tanpa_atasan = (
        Q(pegawai__atasan__pengguna__isnull=True)
        | Q(pegawai__atasan__pengguna__is_active=False)
        | Q(pegawai__atasan__kedudukan_hukum__in=SELESAI_BEKERJA)
    )
    milik = tanpa_atasan & Q(
        angkatan__pelatihan__penyelenggara__in=penyelenggara_terkelola(pengguna).values(
            "pk"
        )
    )
    if sendiri is not None:
        milik |= ada_atasan & Q(pegawai__atasan=sendiri)
    return (
        Peserta.objects.select_related(
            "pegawai__unit_kerja", "angkatan__pelatihan__penyelenggara"
        )
        .filter(
            milik,
            status=Peserta.Status.DIAJUKAN,
            batas_keputusan__gt=timezone.now(),
        )
        .exclude(pegawai__pengguna=pengguna)
        .order_by("batas_keputusan", "pk")
    )
