"""People that an account may see."""

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran
from pegawai.queries.peran import berlaku_sekota, pegawai_dalam_cakupan

PERAN_UNIT = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS, Peran.ADMIN)


def pegawai_terlihat(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Self, direct reports, and people of the units in one's grants; the city for staff.

    Base of every read of people. Organisers, assessors and partners see people only as
    rows of their own app's objects.
    """
    semua = Pegawai.objects.all()
    if berlaku_sekota(pengguna, *PERAN_UNIT):
        return semua
    return semua.filter(pk__in=pegawai_dalam_cakupan(pengguna, *PERAN_UNIT))
