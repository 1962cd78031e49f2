"""Whose people a report counts, and whether small cells must be hidden from the reader."""

from dataclasses import dataclass

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran, UnitKerja
from pegawai.queries.peran import berlaku_sekota, punya_peran, unit_dalam_cakupan

# KEAMANAN C.3, dashboards: the administrator has the system's health only.
BERNAMA = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS)
PEMBACA = (*BERNAMA, Peran.PIMPINAN)


@dataclass(frozen=True)
class Cakupan:
    """People counted; `agregat`: the reader may know no names, so small cells hide."""

    orang: QuerySet[Pegawai]
    agregat: bool
    sekota: bool


def boleh_membuka_laporan(pengguna: Pengguna) -> bool:
    """Staff of units and of the city, and the leaders."""
    return punya_peran(pengguna, *PEMBACA)


def cakupan_laporan(pengguna: Pengguna) -> Cakupan:
    """The units of the account's grants; a leader who names nobody gets aggregates."""
    bernama = berlaku_sekota(pengguna, *BERNAMA)
    agregat = not bernama and punya_peran(pengguna, Peran.PIMPINAN)
    if berlaku_sekota(pengguna, *PEMBACA):
        return Cakupan(Pegawai.objects.all(), agregat, sekota=True)
    unit = unit_dalam_cakupan(pengguna, *PEMBACA)
    orang = Pegawai.objects.filter(unit_kerja__in=unit.values("pk"))
    return Cakupan(orang, agregat, sekota=False)


def pilihan_unit(pengguna: Pengguna, sekota: bool) -> list[tuple[str, str]]:
    """(uid, name) of the units a report can be narrowed to."""
    unit = (
        UnitKerja.objects.filter(jenis=UnitKerja.Jenis.OPD)
        if sekota
        else unit_dalam_cakupan(pengguna, *BERNAMA)
    )
    daftar = unit.filter(berlaku_sampai__isnull=True).order_by("nama", "pk")
    return [(str(uid), nama) for uid, nama in daftar.values_list("uid", "nama")]


def di_bawah(orang: QuerySet[Pegawai], uid: str) -> QuerySet[Pegawai]:
    """The same people, only those of this unit and below it."""
    akar = UnitKerja.objects.filter(uid=uid).values_list("jalur", flat=True).first()
    unit = UnitKerja.objects.filter(jalur__di_bawah=str(akar))
    return orang.filter(unit_kerja__in=unit.values("pk"))
