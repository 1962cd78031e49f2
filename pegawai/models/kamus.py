"""Dictionaries of competencies: who owns them, and the editions of their wording."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.organisasi import UnitKerja

BEKU_EDISI = """
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'check_violation',
        CONSTRAINT = 'edisi_kamus_beku',
        MESSAGE = 'Edisi kamus yang sudah terbit tidak dapat diubah.';
END;
"""


@lacak
class KamusKompetensi(ModelDasar):
    """One dictionary; its owner is a unit of the city or an instansi pembina."""

    BAKU = "PermenPANRB 38/2017"

    nama = models.CharField(
        "nama kamus",
        max_length=80,
        unique=True,
        error_messages={"unique": "Sudah ada kamus bernama itu."},
    )
    kode = models.CharField(
        "kode kamus",
        max_length=40,
        unique=True,
        error_messages={"unique": "Kode ini sudah dipakai kamus lain."},
    )
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    instansi = models.CharField(
        "instansi pembina", max_length=150, blank=True, default=""
    )
    urusan = models.CharField(max_length=150, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kamus kompetensi"
        verbose_name_plural = "kamus kompetensi"
        constraints = [
            models.CheckConstraint(
                condition=Q(unit_kerja__isnull=False) | ~Q(instansi=""),
                name="kamus_berpemilik",
                violation_error_message="Sebut pemilik kamus: unit kerja atau instansi "
                "pembina.",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pegawai:kamus-rinci", kwargs={"uid": self.uid})

    @property
    def pemilik(self):
        return self.instansi or str(self.unit_kerja)


@lacak
class EdisiKamus(ModelDasar):
    """One edition of a dictionary's wording; publishing it rewrites `Kompetensi`.

    `isi` holds the competencies as pegawai/alat/rumusan.py describes them, so that a
    published edition keeps its words whatever later editions say.
    """

    class Status(models.TextChoices):
        DRAF = "DRAF", "Draf"
        TERBIT = "TERBIT", "Terbit"

    kamus = models.ForeignKey(
        KamusKompetensi, on_delete=models.PROTECT, related_name="daftar_edisi"
    )
    edisi = models.CharField("edisi", max_length=60)
    nomor_keputusan = models.CharField("nomor keputusan", max_length=60)
    tanggal_keputusan = models.DateField("tanggal keputusan", null=True, blank=True)
    berlaku_mulai = models.DateField("berlaku mulai")
    isi = models.JSONField(default=list)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DRAF)
    disusun_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField(null=True, blank=True)
    diterbitkan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "edisi kamus"
        verbose_name_plural = "edisi kamus"
        constraints = [
            models.UniqueConstraint(
                F("kamus"),
                condition=Q(status="DRAF"),
                name="edisi_kamus_satu_draf",
                violation_error_message="Kamus ini sudah punya draf edisi.",
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="edisi_kamus_beku",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.status = 'TERBIT'"),
                func=BEKU_EDISI,
            )
        ]

    def __str__(self):
        return self.edisi

    def get_absolute_url(self):
        return reverse("pegawai:edisi-kamus-rinci", kwargs={"uid": self.uid})


@lacak
class BerkasKompetensi(ModelDasar):
    """An uploaded file of a dictionary or of standards, read and kept until applied."""

    class Jenis(models.TextChoices):
        KAMUS = "KAMUS", "Kamus kompetensi"
        STANDAR = "STANDAR", "Standar jabatan"

    jenis = models.CharField(max_length=8, choices=Jenis.choices)
    kamus = models.ForeignKey(
        KamusKompetensi,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    nama_berkas = models.CharField(max_length=200)
    isi = models.JSONField(default=list)
    catatan = models.JSONField(default=list)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")
    diterapkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "berkas kompetensi"
        verbose_name_plural = "berkas kompetensi"
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis="KAMUS", kamus__isnull=False)
                | Q(jenis="STANDAR", kamus__isnull=True),
                name="berkas_kompetensi_berkamus",
            )
        ]

    def __str__(self):
        return self.nama_berkas

    def get_absolute_url(self):
        return reverse("pegawai:berkas-kompetensi", kwargs={"uid": self.uid})
