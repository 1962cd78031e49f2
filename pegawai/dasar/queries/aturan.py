"""The rule of the office in force on a day."""

from datetime import date
from typing import Any

from django.core.cache import caches

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.aturan import Aturan


def aturan(kode: str, *, pada: date | None = None) -> Any:
    """Value of rule `kode` in the latest edition valid on `pada` (default today).

    Raises Aturan.DoesNotExist when the reference data was not loaded.
    """
    return edisi_aturan(kode, pada=pada).nilai


def aturan_tampil(kode: str) -> Any:
    """Today's value for a page that only shows it: kept in the process for a minute.

    What is written or decided asks `aturan`.
    """
    kunci = f"aturan:{kode}:{hari_ini()}"
    nilai = caches["proses"].get(kunci)
    if nilai is None:
        nilai = aturan(kode)
        caches["proses"].set(kunci, nilai)
    return nilai


def edisi_aturan(kode: str, *, pada: date | None = None) -> Aturan:
    """The row itself, for places that freeze or show the edition."""
    return (
        Aturan.objects.filter(kode=kode, berlaku_mulai__lte=pada or hari_ini())
        .order_by("-berlaku_mulai")[:1]
        .get()
    )
