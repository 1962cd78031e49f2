"""Regional development programmes, what they need, and who is put on them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan
from pegawai.models.kompetensi import Kompetensi
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai


@lacak
class ProgramPembangunan(ModelDasar):
    """One programme of the RPJMD or a Renstra, carried by one OPD."""

    class Status(models.TextChoices):
        DIRENCANAKAN = "DIRENCANAKAN", "Direncanakan"
        BERJALAN = "BERJALAN", "Berjalan"
        SELESAI = "SELESAI", "Selesai"
        DIHENTIKAN = "DIHENTIKAN", "Dihentikan"

    kode = models.CharField("kode", max_length=40, unique=True)
    nama = models.CharField("nama program", max_length=200)
    opd = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="program_pembangunan"
    )
    sasaran = models.TextField("sasaran RPJMD", blank=True, default="")
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    uraian = models.TextField("uraian", blank=True, default="")
    status = models.CharField(
        "status", max_length=16, choices=Status.choices, default=Status.DIRENCANAKAN
    )
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "program pembangunan"
        verbose_name_plural = "program pembangunan"
        constraints = [
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="program_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("penilaian:program-rinci", kwargs={"uid": self.uid})

    @property
    def terbuka(self) -> bool:
        return self.status in {self.Status.DIRENCANAKAN, self.Status.BERJALAN}


@lacak
class KebutuhanKompetensi(ModelDasar):
    """What a programme needs: a competency at a level, for a number of people."""

    program = models.ForeignKey(
        ProgramPembangunan, on_delete=models.CASCADE, related_name="kebutuhan"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.PROTECT, related_name="kebutuhan"
    )
    level = models.PositiveSmallIntegerField("tingkat")
    jumlah_orang = models.PositiveSmallIntegerField("jumlah orang")

    class Meta:
        verbose_name = "kebutuhan kompetensi"
        verbose_name_plural = "kebutuhan kompetensi"
        constraints = [
            models.UniqueConstraint(
                fields=["program", "kompetensi", "level"],
                name="kebutuhan_sekali_per_level",
                violation_error_message="Kebutuhan kompetensi pada tingkat ini sudah "
                "ada.",
            ),
            models.CheckConstraint(
                condition=Q(level__range=(1, 5)),
                name="kebutuhan_level_1_sampai_5",
                violation_error_message="Tingkat antara 1 dan 5.",
            ),
            models.CheckConstraint(
                condition=Q(jumlah_orang__range=(1, 1000)),
                name="kebutuhan_jumlah_1_sampai_1000",
                violation_error_message="Jumlah orang antara 1 dan 1.000.",
            ),
        ]

    def __str__(self):
        return f"{self.kompetensi_id} {self.level}"


@lacak
class Penugasan(Diputuskan, ModelDasar):
    """An employee put on a programme for a time; the direct superior decides."""

    class Status(models.TextChoices):
        DIUSULKAN = "DIUSULKAN", "Diusulkan"
        DISETUJUI = "DISETUJUI", "Disetujui"
        DITOLAK = "DITOLAK", "Ditolak"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"
        SELESAI = "SELESAI", "Selesai"

    program = models.ForeignKey(
        ProgramPembangunan, on_delete=models.PROTECT, related_name="penugasan"
    )
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="penugasan"
    )
    peran_tugas = models.CharField("peran dalam program", max_length=150)
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.DIUSULKAN
    )
    diusulkan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField("alasan", max_length=500, blank=True, default="")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        constraints = [
            models.UniqueConstraint(
                fields=["program", "pegawai"],
                condition=Q(status__in=["DIUSULKAN", "DISETUJUI"]),
                name="penugasan_satu_berlaku_per_program",
                violation_error_message="Pegawai ini sudah diusulkan atau ditugaskan "
                "pada program itu.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="penugasan_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["DITOLAK", "DIBATALKAN"]) | ~Q(alasan=""),
                name="penugasan_tolak_beralasan",
                violation_error_message="Isi alasan.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["DISETUJUI", "DITOLAK", "SELESAI"])
                | Q(diputuskan_oleh__isnull=False, diputuskan_pada__isnull=False),
                name="penugasan_diputuskan_lengkap",
                violation_error_message="Penugasan yang diputuskan harus mencatat "
                "siapa dan kapan.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["pegawai", "tanggal_mulai"], name="penugasan_pegawai_mulai"
            )
        ]

    def __str__(self):
        return f"{self.pegawai} – {self.program}"

    def get_absolute_url(self):
        return reverse("penilaian:penugasan-rinci", kwargs={"uid": self.uid})

    @property
    def menunggu(self) -> bool:
        return self.status == self.Status.DIUSULKAN

    @property
    def berlaku(self) -> bool:
        return self.status in {self.Status.DIUSULKAN, self.Status.DISETUJUI}
