"""Columns and constraints of what one account asks and another decides."""

from django.db import models
from django.db.models import Q

from pegawai.dasar.models.pengguna import Pengguna


class Diputuskan(models.Model):
    """Who decided and when; both empty while it waits."""

    diputuskan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diputuskan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def putusan_lengkap(nama: str, *, tanpa: tuple[str, str]) -> models.CheckConstraint:
    """Accepted or refused says who and when; waiting and withdrawn (`tanpa`) neither."""
    return models.CheckConstraint(
        condition=Q(
            status__in=("DITERIMA", "DITOLAK"),
            diputuskan_oleh__isnull=False,
            diputuskan_pada__isnull=False,
        )
        | Q(
            status__in=tanpa,
            diputuskan_oleh__isnull=True,
            diputuskan_pada__isnull=True,
        ),
        name=nama,
        violation_error_message="Keputusan harus mencatat siapa dan kapan.",
    )


def tolak_beralasan(nama: str, medan: str = "alasan") -> models.CheckConstraint:
    """A refusal says why."""
    return models.CheckConstraint(
        condition=~Q(status="DITOLAK") | ~Q(**{medan: ""}),
        name=nama,
        violation_error_message="Isi alasan penolakan.",
    )
