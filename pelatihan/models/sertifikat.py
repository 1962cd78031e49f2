"""Certificates and the counters of their numbers."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.dokumen import DokumenTerbit
from pegawai.dasar.models.pengguna import Pengguna
from pelatihan.models.katalog import Penyelenggara
from pelatihan.models.peserta import Peserta
from pelatihan.models.riwayat import RiwayatPengembangan


class UrutSertifikat(models.Model):
    """Last number given by an organiser in a year; locked while numbers are taken."""

    penyelenggara = models.ForeignKey(
        Penyelenggara, on_delete=models.PROTECT, related_name="+"
    )
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "urut sertifikat"
        verbose_name_plural = "urut sertifikat"
        constraints = [
            models.UniqueConstraint(
                fields=["penyelenggara", "tahun"], name="urut_satu_per_tahun"
            )
        ]

    def __str__(self):
        return f"{self.penyelenggara_id}/{self.tahun}: {self.terakhir}"


@lacak
class Sertifikat(ModelDasar):
    """The certificate of one participant; never edited, only revoked."""

    class AlasanCabut(models.TextChoices):
        SALAH_DATA = "SALAH_DATA", "Data sertifikat salah"
        TIDAK_BERHAK = "TIDAK_BERHAK", "Peserta tidak berhak"
        LAIN = "LAIN", "Alasan lain"

    peserta = models.ForeignKey(
        Peserta, on_delete=models.PROTECT, related_name="sertifikat"
    )
    penyelenggara = models.ForeignKey(
        Penyelenggara, on_delete=models.PROTECT, related_name="sertifikat"
    )
    dokumen = models.OneToOneField(
        DokumenTerbit, on_delete=models.PROTECT, related_name="sertifikat"
    )
    riwayat = models.OneToOneField(
        RiwayatPengembangan, on_delete=models.PROTECT, related_name="sertifikat"
    )
    nomor = models.CharField("nomor", max_length=60, unique=True)
    tahun = models.PositiveSmallIntegerField()
    urut = models.PositiveIntegerField()
    diterbitkan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField()
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_cabut = models.CharField(
        max_length=16, choices=AlasanCabut.choices, blank=True, default=""
    )
    keterangan_cabut = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        verbose_name = "sertifikat"
        verbose_name_plural = "sertifikat"
        constraints = [
            models.UniqueConstraint(
                fields=["penyelenggara", "tahun", "urut"],
                name="sertifikat_urut_unik",
                violation_error_message="Nomor sertifikat ini sudah dipakai.",
            ),
            models.UniqueConstraint(
                fields=["peserta"],
                condition=Q(dicabut_pada__isnull=True),
                name="sertifikat_satu_per_peserta",
                violation_error_message="Peserta ini sudah memiliki sertifikat.",
            ),
            models.CheckConstraint(
                condition=Q(
                    dicabut_pada__isnull=True,
                    dicabut_oleh__isnull=True,
                    alasan_cabut="",
                )
                | (
                    Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False)
                    & ~Q(alasan_cabut="")
                ),
                name="sertifikat_cabut_lengkap",
                violation_error_message="Pencabutan harus mencatat siapa, kapan, alasan.",
            ),
        ]
        indexes = [
            models.Index(fields=["-diterbitkan_pada", "-id"], name="sertifikat_terbaru")
        ]

    def __str__(self):
        return self.nomor

    def get_absolute_url(self):
        return reverse("pelatihan:sertifikat-unduh", kwargs={"uid": self.uid})

    @property
    def dicabut(self):
        return self.dicabut_pada is not None
