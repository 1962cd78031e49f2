"""Accounts, the delays of their sign-in, their API tokens, sent-once keys."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import connections, models
from django.db.models import Q
from django.db.models.functions import Lower, Now
from django.utils.crypto import salted_hmac

from pegawai.dasar.alat.model import ModelDasar


class PengelolaPengguna(BaseUserManager):
    """Django's hooks for making accounts; pages use the services."""

    def get_by_natural_key(self, username):
        return self.get(nama_akun__iexact=username)

    def menurut_kunci(self, pk):
        """One account or None; a fixed statement, for every request reads its account."""
        kolom = [(m.attname, m.column) for m in self.model._meta.concrete_fields]
        daftar = ", ".join(f'"{k}"' for _, k in kolom)
        tabel = self.model._meta.db_table
        with connections[self.db].cursor() as kursor:
            kursor.execute(f'SELECT {daftar} FROM "{tabel}" WHERE id = %s', [pk])
            baris = kursor.fetchone()
        return baris and self.model.from_db(self.db, [n for n, _ in kolom], baris)

    def create_user(self, nama_akun, password=None, **lain):
        pengguna = self.model(nama_akun=nama_akun.lower(), **lain)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna


class Pengguna(ModelDasar, AbstractBaseUser):
    """A login account: an ASN (account name = NIP), staff of a partner, an organiser."""

    nama_akun = models.CharField("nama akun", max_length=150)
    nama = models.CharField("nama", max_length=200, blank=True, default="")
    surel = models.EmailField("surel", blank=True, default="")
    is_active = models.BooleanField("aktif", default=True)
    tema = models.CharField(
        "tema",
        max_length=8,
        default="sistem",
        choices=[("sistem", "Ikuti sistem"), ("light", "Terang"), ("dark", "Gelap")],
    )

    objects = PengelolaPengguna()

    USERNAME_FIELD = "nama_akun"
    EMAIL_FIELD = "surel"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = "akun"
        verbose_name_plural = "akun"
        constraints = [
            models.UniqueConstraint(
                Lower("nama_akun"),
                name="pengguna_nama_akun_unik",
                violation_error_message="Nama akun ini sudah dipakai.",
            ),
            models.UniqueConstraint(
                Lower("surel"),
                name="pengguna_surel_unik",
                condition=~Q(surel=""),
                violation_error_message="Surel ini sudah dipakai akun lain.",
            ),
        ]

    def __str__(self):
        return self.nama or self.nama_akun

    def _get_session_auth_hash(self, secret=None):
        """A session ends with the password it was opened with, and with the name."""
        return salted_hmac(
            "pegawai.dasar.sesi",
            f"{self.nama_akun}\n{self.password}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()

    @property
    def is_staff(self):
        return False

    @property
    def is_superuser(self):
        return False


class HambatanMasuk(models.Model):
    """Wrong sign-ins of one account from one address; the delay grows, never locks."""

    kunci = models.CharField(max_length=64, unique=True)
    jumlah = models.PositiveIntegerField(default=0)
    terakhir_pada = models.DateTimeField(db_default=Now())
    boleh_lagi_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "hambatan masuk"
        verbose_name_plural = "hambatan masuk"

    def __str__(self):
        return f"{self.kunci[:8]} {self.jumlah}"


class TokenApi(ModelDasar):
    """An API token: `kpg_` and 32 random bytes, only its SHA-256 is kept."""

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="token"
    )
    nama = models.CharField("nama", max_length=100)
    sidik = models.CharField(max_length=64, unique=True)
    lingkup = models.CharField(
        "lingkup",
        max_length=8,
        default="BACA",
        choices=[("BACA", "Baca saja"), ("TULIS", "Baca dan tulis")],
    )
    berlaku_sampai = models.DateField("berlaku sampai")
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dipakai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "token API"
        verbose_name_plural = "token API"

    def __str__(self):
        return self.nama


class KodeMasuk(ModelDasar):
    """A one-time code for the first sign-in; 72 hours, one use, only its HMAC is kept."""

    pengguna = models.ForeignKey(
        Pengguna, on_delete=models.PROTECT, related_name="kode_masuk"
    )
    sidik = models.CharField(max_length=64, unique=True)
    berlaku_sampai = models.DateTimeField("berlaku sampai")
    dipakai_pada = models.DateTimeField(null=True, blank=True)
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dibuat_oleh = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "kode masuk"
        verbose_name_plural = "kode masuk"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"],
                name="kode_masuk_satu_terbuka",
                condition=Q(dipakai_pada__isnull=True, dicabut_pada__isnull=True),
                violation_error_message="Akun ini sudah memiliki kode.",
            ),
        ]

    def __str__(self):
        return f"{self.pengguna_id} {self.berlaku_sampai}"


class KunciKirim(models.Model):
    """A form's idempotency key: the second sending answers with the first's receipt."""

    kunci = models.UUIDField(unique=True)
    pengguna = models.ForeignKey(
        Pengguna, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    jalur = models.CharField(max_length=300)
    jawaban = models.CharField(max_length=500, blank=True, default="")
    dibuat_pada = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "kunci kirim"
        verbose_name_plural = "kunci kirim"

    def __str__(self):
        return str(self.kunci)
