"""Courses that OPDs ask for: who sees them and for whom they wait."""

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import UnitKerja
from pegawai.models.peran import Peran
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    unit_dalam_cakupan,
)
from pelatihan.models import UsulPelatihan


def usul_pelatihan_terlihat(pengguna: Pengguna) -> QuerySet[UsulPelatihan]:
    """All for the city's analyst; those of the own units for who cares for them."""
    semua = UsulPelatihan.objects.select_related(
        "unit_kerja", "bentuk", "kompetensi", "diusulkan_oleh", "pelatihan"
    )
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    unit = unit_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD)
    return semua.filter(unit_kerja__in=unit.values("pk"))


def daftar_usul_pelatihan(
    pengguna: Pengguna, *, status: str = ""
) -> QuerySet[UsulPelatihan]:
    """The list page: newest first."""
    daftar = usul_pelatihan_terlihat(pengguna)
    if status:
        daftar = daftar.filter(status=status)
    return daftar.order_by("-dibuat_pada", "-pk")


def usul_pelatihan_menunggu(pengguna: Pengguna) -> QuerySet[UsulPelatihan]:
    """What the analyst may decide: nobody decides the own proposal (C.8-3)."""
    if not berlaku_sekota(pengguna, Peran.ANALIS):
        return UsulPelatihan.objects.none()
    return UsulPelatihan.objects.filter(status=UsulPelatihan.Status.DIUSULKAN).exclude(
        diusulkan_oleh=pengguna
    )


def unit_pengusul(pengguna: Pengguna) -> QuerySet[UnitKerja]:
    """Units in whose name this account may ask: the roots of its grants."""
    return UnitKerja.objects.filter(
        jalur__in=akar_cakupan(pengguna, Peran.PENGELOLA_OPD),
        berlaku_sampai__isnull=True,
    ).order_by("nama", "pk")
