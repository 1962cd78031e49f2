"""A process of its own that is timed, with its peak of memory."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from tests.alamat import alamat_basis

AKAR = Path(__file__).resolve().parents[2]


class Ukuran(NamedTuple):
    """What a command took and said; `cpu` is its own and its database backend's."""

    detik: float
    cpu: float
    mb: float
    keluar: str


def perintah(*argumen):
    """`manage.py ...` on the tests' database: seconds, peak RSS in MB, its output."""
    lingkungan = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kompetensi.settings_uji",
        "DATABASE_URL": alamat_basis(),
        "VAR_DIR": str(settings.VAR_DIR),
    }
    mulai, cpu_basis = time.monotonic(), {}
    proses = subprocess.Popen(
        [sys.executable, "-W", "ignore", "manage.py", *map(str, argumen)],
        cwd=AKAR,
        env=lingkungan,
        stdout=subprocess.PIPE,
        text=True,
    )
    while (akhir := os.wait4(proses.pid, os.WNOHANG))[0] == 0:
        cpu_basis |= _cpu_basis_lain()
        time.sleep(0.2)
    detik, pakai = time.monotonic() - mulai, akhir[2]
    proses.returncode = os.waitstatus_to_exitcode(akhir[1])
    keluar = proses.stdout.read()
    proses.stdout.close()
    assert proses.returncode == 0, keluar
    cpu = pakai.ru_utime + pakai.ru_stime + sum(cpu_basis.values())
    return Ukuran(detik, cpu, pakai.ru_maxrss / 1024, keluar)


def _cpu(pid):
    bagian = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(bagian[11]) + int(bagian[12])) / os.sysconf("SC_CLK_TCK")


def _cpu_basis_lain():
    """CPU seconds of the other backends at work for the tests' database."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        daftar = [baris[0] for baris in kursor.fetchall()]
    hasil = {}
    for pid in daftar:
        with suppress(OSError):
            hasil[pid] = _cpu(pid)
    return hasil


@contextmanager
def detik_cpu():
    """CPU seconds of this process and of its database backend, as a list of one."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_backend_pid()")
        basis = kursor.fetchone()[0]

    def kini():
        return time.process_time() + _cpu(basis)

    hasil = [kini()]
    yield hasil
    hasil[0] = kini() - hasil[0]


def beban():
    """The machine's load, printed beside each figure."""
    return f"beban {os.getloadavg()[0]:.1f}"
