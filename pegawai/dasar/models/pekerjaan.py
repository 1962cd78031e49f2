"""Long work with progress, and the heartbeat of the worker."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.models.pengguna import Pengguna


class Pekerjaan(ModelDasar):
    """A job row: one runner takes it, one page shows it; Redis only wakes the worker."""

    class Status(models.TextChoices):
        ANTRE = "ANTRE", "Antre"
        BERJALAN = "BERJALAN", "Berjalan"
        SELESAI = "SELESAI", "Selesai"
        GAGAL = "GAGAL", "Gagal"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    pemilik = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="kerja"
    )
    judul = models.CharField("judul", max_length=200)
    tugas = models.CharField(max_length=100)
    argumen = models.JSONField(default=dict)
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.ANTRE
    )
    langkah = models.CharField(max_length=200, blank=True, default="")
    jumlah_selesai = models.PositiveIntegerField(default=0)
    jumlah_total = models.PositiveIntegerField(default=0)
    hasil = models.JSONField(default=dict)
    galat = models.TextField(blank=True, default="")
    tautan = models.CharField(max_length=300, blank=True, default="")
    berkas = models.FileField(upload_to="unduhan/%Y/%m/", blank=True, max_length=300)
    nama_berkas = models.CharField(max_length=200, blank=True, default="")
    kedaluwarsa_pada = models.DateTimeField(null=True, blank=True)
    minta_batal = models.BooleanField(default=False)
    percobaan = models.PositiveSmallIntegerField(default=0)
    detak_pada = models.DateTimeField(null=True, blank=True)
    mulai_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "pekerjaan"
        verbose_name_plural = "pekerjaan"
        indexes = [
            models.Index(
                fields=["dibuat_pada"],
                condition=Q(status__in=["ANTRE", "BERJALAN"]),
                name="pekerjaan_terbuka",
            ),
            models.Index(fields=["pemilik", "-dibuat_pada"], name="pekerjaan_pemilik"),
        ]

    def __str__(self):
        return self.judul

    def get_absolute_url(self):
        return reverse("dasar:pekerjaan-rinci", kwargs={"uid": self.uid})

    @property
    def terbuka(self):
        return self.status in {self.Status.ANTRE, self.Status.BERJALAN}

    @property
    def persen(self):
        if not self.jumlah_total:
            return 0
        return min(100, self.jumlah_selesai * 100 // self.jumlah_total)


class Detak(models.Model):
    """The heartbeat of a service (`pekerja`, `beat`): the moment it was last alive."""

    nama = models.CharField(max_length=40, unique=True)
    pada = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "detak"
        verbose_name_plural = "detak"

    def __str__(self):
        return self.nama
