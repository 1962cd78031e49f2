"""The fence around a search."""

import pytest
from django.db import connection

from pegawai.dasar.alat.batas import TerlaluLama, batas_waktu


def jalankan(perintah):
    with connection.cursor() as kursor:
        kursor.execute(perintah)
        return kursor.fetchone()[0]


# Within a transaction (as every other test) and without one (as a page).
@pytest.fixture(params=[False, True])
def _berbasis(request):
    request.getfixturevalue("transactional_db" if request.param else "db")


@pytest.mark.usefixtures("_berbasis")
def test_batas_waktu_menghentikan_dan_sambungan_tetap_baik():
    with pytest.raises(TerlaluLama), batas_waktu(30):
        jalankan("SELECT pg_sleep(5)::text")

    assert jalankan("SELECT 1") == 1
    assert jalankan("SHOW statement_timeout") == "0"


@pytest.mark.usefixtures("_berbasis")
def test_batas_waktu_yang_cukup_tidak_mengubah_apa_pun():
    with batas_waktu(5000):
        assert jalankan("SHOW statement_timeout") == "5s"

    assert jalankan("SHOW statement_timeout") == "0"


@pytest.mark.usefixtures("_berbasis")
def test_batas_waktu_berlaku_bagi_tiap_pernyataan_sendiri():
    with batas_waktu(300):
        for _ in range(3):
            assert jalankan("SELECT pg_sleep(0.15)::text") == ""


@pytest.mark.django_db(transaction=True)
def test_batas_waktu_tidak_menambah_pernyataan(django_assert_num_queries):
    jalankan("SELECT 1")

    with django_assert_num_queries(1), batas_waktu(5000):
        jalankan("SELECT 1")
