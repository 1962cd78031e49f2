"""A person's current level per competency, written down for lower floors to read."""

from django.db import models
from django.db.models import Q

from pegawai.models.kompetensi import Kompetensi
from pegawai.models.pegawai import Pegawai


class CapaianKompetensi(models.Model):
    """Current level of one person in one competency; written when results are published.

    `kesenjangan` = required minus achieved when positive, else 0; null without standard.
    """

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.CASCADE, related_name="capaian"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.PROTECT, related_name="capaian"
    )
    level = models.DecimalField(max_digits=5, decimal_places=4)
    level_standar = models.PositiveSmallIntegerField(null=True, blank=True)
    kesenjangan = models.DecimalField(
        max_digits=5, decimal_places=4, null=True, blank=True
    )
    sumber = models.CharField(max_length=100)
    tanggal = models.DateField()
    berlaku_sampai = models.DateField()

    class Meta:
        verbose_name = "capaian kompetensi"
        verbose_name_plural = "capaian kompetensi"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "kompetensi"], name="capaian_satu_per_kompetensi"
            ),
            models.CheckConstraint(
                condition=Q(level__gte=0, level__lte=5),
                name="capaian_level_0_sampai_5",
                violation_error_message="Tingkat capaian antara 0 dan 5.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kompetensi", "-kesenjangan"],
                condition=Q(kesenjangan__gt=0),
                name="capaian_kesenjangan",
            )
        ]

    def __str__(self):
        return f"{self.pegawai_id}/{self.kompetensi_id}"
