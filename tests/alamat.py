"""Where the tests' services are, for a process of its own."""

import os
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def alamat_basis():
    """DATABASE_URL of this test's database: through a socket's folder, or host and port."""
    basis = connection.settings_dict
    masuk = quote(basis["USER"], safe="")
    if basis["PASSWORD"]:
        masuk += ":" + quote(basis["PASSWORD"], safe="")
    if not basis["HOST"] or basis["HOST"].startswith("/"):
        return f"postgresql://{masuk}@/{basis['NAME']}?host={basis['HOST']}"
    tempat = f"{basis['HOST']}:{basis['PORT'] or 5432}"
    return f"postgresql://{masuk}@{tempat}/{basis['NAME']}"


def lingkungan_pekerja():
    """Environment of a worker on this test's own database and queue index."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "kompetensi.settings_uji",
        "DATABASE_URL": alamat_basis(),
        "REDIS_URL": settings.CELERY_BROKER_URL,
        "INDEKS_ANTREAN": "tetap",
        "VAR_DIR": str(settings.VAR_DIR),
    }
