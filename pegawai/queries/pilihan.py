"""Choices of filters as plain pairs, kept in the process for a minute."""

import uuid
from collections.abc import Callable

from django.core.cache import caches

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import UnitKerja
from pegawai.queries.pegawai import PERAN_UNIT, jenjang_pilihan, unit_pilihan
from pegawai.queries.peran import akar_cakupan, berlaku_sekota

Pasangan = list[tuple[str, str]]


def pilihan_unit(pengguna: Pengguna) -> Pasangan:
    """(uid, name) of the units to choose from; kept per set of units, not per account."""
    if berlaku_sekota(pengguna, *PERAN_UNIT):
        kunci = "kota"
    else:
        kunci = " ".join(sorted(akar_cakupan(pengguna, *PERAN_UNIT)))
    return _simpan(f"pilihan-unit:{kunci}", lambda: _unit(pengguna))


def _unit(pengguna: Pengguna) -> Pasangan:
    daftar = unit_pilihan(pengguna).values_list("uid", "nama")
    return [(str(uid), nama) for uid, nama in daftar]


def pilihan_jenjang() -> Pasangan:
    """(code, name) of all levels."""
    return _simpan(
        "pilihan-jenjang", lambda: list(jenjang_pilihan().values_list("kode", "nama"))
    )


def unit_bernomor(uid: str | None) -> UnitKerja | None:
    """The unit that a link names; None for none or for what is no uid."""
    try:
        return UnitKerja.objects.filter(uid=uuid.UUID(uid)).first() if uid else None
    except (ValueError, AttributeError, TypeError):
        return None


def _simpan(kunci: str, baca: Callable[[], Pasangan]) -> Pasangan:
    simpanan = caches["proses"]
    nilai = simpanan.get(kunci)
    if nilai is None:
        nilai = baca()
        simpanan.set(kunci, nilai)
    return nilai
