"""A staff file on its way into the registry: the file, its rows, its unknown names."""

import uuid
from pathlib import PurePath

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.jabatan import Golongan, Jabatan, TingkatPendidikan
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai


def tempat_berkas(impor, nama):
    """A random name; the person's own file name is only ever shown."""
    return f"impor/{uuid.uuid4().hex}{PurePath(nama).suffix.lower()[:5]}"


class BerkasImpor(ModelDasar):
    """One staff file: uploaded, checked, run in chunks with a checkpoint."""

    class Status(models.TextChoices):
        UNGGAH = "UNGGAH", "Menunggu pemeriksaan"
        DIPERIKSA = "DIPERIKSA", "Sedang diperiksa"
        SIAP = "SIAP", "Siap dijalankan"
        BERJALAN = "BERJALAN", "Berjalan"
        SELESAI = "SELESAI", "Selesai"
        GAGAL = "GAGAL", "Gagal"
        DIBATALKAN = "DIBATALKAN", "Dibatalkan"
        PEMETAAN = "PEMETAAN", "Menunggu pemetaan kolom"
        MENGURUNGKAN = "MENGURUNGKAN", "Sedang diurungkan"
        DIURUNGKAN = "DIURUNGKAN", "Diurungkan"

    class JenisPerubahan(models.TextChoices):
        """Kinds of change that a person may leave out of a run."""

        BARU = "baru", "Pegawai baru"
        NOMOR = "nomor", "Nomor induk dan PNS ID"
        IDENTITAS = "identitas", "Nama, gelar, dan data diri"
        STATUS = "status", "Status kepegawaian"
        GOLONGAN = "golongan", "Golongan"
        JABATAN = "jabatan", "Jabatan dan unit kerja"
        PENDIDIKAN = "pendidikan", "Pendidikan"
        KEDUDUKAN = "kedudukan", "Kedudukan hukum"

    oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="impor"
    )
    pekerjaan = models.ForeignKey(
        Pekerjaan, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    berkas = models.FileField(upload_to=tempat_berkas, blank=True, max_length=300)
    nama_berkas = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    ukuran = models.PositiveBigIntegerField(default=0)
    tanggal_berkas = models.DateField()
    status = models.CharField(
        max_length=16, choices=Status.choices, default=Status.UNGGAH
    )
    kolom = models.JSONField(default=list)
    pilihan = models.JSONField(default=dict)
    ringkasan = models.JSONField(default=dict)
    galat = models.TextField(blank=True, default="")
    # The history contexts of the run: its undo finds the rows before by them.
    konteks = ArrayField(models.UUIDField(), default=list)
    baris_terakhir = models.PositiveIntegerField(default=0)
    jumlah_ditambah = models.PositiveIntegerField(default=0)
    jumlah_diubah = models.PositiveIntegerField(default=0)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "berkas impor"
        verbose_name_plural = "berkas impor"
        indexes = [
            models.Index(fields=["oleh", "-dibuat_pada"], name="impor_oleh"),
        ]

    def __str__(self):
        return self.nama_berkas

    def get_absolute_url(self):
        return reverse("pegawai:impor-rinci", kwargs={"uid": self.uid})

    @property
    def lewati(self) -> list[str]:
        """Kinds of change that the run leaves out; kedudukan hukum by default (IMP-10)."""
        lewati = set(self.pilihan.get("lewati", []))
        if not self.pilihan.get("kedudukan"):
            lewati.add(self.JenisPerubahan.KEDUDUKAN)
        return sorted(lewati)


class PemetaanKolom(ModelDasar):
    """What unknown headers mean, told once by hand; found again by the same headers."""

    nama = models.CharField("nama pemetaan", max_length=100)
    sidik = models.CharField(max_length=32)
    pemetaan = models.JSONField(default=dict)
    oleh = models.ForeignKey(Pengguna, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "pemetaan kolom"
        verbose_name_plural = "pemetaan kolom"
        constraints = [
            models.UniqueConstraint(
                fields=["sidik"], name="pemetaan_kolom_satu_per_kepala"
            )
        ]

    def __str__(self):
        return self.nama


class BarisImpor(models.Model):
    """One row in staging; an empty column means "leave what is stored" (IMP-9).

    Written and rewritten whole, read by import: no index but the two it is read by, and
    no foreign key but the import's: what a run writes into the registry is checked there,
    and a person, unit or post that goes need not be looked for in rows of every import.
    """

    class Tindakan(models.TextChoices):
        BARU = "BARU", "Baru"
        BERUBAH = "BERUBAH", "Berubah"
        SAMA = "SAMA", "Sama"
        DITOLAK = "DITOLAK", "Ditolak"
        DILEWATI = "DILEWATI", "Dilewati"

    class Urung(models.TextChoices):
        DIPULIHKAN = "DIPULIHKAN", "Dipulihkan"
        DIHAPUS = "DIHAPUS", "Dihapus"
        DITUTUP = "DITUTUP", "Ditutup"
        DIBIARKAN = "DIBIARKAN", "Dibiarkan"

    impor = models.ForeignKey(
        BerkasImpor, on_delete=models.CASCADE, related_name="baris", db_index=False
    )
    nomor_baris = models.PositiveIntegerField()
    asli = models.JSONField(default=list)
    sidik = models.CharField(max_length=32, blank=True, default="")
    hapus = ArrayField(models.CharField(max_length=24), default=list)
    # As read. NULL leaves the stored value.
    nip = models.CharField(max_length=18, blank=True, default="")
    pns_id = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- NULL leaves
    nama = models.CharField(max_length=150, null=True)  # noqa: DJ001
    gelar_depan = models.CharField(max_length=60, null=True)  # noqa: DJ001
    gelar_belakang = models.CharField(max_length=100, null=True)  # noqa: DJ001
    jenis_kepegawaian = models.CharField(max_length=4, null=True)  # noqa: DJ001
    paruh_waktu = models.BooleanField(null=True)
    kedudukan_hukum = models.CharField(max_length=24, null=True)  # noqa: DJ001
    tanggal_lahir = models.DateField(null=True)
    jenis_kelamin = models.CharField(max_length=1, null=True)  # noqa: DJ001
    tanggal_lahir_nip = models.DateField(null=True)
    jenis_kelamin_nip = models.CharField(max_length=1, null=True)  # noqa: DJ001
    golongan = models.ForeignKey(
        Golongan,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    tmt_golongan = models.DateField(null=True)
    tmt_jabatan = models.DateField(null=True)
    tingkat_pendidikan = models.ForeignKey(
        TingkatPendidikan,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    pendidikan = models.CharField(max_length=150, null=True)  # noqa: DJ001
    tahun_lulus = models.PositiveSmallIntegerField(null=True)
    tmt_cpns = models.DateField(null=True)
    tmt_pns = models.DateField(null=True)
    surel_dinas = models.CharField(max_length=254, null=True)  # noqa: DJ001
    nama_jabatan = models.CharField(max_length=200, null=True)  # noqa: DJ001
    jabatan_cari = models.CharField(max_length=200, null=True)  # noqa: DJ001
    jenis_jabatan = models.CharField(max_length=16, null=True)  # noqa: DJ001
    nama_unit = models.CharField(max_length=200, null=True)  # noqa: DJ001
    nama_induk = models.CharField(max_length=200, null=True)  # noqa: DJ001
    unor_id = models.CharField(max_length=64, null=True)  # noqa: DJ001
    kunci_unit = models.CharField(max_length=32, null=True)  # noqa: DJ001
    # Found by reading one row alone.
    galat_baca = models.JSONField(null=True)
    peringatan_baca = models.JSONField(default=list)
    # Found by comparing with the registry and with the other rows.
    pegawai = models.ForeignKey(
        Pegawai,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    unit_kerja = models.ForeignKey(
        UnitKerja,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    jabatan = models.ForeignKey(
        Jabatan,
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    tindakan = models.CharField(
        max_length=8, choices=Tindakan.choices, blank=True, default=""
    )
    galat = models.JSONField(null=True)
    dilewati = models.BooleanField(default=False, db_default=False)
    urung = models.CharField(
        max_length=10, choices=Urung.choices, blank=True, default="", db_default=""
    )
    peringatan = models.JSONField(default=list)
    perubahan = models.JSONField(default=list)

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        constraints = [
            models.UniqueConstraint(
                fields=["impor", "nomor_baris"], name="baris_impor_satu_per_nomor"
            )
        ]
        indexes = [
            models.Index(
                fields=["impor", "tindakan", "nomor_baris"], name="baris_impor_jenis"
            )
        ]

    def __str__(self):
        return f"{self.impor_id}:{self.nomor_baris}"


class NamaImpor(ModelDasar):
    """A unit or post that a file names and the registry does not know (IMP-1)."""

    class Jenis(models.TextChoices):
        UNIT = "UNIT", "Unit kerja"
        JABATAN = "JABATAN", "Jabatan"

    class Tindak(models.TextChoices):
        BIARKAN = "BIARKAN", "Biarkan kosong"
        BUAT = "BUAT", "Buat baru"
        PETAKAN = "PETAKAN", "Petakan ke yang ada"

    impor = models.ForeignKey(
        BerkasImpor, on_delete=models.CASCADE, related_name="nama_asing"
    )
    jenis = models.CharField(max_length=8, choices=Jenis.choices)
    kunci = models.CharField(max_length=32)
    nama = models.CharField("nama", max_length=200)
    induk = models.CharField(max_length=200, blank=True, default="")
    unor_id = models.CharField(max_length=64, blank=True, default="")
    jenis_jabatan = models.CharField(max_length=16, blank=True, default="")
    jumlah = models.PositiveIntegerField(default=0)
    tindak = models.CharField(
        max_length=8, choices=Tindak.choices, default=Tindak.BIARKAN
    )
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    jabatan = models.ForeignKey(
        Jabatan, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = "nama belum dikenal"
        verbose_name_plural = "nama belum dikenal"
        constraints = [
            models.UniqueConstraint(
                fields=["impor", "jenis", "kunci"], name="nama_impor_satu_per_kunci"
            )
        ]

    def __str__(self):
        return self.nama
