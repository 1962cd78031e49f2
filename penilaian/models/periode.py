"""Assessment periods, their methods, and who assesses whom."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Kompetensi, Pegawai


def jenis_bawaan():
    """The 8 + 1 that must be assessed for every ASN."""
    return [Kompetensi.Jenis.MANAJERIAL.value, Kompetensi.Jenis.SOSIAL_KULTURAL.value]


class MetodePenilaian(models.Model):
    """A way of assessing; referensi/metode.csv. Only some give levels with fractions."""

    kode = models.CharField(max_length=24, unique=True)
    nama = models.CharField("metode", max_length=80)
    pecahan = models.BooleanField(default=False)
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "metode penilaian"
        verbose_name_plural = "metode penilaian"

    def __str__(self):
        return self.nama


@lacak
class PeriodePenilaian(ModelDasar):
    """One period: what for, how, when, and whether a surplus may cover a gap."""

    class Tujuan(models.TextChoices):
        PENGISIAN = "PENGISIAN", "Pengisian jabatan"
        PEMETAAN = "PEMETAAN", "Pemetaan"

    class Status(models.TextChoices):
        RENCANA = "RENCANA", "Rencana"
        BERJALAN = "BERJALAN", "Berjalan"
        DITUTUP = "DITUTUP", "Ditutup"
        DITERBITKAN = "DITERBITKAN", "Diterbitkan"

    nama = models.CharField("nama", max_length=150)
    tujuan = models.CharField("tujuan", max_length=12, choices=Tujuan.choices)
    metode = models.ForeignKey(
        MetodePenilaian, on_delete=models.PROTECT, related_name="periode"
    )
    jenis_kompetensi = ArrayField(
        models.CharField(max_length=16, choices=Kompetensi.Jenis.choices),
        default=jenis_bawaan,
        verbose_name="jenis kompetensi",
    )
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    surplus_menutup = models.BooleanField(default=True)
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.RENCANA
    )
    diterbitkan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "periode penilaian"
        verbose_name_plural = "periode penilaian"
        constraints = [
            models.UniqueConstraint(
                fields=["nama"],
                name="periode_nama_unik",
                violation_error_message="Periode dengan nama ini sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="periode_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis_kompetensi__len=0),
                name="periode_menilai_sesuatu",
                violation_error_message="Pilih jenis kompetensi yang dinilai.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="DITERBITKAN",
                    diterbitkan_pada__isnull=False,
                    diterbitkan_oleh__isnull=False,
                )
                | ~Q(status="DITERBITKAN")
                & Q(diterbitkan_pada__isnull=True, diterbitkan_oleh__isnull=True),
                name="periode_terbit_lengkap",
                violation_error_message="Periode yang diterbitkan harus mencatat siapa "
                "dan kapan.",
            ),
        ]
        indexes = [
            models.Index(fields=["-tanggal_mulai", "-id"], name="periode_terbaru")
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("penilaian:periode-rinci", kwargs={"uid": self.uid})

    @property
    def dapat_diubah(self):
        return self.status in {self.Status.RENCANA, self.Status.BERJALAN}


@lacak
class PenugasanAsesor(ModelDasar):
    """This assessor enters the result of this person in this period."""

    periode = models.ForeignKey(
        PeriodePenilaian, on_delete=models.CASCADE, related_name="penugasan_asesor"
    )
    asesor = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="penugasan_asesor"
    )
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="penugasan_asesor"
    )

    class Meta:
        verbose_name = "penugasan asesor"
        verbose_name_plural = "penugasan asesor"
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "pegawai", "asesor"],
                name="penugasan_asesor_satu_kali",
                violation_error_message="Asesor ini sudah ditugasi untuk pegawai itu.",
            )
        ]
        indexes = [
            models.Index(fields=["asesor", "periode"], name="penugasan_asesor_akun")
        ]

    def __str__(self):
        return f"{self.asesor_id} menilai {self.pegawai_id}"
