"""A partner proposes who may speak for it; an administrator decides (KEAMANAN C.3)."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from kemitraan.models.mitra import Mitra
from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan, tolak_beralasan


@lacak
class UsulPenggunaMitra(Diputuskan, ModelDasar):
    """Somebody to invite; the account comes with the invitation, not before."""

    class Status(models.TextChoices):
        DIUSULKAN = "DIUSULKAN", "Menunggu keputusan"
        DIUNDANG = "DIUNDANG", "Diundang"
        DITOLAK = "DITOLAK", "Ditolak"

    mitra = models.ForeignKey(
        Mitra, on_delete=models.PROTECT, related_name="usul_pengguna"
    )
    nama = models.CharField("nama", max_length=200)
    surel = models.EmailField("surel", max_length=150)
    tanggal_selesai = models.DateField("berlaku sampai")
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.DIUSULKAN
    )
    diusulkan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField("alasan", max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "usul pengguna mitra"
        verbose_name_plural = "usul pengguna mitra"
        constraints = [
            models.UniqueConstraint(
                "mitra",
                Lower("surel"),
                condition=Q(status="DIUSULKAN"),
                name="usul_pengguna_satu_menunggu",
                violation_error_message="Usul ini sudah menunggu keputusan.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="DIUSULKAN",
                    diputuskan_oleh__isnull=True,
                    diputuskan_pada__isnull=True,
                )
                | ~Q(status="DIUSULKAN")
                & Q(diputuskan_oleh__isnull=False, diputuskan_pada__isnull=False),
                name="usul_pengguna_diputuskan_lengkap",
                violation_error_message="Keputusan harus mencatat siapa dan kapan.",
            ),
            tolak_beralasan("usul_pengguna_tolak_beralasan"),
        ]

    def __str__(self):
        return f"{self.nama}, {self.mitra_id}"
