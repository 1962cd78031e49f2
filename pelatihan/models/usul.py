"""A course that an OPD asks for; an analyst takes it into the catalogue or refuses."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan, putusan_lengkap, tolak_beralasan
from pegawai.models.kompetensi import Kompetensi
from pegawai.models.organisasi import UnitKerja
from pelatihan.models.katalog import JP_TERBANYAK, BentukPengembangan, Pelatihan


@lacak
class UsulPelatihan(Diputuskan, ModelDasar):
    """What is needed, for how many, and what became of it."""

    class Status(models.TextChoices):
        DIUSULKAN = "DIUSULKAN", "Menunggu keputusan"
        DITERIMA = "DITERIMA", "Diterima"
        DITOLAK = "DITOLAK", "Ditolak"
        DITARIK = "DITARIK", "Ditarik"

    unit_kerja = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="usul_pelatihan"
    )
    nama = models.CharField("nama pelatihan", max_length=250)
    bentuk = models.ForeignKey(
        BentukPengembangan, on_delete=models.PROTECT, related_name="+"
    )
    kebutuhan = models.CharField("kebutuhan", max_length=1000)
    jumlah_peserta = models.PositiveIntegerField(
        "perkiraan peserta",
        validators=[
            MinValueValidator(1, "Peserta paling sedikit 1."),
            MaxValueValidator(10_000, "Peserta paling banyak 10.000."),
        ],
    )
    jp = models.PositiveSmallIntegerField(
        "perkiraan JP",
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, "JP paling sedikit 1."),
            MaxValueValidator(JP_TERBANYAK, "JP paling banyak 900."),
        ],
    )
    kompetensi = models.ForeignKey(
        Kompetensi, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    level = models.PositiveSmallIntegerField("tingkat", null=True, blank=True)
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.DIUSULKAN
    )
    diusulkan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField("alasan", max_length=300, blank=True, default="")
    pelatihan = models.ForeignKey(
        Pelatihan, null=True, blank=True, on_delete=models.PROTECT, related_name="usul"
    )

    class Meta:
        verbose_name = "usul pelatihan"
        verbose_name_plural = "usul pelatihan"
        constraints = [
            models.UniqueConstraint(
                "unit_kerja",
                Lower("nama"),
                condition=Q(status="DIUSULKAN"),
                name="usul_pelatihan_satu_menunggu",
                violation_error_message="Usul ini sudah menunggu keputusan.",
            ),
            putusan_lengkap(
                "usul_pelatihan_diputuskan_lengkap", tanpa=("DIUSULKAN", "DITARIK")
            ),
            tolak_beralasan("usul_pelatihan_tolak_beralasan"),
            models.CheckConstraint(
                condition=Q(status="DITERIMA", pelatihan__isnull=False)
                | (~Q(status="DITERIMA") & Q(pelatihan__isnull=True)),
                name="usul_pelatihan_berpelatihan",
                violation_error_message="Usul yang diterima menunjuk pelatihannya.",
            ),
            models.CheckConstraint(
                condition=Q(kompetensi__isnull=True, level__isnull=True)
                | Q(kompetensi__isnull=False, level__range=(1, 5)),
                name="usul_pelatihan_sasaran",
                violation_error_message="Pilih tingkat 1 sampai 5 untuk kompetensinya.",
            ),
        ]
        indexes = [
            models.Index(fields=["-dibuat_pada", "-id"], name="usul_pelatihan_terbaru")
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pelatihan:usul-rinci", kwargs={"uid": self.uid})

    @property
    def menunggu(self):
        return self.status == self.Status.DIUSULKAN
