"""`python -m tests.kinerja [N]`: fill a city of N, then time pages and the import."""

import os
import shutil
import sys
from importlib import import_module
from pathlib import Path

import django

BAWAAN = 7000
DASAR, PER_ORANG = 500_000_000, 3_000  # 15 GB for five million people


def periksa_ruang(n: int, tempat: Path) -> None:
    """One line and no benchmark when the disk is too small."""
    perlu = DASAR + n * PER_ORANG
    bebas = shutil.disk_usage(tempat).free
    if bebas < perlu:
        sys.exit(
            f"Ruang disk kurang: N={n} perlu {perlu / 1e9:.1f} GB, "
            f"tersedia {bebas / 1e9:.1f} GB."
        )


def utama(argumen: list[str]) -> None:
    """Check what was asked, then run with Django set up."""
    if len(argumen) > 1 or not all(a.isdigit() and int(a) >= 300 for a in argumen):
        sys.exit("Pemakaian: make bench N=7000 (N paling sedikit 300).")
    n = int(argumen[0]) if argumen else BAWAAN
    periksa_ruang(n, Path.cwd())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kompetensi.settings_uji")
    django.setup()
    import_module("tests.kinerja.jalan").jalankan(n)


if __name__ == "__main__":
    utama(sys.argv[1:])
