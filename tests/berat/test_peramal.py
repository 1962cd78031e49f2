"""The oracle's full figures: 1,000 worlds by querysets, 20 over every channel."""

import pytest

from tests.izin.periksa_dunia import beda_http, beda_kueri
from tests.izin.test_peramal import coba_dunia

pytestmark = pytest.mark.berat


def test_peramal_kueri_1000_dunia():
    assert len(coba_dunia(1000, beda_kueri)) == 1000


def test_peramal_semua_jalan_http_20_dunia(settings):
    settings.WAJIB_FAKTOR_KEDUA = False

    dicoba = coba_dunia(20, lambda d, h: beda_http(d, h, d.akun))

    assert len(dicoba) == 20
