"""What the OpenAPI schema promises is what the API answers, null values and errors too."""

import uuid
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft4Validator, FormatChecker

from tests.izin.jalan import alamat, klien
from tests.izin.test_tahan import HALAMAN, buka_halaman
from tests.pabrik.pegawai import JabatanFactory

DI_API = [u for u in HALAMAN if ":api-" in u]
RINCI = [u for u in DI_API if HALAMAN[u][0]["letak"] != "-"]


@pytest.fixture(scope="module")
def skema():
    return _ke_json_schema(SchemaGenerator().get_schema(request=None, public=True))


def _ke_json_schema(isi):
    """OpenAPI 3.0's `nullable` in the words of JSON Schema."""
    if isinstance(isi, list):
        return [_ke_json_schema(x) for x in isi]
    if not isinstance(isi, dict):
        return isi
    baru = {k: _ke_json_schema(v) for k, v in isi.items()}
    if baru.pop("nullable", False) is True:
        return {"anyOf": [baru, {"type": "null"}]}
    return baru


def _jawaban(skema, tujuan, kode):
    """The promised answer of GET on this address; None when it is not promised."""
    pola = resolve(tujuan).route.replace("<uuid:", "{").replace(">", "}")
    return skema["paths"][f"/{pola}"]["get"]["responses"].get(str(kode))


def _sesuai(skema, tujuan, jawaban):
    janji = _jawaban(skema, tujuan, jawaban.status_code)
    assert janji, f"{jawaban.status_code} tidak tertulis untuk {tujuan}"
    bentuk = janji["content"]["application/json"]["schema"]
    periksa = Draft4Validator(
        {**bentuk, "components": skema["components"]}, format_checker=FormatChecker()
    )
    return [f"{g.json_path}: {g.message}" for g in periksa.iter_errors(jawaban.json())]


def test_semua_alamat_api_diperiksa():
    assert len(DI_API) >= 30
    assert len(RINCI) >= 10


@pytest.mark.parametrize("url", DI_API)
def test_isi_sesuai_skema(dunia_bersama, skema, url):
    tujuan, peramban = buka_halaman(dunia_bersama, url)
    jawaban = peramban.get(tujuan)

    assert jawaban.status_code == 200
    assert _sesuai(skema, tujuan, jawaban) == []


def test_tanpa_data_pribadi_sesuai_skema(dunia_bersama, skema):
    tujuan, _ = buka_halaman(dunia_bersama, "pegawai:api-pegawai-daftar")
    jawaban = klien(dunia_bersama, "admin").get(tujuan)

    assert "tanggal_lahir" not in jawaban.json()["hasil"][0]
    assert _sesuai(skema, tujuan, jawaban) == []


def test_jabatan_tanpa_jenjang_sesuai_skema(dunia_bersama, skema):
    tujuan, peramban = buka_halaman(dunia_bersama, "pegawai:api-jabatan-daftar")
    with transaction.atomic():
        jabatan = JabatanFactory(jenis="", jenjang=None)
        jawaban = peramban.get(tujuan, {"tanpa": "jenjang"})
        transaction.set_rollback(True)

    satu = next(b for b in jawaban.json()["hasil"] if b["uid"] == str(jabatan.uid))
    assert (satu["jenis"], satu["jenjang"]) == ("", None)
    assert _sesuai(skema, tujuan, jawaban) == []


@pytest.mark.parametrize("url", DI_API)
def test_tanpa_token_401_sesuai_skema(dunia_bersama, skema, url):
    tujuan, _ = buka_halaman(dunia_bersama, url)
    jawaban = Client().get(tujuan)

    assert jawaban.status_code == 401
    assert _sesuai(skema, tujuan, jawaban) == []


@pytest.mark.parametrize("url", RINCI)
def test_tidak_ada_404_sesuai_skema(dunia_bersama, skema, url):
    _, peramban = buka_halaman(dunia_bersama, url)
    baris = {**HALAMAN[url][0], "letak": "tiada"}
    tujuan = alamat(baris, SimpleNamespace(**vars(dunia_bersama)))
    jawaban = peramban.get(tujuan)

    assert jawaban.status_code == 404
    assert _sesuai(skema, tujuan, jawaban) == []


def test_saringan_keliru_400_sesuai_skema(dunia_bersama, skema):
    tujuan, peramban = buka_halaman(dunia_bersama, "pegawai:api-pegawai-daftar")
    jawaban = peramban.get(f"{tujuan}?unit={uuid.uuid4()}x")

    assert jawaban.status_code == 400
    assert _sesuai(skema, tujuan, jawaban) == []
