"""Competency standards of posts, in editions."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.jabatan import Golongan, Jabatan, Jenjang, TingkatPendidikan
from pegawai.models.kompetensi import Kompetensi

# README decision 6: a published edition is never edited, whoever asks the database.
BEKU = """
BEGIN
    IF EXISTS (SELECT 1 FROM pegawai_standarkompetensi
                WHERE id = OLD.standar_id AND status = 'TERBIT') THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation',
            CONSTRAINT = 'standar_terbit_beku',
            MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END;
"""
# A published edition takes no new rows either. Those loaded as already in force (reference
# data, which has no act of publishing) are written head first.
BEKU_TAMBAH = """
BEGIN
    IF EXISTS (SELECT 1 FROM pegawai_standarkompetensi
                WHERE id = NEW.standar_id AND diterbitkan_pada IS NOT NULL) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation',
            CONSTRAINT = 'standar_terbit_beku',
            MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';
    END IF;
    RETURN NEW;
END;
"""
BEKU_KEPALA = """
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation',
        CONSTRAINT = 'standar_terbit_beku',
        MESSAGE = 'Standar yang sudah terbit tidak dapat diubah.';
END;
"""


def _pemicu_isi(nama: str) -> list[pgtrigger.Trigger]:
    """Freeze the rows of a published edition."""
    return [
        pgtrigger.Trigger(
            name=f"{nama}_beku",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=BEKU,
        ),
        pgtrigger.Trigger(
            name=f"{nama}_tetap",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=BEKU_TAMBAH,
        ),
    ]


@lacak
class StandarKompetensi(ModelDasar):
    """One edition for one post, or for a job level as the fallback of its posts.

    With its rows and requirements it is the SKJ document of DOMAIN 2.4. `nama_jabatan`
    and `nama_unit` are copied when it is published: a post renamed later keeps its decree.
    """

    class Status(models.TextChoices):
        DRAF = "DRAF", "Draf"
        TERBIT = "TERBIT", "Terbit"

    jabatan = models.ForeignKey(
        Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="standar"
    )
    jenjang = models.ForeignKey(
        Jenjang, null=True, blank=True, on_delete=models.PROTECT, related_name="standar"
    )
    edisi = models.CharField("edisi", max_length=60)
    nomor_keputusan = models.CharField("nomor keputusan", max_length=60)
    tanggal_keputusan = models.DateField("tanggal keputusan", null=True, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai")
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DRAF)
    diterbitkan_pada = models.DateTimeField(null=True, blank=True)
    diterbitkan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disusun_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_jabatan = models.CharField(max_length=200, blank=True, default="")
    nama_unit = models.CharField(max_length=200, blank=True, default="")
    kelompok_jabatan = models.CharField(max_length=80, blank=True, default="")
    urusan = models.CharField(
        "urusan pemerintahan", max_length=150, blank=True, default=""
    )
    kode_jabatan = models.CharField(max_length=40, blank=True, default="")
    ikhtisar = models.TextField("ikhtisar jabatan", blank=True, default="")
    golongan_minimum = models.ForeignKey(
        Golongan, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pendidikan_minimum = models.ForeignKey(
        TingkatPendidikan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    bidang_pendidikan = models.CharField(max_length=300, blank=True, default="")
    indikator_kinerja = models.TextField(blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "standar kompetensi"
        verbose_name_plural = "standar kompetensi"
        constraints = [
            models.CheckConstraint(
                condition=Q(jabatan__isnull=True, jenjang__isnull=False)
                | Q(jabatan__isnull=False, jenjang__isnull=True),
                name="standar_jabatan_atau_jenjang",
                violation_error_message="Standar berlaku untuk satu jabatan atau satu "
                "jenjang.",
            ),
            models.UniqueConstraint(
                F("jabatan"),
                F("jenjang"),
                F("berlaku_mulai"),
                condition=Q(status="TERBIT"),
                nulls_distinct=False,
                name="standar_satu_terbit_per_tanggal",
                violation_error_message="Sudah ada standar terbit mulai tanggal itu.",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True)
                | Q(berlaku_sampai__gte=F("berlaku_mulai")),
                name="standar_masa_berlaku",
                violation_error_message="Tanggal akhir tidak boleh sebelum tanggal mulai.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="standar_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.status = 'TERBIT' AND (to_jsonb(NEW) - 'berlaku_sampai') "
                    "IS DISTINCT FROM (to_jsonb(OLD) - 'berlaku_sampai')"
                ),
                func=BEKU_KEPALA,
            ),
            pgtrigger.Trigger(
                name="standar_terbit_tetap",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.status = 'TERBIT'"),
                func=BEKU_KEPALA,
            ),
        ]

    def __str__(self):
        return f"{self.edisi} ({self.nomor_keputusan})"

    def get_absolute_url(self):
        return reverse("pegawai:standar-rinci", kwargs={"uid": self.uid})


@lacak
class StandarButir(models.Model):
    """Required level (1 to 5, KETENTUAN J-5) of one competency in one edition.

    The wording is copied from the dictionary when the edition is published; in a draft it
    is empty and the dictionary speaks.
    """

    standar = models.ForeignKey(
        StandarKompetensi, on_delete=models.CASCADE, related_name="butir"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.PROTECT, related_name="+"
    )
    level = models.PositiveSmallIntegerField("tingkat")
    nama = models.CharField(max_length=150, blank=True, default="")
    uraian = models.TextField(blank=True, default="")
    indikator_perilaku = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = "butir standar"
        verbose_name_plural = "butir standar"
        constraints = [
            models.UniqueConstraint(
                fields=["standar", "kompetensi"],
                name="standar_butir_satu_per_kompetensi",
            ),
            models.CheckConstraint(
                condition=Q(level__range=(1, 5)),
                name="standar_butir_1_sampai_5",
                violation_error_message="Tingkat standar antara 1 dan 5.",
            ),
        ]
        triggers = _pemicu_isi("standar_butir")

    def __str__(self):
        return f"{self.kompetensi_id}: {self.level}"


@lacak
class StandarSyarat(models.Model):
    """One requirement of a post beside its competencies: a training or an experience."""

    class Jenis(models.TextChoices):
        PELATIHAN_MANAJERIAL = "PELATIHAN_MANAJERIAL", "Pelatihan manajerial"
        PELATIHAN_TEKNIS = "PELATIHAN_TEKNIS", "Pelatihan teknis"
        PELATIHAN_FUNGSIONAL = "PELATIHAN_FUNGSIONAL", "Pelatihan fungsional"
        PENGALAMAN = "PENGALAMAN", "Pengalaman kerja"

    class Tanda(models.TextChoices):
        MUTLAK = "MUTLAK", "Mutlak"
        PENTING = "PENTING", "Penting"
        PERLU = "PERLU", "Perlu"

    standar = models.ForeignKey(
        StandarKompetensi, on_delete=models.CASCADE, related_name="syarat"
    )
    jenis = models.CharField(max_length=24, choices=Jenis.choices)
    uraian = models.CharField(max_length=500)
    tanda = models.CharField(max_length=8, choices=Tanda.choices)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "syarat jabatan"
        verbose_name_plural = "syarat jabatan"
        constraints = [
            models.UniqueConstraint(
                fields=["standar", "jenis", "uraian"],
                name="standar_syarat_satu_kali",
                violation_error_message="Syarat ini sudah ada.",
            )
        ]
        triggers = _pemicu_isi("standar_syarat")

    def __str__(self):
        return self.uraian
