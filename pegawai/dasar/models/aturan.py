"""The rules of the office as data: an edition with a valid-from date."""

from django.db import models


class Aturan(models.Model):
    """One rule (`kode`) in one edition; the latest edition in force on a day decides."""

    kode = models.CharField("kode", max_length=60)
    edisi = models.CharField("edisi", max_length=100)
    berlaku_mulai = models.DateField("berlaku mulai")
    nilai = models.JSONField("nilai")
    sumber = models.CharField("sumber", max_length=200)
    keterangan = models.CharField("keterangan", max_length=300, blank=True, default="")

    class Meta:
        verbose_name = "aturan"
        verbose_name_plural = "aturan"
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "berlaku_mulai"],
                name="aturan_satu_per_tanggal",
                violation_error_message="Aturan ini sudah punya edisi pada tanggal itu.",
            )
        ]

    def __str__(self):
        return f"{self.kode} ({self.edisi})"
