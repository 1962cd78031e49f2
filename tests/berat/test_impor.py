"""The full figures of the staff-file import (issue 3, Figures)."""

import csv
import json
import os
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from pegawai.models import Pegawai
from pegawai.services.impor import jalankan_impor, pilih_impor, unggah_impor
from pegawai.services.impor_contoh import baris_terdaftar, tulis_contoh
from pegawai.services.impor_kolom import kolom_siasn
from pegawai.services.impor_perintah import impor_berkas
from tests.berat.ukur_impor import beban, detik_cpu, perintah
from tests.kinerja.gandakan import gandakan
from tests.pabrik.pegawai import akun_berperan
from tests.pegawai.services.bunuh_pekerja import (
    Pekerja,
    bunuh_impor,
    kosongkan_antrean,
)

BESAR = int(os.environ.get("BESAR", "1000000"))  # people in the large registry
pytestmark = pytest.mark.berat


@pytest.mark.django_db(transaction=True)
def test_pekerja_dibunuh_lima_puluh_kali(catat):
    putaran, saat, utuh = bunuh_impor(
        jumlah=5000,
        kali=50,
        benih=2026,
        sasaran={"periksa_impor", "laksanakan_impor", "laksanakan_urung"},
        oleh=akun_berperan("ANALIS"),
    )

    catat("kill -9 pekerja impor 5.000 baris", sum(saat.values()), 50)
    catat("impor yang dilalui tanpa baris hilang atau ganda", putaran, "semua")
    assert sum(saat.values()) == 50
    assert utuh["jumlah"][:2] == (1000, 3000)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("referensi")
def test_seratus_ribu_baris_csv_dengan_perintah(tmp_path, catat):
    berkas = tmp_path / "besar.csv"
    tulis_contoh(berkas=berkas, pegawai=100_000)

    ukuran = perintah("impor_pegawai", berkas, "--buat")

    catat("100.000 baris CSV dengan perintah (s)", f"{ukuran.detik:.1f}", 90)
    catat("  CPU proses dan basis datanya (s)", f"{ukuran.cpu:.1f} ({beban()})", "-")
    catat("  memori puncak (MB)", f"{ukuran.mb:.0f}", 300)
    assert json.loads(ukuran.keluar)["baru"] == 100_000
    assert Pegawai.objects.count() == 100_000
    assert ukuran.mb < 300
    assert ukuran.detik < 90


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("referensi")
def test_tujuh_ribu_baris_xlsx_dengan_pekerja(tmp_path, catat):
    berkas = tmp_path / "bulanan.xlsx"
    tulis_contoh(berkas=berkas, pegawai=7000)
    oleh = akun_berperan("ANALIS")
    kosongkan_antrean()
    pekerja = Pekerja()
    try:
        isi = SimpleUploadedFile("bulanan.xlsx", berkas.read_bytes())
        impor = unggah_impor(berkas=isi, oleh=oleh)
        pratinjau = lama(pekerja, impor.pekerjaan)
        impor.refresh_from_db()
        pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=oleh)
        impor = jalankan_impor(impor=impor, setuju=True, oleh=oleh)
        jalan = lama(pekerja, impor.pekerjaan)
        mb = pekerja.puncak_mb()
    finally:
        pekerja.tamatkan()

    catat("7.000 baris XLSX: pratinjau (s)", f"{pratinjau:.1f}", 15)
    catat("7.000 baris XLSX: jalan (s)", f"{jalan:.1f}", 20)
    catat("  memori pekerja (MB)", f"{mb:.0f}", 300)
    assert Pegawai.objects.count() == 7000
    assert mb < 300
    assert pratinjau < 15
    assert jalan < 20


def lama(pekerja, kerja):
    """Seconds that the worker was at this job."""
    batas = time.monotonic() + 300
    while kerja.terbuka and time.monotonic() < batas:
        time.sleep(0.1)
        kerja.refresh_from_db()
    assert pekerja.hidup
    assert kerja.status == "SELESAI"
    return (kerja.selesai_pada - kerja.mulai_pada).total_seconds()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("referensi")
def test_baris_per_detik_tidak_bergantung_pada_besar_tabel(tmp_path, catat):
    """CPU seconds of this process and its backend: the load of others is not ours."""
    berkas = tmp_path / "bulanan.csv"
    tulis_contoh(berkas=berkas, pegawai=7000)
    impor_berkas(jalur=berkas, uji=False, buat=True)
    laju = {}
    for ke, n in enumerate((7_000, BESAR)):
        gandakan(n)
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")
        tulis_berubah(berkas, tanda="AB"[ke])
        with detik_cpu() as cpu:
            hasil = impor_berkas(jalur=berkas, uji=False, buat=False, tetap=True)
        assert (hasil["berubah"], hasil["sama"]) == (1400, 5600)
        laju[Pegawai.objects.count()] = 7000 / cpu[0]

    for banyak, baris in laju.items():
        catat(f"baris per detik CPU pada {banyak} pegawai", f"{baris:.0f}", "-")
    kecil, besar = laju.values()
    catat("  kecil terhadap besar", f"{kecil / besar:.2f}x", "1,2x")
    assert kecil / besar <= 1.2


def tulis_berubah(berkas, *, tanda):
    """The registry's first 7,000 as they are, each fifth with another name."""
    kolom = [k["kolom"] for k in kolom_siasn()]
    daftar = Pegawai.objects.exclude(sumber="bench").select_related(
        "unit_kerja__opd", "jabatan", "golongan", "tingkat_pendidikan"
    )
    with berkas.open("w", newline="") as aliran:
        penulis = csv.DictWriter(aliran, kolom, restval="", delimiter=";")
        penulis.writeheader()
        for ke, orang in enumerate(daftar.order_by("pk")):
            baris = baris_terdaftar(orang)
            if ke % 5 == 0:
                baris["NAMA"] = f"{orang.nama.split(' Ubah')[0]} Ubah {tanda}"
            penulis.writerow(baris)
