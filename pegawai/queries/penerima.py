"""Who is to be told: holders of a role over the city or over a unit."""

from datetime import date

from django.db.models import QuerySet

from pegawai.models import PemberianPeran, UnitKerja


def pemegang_peran(
    peran: str, *, hari: date, unit: UnitKerja | None = None
) -> QuerySet:
    """Account ids that hold `peran` on `hari`: city-wide, or over this unit.

    The labels of a path are the ids of the units above, so no tree search is needed.
    """
    daftar = PemberianPeran.objects.filter(
        peran=peran,
        berlaku_mulai__lte=hari,
        berlaku_sampai__gte=hari,
        dicabut_pada__isnull=True,
        ditangguhkan_pada__isnull=True,
        pengguna__is_active=True,
    )
    if unit is None:
        daftar = daftar.filter(unit_kerja__isnull=True)
    else:
        atas = [int(label[1:]) for label in str(unit.jalur).split(".")]
        daftar = daftar.filter(unit_kerja__in=atas)
    return daftar.order_by("pengguna").values_list("pengguna", flat=True).distinct()
