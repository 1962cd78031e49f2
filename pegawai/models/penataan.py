"""What a unit was called and where it hung; acts of reorganisation, one row each."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.organisasi import UnitKerja


@lacak
class RiwayatUnit(models.Model):
    """A former name and place of a unit; the present one is the unit itself."""

    unit_kerja = models.ForeignKey(
        UnitKerja, on_delete=models.CASCADE, related_name="riwayat"
    )
    nama = models.CharField("nama", max_length=200)
    singkatan = models.CharField("singkatan", max_length=40, blank=True, default="")
    induk = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    berlaku_mulai = models.DateField(null=True, blank=True)
    berlaku_sampai = models.DateField()
    nomor_sk = models.CharField("nomor SK", max_length=60, blank=True, default="")

    class Meta:
        verbose_name = "riwayat unit"
        verbose_name_plural = "riwayat unit"
        constraints = [
            models.UniqueConstraint(
                fields=["unit_kerja", "berlaku_sampai"],
                name="riwayat_unit_satu_per_tanggal",
                violation_error_message="Unit ini sudah berubah pada tanggal itu.",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_mulai__isnull=True)
                | Q(berlaku_sampai__gte=F("berlaku_mulai")),
                name="riwayat_unit_urut",
                violation_error_message="Unit ini sudah berubah sesudah tanggal itu.",
            ),
        ]

    def __str__(self):
        return self.nama


@lacak
class PenataanUnit(ModelDasar):
    """One act on a unit: proposed by one person, applied by another (KEAMANAN C.7).

    A unit to be formed does not exist before its day: until then only its parent
    (`tujuan`) and its facts (`*_baru`) are known.
    """

    class Jenis(models.TextChoices):
        BENTUK = "BENTUK", "Bentuk unit baru"
        NAMA = "NAMA", "Ganti nama"
        GABUNG = "GABUNG", "Gabungkan ke unit lain"
        PINDAH = "PINDAH", "Pindahkan ke bawah unit lain"
        TUTUP = "TUTUP", "Tutup unit"

    class Status(models.TextChoices):
        DIAJUKAN = "DIAJUKAN", "Menunggu persetujuan"
        DISETUJUI = "DISETUJUI", "Disetujui, menunggu tanggalnya"
        DITERAPKAN = "DITERAPKAN", "Diterapkan"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"

    class Pemberian(models.TextChoices):
        AKHIRI = "AKHIRI", "Akhiri bersama unitnya"
        PINDAH = "PINDAH", "Pindahkan ke unit penerima"

    jenis = models.CharField("tindakan", max_length=8, choices=Jenis.choices)
    unit_kerja = models.ForeignKey(
        UnitKerja,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="penataan",
    )
    tujuan = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    nama_baru = models.CharField(max_length=200, blank=True, default="")
    singkatan_baru = models.CharField(max_length=40, blank=True, default="")
    jenis_baru = models.CharField(
        max_length=16, choices=UnitKerja.Jenis.choices, blank=True, default=""
    )
    kode_baru = models.CharField(max_length=40, blank=True, default="")
    pemberian = models.CharField(
        max_length=8, choices=Pemberian.choices, default=Pemberian.AKHIRI
    )
    berlaku_mulai = models.DateField("berlaku mulai")
    nomor_sk = models.CharField("nomor SK", max_length=60)
    status = models.CharField(
        max_length=12, choices=Status.choices, default=Status.DIAJUKAN
    )
    diajukan_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    hasil = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "penataan unit"
        verbose_name_plural = "penataan unit"
        constraints = [
            models.UniqueConstraint(
                fields=["unit_kerja"],
                condition=Q(status__in=["DIAJUKAN", "DISETUJUI"]),
                name="penataan_satu_terbuka_per_unit",
                violation_error_message="Unit ini sudah punya usul penataan yang belum "
                "selesai.",
            ),
            models.CheckConstraint(
                condition=Q(tujuan__isnull=True) | ~Q(tujuan=F("unit_kerja")),
                name="penataan_bukan_diri_sendiri",
                violation_error_message="Pilih unit lain sebagai tujuan.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis__in=["BENTUK", "GABUNG", "PINDAH"])
                | Q(tujuan__isnull=False),
                name="penataan_tujuan_wajib",
                violation_error_message="Pilih unit tujuannya.",
            ),
            models.CheckConstraint(
                condition=~Q(jenis__in=["BENTUK", "NAMA"]) | ~Q(nama_baru=""),
                name="penataan_nama_wajib",
                violation_error_message="Isi nama baru unit.",
            ),
            models.CheckConstraint(
                condition=Q(unit_kerja__isnull=False)
                | (Q(jenis="BENTUK") & ~Q(status="DITERAPKAN")),
                name="penataan_unit_wajib",
                violation_error_message="Pilih unit yang ditata.",
            ),
            models.UniqueConstraint(
                F("tujuan"),
                Lower("nama_baru"),
                condition=Q(jenis="BENTUK", status__in=["DIAJUKAN", "DISETUJUI"]),
                name="penataan_satu_bentuk_per_nama",
                violation_error_message="Pembentukan unit bernama ini di induk itu sudah "
                "diusulkan.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["DISETUJUI", "DITERAPKAN"],
                    disetujui_oleh__isnull=False,
                    disetujui_pada__isnull=False,
                )
                | ~Q(status__in=["DISETUJUI", "DITERAPKAN"]),
                name="penataan_disetujui_lengkap",
                violation_error_message="Penataan yang disetujui mencatat siapa dan "
                "kapan.",
            ),
            models.CheckConstraint(
                condition=Q(disetujui_oleh__isnull=True)
                | ~Q(disetujui_oleh=F("diajukan_oleh")),
                name="penataan_dua_orang",
                violation_error_message="Penataan disetujui oleh orang yang berbeda "
                "dari pengusulnya.",
            ),
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.nama_unit}"

    @property
    def nama_unit(self):
        """What the act is on: the unit, or the one that is to be."""
        return self.unit_kerja.nama if self.unit_kerja else self.nama_baru

    def get_absolute_url(self):
        return reverse("pegawai:penataan-rinci", kwargs={"uid": self.uid})
