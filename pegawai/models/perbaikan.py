"""An ASN asks that something held about them be corrected (UU PDP 30)."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.putusan import Diputuskan, putusan_lengkap, tolak_beralasan
from pegawai.models.pegawai import Pegawai


def tempat_bukti(permintaan, nama):
    """A random name under a folder of their own; the person's file name is only shown."""
    return f"bukti/{uuid.uuid4().hex}.{permintaan.bukti_jenis}"


@lacak
class PermintaanPerbaikan(Diputuskan, ModelDasar):
    """One field (written through when accepted) or one block (described in words).

    The hours of the rule are frozen when it is sent: `ingatkan_pada`, `batas_pada`.
    """

    class Status(models.TextChoices):
        DIAJUKAN = "DIAJUKAN", "Menunggu keputusan"
        DITERIMA = "DITERIMA", "Diterima"
        DITOLAK = "DITOLAK", "Ditolak"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    class Medan(models.TextChoices):
        # Fields of the registry row.
        NAMA = "NAMA", "Nama"
        GELAR_DEPAN = "GELAR_DEPAN", "Gelar depan"
        GELAR_BELAKANG = "GELAR_BELAKANG", "Gelar belakang"
        TANGGAL_LAHIR = "TANGGAL_LAHIR", "Tanggal lahir"
        JENIS_KELAMIN = "JENIS_KELAMIN", "Jenis kelamin"
        SUREL_DINAS = "SUREL_DINAS", "Surel dinas"
        TMT_CPNS = "TMT_CPNS", "TMT CPNS"
        TMT_PNS = "TMT_PNS", "TMT PNS"
        # Blocks: more than one value, or kept by another page.
        NIP = "NIP", "NIP atau NI PPPK"
        GOLONGAN = "GOLONGAN", "Pangkat dan golongan"
        JABATAN = "JABATAN", "Jabatan dan unit kerja"
        PENDIDIKAN = "PENDIDIKAN", "Pendidikan"
        ATASAN = "ATASAN", "Atasan langsung"
        PELATIHAN = "PELATIHAN", "Pelatihan dan sertifikat"
        PENILAIAN = "PENILAIAN", "Hasil penilaian"
        LAIN = "LAIN", "Data lain"

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="perbaikan"
    )
    medan = models.CharField("data", max_length=16, choices=Medan.choices)
    nilai_lama = models.CharField(max_length=1000, blank=True, default="")
    nilai_baru = models.CharField("nilai yang benar", max_length=1000)
    keterangan = models.CharField("keterangan", max_length=500, blank=True, default="")
    bukti = models.FileField(upload_to=tempat_bukti, max_length=300)
    bukti_jenis = models.CharField(max_length=4)
    bukti_nama = models.CharField(max_length=150)
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.DIAJUKAN
    )
    diajukan_pada = models.DateTimeField()
    ingatkan_pada = models.DateTimeField()
    batas_pada = models.DateTimeField()
    alasan = models.CharField("alasan", max_length=500, blank=True, default="")
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "permintaan perbaikan"
        verbose_name_plural = "permintaan perbaikan"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "medan"],
                condition=Q(status="DIAJUKAN") & ~Q(medan="LAIN"),
                name="perbaikan_satu_terbuka_per_data",
                violation_error_message="Permintaan untuk data ini masih menunggu.",
            ),
            putusan_lengkap(
                "perbaikan_diputuskan_lengkap", tanpa=("DIAJUKAN", "DIBATALKAN")
            ),
            tolak_beralasan("perbaikan_tolak_beralasan"),
            models.CheckConstraint(
                condition=Q(status="DIBATALKAN", dibatalkan_pada__isnull=False)
                | (~Q(status="DIBATALKAN") & Q(dibatalkan_pada__isnull=True)),
                name="perbaikan_batal_lengkap",
                violation_error_message="Pembatalan harus mencatat kapan.",
            ),
            models.CheckConstraint(
                condition=Q(ingatkan_pada__gt=F("diajukan_pada"))
                & Q(batas_pada__gte=F("ingatkan_pada")),
                name="perbaikan_batas_urut",
                violation_error_message="Batas keputusan harus sesudah pengajuan.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["batas_pada", "id"],
                condition=Q(status="DIAJUKAN"),
                name="perbaikan_menunggu",
            ),
            models.Index(
                fields=["pegawai", "-diajukan_pada"], name="perbaikan_pegawai"
            ),
        ]

    def __str__(self):
        return f"Perbaikan {self.get_medan_display().lower()}"

    def get_absolute_url(self):
        return reverse("pegawai:perbaikan-rinci", kwargs={"uid": self.uid})

    @property
    def menunggu(self):
        return self.status == self.Status.DIAJUKAN
