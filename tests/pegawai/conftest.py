"""What tests of the registry may ask for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def kueri_tetap(client):
    """`kueri_tetap(buat, url)`: as many queries with 1 row as with 3, at most 12.

    `buat(n)` makes n more rows. Compared rather than fixed, so that a query that every
    page makes (menu counts) is counted once, in the limit.
    """

    def periksa(buat, alamat):
        jumlah = []
        for tambahan in (1, 2):
            buat(tambahan)
            with CaptureQueriesContext(connection) as kueri:
                respons = client.get(alamat)
            assert respons.status_code == 200
            jumlah.append(len(kueri))
        assert jumlah[0] == jumlah[1] <= 12
        return respons

    return periksa
