"""Who looked at a person's record, and in which role a viewer does so."""

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import JejakLihat, Pegawai, Peran
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    peran_berlaku,
)

# The role named in the trail: the first of these that lets the viewer see the person.
SEKOTA = (Peran.ANALIS, Peran.ADMIN)
SEUNIT = (Peran.KEPALA_OPD, Peran.PENGELOLA_OPD)
LAIN = (Peran.ASESOR, Peran.PENYELENGGARA, Peran.PIMPINAN, Peran.MITRA)


def peran_pembaca(
    pengguna: Pengguna, pegawai: Pegawai | None = None
) -> tuple[str, int | None]:
    """Role and root unit by which this account sees the person (or a list of people)."""
    for peran in SEKOTA:
        if berlaku_sekota(pengguna, peran):
            return peran, None
    for peran in (*SEUNIT, *SEKOTA):
        for akar in akar_cakupan(pengguna, peran):
            if pegawai is None or _di_bawah(pegawai, akar):
                return peran, int(akar.rsplit(".", 1)[-1][1:])
    if _membawahkan(pengguna, pegawai):
        return Peran.ATASAN, None
    punya = peran_berlaku(pengguna)
    return next((p for p in LAIN if p in punya), ""), None


def _di_bawah(pegawai: Pegawai, akar: str) -> bool:
    unit = pegawai.unit_kerja
    return unit is not None and f"{unit.jalur}.".startswith(f"{akar}.")


def _membawahkan(pengguna: Pengguna, pegawai: Pegawai | None) -> bool:
    if Peran.ATASAN not in peran_berlaku(pengguna):
        return False
    return pegawai is None or pegawai.atasan_id == pegawai_sendiri_id(pengguna)


def jejak_sendiri(pengguna: Pengguna) -> QuerySet[JejakLihat]:
    """Who looked at this account's own record, the latest day first."""
    return (
        JejakLihat.objects.filter(pegawai=pegawai_sendiri_id(pengguna) or 0)
        .select_related("pengguna", "unit_kerja")
        .order_by("-hari", "-pk")
    )
