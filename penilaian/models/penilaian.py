"""One employee's result in one period, and its levels."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Jabatan,
    Jenjang,
    Kompetensi,
    Pegawai,
    StandarKompetensi,
    UnitKerja,
)
from penilaian.models.periode import PeriodePenilaian


@lacak
class Penilaian(ModelDasar):
    """DRAF until its period is published; then FINAL, frozen with standard and category.

    `jumlah_capaian` is the sum that counts (cut to the standard where the period says
    so), so JPM is exactly 100 * jumlah_capaian / jumlah_standar.
    """

    class Status(models.TextChoices):
        DRAF = "DRAF", "Draf"
        FINAL = "FINAL", "Final"

    periode = models.ForeignKey(
        PeriodePenilaian, on_delete=models.PROTECT, related_name="penilaian"
    )
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="penilaian"
    )
    jabatan = models.ForeignKey(
        Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    jenjang = models.ForeignKey(
        Jenjang, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    standar = models.ForeignKey(
        StandarKompetensi,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    asesor = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DRAF)
    lengkap = models.BooleanField(default=False)
    tanggal_penilaian = models.DateField("tanggal penilaian", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    jumlah_capaian = models.DecimalField(
        max_digits=8, decimal_places=4, null=True, blank=True
    )
    jumlah_standar = models.PositiveIntegerField(null=True, blank=True)
    jpm = models.DecimalField(
        "JPM", max_digits=11, decimal_places=6, null=True, blank=True
    )
    jpm_tampil = models.DecimalField(
        "JPM", max_digits=5, decimal_places=2, null=True, blank=True
    )
    kategori = models.CharField(max_length=8, blank=True, default="")
    kategori_nama = models.CharField(max_length=60, blank=True, default="")
    catatan = models.TextField("catatan asesor", blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "penilaian"
        verbose_name_plural = "penilaian"
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "pegawai"],
                name="penilaian_satu_per_periode",
                violation_error_message="Pegawai ini sudah ada di periode itu.",
            ),
            models.CheckConstraint(
                condition=Q(status="DRAF")
                | Q(
                    status="FINAL",
                    lengkap=True,
                    tanggal_penilaian__isnull=False,
                    berlaku_sampai__gte=F("tanggal_penilaian"),
                ),
                name="penilaian_final_lengkap",
                violation_error_message="Hasil yang belum lengkap tidak dapat final.",
            ),
            models.CheckConstraint(
                condition=Q(jpm__isnull=True, jpm_tampil__isnull=True, kategori="")
                | Q(
                    jpm__isnull=False,
                    jpm_tampil__range=(0, 100),
                    jumlah_standar__gt=0,
                    jumlah_capaian__isnull=False,
                )
                & ~Q(kategori=""),
                name="penilaian_jpm_utuh",
                violation_error_message="JPM, jumlah, dan kategori berlaku bersama.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["pegawai", "-tanggal_penilaian"],
                condition=Q(status="FINAL"),
                name="penilaian_hasil_pegawai",
            )
        ]

    def __str__(self):
        return f"{self.pegawai} {self.periode}"

    def get_absolute_url(self):
        return reverse("penilaian:penilaian-rinci", kwargs={"uid": self.uid})


@lacak
class NilaiKompetensi(models.Model):
    """Reached level of one competency; without `level_standar` shown, never summed (J-2).

    A level without decimals is a whole level; means (360) have four, frozen once (J-4).
    """

    penilaian = models.ForeignKey(
        Penilaian, on_delete=models.CASCADE, related_name="nilai"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.PROTECT, related_name="+"
    )
    level_standar = models.PositiveSmallIntegerField(null=True, blank=True)
    level_capaian = models.DecimalField(
        max_digits=5, decimal_places=4, null=True, blank=True
    )

    class Meta:
        verbose_name = "nilai kompetensi"
        verbose_name_plural = "nilai kompetensi"
        constraints = [
            models.UniqueConstraint(
                fields=["penilaian", "kompetensi"], name="nilai_satu_per_kompetensi"
            ),
            models.CheckConstraint(
                condition=Q(level_capaian__isnull=True)
                | Q(level_capaian__range=(0, 5)),
                name="nilai_capaian_0_sampai_5",
                violation_error_message="Tingkat capaian antara 0 dan 5.",
            ),
            models.CheckConstraint(
                condition=Q(level_standar__isnull=True)
                | Q(level_standar__range=(1, 5)),
                name="nilai_standar_1_sampai_5",
                violation_error_message="Tingkat standar antara 1 dan 5.",
            ),
        ]

    def __str__(self):
        return f"{self.kompetensi_id}: {self.level_capaian}"
