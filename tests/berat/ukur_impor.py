"""A process of its own that is timed, with its peak of memory."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection

AKAR = Path(__file__).resolve().parents[2]


class Ukuran(NamedTuple):
    """What a command took and said."""

    detik: float
    mb: float
    keluar: str


def perintah(*argumen):
    """`manage.py ...` on the tests' database: seconds, peak RSS in MB, its output."""
    basis = connection.settings_dict
    lingkungan = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kompetensi.settings_uji",
        "DATABASE_URL": f"postgresql://{basis['USER']}@/{basis['NAME']}"
        f"?host={basis['HOST']}",
        "VAR_DIR": str(settings.VAR_DIR),
    }
    mulai = time.monotonic()
    proses = subprocess.Popen(
        [sys.executable, "-W", "ignore", "manage.py", *map(str, argumen)],
        cwd=AKAR,
        env=lingkungan,
        stdout=subprocess.PIPE,
        text=True,
    )
    keluar = proses.stdout.read()
    _, kode, pakai = os.wait4(proses.pid, 0)
    proses.returncode = os.waitstatus_to_exitcode(kode)
    proses.stdout.close()
    assert proses.returncode == 0, keluar
    return Ukuran(time.monotonic() - mulai, pakai.ru_maxrss / 1024, keluar)


@contextmanager
def detik_cpu():
    """CPU seconds of this process and of its database backend, as a list of one."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_backend_pid()")
        basis = Path(f"/proc/{kursor.fetchone()[0]}/stat")

    def kini():
        bagian = basis.read_text().rsplit(")", 1)[1].split()
        return time.process_time() + (int(bagian[11]) + int(bagian[12])) / 100

    hasil = [kini()]
    yield hasil
    hasil[0] = kini() - hasil[0]


def beban():
    """The machine's load, printed beside each figure."""
    return f"beban {os.getloadavg()[0]:.1f}"
