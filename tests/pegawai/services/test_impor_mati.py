"""Three times SIGKILL in the middle of an import: nothing lost, nothing doubled.

The full figure, fifty deaths, is in tests/berat/test_impor.py.
"""

import pytest

from tests.pabrik.pegawai import akun_berperan
from tests.pegawai.services.bunuh_pekerja import bunuh_impor


@pytest.mark.django_db(transaction=True)
def test_pekerja_dibunuh_tiga_kali_tidak_ada_yang_hilang_atau_ganda():
    _, saat, utuh = bunuh_impor(
        jumlah=2000,
        kali=3,
        benih=7,
        sasaran={"laksanakan_impor"},
        oleh=akun_berperan("ANALIS"),
    )

    print(f"\n3 kali kill -9; saat: {saat}")
    assert sum(saat.values()) == 3
    assert utuh["jumlah"][:2] == (400, 1200)
