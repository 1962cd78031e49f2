"""Roles and their grants."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.models.putusan import Diputuskan
from pegawai.models.organisasi import UnitKerja


class Peran(models.TextChoices):
    """The eleven roles (README decision 3). ASN and ATASAN are derived only."""

    ASN = "ASN", "ASN"
    ATASAN = "ATASAN", "Atasan langsung"
    KEPALA_OPD = "KEPALA_OPD", "Kepala OPD"
    ANALIS = "ANALIS", "Analis"
    ADMIN = "ADMIN", "Admin"
    PENYELENGGARA = "PENYELENGGARA", "Penyelenggara"
    ASESOR = "ASESOR", "Asesor"
    PENGELOLA_OPD = "PENGELOLA_OPD", "Pengelola OPD"
    PIMPINAN = "PIMPINAN", "Pimpinan"
    MITRA = "MITRA", "Mitra"
    PEMAGANG = "PEMAGANG", "Pemagang"


@lacak
class PemberianPeran(ModelDasar):
    """A role granted to an account, over a unit's subtree (none = the city), with dates.

    What an organiser, a partner, an assessor or an intern may see further depends on
    memberships in their own apps; the grant says only that the account has the role.
    """

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="pemberian_peran"
    )
    peran = models.CharField("peran", max_length=16, choices=Peran.choices)
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    berlaku_mulai = models.DateField("berlaku mulai")
    berlaku_sampai = models.DateField("berlaku sampai")
    nomor_sk = models.CharField("nomor SK", max_length=60)
    diberikan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_cabut = models.CharField(max_length=200, blank=True, default="")
    # Out of use for 45 days: without effect until an administrator takes it back.
    ditangguhkan_pada = models.DateTimeField(null=True, blank=True)
    dipulihkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "pemberian peran"
        verbose_name_plural = "pemberian peran"
        constraints = [
            models.CheckConstraint(
                condition=~Q(peran__in=["ASN", "ATASAN"]),
                name="pemberian_bukan_peran_turunan",
                violation_error_message="Peran ini mengikuti data kepegawaian dan tidak "
                "dapat diberikan.",
            ),
            models.CheckConstraint(
                condition=Q(unit_kerja__isnull=False)
                | ~Q(peran__in=["PENGELOLA_OPD", "KEPALA_OPD"]),
                name="pemberian_unit_wajib",
                violation_error_message="Peran ini memerlukan unit kerja.",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__gte=F("berlaku_mulai")),
                name="pemberian_masa_berlaku",
                violation_error_message="Tanggal akhir tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(disetujui_oleh__isnull=True)
                | ~Q(disetujui_oleh=F("pengguna")),
                name="pemberian_bukan_disetujui_sendiri",
                violation_error_message="Peran sendiri disetujui orang lain.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["berlaku_sampai", "id"],
                condition=Q(dicabut_pada__isnull=True),
                name="pemberian_berlaku",
            )
        ]

    def __str__(self):
        return f"{self.get_peran_display()} {self.pengguna_id}"

    def get_absolute_url(self):
        return reverse("pegawai:peran-rinci", kwargs={"uid": self.uid})


@lacak
class UsulPeran(Diputuskan, ModelDasar):
    """A grant that waits for a second person: an administrator decides."""

    class Status(models.TextChoices):
        DIUSULKAN = "DIUSULKAN", "Menunggu keputusan"
        DIBERIKAN = "DIBERIKAN", "Diberikan"
        DITOLAK = "DITOLAK", "Ditolak"

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="usul_peran"
    )
    peran = models.CharField("peran", max_length=16, choices=Peran.choices)
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    berlaku_mulai = models.DateField("berlaku mulai")
    berlaku_sampai = models.DateField("berlaku sampai")
    nomor_sk = models.CharField("nomor SK", max_length=60)
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.DIUSULKAN
    )
    diusulkan_oleh = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.CharField("alasan", max_length=200, blank=True, default="")

    class Meta:
        verbose_name = "usul peran"
        verbose_name_plural = "usul peran"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "peran", "unit_kerja"],
                condition=Q(status="DIUSULKAN"),
                nulls_distinct=False,
                name="usul_peran_satu_menunggu",
                violation_error_message="Usul ini sudah menunggu keputusan.",
            ),
            models.CheckConstraint(
                condition=Q(diputuskan_oleh__isnull=True)
                | ~Q(diputuskan_oleh=F("diusulkan_oleh")),
                name="usul_peran_dua_orang",
                violation_error_message="Usul diputuskan oleh orang lain.",
            ),
        ]

    def __str__(self):
        return f"{self.get_peran_display()} {self.pengguna_id}"
