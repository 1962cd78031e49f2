"""All settings in one file; what differs between places comes from the environment."""

import sys
from pathlib import Path

import environ
import pghistory
import pgtrigger
from celery.schedules import crontab
from csp.constants import NONCE, NONE, SELF

from kompetensi import formulir
from kompetensi.layanan import lengkapi_lingkungan

BASE_DIR = Path(__file__).resolve().parent.parent
lengkapi_lingkungan()
env = environ.Env()

# --- Place -----------------------------------------------------------------
DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEMO else []
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
DEMO_SANDI = "demo-kupang-2026"
DEMO_TANGGAL = env("DEMO_TANGGAL", default="")
DEMO_PEGAWAI = env.int("DEMO_PEGAWAI", default=7000)

# --- The office (README decision 1) ------------------------------------------
NAMA_PRODUK = env("NAMA_PRODUK", default="Kompetensi ASN")
NAMA_INSTANSI = env("NAMA_INSTANSI", default="BKPSDM")
NAMA_PEMDA = env("NAMA_PEMDA", default="Pemerintah Kota Kupang")
NAMA_KOTA = env("NAMA_KOTA", default="Kota Kupang")
TELEPON_BANTUAN = env("TELEPON_BANTUAN", default="(0380) 555 0117")
SUREL_BANTUAN = env("SUREL_BANTUAN", default="bantuan@contoh.go.id")

# --- Applications ------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
    "pegawai.dasar",
    "pegawai",
    "pelatihan",
    "penilaian",
    "kemitraan",
    "kompetensi",
]

MIDDLEWARE = [
    "kompetensi.perantara.NomorPermintaan",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "kompetensi.perantara.KepalaAman",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kompetensi.perantara.BerlakukanHari",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kompetensi.perantara.WajibFaktorKedua",
    "kompetensi.perantara.PutarSesi",
    "kompetensi.perantara.KonteksRiwayat",
    "kompetensi.perantara.SekaliKirim",
]

# The first request of a day in each process applies what waits for that day.
BERLAKUKAN_DI_PERMINTAAN = True
# Numbers of waiting work beside menu lines: one statement on pages of who decides.
HITUNG_MENU = True

ROOT_URLCONF = "kompetensi.urls"
WSGI_APPLICATION = "kompetensi.wsgi.application"
ASGI_APPLICATION = "kompetensi.asgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "kompetensi.navigasi.konteks",
            ],
            "builtins": [
                "django.templatetags.static",
                "crispy_forms.templatetags.crispy_forms_tags",
                "pegawai.dasar.templatetags.angka",
                "pegawai.dasar.templatetags.bagan",
                "pegawai.dasar.templatetags.borang",
            ],
        },
    }
]

# --- Data --------------------------------------------------------------------
_basis = env.db("DATABASE_URL")
_basis["HOST"] = _basis["HOST"] or _basis.get("OPTIONS", {}).pop("host", "")
_basis |= {"CONN_MAX_AGE": env.int("CONN_MAX_AGE", 60), "CONN_HEALTH_CHECKS": True}
# Compiling (jit) takes longer than our statements do; Debian's PostgreSQL has it on.
_basis.setdefault("OPTIONS", {})["options"] = (
    "-c lock_timeout=10s -c idle_in_transaction_session_timeout=120s -c timezone=UTC"
    " -c jit=off"
)
DATABASES = {"default": _basis}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # The database cache is the default, so that Valkey is not in the sign-in path.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "tembolok",
        "TIMEOUT": 600,
        "OPTIONS": {"MAX_ENTRIES": 20000},
    },
    # Figures of start pages, kept in the process for some seconds.
    "angka": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "angka",
    },
    # Small answers that may be a minute old (choices of filters); one per process.
    "proses": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "proses",
        "TIMEOUT": 60,
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
}
ANGKA_SEGAR_DETIK = env.int("ANGKA_SEGAR_DETIK", default=30)
PGHISTORY_LEVEL = pgtrigger.Statement
PGHISTORY_CREATED_AT_FUNCTION = "CLOCK_TIMESTAMP()"
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

