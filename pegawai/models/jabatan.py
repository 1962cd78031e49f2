"""Grades, education levels, job levels and posts."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.models.organisasi import UnitKerja


class Golongan(models.Model):
    """A grade of a PNS (I/a to IV/e) or a PPPK (I to XVII); referensi/golongan.csv."""

    status = models.CharField(max_length=4, choices=[("PNS", "PNS"), ("PPPK", "PPPK")])
    kode = models.CharField("golongan", max_length=8)
    pangkat = models.CharField("pangkat", max_length=60, blank=True, default="")
    urutan = models.PositiveSmallIntegerField()
    kode_siasn = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        verbose_name = "golongan"
        verbose_name_plural = "golongan"
        constraints = [
            models.UniqueConstraint(
                fields=["status", "kode"], name="golongan_unik_per_status"
            )
        ]

    def __str__(self):
        return f"{self.pangkat} ({self.kode})" if self.pangkat else self.kode


class TingkatPendidikan(models.Model):
    """An education level with BKN's code (text: 05 has a leading zero)."""

    kode = models.CharField(max_length=4, unique=True)
    nama = models.CharField("tingkat pendidikan", max_length=60)
    urutan = models.PositiveSmallIntegerField()
    skor_ip_asn = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "tingkat pendidikan"
        verbose_name_plural = "tingkat pendidikan"

    def __str__(self):
        return self.nama


class Jenjang(models.Model):
    """A level of a post: the 14 rows of referensi/jenjang_jabatan.csv."""

    class Kelompok(models.TextChoices):
        MANAJERIAL = "MANAJERIAL", "Manajerial"
        NONMANAJERIAL = "NONMANAJERIAL", "Nonmanajerial"

    class Jenis(models.TextChoices):
        STRUKTURAL = "STRUKTURAL", "Struktural"
        FUNGSIONAL = "FUNGSIONAL", "Fungsional"
        PELAKSANA = "PELAKSANA", "Pelaksana"

    kode = models.CharField(max_length=24, unique=True)
    nama = models.CharField("jenjang", max_length=80)
    kelompok = models.CharField(max_length=16, choices=Kelompok.choices)
    jenis = models.CharField(max_length=16, choices=Jenis.choices)
    urutan = models.PositiveSmallIntegerField()
    bup = models.PositiveSmallIntegerField("batas usia pensiun", default=58)

    class Meta:
        verbose_name = "jenjang"
        verbose_name_plural = "jenjang"

    def __str__(self):
        return self.nama


class PolaJenjang(models.Model):
    """Pattern that derives the level of a post from its name (KETENTUAN JJ-1)."""

    urutan = models.PositiveSmallIntegerField(unique=True)
    pola_jenis = models.CharField(max_length=200)
    pola_nama = models.CharField(max_length=600)
    jenjang = models.ForeignKey(Jenjang, on_delete=models.PROTECT, related_name="+")
    catatan = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "pola jenjang"
        verbose_name_plural = "pola jenjang"

    def __str__(self):
        return f"{self.urutan}: {self.pola_nama[:40]}"


@lacak
class Jabatan(ModelDasar):
    """A post in a unit; the same post name in two units is two posts."""

    nama = models.CharField("nama jabatan", max_length=200)
    nama_cari = models.GeneratedField(
        expression=models.Func(F("nama"), function="lower"),
        output_field=models.CharField(max_length=200),
        db_persist=True,
    )
    jenis = models.CharField(
        "jenis",
        max_length=16,
        choices=Jenjang.Jenis.choices,
        blank=True,
        default="",
    )
    jenjang = models.ForeignKey(
        Jenjang, null=True, blank=True, on_delete=models.PROTECT, related_name="jabatan"
    )
    unit_kerja = models.ForeignKey(
        UnitKerja,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="jabatan",
    )
    kelas_jabatan = models.PositiveSmallIntegerField(null=True, blank=True)
    aktif = models.BooleanField(default=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        constraints = [
            models.UniqueConstraint(
                F("nama_cari"),
                F("unit_kerja"),
                name="jabatan_unik_di_unit",
                nulls_distinct=False,
                violation_error_message="Jabatan ini sudah ada di unit itu.",
            ),
            models.CheckConstraint(
                condition=Q(kelas_jabatan__isnull=True)
                | Q(kelas_jabatan__range=(1, 17)),
                name="jabatan_kelas_1_sampai_17",
                violation_error_message="Kelas jabatan antara 1 dan 17.",
            ),
        ]
        indexes = [
            GinIndex(
                fields=["nama_cari"],
                opclasses=["gin_trgm_ops"],
                name="jabatan_nama_tri",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pegawai:jabatan-rinci", kwargs={"uid": self.uid})
