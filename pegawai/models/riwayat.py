"""Dated facts of a person: grades, education, legal standing. Posts are in pegawai.py."""

from django.db import models
from django.db.models import F

from pegawai.dasar.alat.riwayat import lacak_menurut
from pegawai.models.jabatan import Golongan, TingkatPendidikan
from pegawai.models.pegawai import Pegawai


@lacak_menurut("pegawai")
class RiwayatGolongan(models.Model):
    """A grade from its TMT on; the latest one that has begun is the present one."""

    pegawai = models.ForeignKey(
        Pegawai,
        on_delete=models.CASCADE,
        related_name="riwayat_golongan",
        db_index=False,  # the constraint below begins with it
    )
    # Nothing is looked for by grade alone; a fresh table would be read by such an index.
    golongan = models.ForeignKey(
        Golongan, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    tmt = models.DateField("TMT")
    nomor_sk = models.CharField("nomor SK", max_length=60, blank=True, default="")
    diterapkan = models.BooleanField(default=True, db_default=True)

    class Meta:
        verbose_name = "riwayat golongan"
        verbose_name_plural = "riwayat golongan"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tmt"],
                name="riwayat_golongan_satu_per_tmt",
                violation_error_message="Sudah ada golongan dengan TMT itu.",
            )
        ]
        indexes = [
            models.Index(
                fields=["tmt"],
                condition=models.Q(diterapkan=False),
                name="riwayat_gol_menunggu",
            )
        ]

    def __str__(self):
        return f"{self.golongan_id} {self.tmt}"


@lacak_menurut("pegawai")
class RiwayatPendidikan(models.Model):
    """One education that was finished; the highest is the one on the person's page."""

    pegawai = models.ForeignKey(
        Pegawai,
        on_delete=models.CASCADE,
        related_name="riwayat_pendidikan",
        db_index=False,  # the constraint below begins with it
    )
    # As with the grade: no index of its own.
    tingkat_pendidikan = models.ForeignKey(
        TingkatPendidikan, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    jurusan = models.CharField("jurusan", max_length=150, blank=True, default="")
    lembaga = models.CharField("sekolah", max_length=150, blank=True, default="")
    tahun_lulus = models.PositiveSmallIntegerField("tahun lulus", null=True, blank=True)
    nomor_ijazah = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        verbose_name = "riwayat pendidikan"
        verbose_name_plural = "riwayat pendidikan"
        constraints = [
            models.UniqueConstraint(
                F("pegawai"),
                F("tingkat_pendidikan"),
                F("jurusan"),
                F("tahun_lulus"),
                name="riwayat_pendidikan_sekali",
                nulls_distinct=False,
                violation_error_message="Pendidikan ini sudah tercatat.",
            )
        ]

    def __str__(self):
        return f"{self.tingkat_pendidikan_id} {self.tahun_lulus}"


@lacak_menurut("pegawai")
class RiwayatKedudukan(models.Model):
    """A legal standing from its TMT on: how a person leaves without being deleted."""

    pegawai = models.ForeignKey(
        Pegawai,
        on_delete=models.CASCADE,
        related_name="riwayat_kedudukan",
        db_index=False,  # the constraint below begins with it
    )
    kedudukan_hukum = models.CharField(max_length=24, choices=Pegawai.Kedudukan.choices)
    tmt = models.DateField("TMT")
    nomor_sk = models.CharField("nomor SK", max_length=60, blank=True, default="")
    keterangan = models.CharField(max_length=200, blank=True, default="")
    diterapkan = models.BooleanField(default=True, db_default=True)

    class Meta:
        verbose_name = "riwayat kedudukan hukum"
        verbose_name_plural = "riwayat kedudukan hukum"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tmt"],
                name="riwayat_kedudukan_satu_per_tmt",
                violation_error_message="Sudah ada kedudukan hukum dengan TMT itu.",
            )
        ]
        indexes = [
            models.Index(
                fields=["tmt"],
                condition=models.Q(diterapkan=False),
                name="riwayat_kdd_menunggu",
            )
        ]

    def __str__(self):
        return f"{self.kedudukan_hukum} {self.tmt}"
