from datetime import date

import pytest

from penilaian.alat.masa import hitung_berlaku_sampai, keadaan_masa


@pytest.mark.parametrize(
    ("hari", "harap"),
    [
        (date(2026, 8, 12), date(2029, 8, 12)),
        (date(2024, 2, 29), date(2027, 2, 28)),
    ],
)
def test_hitung_berlaku_sampai_tiga_tahun(hari, harap):
    assert hitung_berlaku_sampai(hari) == harap


@pytest.mark.parametrize(
    ("hari", "harap"),
    [
        (date(2027, 2, 27), "BERLAKU"),
        (date(2027, 2, 28), "AKAN_HABIS"),
        (date(2027, 8, 31), "AKAN_HABIS"),
        (date(2027, 9, 1), "KEDALUWARSA"),
    ],
)
def test_keadaan_masa_akhir_bulan(hari, harap):
    assert keadaan_masa(date(2027, 8, 31), hari) == harap
