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
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
