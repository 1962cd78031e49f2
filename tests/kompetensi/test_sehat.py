from datetime import timedelta

from django.test import Client
from django.utils import timezone

from pegawai.dasar.services.pekerjaan import catat_detak


def test_hidup_menjawab_tanpa_basis_data(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        jawaban = client.get("/sehat/hidup")

    assert jawaban.status_code == 200


def test_siap_bila_basis_data_antrean_dan_pekerja_ada(client):
    catat_detak(nama="pekerja", sekarang=timezone.now())

    jawaban = client.get("/sehat/siap")

    assert jawaban.status_code == 200
    assert jawaban.json() == {"basis_data": True, "antrean": True, "pekerja": True}


def test_siap_503_bila_detak_pekerja_lebih_dari_dua_menit(client):
    catat_detak(nama="pekerja", sekarang=timezone.now() - timedelta(minutes=3))

    jawaban = client.get("/sehat/siap")

    assert jawaban.status_code == 503
    assert jawaban.json()["pekerja"] is False


def test_siap_503_bila_antrean_mati(client, settings):
    catat_detak(nama="pekerja", sekarang=timezone.now())
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"

    jawaban = client.get("/sehat/siap")

    assert jawaban.json() == {"basis_data": True, "antrean": False, "pekerja": True}


def test_laporan_csp_diterima_tanpa_token(client):
    jawaban = Client(enforce_csrf_checks=True).post(
        "/csp/", "{}", content_type="application/csp-report"
    )

    assert jawaban.status_code == 204
