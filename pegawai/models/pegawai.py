"""Civil servants, their numbers and the history of their posts."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse

from pegawai.dasar.alat.model import ModelDasar
from pegawai.dasar.alat.riwayat import lacak, lacak_menurut
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.jabatan import Golongan, Jabatan, TingkatPendidikan
from pegawai.models.organisasi import UnitKerja

# Standings of who no longer works for the city.
SELESAI = (
    "PENSIUN",
    "MENINGGAL",
    "PINDAH_INSTANSI",
    "KONTRAK_BERAKHIR",
    "DIBERHENTIKAN",
)
# The days a post is held, both ends included.
MASA = Func(
    F("tmt"),
    F("sampai"),
    models.Value("[]"),
    function="DATERANGE",
    output_field=DateRangeField(),
)


@lacak
class Pegawai(ModelDasar):
    """A civil servant in the registry. Ends by `kedudukan_hukum`, never by deletion."""

    class Jenis(models.TextChoices):
        PNS = "PNS", "PNS"
        CPNS = "CPNS", "CPNS"
        PPPK = "PPPK", "PPPK"

    class Kelamin(models.TextChoices):
        L = "L", "Laki-laki"
        P = "P", "Perempuan"

    class Kedudukan(models.TextChoices):
        AKTIF = "AKTIF", "Aktif"
        TUGAS_BELAJAR = "TUGAS_BELAJAR", "Tugas belajar"
        CLTN = "CLTN", "Cuti di luar tanggungan negara"
        DIBERHENTIKAN_SEMENTARA = "DIBERHENTIKAN_SEMENTARA", "Diberhentikan sementara"
        PENSIUN = "PENSIUN", "Pensiun"
        MENINGGAL = "MENINGGAL", "Meninggal"
        PINDAH_INSTANSI = "PINDAH_INSTANSI", "Pindah instansi"
        KONTRAK_BERAKHIR = "KONTRAK_BERAKHIR", "Kontrak berakhir"
        DIBERHENTIKAN = "DIBERHENTIKAN", "Diberhentikan"

    pengguna = models.OneToOneField(
        Pengguna,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pegawai",
    )
    pns_id = models.CharField("PNS ID", max_length=64, null=True, blank=True)  # noqa: DJ001 -- unique when known
    nip = models.CharField("NIP", max_length=18, unique=True)
    nama = models.CharField("nama", max_length=150)
    gelar_depan = models.CharField(max_length=60, blank=True, default="")
    gelar_belakang = models.CharField(max_length=100, blank=True, default="")
    nama_urut = models.GeneratedField(
        expression=Func(F("nama"), function="lower"),
        output_field=models.CharField(max_length=150),
        db_persist=True,
    )
    jenis_kepegawaian = models.CharField(max_length=4, choices=Jenis.choices)
    paruh_waktu = models.BooleanField(default=False)
    kedudukan_hukum = models.CharField(
        max_length=24, choices=Kedudukan.choices, default=Kedudukan.AKTIF
    )
    tanggal_lahir = models.DateField("tanggal lahir")
    jenis_kelamin = models.CharField(max_length=1, choices=Kelamin.choices)
    # Nobody is looked for by grade or education alone.
    golongan = models.ForeignKey(
        Golongan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    tmt_golongan = models.DateField(null=True, blank=True)
    unit_kerja = models.ForeignKey(
        UnitKerja,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pegawai",
        db_index=False,  # pegawai_unit_nama begins with it
    )
    jabatan = models.ForeignKey(
        Jabatan, null=True, blank=True, on_delete=models.PROTECT, related_name="pegawai"
    )
    tmt_jabatan = models.DateField(null=True, blank=True)
    tingkat_pendidikan = models.ForeignKey(
        TingkatPendidikan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    pendidikan = models.CharField(max_length=150, blank=True, default="")
    tahun_lulus = models.PositiveSmallIntegerField(null=True, blank=True)
    tmt_cpns = models.DateField(null=True, blank=True)
    tmt_pns = models.DateField(null=True, blank=True)
    surel_dinas = models.EmailField(blank=True, default="")
    atasan = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="bawahan"
    )
    atasan_ditetapkan = models.BooleanField(default=False)
    atasan_alasan = models.CharField(max_length=200, blank=True, default="")
    sumber = models.CharField(max_length=100, blank=True, default="")
    sumber_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        constraints = [
            models.UniqueConstraint(
                fields=["pns_id"],
                name="pegawai_pns_id_unik",
                violation_error_message="PNS ID ini sudah dimiliki pegawai lain.",
            ),
            models.CheckConstraint(
                condition=Q(nip__regex=r"^[0-9]{18}$"),
                name="pegawai_nip_18_digit",
                violation_error_message="NIP terdiri atas 18 digit.",
            ),
            models.CheckConstraint(
                condition=Q(atasan__isnull=True) | ~Q(atasan=F("id")),
                name="pegawai_bukan_atasan_sendiri",
                violation_error_message="Pegawai tidak dapat menjadi atasannya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(atasan_ditetapkan=True) | ~Q(atasan_alasan=""),
                name="pegawai_atasan_ditetapkan_beralasan",
                violation_error_message="Penetapan atasan harus menyebut alasan.",
            ),
        ]
        indexes = [
            models.Index(fields=["nama_urut", "id"], name="pegawai_nama_urut"),
            models.Index(
                fields=["unit_kerja", "nama_urut", "id"], name="pegawai_unit_nama"
            ),
            # Who has left: few at first, and counted against the whole by an import.
            models.Index(
                fields=["kedudukan_hukum"],
                condition=Q(kedudukan_hukum__in=SELESAI),
                name="pegawai_selesai",
            ),
            # Whole words; their parts and their likes are found among KataNama.
            GinIndex(
                Func(F("nama_urut"), function="kata_nama"), name="pegawai_kata_nama"
            ),
        ]

    def __str__(self):
        return self.nama_lengkap

    def get_absolute_url(self):
        return reverse("pegawai:pegawai-rinci", kwargs={"uid": self.uid})

    @property
    def nama_lengkap(self):
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"

    @property
    def aktif(self):
        return self.kedudukan_hukum in {
            self.Kedudukan.AKTIF,
            self.Kedudukan.TUGAS_BELAJAR,
        }


@lacak_menurut("pegawai")
class NomorPegawai(models.Model):
    """Every number a person ever held; unique over all of them (DOMAIN 1.4 rule 10)."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="nomor")
    nomor = models.CharField(max_length=18, unique=True)
    berlaku_mulai = models.DateField(null=True, blank=True)
    berlaku_sampai = models.DateField(null=True, blank=True)
    nomor_sk = models.CharField(
        "nomor SK", max_length=60, blank=True, default="", db_default=""
    )

    class Meta:
        verbose_name = "nomor pegawai"
        verbose_name_plural = "nomor pegawai"

    def __str__(self):
        return self.nomor


