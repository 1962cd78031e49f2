"""Issued documents that anyone can verify at /v/<kode>, and the guard of that page."""

from django.db import models
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.models.pengguna import Pengguna


class DokumenTerbit(ModelDasar):
    """A certificate, an assignment letter, a report: code, number, state, file."""

    class Status(models.TextChoices):
        BERLAKU = "BERLAKU", "Berlaku"
        DICABUT = "DICABUT", "Dicabut"
        DIGANTIKAN = "DIGANTIKAN", "Digantikan"

    kode = models.CharField(max_length=32, unique=True)
    nomor = models.CharField("nomor", max_length=60, unique=True)
    jenis = models.CharField("jenis", max_length=32)
    judul = models.CharField("judul", max_length=300)
    keterangan = models.JSONField(default=dict)
    pemegang_nama = models.CharField(max_length=200)
    pemegang_nomor = models.CharField(max_length=18, blank=True, default="")
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.BERLAKU
    )
    alasan_dicabut = models.CharField(max_length=32, blank=True, default="")
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    berkas = models.FileField(upload_to="dokumen/%Y/%m/", blank=True, max_length=300)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    tanggal_terbit = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "dokumen terbit"
        verbose_name_plural = "dokumen terbit"

    def __str__(self):
        return self.nomor

    def get_absolute_url(self):
        return reverse("dasar:dokumen-periksa", kwargs={"kode": self.kode})

    def habis_pada(self, hari):
        """Was its last day, if it has one, before this day? (M-2: the day counts.)"""
        return self.berlaku_sampai is not None and self.berlaku_sampai < hari


class PercobaanPeriksa(models.Model):
    """Wrong numbers tried on one code in one hour (KETENTUAN S-1)."""

    kode = models.CharField(max_length=32)
    jam = models.DateTimeField()
    jumlah = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "percobaan periksa"
        verbose_name_plural = "percobaan periksa"
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "jam"], name="percobaan_satu_per_kode_per_jam"
            )
        ]

    def __str__(self):
        return f"{self.kode} {self.jumlah}"
