"""The OpenAPI schema: keyset lists read as lists, tokens as bearer tokens."""

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator


@pytest.fixture
def skema():
    return SchemaGenerator().get_schema(request=None, public=True)


def test_skema_tanpa_peringatan(skema):
    assert not GENERATOR_STATS


def test_daftar_berbentuk_amplop_berhalaman(skema):
    daftar = skema["paths"]["/api/v1/mitra/"]["get"]
    amplop = skema["components"]["schemas"]["PaginatedMitraList"]

    assert daftar["operationId"] == "mitra_list"
    assert [p["name"] for p in daftar["parameters"]] == ["ukuran"]
    assert amplop["required"] == ["hasil", "berikutnya", "sebelumnya"]
    assert amplop["properties"]["hasil"]["type"] == "array"


def test_rinci_bukan_daftar(skema):
    rinci = skema["paths"]["/api/v1/mitra/{uid}/"]["get"]

    assert rinci["operationId"] == "mitra_retrieve"


def test_token_dikenal_sebagai_bearer(skema):
    assert skema["components"]["securitySchemes"]["token"] == {
        "type": "http",
        "scheme": "bearer",
    }
