"""A partner's user asks what is held about them, or that it be corrected (UU PDP 5-7)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kemitraan.models.mitra import Mitra
from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan, putusan_lengkap, tolak_beralasan


@lacak
class PermintaanData(Diputuskan, ModelDasar):
    """One request; the hours of the rule are frozen when it is sent (`batas_pada`)."""

    class Status(models.TextChoices):
        DIAJUKAN = "DIAJUKAN", "Menunggu keputusan"
        DITERIMA = "DITERIMA", "Diterima"
        DITOLAK = "DITOLAK", "Ditolak"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    class Jenis(models.TextChoices):
        SALINAN = "SALINAN", "Salinan data saya"
        NAMA = "NAMA", "Perbaikan nama saya"
        LEMBAGA = "LEMBAGA", "Perbaikan data lembaga"
        LAIN = "LAIN", "Perbaikan data lain"

    mitra = models.ForeignKey(
        Mitra, on_delete=models.PROTECT, related_name="permintaan_data"
    )
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="permintaan_data"
    )
    jenis = models.CharField("permintaan", max_length=12, choices=Jenis.choices)
    isi = models.CharField("isi permintaan", max_length=1000, blank=True, default="")
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.DIAJUKAN
    )
    diajukan_pada = models.DateTimeField()
    batas_pada = models.DateTimeField()
    alasan = models.CharField("jawaban", max_length=500, blank=True, default="")

    class Meta:
        verbose_name = "permintaan data"
        verbose_name_plural = "permintaan data"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "jenis"],
                condition=Q(status="DIAJUKAN"),
                name="permintaan_data_satu_terbuka",
                violation_error_message="Permintaan seperti ini masih menunggu.",
            ),
            putusan_lengkap(
                "permintaan_data_diputuskan_lengkap", tanpa=("DIAJUKAN", "DIBATALKAN")
            ),
            tolak_beralasan("permintaan_data_tolak_beralasan"),
            models.CheckConstraint(
                condition=Q(jenis="SALINAN") | ~Q(isi=""),
                name="permintaan_data_berisi",
                violation_error_message="Tulis apa yang benar.",
            ),
            models.CheckConstraint(
                condition=Q(batas_pada__gt=F("diajukan_pada")),
                name="permintaan_data_batas",
                violation_error_message="Batas keputusan harus sesudah pengajuan.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["batas_pada", "id"],
                condition=Q(status="DIAJUKAN"),
                name="permintaan_data_menunggu",
            ),
        ]

    def __str__(self):
        return str(self.get_jenis_display())

    def get_absolute_url(self):
        return reverse("kemitraan:permintaan-rinci", kwargs={"uid": self.uid})

    @property
    def menunggu(self):
        return self.status == self.Status.DIAJUKAN

    @property
    def bersalinan(self):
        return self.status == self.Status.DITERIMA and self.jenis == self.Jenis.SALINAN
