"""Who is told about a placement besides those who take part in it."""

from datetime import date

from kemitraan.models import Penempatan
from pegawai.models import Pegawai, Peran, UnitKerja
from pegawai.queries.atasan import kepala_unit
from pegawai.queries.penerima import pemegang_peran


def kepala_penempatan(penempatan: Penempatan, hari: date) -> set[int]:
    """Accounts of the head of its OPD: by grant, or as holder of the head post."""
    unit = UnitKerja.objects.select_related("opd").get(pk=penempatan.unit_kerja_id)
    opd = unit.opd
    if opd is None:
        return set()
    penerima = set(pemegang_peran(Peran.KEPALA_OPD, hari=hari, unit=opd))
    kepala = kepala_unit([opd.pk]).get(opd.pk)
    if kepala and kepala.pegawai_id:
        akun = Pegawai.objects.filter(pk=kepala.pegawai_id, pengguna__is_active=True)
        penerima |= set(akun.values_list("pengguna", flat=True))
    return penerima
