"""A database of its own, the city in it, the measurements, and nothing left behind."""

import time
from itertools import chain

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_test_environment, teardown_test_environment

from kompetensi.contoh.isi import isi_contoh
from pegawai.dasar.alat.tanggal import hari_ini
from tests.kinerja.ekspor import ukur_ekspor
from tests.kinerja.gandakan import KOTA_TERBESAR, gandakan
from tests.kinerja.halaman import ukur_halaman
from tests.kinerja.hitung import ukur_hitung
from tests.kinerja.impor import ukur_impor
from tests.kinerja.ukur import cetak


def jalankan(n: int) -> None:
    """Fill, measure, print, drop."""
    setup_test_environment()
    settings.WAJIB_FAKTOR_KEDUA = False
    connection.settings_dict["TEST"]["NAME"] = "kinerja"
    asal = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        print(f"isi kota: {n} pegawai, {_isi(n):.1f} s (sasaran 60 s untuk 7.000)")
        tabel, lain = ukur_halaman(n)
        cetak(tabel)
        for kalimat in chain(lain, ukur_hitung(), ukur_ekspor(n), ukur_impor(n)):
            print(kalimat, flush=True)
    finally:
        connection.creation.destroy_test_db(asal, verbosity=0)
        teardown_test_environment()


def _isi(n: int) -> float:
    awal = time.perf_counter()
    call_command("muat_referensi", verbosity=0)
    isi_contoh(jumlah=min(n, KOTA_TERBESAR), hari=hari_ini(), benih="kinerja")
    gandakan(n)
    return time.perf_counter() - awal
