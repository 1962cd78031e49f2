"""Internships in both directions: students in, ASN out."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.urls import reverse

from kemitraan.models.mitra import Mitra
from kemitraan.models.perjanjian import Perjanjian
from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai
from pelatihan.models import Pelatihan, Peserta

# What still occupies the dates of a person (MG-2).
MENEMPATI = ("DIAJUKAN", "DITERIMA", "BERJALAN", "SELESAI")


def _rentang():
    return Func(
        F("tanggal_mulai"),
        F("tanggal_selesai"),
        models.Value("[]"),
        function="daterange",
        output_field=DateRangeField(),
    )


@lacak
class ProgramMagang(ModelDasar):
    """An internship programme under an agreement, in one direction."""

    class Arah(models.TextChoices):
        MASUK = "MASUK", "Mahasiswa masuk"
        KELUAR = "KELUAR", "ASN keluar"

    perjanjian = models.ForeignKey(
        Perjanjian, on_delete=models.PROTECT, related_name="program"
    )
    arah = models.CharField("arah", max_length=8, choices=Arah.choices)
    nama = models.CharField("nama", max_length=200)
    # ASN out: the catalogue's entry (NKL12) through which they earn hours.
    pelatihan = models.OneToOneField(
        Pelatihan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="program_magang",
    )
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")

    class Meta:
        verbose_name = "program magang"
        verbose_name_plural = "program magang"
        constraints = [
            models.UniqueConstraint(
                fields=["perjanjian", "nama"],
                name="program_magang_nama_unik",
                violation_error_message="Program dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="program_magang_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(arah="KELUAR", pelatihan__isnull=False)
                | Q(arah="MASUK", pelatihan__isnull=True),
                name="program_keluar_berkatalog",
                violation_error_message="Program magang ASN harus memiliki entri "
                "katalog; program mahasiswa tidak.",
            ),
        ]

    def __str__(self):
        return self.nama


@lacak
class PesertaMagang(ModelDasar):
    """A student of a partner."""

    mitra = models.ForeignKey(Mitra, on_delete=models.PROTECT, related_name="peserta")
    nama = models.CharField("nama", max_length=150)
    nim = models.CharField("NIM", max_length=40)
    program_studi = models.CharField("program studi", max_length=150)
    surel = models.EmailField("surel", blank=True, default="")
    pengguna = models.OneToOneField(
        Pengguna,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="peserta_magang",
    )

    class Meta:
        verbose_name = "peserta magang"
        verbose_name_plural = "peserta magang"
        constraints = [
            models.UniqueConstraint(
                F("mitra"),
                Lower("nim"),
                name="peserta_magang_nim_unik",
                violation_error_message="NIM ini sudah terdaftar pada mitra itu.",
            )
        ]

    def __str__(self):
        return self.nama


@lacak
class Penempatan(Diputuskan, ModelDasar):
    """One person at one place for a time: a student in a unit, or an ASN at a partner."""

    class Status(models.TextChoices):
        DIAJUKAN = "DIAJUKAN", "Diajukan"
        DITERIMA = "DITERIMA", "Diterima"
        DITOLAK = "DITOLAK", "Ditolak"
        BERJALAN = "BERJALAN", "Berjalan"
        SELESAI = "SELESAI", "Selesai"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    program = models.ForeignKey(
        ProgramMagang, on_delete=models.PROTECT, related_name="penempatan"
    )
    peserta = models.ForeignKey(
        PesertaMagang,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="penempatan",
    )
    pegawai = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="penempatan_magang",
    )
    unit_kerja = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="penempatan_magang"
    )
    tempat = models.CharField("tempat", max_length=200, blank=True, default="")
    pembimbing = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="bimbingan_magang",
    )
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.DIAJUKAN
    )
    diajukan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField("alasan", max_length=300, blank=True, default="")
    nilai_akhir = models.DecimalField(
        "nilai akhir",
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    # ASN out, once begun: the enrolment that carries result, hours and certificate.
    kepesertaan = models.OneToOneField(
        Peserta,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="penempatan_magang",
    )

    class Meta:
        verbose_name = "penempatan magang"
        verbose_name_plural = "penempatan magang"
        constraints = [
            models.CheckConstraint(
                condition=Q(peserta__isnull=False, pegawai__isnull=True, tempat="")
                | (Q(peserta__isnull=True, pegawai__isnull=False) & ~Q(tempat="")),
                name="penempatan_mahasiswa_atau_asn",
                violation_error_message="Penempatan adalah untuk satu mahasiswa pada "
                "unit kerja, atau satu ASN pada tempat mitra.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="penempatan_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["DITOLAK", "DIBATALKAN"]) | ~Q(alasan=""),
                name="penempatan_tolak_beralasan",
                violation_error_message="Isi alasan.",
            ),
            models.CheckConstraint(
                condition=Q(nilai_akhir__isnull=True)
                | Q(nilai_akhir__gte=0, nilai_akhir__lte=100),
                name="penempatan_nilai_0_100",
                violation_error_message="Nilai akhir antara 0 dan 100.",
            ),
            models.CheckConstraint(
                condition=Q(kepesertaan__isnull=True) | Q(pegawai__isnull=False),
                name="penempatan_kepesertaan_asn",
                violation_error_message="Hanya magang ASN yang menjadi kepesertaan "
                "pelatihan.",
            ),
            ExclusionConstraint(
                name="penempatan_mahasiswa_tidak_tumpang_tindih",
                expressions=[
                    (_rentang(), RangeOperators.OVERLAPS),
                    (F("peserta"), RangeOperators.EQUAL),
                ],
                condition=Q(peserta__isnull=False, status__in=MENEMPATI),
                violation_error_message="Mahasiswa ini sudah memiliki penempatan pada "
                "tanggal itu.",
            ),
            ExclusionConstraint(
                name="penempatan_asn_tidak_tumpang_tindih",
                expressions=[
                    (_rentang(), RangeOperators.OVERLAPS),
                    (F("pegawai"), RangeOperators.EQUAL),
                ],
                condition=Q(pegawai__isnull=False, status__in=MENEMPATI),
                violation_error_message="ASN ini sudah memiliki penempatan pada tanggal "
                "itu.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit_kerja", "status", "tanggal_selesai"],
                name="penempatan_unit_status",
            )
        ]

    def __str__(self):
        return f"{self.nama_orang} {self.tanggal_mulai}"

    def get_absolute_url(self):
        return reverse("kemitraan:penempatan-rinci", kwargs={"uid": self.uid})

    @property
    def nama_orang(self):
        return self.peserta.nama if self.peserta_id else self.pegawai.nama_lengkap

    @property
    def menunggu_nilai(self):
        return self.status == self.Status.SELESAI and self.nilai_akhir is None
