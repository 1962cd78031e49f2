"""Facts of a unit that carry no date; names and places change by services/penataan.py."""

from django.db import transaction

from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import UnitKerja
from pegawai.services.kunci_baris import kunci_unit


@transaction.atomic
def ubah_unit(
    *,
    unit: UnitKerja,
    kode: str,
    singkatan: str,
    unor_id: str,
    versi: int,
    oleh: Pengguna,
) -> UnitKerja:
    """Correct code, short name and UNOR ID; a newer change of somebody else refuses."""
    unit = kunci_unit(unit, versi)
    if (unit.kode, unit.singkatan, unit.unor_id) == (kode, singkatan, unor_id):
        return unit
    unit.kode, unit.singkatan, unit.unor_id = kode, singkatan, unor_id
    unit.versi += 1
    with jelaskan_kekangan(UnitKerja):
        unit.save(update_fields=["kode", "singkatan", "unor_id", "versi"])
    return unit
