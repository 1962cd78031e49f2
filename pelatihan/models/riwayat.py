"""The ledger of learning: every activity that earns hours (JP)."""

import uuid

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import tolak_beralasan
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai
from pelatihan.models.katalog import JP_TERBANYAK, BentukPengembangan, Pelatihan

TIDAK_DIHITUNG = ("DITOLAK", "DICABUT", "DITARIK")


def padan(kolom):
    """Text as compared for duplicates: letters and digits only, small (JP-1).

    Spaces go with the punctuation, so that e-learning, e learning and elearning are one.
    """
    return Func(
        Func(F(kolom) if isinstance(kolom, str) else kolom, function="lower"),
        Value("[^[:alnum:]]+"),
        Value(""),
        Value("g"),
        function="regexp_replace",
    )


def tempat_bukti(riwayat, nama):
    """A random name under a folder of their own; the person's file name is only shown."""
    return f"bukti-pelatihan/{uuid.uuid4().hex}.{riwayat.bukti_jenis}"


@lacak
class RiwayatPengembangan(ModelDasar):
    """One learning activity of one person; counts in the year of its end date (JP-8)."""

    class Status(models.TextChoices):
        DIAJUKAN = "DIAJUKAN", "Menunggu verifikasi"
        TERVERIFIKASI = "TERVERIFIKASI", "Terverifikasi"
        DITOLAK = "DITOLAK", "Ditolak"
        DICABUT = "DICABUT", "Dicabut"
        DITARIK = "DITARIK", "Ditarik"

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="pengembangan"
    )
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pelatihan = models.ForeignKey(
        Pelatihan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="riwayat",
    )
    bentuk = models.ForeignKey(
        BentukPengembangan, on_delete=models.PROTECT, related_name="+"
    )
    nama = models.CharField("nama kegiatan", max_length=250)
    nama_padan = models.GeneratedField(
        expression=padan("nama"),
        output_field=models.CharField(max_length=250),
        db_persist=True,
    )
    penyelenggara = models.CharField("penyelenggara", max_length=200)
    penyelenggara_padan = models.GeneratedField(
        expression=padan("penyelenggara"),
        output_field=models.CharField(max_length=200),
        db_persist=True,
    )
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    jp = models.PositiveSmallIntegerField("JP")
    alasan_jp = models.CharField(max_length=300, blank=True, default="")
    nomor_sertifikat = models.CharField(
        "nomor sertifikat", max_length=80, blank=True, default=""
    )
    # What the person shows for training taken elsewhere; ours carry a certificate.
    bukti = models.FileField(upload_to=tempat_bukti, max_length=300, blank=True)
    bukti_jenis = models.CharField(max_length=4, blank=True, default="", db_default="")
    bukti_nama = models.CharField(max_length=150, blank=True, default="", db_default="")
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.DIAJUKAN
    )
    diajukan_pada = models.DateTimeField(db_default=Now())
    diverifikasi_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diverifikasi_pada = models.DateTimeField(null=True, blank=True)
    # What the verifier wrote; the person reads it.
    alasan_putusan = models.CharField(
        "alasan", max_length=300, blank=True, default="", db_default=""
    )
    versi = models.PositiveIntegerField(default=1, db_default=1)

    class Meta:
        verbose_name = "riwayat pengembangan"
        verbose_name_plural = "riwayat pengembangan"
        constraints = [
            models.CheckConstraint(
                condition=Q(jp__range=(1, JP_TERBANYAK)),
                name="riwayat_jp_1_sampai_900",
                violation_error_message="JP antara 1 dan 900.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="riwayat_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(diverifikasi_pada__isnull=False)
                | ~Q(status="TERVERIFIKASI"),
                name="riwayat_verifikasi_bertanggal",
                violation_error_message="Verifikasi harus mencatat kapan.",
            ),
            tolak_beralasan("riwayat_tolak_beralasan", "alasan_putusan"),
            models.UniqueConstraint(
                "pegawai",
                "nama_padan",
                "tanggal_mulai",
                "tanggal_selesai",
                name="riwayat_kegiatan_sekali",
                condition=~Q(status__in=TIDAK_DIHITUNG),
                violation_error_message="Pelatihan ini sudah tercatat.",
            ),
            models.UniqueConstraint(
                "pegawai",
                "nomor_sertifikat",
                "penyelenggara_padan",
                name="riwayat_sertifikat_sekali",
                condition=~Q(status__in=TIDAK_DIHITUNG) & ~Q(nomor_sertifikat=""),
                violation_error_message="Sertifikat ini sudah tercatat.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["pegawai", "tanggal_selesai"],
                condition=Q(status="TERVERIFIKASI"),
                include=["jp"],
                name="riwayat_jp_terhitung",
            ),
            models.Index(fields=["pegawai", "-tanggal_selesai"], name="riwayat_urutan"),
            models.Index(
                fields=["diajukan_pada", "id"],
                condition=Q(status="DIAJUKAN"),
                include=["pegawai"],
                name="riwayat_menunggu",
            ),
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pelatihan:riwayat-rinci", kwargs={"uid": self.uid})

    @property
    def menunggu(self):
        return self.status == self.Status.DIAJUKAN

    @property
    def lama_hari(self):
        return (self.tanggal_selesai - self.tanggal_mulai).days + 1

    @property
    def terhitung(self):
        return self.status == self.Status.TERVERIFIKASI
