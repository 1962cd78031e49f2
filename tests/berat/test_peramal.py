"""The oracle's full figures: 1,000 worlds by querysets, 20 over every channel."""

import pytest

from tests.izin.periksa_dunia import beda_http, beda_kueri
from tests.izin.test_peramal import coba_dunia

pytestmark = pytest.mark.berat


def test_peramal_kueri_1000_dunia(catat):
    dicoba = coba_dunia(1000, beda_kueri)

    catat("peramal, kueri: dunia tanpa beda", len(dicoba), 1000)
    assert len(dicoba) == 1000


def test_peramal_semua_jalan_http_20_dunia(settings, catat):
    settings.WAJIB_FAKTOR_KEDUA = False

    dicoba = coba_dunia(20, lambda d, h: beda_http(d, h, d.akun))

    catat("peramal, semua jalan HTTP: dunia tanpa beda", len(dicoba), 20)
    assert len(dicoba) == 20
