"""Three times SIGKILL in the middle of a run: nothing lost, nothing doubled."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection

from pegawai.models import BerkasImpor, NomorPegawai, Pegawai, RiwayatJabatan
from pegawai.services.impor import jalankan_impor
from tests.pabrik.lembar import baca
from tests.pabrik.pegawai import JabatanFactory, UnitKerjaFactory, akun_berperan

JUMLAH = 120
# Small chunks and a pause between them, so that the kill falls inside the run.
PROGRAM = """
import sys, time
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from pegawai.dasar.models import Pekerjaan
from pegawai.services import impor_jalan
impor_jalan.POTONG = 5
asli = impor_jalan.simpan_kelompok
def pelan(**isi):
    hasil = asli(**isi)
    print("potong", flush=True)
    time.sleep(0.05)
    return hasil
impor_jalan.simpan_kelompok = pelan
kerja = Pekerjaan.objects.get(pk=int(sys.argv[2]))
impor_jalan.laksanakan_impor(pekerjaan=kerja, **kerja.argumen)
print("selesai", flush=True)
"""


def proses(kerja):
    return subprocess.Popen(
        [
            sys.executable,
            "-W",
            "ignore",
            "-c",
            PROGRAM,
            connection.settings_dict["NAME"],
            str(kerja),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "kompetensi.settings_uji"},
    )


@pytest.mark.django_db(transaction=True)
def test_jalan_dibunuh_tiga_kali_tidak_ada_yang_hilang_atau_ganda():
    JabatanFactory(nama="Perencana", unit_kerja=UnitKerjaFactory(nama="Dinas Uji"))
    isi = [
        (
            f"19900101202012{1 + n % 2}{n + 1:03d}",
            f"Orang {n}",
            "Dinas Uji",
            "Perencana",
        )
        for n in range(JUMLAH)
    ]
    impor = baca(
        *isi,
        kolom=("NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA"),
        oleh=akun_berperan("ANALIS"),
    )
    impor = jalankan_impor(impor=impor, setuju=True, oleh=impor.oleh)

    for _ in range(3):
        jalan = proses(impor.pekerjaan_id)
        jalan.stdout.readline()
        time.sleep(0.12)
        os.kill(jalan.pid, signal.SIGKILL)
        jalan.communicate()
    di_tengah = Pegawai.objects.count()
    akhir = proses(impor.pekerjaan_id)
    keluar, _ = akhir.communicate(timeout=120)

    impor.refresh_from_db()
    assert 0 < di_tengah < JUMLAH
    assert keluar.splitlines()[-1] == "selesai"
    assert (impor.status, impor.jumlah_ditambah) == (
        BerkasImpor.Status.SELESAI,
        JUMLAH,
    )
    assert Pegawai.objects.count() == JUMLAH
    assert NomorPegawai.objects.count() == JUMLAH
    assert RiwayatJabatan.objects.count() == JUMLAH