# --- Sign-in -----------------------------------------------------------------
AUTH_USER_MODEL = "dasar.Pengguna"
AUTHENTICATION_BACKENDS = ["kompetensi.masuk.PemeriksaAkun"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("nama_akun", "surel", "nama")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "kompetensi.masuk.KataSetempat"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
ACCOUNT_ADAPTER = "kompetensi.masuk.PengaturAkun"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nama_akun"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "surel"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_USERNAME_MIN_LENGTH = 1
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_FORMS = formulir.AKUN
ACCOUNT_RATE_LIMITS = {
    "login": "300/5m/ip",
    "login_failed": "300/5m/ip",
    "reset_password": "60/h/ip,3/h/key",
}
USERSESSIONS_TRACK_ACTIVITY = False
MFA_FORMS = formulir.FAKTOR_KEDUA
MFA_ADAPTER = "kompetensi.masuk.PengaturFaktorKedua"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kompetensi ASN Kota Kupang"
WAJIB_FAKTOR_KEDUA = env.bool("WAJIB_FAKTOR_KEDUA", default=not DEMO)

SESSION_ENGINE = "kompetensi.sesi"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Transport and headers -----------------------------------------------------
AMAN = env.bool("HTTPS", default=not (DEMO or DEBUG))
SECURE_SSL_REDIRECT = AMAN
SESSION_COOKIE_SECURE = AMAN
CSRF_COOKIE_SECURE = AMAN
SESSION_COOKIE_NAME = "__Host-sesi" if AMAN else "sesi"
CSRF_COOKIE_NAME = "__Host-csrf" if AMAN else "csrf"
SECURE_HSTS_SECONDS = 31536000 if AMAN else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = AMAN
SECURE_HSTS_PRELOAD = AMAN
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REDIRECT_EXEMPT = [r"^sehat/"]
if env.bool("DI_BALIK_PROKSI", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [NONE],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "report-uri": "/csp/",
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_048_576

# --- Files -------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = VAR_DIR / "berkas"
MEDIA_URL = ""

# --- Language and time ---------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Indonesia")]
TIME_ZONE = "Asia/Makassar"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["kompetensi.format"]

# --- Queue -------------------------------------------------------------------
CELERY_BROKER_URL = env("REDIS_URL")
CELERY_TASK_IGNORE_RESULT = True
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": 5,
    "socket_connect_timeout": 1,
}
CELERY_TIMEZONE = "Asia/Makassar"
CELERY_TASK_DEFAULT_QUEUE = "bawaan"
CELERY_TASK_ROUTES = {
    "pegawai.dasar.tasks.kirim_surat": {"queue": "surat"},
    "pegawai.dasar.tasks.jalankan_pekerjaan": {"queue": "kerja"},
}
CELERY_BEAT_SCHEDULE = {
    "detak": {"task": "pegawai.dasar.tasks.detak", "schedule": 60.0},
    "sapu": {"task": "pegawai.dasar.tasks.sapu", "schedule": 60.0},
    "surat": {"task": "pegawai.dasar.tasks.kirim_surat", "schedule": 60.0},
    "berlakukan": {"task": "pegawai.tasks.berlakukan", "schedule": 60.0},
    "hitung-atasan": {
        "task": "pegawai.tasks.hitung_atasan_harian",
        "schedule": crontab(minute=1, hour=0),
    },
    "bersihkan": {
        "task": "pegawai.dasar.tasks.bersihkan",
        "schedule": crontab(minute=5),
    },
    # Each hour of the day at the same quarter: catch-up after a stop; mail goes at :30.
    "ingatkan-penilaian": {
        "task": "penilaian.tasks.ingatkan",
        "schedule": crontab(minute=15, hour="6-18"),
    },
    "ingatkan-pelatihan": {
        "task": "pelatihan.tasks.ingatkan",
        "schedule": crontab(minute=15, hour="6-18"),
    },
    "segarkan-standar": {
        "task": "pegawai.tasks.segarkan_standar",
        "schedule": crontab(minute=10, hour=0),
    },
    "kedaluwarsakan-peserta": {
        "task": "pelatihan.tasks.kedaluwarsakan",
        "schedule": crontab(minute=5),
    },
    "ingatkan-perbaikan": {
        "task": "pegawai.tasks.ingatkan_perbaikan",
        "schedule": crontab(minute="*/15"),
    },
    "ingatkan-perjanjian": {
        "task": "kemitraan.tasks.ingatkan",
        "schedule": crontab(minute=15, hour="6-18"),
    },
    "ingatkan-data": {"task": "kemitraan.tasks.ingatkan_data", "schedule": 900.0},
}

# --- Mail --------------------------------------------------------------------
EMAIL_BACKEND = env(
    "EMAIL_BACKEND",
    default="django.core.mail.backends.filebased.EmailBackend"
    if DEMO
    else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_FILE_PATH = VAR_DIR / "surat"
EMAIL_HOST = env("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env(
    "DEFAULT_FROM_EMAIL", default="Kompetensi ASN <tidak-dibalas@contoh.go.id>"
)
ALAMAT_SITUS = env("ALAMAT_SITUS", default="http://localhost:8000")

# --- API ---------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "kompetensi.masuk.MasukToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "EXCEPTION_HANDLER": "pegawai.dasar.alat.galat_api.tangani",
    "DEFAULT_SCHEMA_CLASS": "pegawai.dasar.alat.skema.SkemaApi",
    "UNAUTHENTICATED_USER": None,
    "COERCE_DECIMAL_TO_STRING": False,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Kompetensi ASN Kota Kupang",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "OAS_VERSION": "3.0.3",
    "ENUM_NAME_OVERRIDES": {
        "JenisKompetensi": "pegawai.models.kompetensi.Kompetensi.Jenis",
        "JenisUnit": "pegawai.models.organisasi.UnitKerja.Jenis",
        "JenisJabatan": "pegawai.models.jabatan.Jenjang.Jenis",
        "StatusStandar": "pegawai.models.standar.StandarKompetensi.Status",
        "JenisMitra": "kemitraan.models.mitra.Mitra.Jenis",
        "JenisPerjanjian": "kemitraan.models.perjanjian.Perjanjian.Jenis",
    },
}

# --- Log ---------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "baris": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["layar"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # unique by constraint, case-insensitive
UJI = "pytest" in sys.modules
