"""A workbook of results on its way into a period: checked first, then run as a whole."""

from django.db import models
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.models.pengguna import Pengguna
from penilaian.models.periode import PeriodePenilaian


class ImporHasil(ModelDasar):
    """What a file would write (`baris`) and what is wrong in it (`galat`).

    The levels are dropped from here as soon as the import has run or was cancelled.
    """

    class Status(models.TextChoices):
        SIAP = "SIAP", "Siap dijalankan"
        SELESAI = "SELESAI", "Selesai"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    periode = models.ForeignKey(
        PeriodePenilaian, on_delete=models.CASCADE, related_name="impor"
    )
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    nama_berkas = models.CharField(max_length=200)
    baris = models.JSONField(default=list)
    galat = models.JSONField(default=list)
    catatan = models.JSONField(default=list)
    jumlah_baik = models.PositiveIntegerField(default=0)
    jumlah_ditolak = models.PositiveIntegerField(default=0)
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.SIAP
    )
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "impor hasil"
        verbose_name_plural = "impor hasil"

    def __str__(self):
        return self.nama_berkas

    def get_absolute_url(self):
        return reverse("penilaian:impor-rinci", kwargs={"uid": self.uid})
