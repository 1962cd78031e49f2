"""Batches: one run of a course with its seats, dates and place."""

from datetime import timedelta

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pelatihan.models.katalog import Pelatihan

SABTU = 5


@lacak
class Angkatan(ModelDasar):
    """One run of a course. `terisi` counts the seats held; the database bounds it."""

    class Status(models.TextChoices):
        RANCANGAN = "RANCANGAN", "Rancangan"
        DIBUKA = "DIBUKA", "Dibuka"
        BERJALAN = "BERJALAN", "Berjalan"
        SELESAI = "SELESAI", "Selesai"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    pelatihan = models.ForeignKey(
        Pelatihan, on_delete=models.PROTECT, related_name="angkatan"
    )
    nama = models.CharField("nama angkatan", max_length=120)
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    tempat = models.CharField("tempat", max_length=200)
    kuota = models.PositiveIntegerField(
        "kuota", validators=[MinValueValidator(1, "Kuota paling sedikit 1.")]
    )
    terisi = models.IntegerField("terisi", default=0, editable=False)
    pendaftaran_mulai = models.DateField("pendaftaran mulai")
    pendaftaran_sampai = models.DateField("pendaftaran sampai")
    status = models.CharField(
        "status", max_length=12, choices=Status.choices, default=Status.RANCANGAN
    )
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "angkatan"
        verbose_name_plural = "angkatan"
        constraints = [
            models.CheckConstraint(
                condition=Q(kuota__gte=1),
                name="angkatan_kuota_positif",
                violation_error_message="Kuota paling sedikit 1.",
            ),
            models.CheckConstraint(
                condition=Q(terisi__gte=0, terisi__lte=F("kuota")),
                name="angkatan_terisi_dalam_kuota",
                violation_error_message="Kursi terisi tidak dapat melebihi kuota.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="angkatan_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(
                    pendaftaran_sampai__gte=F("pendaftaran_mulai"),
                    pendaftaran_sampai__lte=F("tanggal_selesai"),
                ),
                name="angkatan_pendaftaran_urut",
                violation_error_message="Pendaftaran harus berakhir sesudah dibuka dan "
                "tidak melewati akhir pelatihan.",
            ),
            models.UniqueConstraint(
                fields=["pelatihan", "nama"],
                name="angkatan_nama_unik_per_pelatihan",
                violation_error_message="Angkatan dengan nama ini sudah ada.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "tanggal_mulai"], name="angkatan_status"),
            models.Index(fields=["-tanggal_mulai", "-id"], name="angkatan_terbaru"),
        ]

    def __str__(self):
        return f"{self.pelatihan.nama} – {self.nama}"

    def get_absolute_url(self):
        return reverse("pelatihan:angkatan-rinci", kwargs={"uid": self.uid})

    @property
    def sisa(self):
        return max(0, self.kuota - self.terisi)

    @property
    def penuh(self):
        return self.terisi >= self.kuota

    @property
    def hari_pelatihan(self):
        """The days on which there is training: what the attendance sheet shows.

        Monday to Friday; every day where the batch itself begins or ends on a weekend
        day, or lasts two days at most: then the organiser meant the weekend. (No rule
        of the agency decides this; an office's choice.)
        """
        lama = (self.tanggal_selesai - self.tanggal_mulai).days + 1
        hari = [self.tanggal_mulai + timedelta(days=n) for n in range(lama)]
        if lama <= 2 or max(hari[0].weekday(), hari[-1].weekday()) >= SABTU:
            return hari
        return [h for h in hari if h.weekday() < SABTU]

    def menerima_pada(self, hari):
        """Is the window for requests open on this day?"""
        return (
            self.status == self.Status.DIBUKA
            and self.pendaftaran_mulai <= hari <= self.pendaftaran_sampai
        )
