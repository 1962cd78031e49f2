"""The full figures of the staff-file import (issue 3, Figures)."""

import pytest

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
