"""A database of its own, the city in it, the measurements, and nothing left behind.

Product and limit are asked in the same process, so that only what the product adds
differs: session, middleware, permission, template.
"""

import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

from kompetensi.contoh.isi import isi_contoh
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.services.impor_contoh import tulis_contoh
from pegawai.services.impor_perintah import impor_berkas
from tests.kinerja.halaman import ukur_halaman
from tests.kinerja.ukur import cetak

TERBANYAK_IMPOR = 25_000


def jalankan(n: int) -> None:
    """Fill, measure, print, drop."""
    setup_test_environment()
    settings.WAJIB_FAKTOR_KEDUA = False
    connection.settings_dict["TEST"]["NAME"] = "kinerja"
    asal = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        print(f"isi_contoh: {n} pegawai, {_isi(n):.1f} s (sasaran 60 s untuk 7.000)")
        cetak(ukur_halaman(n))
        print(f"impor XLSX 67 kolom: {_impor(min(n, TERBANYAK_IMPOR))}", flush=True)
    finally:
        connection.creation.destroy_test_db(asal, verbosity=0)
        teardown_test_environment()


def _isi(n: int) -> float:
    awal = time.perf_counter()
    call_command("muat_referensi", verbosity=0)
    isi_contoh(jumlah=n, hari=hari_ini(), benih="kinerja")
    return time.perf_counter() - awal


def _impor(n: int) -> str:
    """A staff file of n rows, on top of the city; reading included."""
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "siasn.xlsx"
        tulis_contoh(berkas=berkas, pegawai=n, kotor=0, benih=7)
        awal = time.perf_counter()
        hasil = impor_berkas(jalur=berkas, uji=False, buat=True)
        lama = time.perf_counter() - awal
    return f"{n} baris, {lama:.1f} s, {n / lama:.0f} baris/s (sasaran 4.000), {hasil}"
