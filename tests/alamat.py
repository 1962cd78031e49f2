"""Where the tests' database is, for a process of its own."""

from urllib.parse import quote

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
