"""What tests change: speed and places, never rules."""

import os
import tempfile

os.environ.setdefault("LAYANAN_MODE", "uji")
os.environ.setdefault("DEMO", "1")
os.environ.setdefault("SECRET_KEY", "uji-" + "k" * 60)
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="uji-var-"))

from kompetensi.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["CONN_MAX_AGE"] = 0
ANGKA_SEGAR_DETIK = 0
# Tests count queries; those about these two turn them on.
BERLAKUKAN_DI_PERMINTAAN = False
HITUNG_MENU = False
# Tests share a process but no data.
CACHES["proses"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True

# Each test process has its own queue index, so that a worker of one takes nothing of another.
_proses = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
if os.environ.get("INDEKS_ANTREAN") != "tetap":
    CELERY_BROKER_URL = CELERY_BROKER_URL.replace(
        "virtual_host=0", f"virtual_host={int(_proses) + 2}"
    )
