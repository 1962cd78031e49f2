"""Courses: made and changed by their organiser."""

from typing import Any

from django.db import transaction

from pegawai.dasar.alat.galat import versi_usang
from pegawai.dasar.models.pengguna import Pengguna
from pelatihan.models import Pelatihan, SasaranPelatihan

MEDAN = (
    "kode",
    "nama",
    "bentuk",
    "penyelenggara",
    "jp",
    "moda",
    "deskripsi",
    "syarat",
    "status",
)


@transaction.atomic
def buat_pelatihan(
    *, data: dict[str, Any], sasaran: dict[int, int], oleh: Pengguna
) -> Pelatihan:
    """Make a course; `sasaran` is competency id -> level that it raises to."""
    pelatihan = Pelatihan.objects.create(**{medan: data[medan] for medan in MEDAN})
    _tulis_sasaran(pelatihan, sasaran)
    return pelatihan


@transaction.atomic
def ubah_pelatihan(
    *,
    pelatihan: Pelatihan,
    data: dict[str, Any],
    sasaran: dict[int, int],
    versi: int,
    oleh: Pengguna,
) -> Pelatihan:
    """Change a course; issued certificates keep what they said."""
    pelatihan = Pelatihan.objects.select_for_update(of=("self",)).get(pk=pelatihan.pk)
    if pelatihan.versi != versi:
        raise versi_usang("Pelatihan ini")
    for medan in MEDAN:
        setattr(pelatihan, medan, data[medan])
    pelatihan.versi = pelatihan.versi + 1
    pelatihan.save()
    _tulis_sasaran(pelatihan, sasaran)
    return pelatihan


def _tulis_sasaran(pelatihan: Pelatihan, sasaran: dict[int, int]) -> None:
    pelatihan.sasaran.exclude(kompetensi__in=sasaran).delete()
    SasaranPelatihan.objects.bulk_create(
        [
            SasaranPelatihan(pelatihan=pelatihan, kompetensi_id=k, level=level)
            for k, level in sasaran.items()
        ],
        update_conflicts=True,
        unique_fields=["pelatihan", "kompetensi"],
        update_fields=["level"],
    )
