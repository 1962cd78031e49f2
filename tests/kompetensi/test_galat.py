"""The last answers: our look and words for people, JSON for programs."""

import pytest
from django.test import Client

from pegawai.models import Peran
from tests.pabrik.pegawai import akun_berperan


def test_galat_500_menyebut_nomor_rujukan(settings):
    settings.ROOT_URLCONF = "tests.kompetensi.url_rusak"
    client = Client(raise_request_exception=False)

    jawaban = client.get("/rusak/")

    assert jawaban.status_code == 500
    assert jawaban["X-Nomor-Permintaan"] in jawaban.content.decode()
    assert "Traceback" not in jawaban.content.decode()


def test_galat_500_api_json_bernomor(settings):
    settings.ROOT_URLCONF = "tests.kompetensi.url_rusak"

    jawaban = Client(raise_request_exception=False).get("/api/v1/rusak/")

    assert jawaban.status_code == 500
    assert jawaban.json()["kode"] == "gangguan"
    assert jawaban["X-Nomor-Permintaan"] in jawaban.json()["pesan"]


@pytest.mark.parametrize("alamat", ["/api/v1/mitra/bukan-uid/", "/api/v1/lain/"])
def test_alamat_api_yang_keliru_json(client, alamat):
    client.force_login(akun_berperan(Peran.ANALIS))

    jawaban = client.get(alamat)

    assert jawaban.status_code == 404
    assert jawaban.json() == {"kode": "tidak_ada", "pesan": "Tidak ditemukan."}


def test_halaman_tidak_ada_memakai_rupa_kita(client):
    client.force_login(akun_berperan(Peran.ANALIS))

    respons = client.get("/alamat-yang-tidak-ada/")

    assert respons.status_code == 404
    assert "Halaman tidak ditemukan" in respons.content.decode()


def test_kiriman_terlalu_panjang_berkalimat(client):
    client.force_login(akun_berperan(Peran.ANALIS))

    respons = client.post("/saya/tema/", {"tema": "x" * 3_000_000})

    assert respons.status_code == 400
    assert "Kiriman ini tidak dapat dibaca" in respons.content.decode()


def test_host_asing_berkalimat(client):
    respons = client.get("/akun/login/", headers={"host": "lain.example"})

    assert respons.status_code == 400
    assert "Kiriman ini tidak dapat dibaca" in respons.content.decode()


def test_kiriman_terlalu_panjang_ke_api_json(client):
    client.force_login(akun_berperan(Peran.ANALIS))

    respons = client.post(
        "/api/v1/impor/", "x" * 3_000_000, content_type="application/json"
    )

    assert respons.json()["kode"]
    assert 400 <= respons.status_code < 500
