"""All units as one flat list, for other systems: the pages show a tree."""

import uuid

from django.db.models import QuerySet

from pegawai.models import UnitKerja
from pegawai.queries.organisasi import unit_berlaku


def daftar_unit(
    *, cari: str = "", jenis: str = "", di_bawah: uuid.UUID | None = None
) -> QuerySet[UnitKerja]:
    """Units that exist today, by name; `di_bawah` is a unit's uid, itself included."""
    daftar = unit_berlaku().select_related("induk", "opd")
    for kata in cari.lower().split()[:6]:
        daftar = daftar.filter(nama_cari__contains=kata)
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    if di_bawah is not None:
        atas = UnitKerja.objects.filter(uid=di_bawah).first()
        if atas is None:
            return daftar.none()
        daftar = daftar.filter(jalur__di_bawah=str(atas.jalur))
    return daftar.order_by("nama_cari", "pk")
