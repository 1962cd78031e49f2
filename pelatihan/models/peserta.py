"""Enrolments and attendance."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan, tolak_beralasan
from pegawai.models.pegawai import Pegawai
from pelatihan.models.angkatan import Angkatan

BERAKHIR = ("DITOLAK", "DIBATALKAN", "KEDALUWARSA")
DIPUTUSKAN = ("DISETUJUI", "DITOLAK", "LULUS", "TIDAK_LULUS")


@lacak
class Peserta(Diputuskan, ModelDasar):
    """A person in a batch. The request holds the seat (KETENTUAN P-1)."""

    class Status(models.TextChoices):
        DIAJUKAN = "DIAJUKAN", "Menunggu persetujuan"
        DISETUJUI = "DISETUJUI", "Disetujui"
        DITOLAK = "DITOLAK", "Ditolak"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"
        KEDALUWARSA = "KEDALUWARSA", "Tidak diputuskan"
        LULUS = "LULUS", "Lulus"
        TIDAK_LULUS = "TIDAK_LULUS", "Tidak lulus"

    angkatan = models.ForeignKey(
        Angkatan, on_delete=models.PROTECT, related_name="peserta"
    )
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="kepesertaan"
    )
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.DIAJUKAN
    )
    # Named by the manager of the person's unit, not asked by the person.
    dicalonkan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diajukan_pada = models.DateTimeField()
    batas_keputusan = models.DateTimeField()
    berakhir_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.CharField("alasan", max_length=300, blank=True, default="")
    dinilai_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dinilai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "peserta"
        verbose_name_plural = "peserta"
        constraints = [
            models.UniqueConstraint(
                fields=["angkatan", "pegawai"],
                name="peserta_satu_per_angkatan",
                condition=~Q(status__in=BERAKHIR),
                violation_error_message="Pegawai ini sudah terdaftar pada angkatan itu.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=DIPUTUSKAN,
                    diputuskan_oleh__isnull=False,
                    diputuskan_pada__isnull=False,
                )
                | Q(status__in=("DIBATALKAN",))
                | Q(
                    status__in=("DIAJUKAN", "KEDALUWARSA"),
                    diputuskan_oleh__isnull=True,
                    diputuskan_pada__isnull=True,
                ),
                name="peserta_diputuskan_lengkap",
                violation_error_message="Keputusan harus mencatat siapa dan kapan.",
            ),
            tolak_beralasan("peserta_tolak_beralasan"),
            models.CheckConstraint(
                condition=Q(status__in=BERAKHIR, berakhir_pada__isnull=False)
                | (~Q(status__in=BERAKHIR) & Q(berakhir_pada__isnull=True)),
                name="peserta_berakhir_lengkap",
                violation_error_message="Pendaftaran yang berakhir harus mencatat kapan.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=("LULUS", "TIDAK_LULUS"),
                    dinilai_oleh__isnull=False,
                    dinilai_pada__isnull=False,
                )
                | (
                    ~Q(status__in=("LULUS", "TIDAK_LULUS"))
                    & Q(dinilai_oleh__isnull=True, dinilai_pada__isnull=True)
                ),
                name="peserta_dinilai_lengkap",
                violation_error_message="Hasil harus mencatat siapa dan kapan.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["batas_keputusan"],
                condition=Q(status="DIAJUKAN"),
                name="peserta_menunggu",
            ),
            models.Index(fields=["angkatan", "status"], name="peserta_angkatan_status"),
            models.Index(fields=["pegawai", "-diajukan_pada"], name="peserta_pegawai"),
        ]

    def __str__(self):
        return f"{self.pegawai_id} di {self.angkatan_id}"

    def get_absolute_url(self):
        return reverse("pelatihan:peserta-rinci", kwargs={"uid": self.uid})

    @property
    def menunggu(self):
        return self.status == self.Status.DIAJUKAN

    @property
    def ikut(self):
        return self.status in {"DISETUJUI", "LULUS", "TIDAK_LULUS"}


@lacak
class Kehadiran(models.Model):
    """Was this participant there on that day? A day without a row is not noted yet."""

    peserta = models.ForeignKey(
        Peserta, on_delete=models.CASCADE, related_name="kehadiran"
    )
    tanggal = models.DateField("tanggal")
    hadir = models.BooleanField("hadir")

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran"
        constraints = [
            models.UniqueConstraint(
                fields=["peserta", "tanggal"], name="kehadiran_satu_per_hari"
            )
        ]

    def __str__(self):
        return f"{self.peserta_id} {self.tanggal}"
