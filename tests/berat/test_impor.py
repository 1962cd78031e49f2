"""The full figures of the staff-file import (issue 3, Figures)."""

import json

import pytest

from pegawai.models import Pegawai
from pegawai.services.impor_contoh import tulis_contoh
from tests.berat.ukur_impor import beban, perintah
from tests.pabrik.pegawai import akun_berperan
from tests.pegawai.services.bunuh_pekerja import bunuh_impor

pytestmark = pytest.mark.berat


@pytest.mark.django_db(transaction=True)
def test_pekerja_dibunuh_lima_puluh_kali():
    putaran, saat, utuh = bunuh_impor(
        jumlah=5000,
        kali=50,
        benih=2026,
        sasaran={"periksa_impor", "laksanakan_impor", "laksanakan_urung"},
        oleh=akun_berperan("ANALIS"),
    )

    print(f"\n50 kali kill -9 dalam {putaran} impor 5.000 baris; saat: {saat}")
    assert sum(saat.values()) == 50
    assert utuh["jumlah"][:2] == (1000, 3000)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("referensi")
def test_seratus_ribu_baris_csv_dengan_perintah(tmp_path):
    berkas = tmp_path / "besar.csv"
    tulis_contoh(berkas=berkas, pegawai=100_000)

    ukuran = perintah("impor_pegawai", berkas, "--buat")

    print(
        f"\n100.000 baris CSV: {ukuran.detik:.1f} s, puncak {ukuran.mb:.0f} MB ({beban()})"
    )
    assert json.loads(ukuran.keluar)["baru"] == 100_000
    assert Pegawai.objects.count() == 100_000
    assert ukuran.mb < 300
    assert ukuran.detik < 90
