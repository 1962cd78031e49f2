"""The fence around a search."""

import pytest
from django.db import connection

from pegawai.dasar.alat.batas import TerlaluLama, batas_waktu


def jalankan(perintah):
    with connection.cursor() as kursor:
        kursor.execute(perintah)
        return kursor.fetchone()[0]


def test_batas_waktu_menghentikan_dan_sambungan_tetap_baik():
    with pytest.raises(TerlaluLama), batas_waktu(30):
        jalankan("SELECT pg_sleep(5)::text")

    assert jalankan("SELECT 1") == 1
    assert jalankan("SHOW statement_timeout") == "0"


def test_batas_waktu_yang_cukup_tidak_mengubah_apa_pun():
    with batas_waktu(5000):
        assert jalankan("SHOW statement_timeout") == "5s"

    assert jalankan("SHOW statement_timeout") == "0"
