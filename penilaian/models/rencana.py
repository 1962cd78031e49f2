"""Individual development plans and their lines."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.kompetensi import Kompetensi
from pegawai.models.pegawai import Pegawai
from pelatihan.models import BentukPengembangan, Pelatihan


@lacak
class RencanaPengembangan(ModelDasar):
    """One employee's plan for one year; items are ButirRencana."""

    class Status(models.TextChoices):
        DRAF = "DRAF", "Draf"
        DIAJUKAN = "DIAJUKAN", "Diajukan"
        DIKEMBALIKAN = "DIKEMBALIKAN", "Dikembalikan"
        DISETUJUI = "DISETUJUI", "Disetujui"
        BERJALAN = "BERJALAN", "Berjalan"
        SELESAI = "SELESAI", "Selesai"

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="rencana"
    )
    tahun = models.PositiveSmallIntegerField("tahun")
    status = models.CharField(
        max_length=32, choices=Status.choices, default=Status.DRAF
    )
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    dikembalikan_pada = models.DateTimeField(null=True, blank=True)
    alasan = models.CharField("alasan", max_length=500, blank=True, default="")
    disetujui_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "rencana pengembangan"
        verbose_name_plural = "rencana pengembangan"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                name="rencana_satu_per_pegawai_per_tahun",
                violation_error_message="Pegawai ini sudah memiliki rencana tahun itu.",
            ),
            models.CheckConstraint(
                name="rencana_disetujui_lengkap",
                condition=Q(
                    status__in=["DISETUJUI", "BERJALAN", "SELESAI"],
                    disetujui_oleh__isnull=False,
                    disetujui_pada__isnull=False,
                )
                | ~Q(status__in=["DISETUJUI", "BERJALAN", "SELESAI"])
                & Q(disetujui_oleh__isnull=True, disetujui_pada__isnull=True),
                violation_error_message="Rencana yang disetujui harus mencatat siapa "
                "dan kapan.",
            ),
            models.CheckConstraint(
                name="rencana_dikembalikan_beralasan",
                condition=~Q(status="DIKEMBALIKAN")
                | (~Q(alasan="") & Q(dikembalikan_pada__isnull=False)),
                violation_error_message="Isi alasan pengembalian.",
            ),
            models.CheckConstraint(
                name="rencana_tahun_wajar",
                condition=Q(tahun__range=(2000, 2100)),
                violation_error_message="Tahun rencana antara 2000 dan 2100.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["pegawai"],
                condition=Q(status="DIAJUKAN"),
                name="rencana_menunggu",
            )
        ]

    def __str__(self):
        return f"{self.pegawai} {self.tahun}"

    def get_absolute_url(self):
        return reverse("penilaian:rencana-rinci", kwargs={"uid": self.uid})

    @property
    def dapat_diubah(self) -> bool:
        return self.status in {self.Status.DRAF, self.Status.DIKEMBALIKAN}

    @property
    def sudah_disetujui(self) -> bool:
        return self.disetujui_pada is not None


@lacak
class ButirRencana(ModelDasar):
    """One line: a competency to raise, by a catalogue training or a free activity.

    `level_sekarang` is the level known when the line was written; none without result.
    `selesai_pada` is for free activities: a training's progress is read from pelatihan.
    """

    class Triwulan(models.IntegerChoices):
        I = 1, "Triwulan I"  # noqa: E741 -- the office's name of a quarter
        II = 2, "Triwulan II"
        III = 3, "Triwulan III"
        IV = 4, "Triwulan IV"

    rencana = models.ForeignKey(
        RencanaPengembangan, on_delete=models.CASCADE, related_name="butir"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.PROTECT, related_name="butir_rencana"
    )
    level_sekarang = models.DecimalField(
        max_digits=5, decimal_places=4, null=True, blank=True
    )
    level_target = models.PositiveSmallIntegerField("tingkat yang dituju")
    pelatihan = models.ForeignKey(
        Pelatihan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="butir_rencana",
    )
    kegiatan = models.CharField("kegiatan", max_length=200, blank=True, default="")
    bentuk = models.ForeignKey(
        BentukPengembangan, on_delete=models.PROTECT, related_name="butir_rencana"
    )
    jp = models.PositiveSmallIntegerField("JP")
    triwulan = models.PositiveSmallIntegerField("triwulan", choices=Triwulan.choices)
    catatan = models.CharField("catatan", max_length=500, blank=True, default="")
    selesai_pada = models.DateField("selesai pada", null=True, blank=True)
    diubah_pada = models.DateTimeField(db_default=Now())
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "butir rencana"
        verbose_name_plural = "butir rencana"
        constraints = [
            models.UniqueConstraint(
                fields=["rencana", "kompetensi", "pelatihan"],
                condition=Q(pelatihan__isnull=False),
                name="butir_pelatihan_sekali",
                violation_error_message="Pelatihan ini sudah ada di rencana untuk "
                "kompetensi itu.",
            ),
            models.CheckConstraint(
                condition=Q(pelatihan__isnull=False, kegiatan="")
                | (Q(pelatihan__isnull=True) & ~Q(kegiatan="")),
                name="butir_pelatihan_atau_kegiatan",
                violation_error_message="Pilih pelatihan, atau tulis kegiatan lain.",
            ),
            models.CheckConstraint(
                condition=Q(level_target__range=(1, 5)),
                name="butir_level_target_1_sampai_5",
                violation_error_message="Tingkat yang dituju antara 1 dan 5.",
            ),
            models.CheckConstraint(
                condition=Q(level_sekarang__isnull=True)
                | Q(level_target__gt=F("level_sekarang")),
                name="butir_level_naik",
                violation_error_message="Tingkat yang dituju harus di atas tingkat "
                "sekarang.",
            ),
            models.CheckConstraint(
                condition=Q(triwulan__range=(1, 4)),
                name="butir_triwulan_1_sampai_4",
                violation_error_message="Triwulan antara I dan IV.",
            ),
            models.CheckConstraint(
                condition=Q(jp__range=(1, 900)),
                name="butir_jp_1_sampai_900",
                violation_error_message="JP antara 1 dan 900.",
            ),
            models.CheckConstraint(
                condition=Q(selesai_pada__isnull=True) | Q(pelatihan__isnull=True),
                name="butir_selesai_hanya_kegiatan",
                violation_error_message="Kemajuan pelatihan mengikuti catatan "
                "pelatihan.",
            ),
        ]

    def __str__(self):
        return self.nama_kegiatan

    @property
    def nama_kegiatan(self) -> str:
        return self.pelatihan.nama if self.pelatihan_id else self.kegiatan


class LangkahRencana(models.Model):
    """One step of a plan's approval trail: who did what, when, and why."""

    class Tindakan(models.TextChoices):
        BUAT = "BUAT", "Rencana dibuat"
        AJUKAN = "AJUKAN", "Diajukan ke atasan"
        KEMBALIKAN = "KEMBALIKAN", "Dikembalikan"
        SETUJUI = "SETUJUI", "Disetujui"

    rencana = models.ForeignKey(
        RencanaPengembangan, on_delete=models.CASCADE, related_name="langkah"
    )
    tindakan = models.CharField(max_length=16, choices=Tindakan.choices)
    oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pada = models.DateTimeField(db_default=Now())
    alasan = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        verbose_name = "langkah rencana"
        verbose_name_plural = "langkah rencana"

    def __str__(self):
        return f"{self.rencana_id} {self.tindakan}"
