"""Export of the whole list in a process of its own: time, bytes, peak memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator

import django

SASARAN_MIB = 150
BARIS_XLSX = 100_000  # a workbook of more rows takes minutes and no more memory


def ukur_ekspor(n: int) -> Iterator[str]:
    """One sentence a form of file."""
    for bentuk, banyak in (("csv", n), ("xlsx", min(n, BARIS_XLSX))):
        keluaran = subprocess.run(
            [sys.executable, "-m", "tests.kinerja.ekspor", bentuk, str(banyak)],
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.kinerja.setelan"},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        isi = json.loads(keluaran.splitlines()[-1])
        yield (
            f"ekspor {bentuk.upper()}: {isi['baris']} baris, {isi['detik']:.1f} s, "
            f"{isi['byte'] / 1e6:.1f} MB, memori {isi['mib']} MiB, awalnya "
            f"{isi['awal']} MiB (sasaran <= {SASARAN_MIB}, tetap berapa pun barisnya)"
        )


def _puncak() -> int:
    """Largest resident memory so far; `getrusage` would count the parent's as well."""
    with open("/proc/self/status") as berkas:
        baris = next(b for b in berkas if b.startswith("VmHWM"))
    return int(baris.split()[1]) // 1024


def utama(bentuk: str, banyak: int) -> None:
    """Write the file of the analyst's whole list and say what it cost."""
    django.setup()
    # After django.setup(): they read models.
    from pegawai.dasar.alat.ekspor import alir_csv, tulis_xlsx  # noqa: PLC0415 -- app ready
    from pegawai.dasar.models import Pengguna  # noqa: PLC0415 -- app ready
    from pegawai.queries.ekspor import (  # noqa: PLC0415 -- app ready
        isi_berkas,
        kolom_ekspor,
        sepilihan,
    )
    from pegawai.queries.pegawai import SaringPegawai  # noqa: PLC0415 -- app ready

    analis = Pengguna.objects.get(nama_akun="analis")
    daftar = sepilihan(analis, SaringPegawai())[:banyak]
    berkas = isi_berkas(daftar, kolom_ekspor([]), lembar_kerja=bentuk == "xlsx")
    awal, mulai = _puncak(), time.perf_counter()
    if bentuk == "csv":
        byte = baris = 0
        for potongan in alir_csv(*berkas):
            byte += len(potongan)
            baris += potongan.count(b"\n")
        baris -= 1
    else:
        with tulis_xlsx(*berkas, judul="Daftar ASN") as wadah:
            byte, baris = wadah.seek(0, os.SEEK_END), daftar.count()
    hasil = {
        "baris": baris,
        "detik": time.perf_counter() - mulai,
        "byte": byte,
        "awal": awal,
        "mib": _puncak(),
    }
    print(json.dumps(hasil))


if __name__ == "__main__":
    utama(sys.argv[1], int(sys.argv[2]))
