"""Settings of the product's server in the benchmark: as in production, on its database."""

import os

from kompetensi.settings_uji import *  # noqa: F403
from kompetensi.settings_uji import CACHES, DATABASES

DATABASES["default"] |= {
    "NAME": os.environ.get("BASIS_KINERJA", "kinerja"),
    "CONN_MAX_AGE": 60,
}
CACHES["proses"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "proses",
    "TIMEOUT": 60,
}
ALLOWED_HOSTS = ["127.0.0.1"]
WAJIB_FAKTOR_KEDUA = False
ANGKA_SEGAR_DETIK = 30
WHITENOISE_AUTOREFRESH = False
