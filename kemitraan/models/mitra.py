"""Institutions that work with the city, and the accounts that speak for them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pelatihan.models import Penyelenggara


@lacak
class Mitra(ModelDasar):
    """A partner: university, NGO, ministry, company, donor, professional body."""

    class Jenis(models.TextChoices):
        PERGURUAN_TINGGI_NEGERI = "PERGURUAN_TINGGI_NEGERI", "Perguruan tinggi negeri"
        PERGURUAN_TINGGI_SWASTA = "PERGURUAN_TINGGI_SWASTA", "Perguruan tinggi swasta"
        PERGURUAN_TINGGI_KEDINASAN = (
            "PERGURUAN_TINGGI_KEDINASAN",
            "Perguruan tinggi kedinasan",
        )
        LSM = "LSM", "LSM"
        LSM_INTERNASIONAL = "LSM_INTERNASIONAL", "LSM internasional"
        INSTANSI_PUSAT = "INSTANSI_PUSAT", "Instansi pusat"
        PEMDA_LAIN = "PEMDA_LAIN", "Pemerintah daerah lain"
        BUMN_BUMD = "BUMN_BUMD", "BUMN/BUMD"
        SWASTA = "SWASTA", "Swasta"
        DONOR = "DONOR", "Lembaga donor"
        LEMBAGA_PELATIHAN = "LEMBAGA_PELATIHAN", "Lembaga pelatihan"
        ORGANISASI_PROFESI = "ORGANISASI_PROFESI", "Organisasi profesi"
        MEDIA = "MEDIA", "Media"
        SEKOLAH = "SEKOLAH", "Sekolah"

    kode = models.CharField("kode", max_length=40, unique=True)
    nama = models.CharField("nama", max_length=200)
    nama_urut = models.GeneratedField(
        expression=Lower("nama"),
        output_field=models.CharField(max_length=200),
        db_persist=True,
    )
    singkatan = models.CharField("singkatan", max_length=60, blank=True, default="")
    jenis = models.CharField("jenis", max_length=32, choices=Jenis.choices)
    kota = models.CharField("kota", max_length=100, blank=True, default="")
    alamat = models.CharField("alamat", max_length=300, blank=True, default="")
    kontak = models.CharField("kontak", max_length=200, blank=True, default="")
    penyelenggara = models.ForeignKey(
        Penyelenggara,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="mitra",
    )
    aktif = models.BooleanField("aktif", default=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        constraints = [
            models.UniqueConstraint(
                Lower("nama"),
                name="mitra_nama_unik",
                violation_error_message="Mitra dengan nama ini sudah ada.",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("kemitraan:mitra-rinci", kwargs={"uid": self.uid})

    @property
    def sebutan(self):
        return self.singkatan or self.nama


@lacak
class PenggunaMitra(models.Model):
    """An account of the institution, with dates; the role MITRA is granted apart."""

    mitra = models.ForeignKey(
        Mitra, on_delete=models.PROTECT, related_name="keanggotaan"
    )
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="keanggotaan_mitra"
    )
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")

    class Meta:
        verbose_name = "pengguna mitra"
        verbose_name_plural = "pengguna mitra"
        constraints = [
            models.UniqueConstraint(
                fields=["mitra", "pengguna"],
                name="pengguna_mitra_satu_per_mitra",
                violation_error_message="Akun ini sudah terdaftar pada mitra itu.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="pengguna_mitra_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
        ]

    def __str__(self):
        return f"{self.pengguna_id} di {self.mitra_id}"
