"""The competency dictionary."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.models.kamus import KamusKompetensi


@lacak
class Kompetensi(ModelDasar):
    """One competency; wording is the office's and stays editable."""

    class Jenis(models.TextChoices):
        MANAJERIAL = "MANAJERIAL", "Manajerial"
        SOSIAL_KULTURAL = "SOSIAL_KULTURAL", "Sosial kultural"
        TEKNIS = "TEKNIS", "Teknis"

    kamus = models.ForeignKey(
        KamusKompetensi,
        to_field="nama",
        default=KamusKompetensi.BAKU,
        on_delete=models.PROTECT,
        related_name="kompetensi",
    )
    kode = models.CharField("kode", max_length=24)
    nama = models.CharField("nama", max_length=150)
    jenis = models.CharField("jenis", max_length=16, choices=Jenis.choices)
    definisi = models.TextField("definisi", blank=True, default="")
    urutan = models.PositiveSmallIntegerField(default=0)
    aktif = models.BooleanField(default=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kompetensi"
        verbose_name_plural = "kompetensi"
        constraints = [
            models.UniqueConstraint(
                fields=["kamus", "kode"],
                name="kompetensi_kode_unik_per_kamus",
                violation_error_message="Kode ini sudah ada di kamus itu.",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pegawai:kompetensi-rinci", kwargs={"uid": self.uid})


@lacak
class LevelKompetensi(models.Model):
    """What one level (1 to 5) of a competency looks like."""

    NAMA = {1: "Paham", 2: "Dasar", 3: "Menengah", 4: "Mumpuni", 5: "Ahli"}

    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.CASCADE, related_name="level"
    )
    level = models.PositiveSmallIntegerField("tingkat")
    uraian = models.TextField("uraian")
    indikator_perilaku = models.TextField("indikator perilaku", blank=True, default="")

    class Meta:
        verbose_name = "level kompetensi"
        verbose_name_plural = "level kompetensi"
        constraints = [
            models.UniqueConstraint(
                fields=["kompetensi", "level"], name="level_satu_per_kompetensi"
            ),
            models.CheckConstraint(
                condition=Q(level__range=(1, 5)),
                name="level_1_sampai_5",
                violation_error_message="Tingkat antara 1 dan 5.",
            ),
        ]

    def __str__(self):
        return f"{self.kompetensi_id}: {self.level}"

    @property
    def sebutan(self):
        return self.NAMA[self.level]