@lacak_menurut("pegawai")
class RiwayatJabatan(models.Model):
    """A post held by a person: the main one, or acting (Plt./Plh.)."""

    class Jenis(models.TextChoices):
        UTAMA = "UTAMA", "Definitif"
        PLT = "PLT", "Pelaksana tugas"
        PLH = "PLH", "Pelaksana harian"

    pegawai = models.ForeignKey(
        Pegawai,
        on_delete=models.CASCADE,
        related_name="riwayat_jabatan",
        db_index=False,  # riwayat_jab_pegawai begins with it
    )
    jabatan = models.ForeignKey(
        Jabatan, on_delete=models.PROTECT, related_name="riwayat"
    )
    unit_kerja = models.ForeignKey(
        UnitKerja, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    jenis = models.CharField(max_length=8, choices=Jenis.choices, default=Jenis.UTAMA)
    tmt = models.DateField("TMT")
    sampai = models.DateField("sampai", null=True, blank=True)
    nomor_sk = models.CharField("nomor SK", max_length=60, blank=True, default="")
    # False: begins on a later day; services/berlaku.py makes it the present post then.
    diterapkan = models.BooleanField(default=True, db_default=True)

    class Meta:
        verbose_name = "riwayat jabatan"
        verbose_name_plural = "riwayat jabatan"
        constraints = [
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=F("tmt")),
                name="riwayat_jabatan_urut",
                violation_error_message="Tanggal akhir harus sesudah TMT.",
            ),
            ExclusionConstraint(
                name="riwayat_jabatan_utama_tidak_bertumpuk",
                expressions=[
                    (F("pegawai"), RangeOperators.EQUAL),
                    (MASA, RangeOperators.OVERLAPS),
                ],
                condition=Q(jenis="UTAMA"),
                violation_error_message="Jabatan utama bertumpuk dengan jabatan lain.",
            ),
            ExclusionConstraint(
                name="riwayat_jabatan_rangkap_satu_orang",
                expressions=[
                    (F("jabatan"), RangeOperators.EQUAL),
                    (MASA, RangeOperators.OVERLAPS),
                ],
                condition=~Q(jenis="UTAMA"),
                violation_error_message="Jabatan ini sudah punya Plt. atau Plh. pada "
                "masa itu.",
            ),
        ]
        indexes = [
            models.Index(fields=["pegawai", "-tmt"], name="riwayat_jab_pegawai"),
            models.Index(
                fields=["tmt"],
                condition=Q(diterapkan=False),
                name="riwayat_jab_menunggu",
            ),
        ]

    def __str__(self):
        return f"{self.jabatan_id} {self.tmt}"
