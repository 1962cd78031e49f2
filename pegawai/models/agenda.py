"""A person's dated commitments; clashes and calendars read only this."""

from django.db import models
from django.db.models import F, Q

from pegawai.models.pegawai import Pegawai


class Agenda(models.Model):
    """One dated commitment; `kunci` (e.g. `peserta:12`) makes writing it idempotent."""

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.CASCADE, related_name="agenda"
    )
    kunci = models.CharField(max_length=100, unique=True)
    jenis = models.CharField(max_length=24)
    judul = models.CharField(max_length=300)
    tanggal_mulai = models.DateField()
    tanggal_selesai = models.DateField()
    tautan = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        verbose_name = "agenda"
        verbose_name_plural = "agenda"
        constraints = [
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="agenda_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            )
        ]
        indexes = [
            models.Index(fields=["pegawai", "tanggal_mulai"], name="agenda_pegawai")
        ]

    def __str__(self):
        return self.judul
