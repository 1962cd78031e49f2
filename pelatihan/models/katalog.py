"""The catalogue: forms of learning, organisers and their members, courses, targets."""

from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.kompetensi import Kompetensi

JP_TERBANYAK = 900


class BentukPengembangan(models.Model):
    """A form of learning (PerLAN 10/2018): referensi/bentuk_pengembangan.csv."""

    class Jalur(models.TextChoices):
        KLASIKAL = "KLASIKAL", "Klasikal"
        NONKLASIKAL = "NONKLASIKAL", "Nonklasikal"
        PENDIDIKAN = "PENDIDIKAN", "Pendidikan"

    kode = models.CharField("kode", max_length=8, unique=True)
    nama = models.CharField("nama", max_length=120)
    jalur = models.CharField("jalur", max_length=12, choices=Jalur.choices)
    kode_bkn = models.CharField(max_length=8, blank=True, default="")
    jp_nasional = models.PositiveSmallIntegerField(null=True, blank=True)
    jp_internasional = models.PositiveSmallIntegerField(null=True, blank=True)
    satuan = models.CharField(max_length=40, blank=True, default="")
    perlu_konfirmasi = models.BooleanField(default=False)
    sumber = models.CharField(max_length=200, blank=True, default="")
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "bentuk pengembangan"
        verbose_name_plural = "bentuk pengembangan"

    def __str__(self):
        return self.nama


@lacak
class Penyelenggara(ModelDasar):
    """Who holds trainings; `kode` is part of the certificate's number."""

    kode = models.SlugField("kode", max_length=24, unique=True)
    nama = models.CharField("nama", max_length=200)
    kontak = models.CharField("kontak", max_length=200, blank=True, default="")
    aktif = models.BooleanField("aktif", default=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "penyelenggara"
        verbose_name_plural = "penyelenggara"
        constraints = [
            models.UniqueConstraint(
                Lower("nama"),
                name="penyelenggara_nama_unik",
                violation_error_message="Penyelenggara dengan nama ini sudah ada.",
            )
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pelatihan:penyelenggara-rinci", kwargs={"uid": self.uid})


@lacak
class AnggotaPenyelenggara(models.Model):
    """An account that works for an organiser, with dates (role PENYELENGGARA apart)."""

    penyelenggara = models.ForeignKey(
        Penyelenggara, on_delete=models.PROTECT, related_name="anggota"
    )
    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="keanggotaan_penyelenggara"
    )
    tanggal_mulai = models.DateField("tanggal mulai")
    tanggal_selesai = models.DateField("tanggal selesai")

    class Meta:
        verbose_name = "anggota penyelenggara"
        verbose_name_plural = "anggota penyelenggara"
        constraints = [
            models.UniqueConstraint(
                fields=["penyelenggara", "pengguna"],
                name="anggota_satu_per_penyelenggara",
                violation_error_message="Akun ini sudah menjadi anggota penyelenggara.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal_selesai__gte=F("tanggal_mulai")),
                name="anggota_urut",
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
        ]

    def __str__(self):
        return f"{self.pengguna_id} di {self.penyelenggara_id}"


@lacak
class Pelatihan(ModelDasar):
    """A course in the catalogue; a batch (Angkatan) is one run of it."""

    class Moda(models.TextChoices):
        TATAP_MUKA = "TATAP_MUKA", "Tatap muka"
        DARING = "DARING", "Daring"
        CAMPURAN = "CAMPURAN", "Campuran"

    class Status(models.TextChoices):
        DRAF = "DRAF", "Draf"
        TERBIT = "TERBIT", "Terbit"
        DITUTUP = "DITUTUP", "Ditutup"

    kode = models.CharField("kode", max_length=40, unique=True)
    nama = models.CharField("nama", max_length=250)
    nama_cari = models.GeneratedField(
        expression=Lower("nama"),
        output_field=models.CharField(max_length=250),
        db_persist=True,
    )
    bentuk = models.ForeignKey(
        BentukPengembangan,
        on_delete=models.PROTECT,
        related_name="pelatihan",
        verbose_name="bentuk",
    )
    penyelenggara = models.ForeignKey(
        Penyelenggara,
        on_delete=models.PROTECT,
        related_name="pelatihan",
        verbose_name="penyelenggara",
    )
    jp = models.PositiveSmallIntegerField(
        "jam pelajaran (JP)",
        validators=[
            MinValueValidator(1, "JP paling sedikit 1."),
            MaxValueValidator(JP_TERBANYAK, "JP paling banyak 900."),
        ],
    )
    moda = models.CharField(
        "cara", max_length=12, choices=Moda.choices, default=Moda.TATAP_MUKA
    )
    deskripsi = models.TextField("deskripsi", blank=True, default="")
    syarat = models.CharField("syarat", max_length=300, blank=True, default="")
    status = models.CharField(
        "status", max_length=12, choices=Status.choices, default=Status.DRAF
    )
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "pelatihan"
        constraints = [
            models.CheckConstraint(
                condition=Q(jp__range=(1, JP_TERBANYAK)),
                name="pelatihan_jp_1_sampai_900",
                violation_error_message="JP antara 1 dan 900.",
            )
        ]
        indexes = [
            GinIndex(
                fields=["nama_cari"],
                opclasses=["gin_trgm_ops"],
                name="pelatihan_nama_trigram",
            ),
            models.Index(fields=["status", "nama_cari"], name="pelatihan_status_nama"),
        ]

    def __str__(self):
        return self.nama

    def get_absolute_url(self):
        return reverse("pelatihan:katalog-rinci", kwargs={"uid": self.uid})


@lacak
class SasaranPelatihan(models.Model):
    """A competency that the course raises, up to a level."""

    pelatihan = models.ForeignKey(
        Pelatihan, on_delete=models.CASCADE, related_name="sasaran"
    )
    kompetensi = models.ForeignKey(
        Kompetensi, on_delete=models.PROTECT, related_name="sasaran_pelatihan"
    )
    level = models.PositiveSmallIntegerField("tingkat")

    class Meta:
        verbose_name = "sasaran pelatihan"
        verbose_name_plural = "sasaran pelatihan"
        constraints = [
            models.UniqueConstraint(
                fields=["pelatihan", "kompetensi"],
                name="sasaran_satu_per_kompetensi",
                violation_error_message="Kompetensi ini sudah menjadi sasaran.",
            ),
            models.CheckConstraint(
                condition=Q(level__range=(1, 5)),
                name="sasaran_level_1_sampai_5",
                violation_error_message="Tingkat sasaran antara 1 dan 5.",
            ),
        ]
        indexes = [
            models.Index(fields=["kompetensi", "level"], name="sasaran_kompetensi")
        ]

    def __str__(self):
        return f"{self.pelatihan_id}/{self.kompetensi_id}"
