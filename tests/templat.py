"""A migrated database to clone: migrating takes seconds, cloning a moment."""

import hashlib
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

AKAR = Path(__file__).resolve().parents[1]
AWALAN = "sudah_migrasi_"
KUNCI = 20261124  # advisory lock: one process migrates, the others wait


def pasang_templat():
    """Let the test database be cloned from a template with all migrations applied."""
    nama = AWALAN + sidik()
    setelan = connection.settings_dict
    asli = setelan["NAME"]
    with connection._nodb_cursor() as kursor:
        kursor.execute("SET lock_timeout = 0")  # the other process may migrate long
        kursor.execute("SELECT pg_advisory_lock(%s)", [KUNCI])
        kursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [AWALAN]
        )
        ada = {baris[0] for baris in kursor.fetchall()}
        if nama not in ada:
            for lama in sorted(ada):
                kursor.execute(f'DROP DATABASE IF EXISTS "{lama}"')
            kursor.execute(f'CREATE DATABASE "{AWALAN}baru"')
            try:
                _migrasi(f"{AWALAN}baru")
            finally:
                setelan["NAME"] = asli
            kursor.execute(f'ALTER DATABASE "{AWALAN}baru" RENAME TO "{nama}"')
        kursor.execute("SELECT pg_advisory_unlock(%s)", [KUNCI])
    setelan["TEST"]["TEMPLATE"] = nama


def _migrasi(nama):
    connection.close()
    connection.settings_dict["NAME"] = nama
    call_command("migrate", interactive=False, verbosity=0)
    connection.close()


def sidik():
    """Checksum of every migration: ours by content, others' by name."""
    isi = hashlib.sha256(django.__version__.encode())
    for kunci in sorted(MigrationLoader(None).disk_migrations):
        isi.update(repr(kunci).encode())
    for berkas in sorted(AKAR.glob("**/migrations/*.py")):
        if ".venv" not in berkas.parts:
            isi.update(berkas.read_bytes())
    return isi.hexdigest()[:16]
