"""Browsers in words."""

import pytest

from pegawai.dasar.alat.peramban import sebut_peramban


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Safari/537", "Chrome di Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/130.0", "Firefox di Windows"),
        ("Mozilla/5.0 (iPhone; CPU OS 17) Version/17 Safari/604", "Safari di iPhone"),
        ("curl/8", "Peramban lain"),
        (None, "Peramban lain"),
    ],
)
def test_sebut_peramban(teks, hasil):
    assert sebut_peramban(teks) == hasil
