"""Agreements: nota kesepahaman, PKS and their addenda."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kemitraan.models.mitra import Mitra
from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.organisasi import UnitKerja


def tempat_berkas(perjanjian, nama):
    """A random name: what was uploaded never decides where it lies."""
    return f"perjanjian/{uuid.uuid4().hex}.pdf"


@lacak
class Perjanjian(ModelDasar):
    """One agreement. In force or ended follows from the dates in WITA, never stored."""

    class Jenis(models.TextChoices):
        KESEPAKATAN_BERSAMA = "KESEPAKATAN_BERSAMA", "Kesepakatan bersama (MoU)"
        KERJA_SAMA = "KERJA_SAMA", "Perjanjian kerja sama (PKS)"
        ADENDUM = "ADENDUM", "Adendum"

    class Status(models.TextChoices):
        RANCANGAN = "RANCANGAN", "Rancangan"
        DIBAHAS = "DIBAHAS", "Dibahas"
        DITANDATANGANI = "DITANDATANGANI", "Ditandatangani"
        DIHENTIKAN = "DIHENTIKAN", "Dihentikan"

    class Keadaan(models.TextChoices):
        """What the status and the dates make of it today (queries.dengan_masa)."""

        RANCANGAN = "RANCANGAN", "Rancangan"
        DIBAHAS = "DIBAHAS", "Dibahas"
        AKAN_BERLAKU = "AKAN_BERLAKU", "Akan berlaku"
        BERLAKU = "BERLAKU", "Berlaku"
        AKAN_BERAKHIR = "AKAN_BERAKHIR", "Akan berakhir"
        BERAKHIR = "BERAKHIR", "Berakhir"
        DIHENTIKAN = "DIHENTIKAN", "Dihentikan"

    class Pembiayaan(models.TextChoices):
        TANPA = "TANPA", "Tanpa pembiayaan"
        APBD = "APBD", "APBD"
        MITRA = "MITRA", "Mitra"
        BERSAMA = "BERSAMA", "Ditanggung bersama"

    mitra = models.ForeignKey(
        Mitra, on_delete=models.PROTECT, related_name="perjanjian"
    )
    jenis = models.CharField("jenis", max_length=24, choices=Jenis.choices)
    induk = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="turunan"
    )
    nomor_kota = models.CharField("nomor pihak kota", max_length=80)
    nomor_mitra = models.CharField(
        "nomor pihak mitra", max_length=80, blank=True, default=""
    )
    judul = models.CharField("judul", max_length=300)
    ruang_lingkup = models.TextField("ruang lingkup", blank=True, default="")
    opd = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="perjanjian"
    )
    tanggal_ttd = models.DateField("tanggal tanda tangan", null=True, blank=True)
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_berakhir = models.DateField("tanggal berakhir")
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.RANCANGAN
    )
    penandatangan_kota = models.CharField(
        "penandatangan pihak kota", max_length=200, blank=True, default=""
    )
    penandatangan_mitra = models.CharField(
        "penandatangan pihak mitra", max_length=200, blank=True, default=""
    )
    pic_kota = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pic_mitra = models.CharField(
        "penghubung pihak mitra", max_length=200, blank=True, default=""
    )
    pembiayaan = models.CharField(
        "pembiayaan", max_length=8, choices=Pembiayaan.choices, default=Pembiayaan.TANPA
    )
    berkas = models.FileField(
        "berkas", upload_to=tempat_berkas, blank=True, max_length=200
    )
    dihentikan_pada = models.DateField(null=True, blank=True)
    dihentikan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_henti = models.CharField(max_length=300, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "perjanjian"
        verbose_name_plural = "perjanjian"
        constraints = [
            models.UniqueConstraint(
                fields=["nomor_kota"],
                name="perjanjian_nomor_kota_unik",
                violation_error_message="Nomor pihak kota ini sudah dipakai.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_berakhir__gte=F("tanggal_mulai")),
                name="perjanjian_urut",
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis="ADENDUM") | Q(induk__isnull=False),
                name="perjanjian_adendum_berinduk",
                violation_error_message="Adendum harus menyebut perjanjian induknya.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis="KESEPAKATAN_BERSAMA") | Q(induk__isnull=True),
                name="perjanjian_mou_tanpa_induk",
                violation_error_message="Kesepakatan bersama tidak memiliki induk.",
            ),
            models.CheckConstraint(
                condition=~Q(status="DITANDATANGANI") | Q(tanggal_ttd__isnull=False),
                name="perjanjian_ttd_bertanggal",
                violation_error_message="Isi tanggal tanda tangan.",
            ),
            models.CheckConstraint(
                condition=~Q(status="DIHENTIKAN")
                | (Q(dihentikan_pada__isnull=False) & ~Q(alasan_henti="")),
                name="perjanjian_henti_beralasan",
                violation_error_message="Isi alasan penghentian.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["tanggal_berakhir", "id"],
                condition=Q(status="DITANDATANGANI"),
                name="perjanjian_berakhir",
            ),
            models.Index(fields=["mitra", "status"], name="perjanjian_mitra_status"),
        ]

    def __str__(self):
        return self.judul

    def get_absolute_url(self):
        return reverse("kemitraan:perjanjian-rinci", kwargs={"uid": self.uid})

    @property
    def sebutan_keadaan(self):
        return self.Keadaan(getattr(self, "keadaan", self.status)).label

    @property
    def nada_keadaan(self):
        return {
            "DIBAHAS": "info",
            "AKAN_BERLAKU": "info",
            "AKAN_BERAKHIR": "peringatan",
        }.get(getattr(self, "keadaan", self.status), "polos")
