"""Notices to accounts, and the outbox of their mail."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.models.pengguna import Pengguna


class Pemberitahuan(ModelDasar):
    """One notice; `kunci` makes it happen once. All of a person's day go out as one mail."""

    class Surat(models.TextChoices):
        TANPA = "TANPA", "Tanpa surel"
        MENUNGGU = "MENUNGGU", "Menunggu dikirim"
        DIAMBIL = "DIAMBIL", "Sedang dikirim"
        TERKIRIM = "TERKIRIM", "Terkirim"
        GAGAL = "GAGAL", "Tidak dapat dikirim"

    kunci = models.CharField(max_length=200, unique=True)
    penerima = models.ForeignKey(
        Pengguna, on_delete=models.CASCADE, related_name="pemberitahuan"
    )
    judul = models.CharField("judul", max_length=200)
    isi = models.TextField("isi")
    tautan = models.CharField("tautan", max_length=300, blank=True, default="")
    dibaca_pada = models.DateTimeField(null=True, blank=True)
    surat = models.CharField(
        max_length=16, choices=Surat.choices, default=Surat.MENUNGGU
    )
    surat_percobaan = models.PositiveSmallIntegerField(default=0)
    surat_berikutnya_pada = models.DateTimeField(db_default=Now())
    surat_terkirim_pada = models.DateTimeField(null=True, blank=True)
    surat_galat = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        indexes = [
            models.Index(
                fields=["surat_berikutnya_pada"],
                condition=Q(surat__in=["MENUNGGU", "DIAMBIL"]),
                name="pemberitahuan_surat_antre",
            ),
            models.Index(
                fields=["penerima", "-dibuat_pada"], name="pemberitahuan_penerima"
            ),
        ]

    def __str__(self):
        return self.judul
