"""Imports over the API: upload, scope, refusals."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import BerkasImpor, Pegawai
from tests.pabrik.impor import BerkasImporFactory
from tests.pabrik.lembar import NIP, buku

ALAMAT = "/api/v1/impor/"


def kirim(client, isi, nama="data.xlsx"):
    return client.post(ALAMAT, {"berkas": SimpleUploadedFile(nama, isi)})


def test_unggah_lewat_api_antre_diperiksa_dan_tidak_menulis(client, analis):
    client.force_login(analis)

    jawaban = kirim(client, buku((NIP, "Maria")).getvalue())
    impor = BerkasImpor.objects.get()
    jalankan(pk=impor.pekerjaan_id)
    daftar = client.get(ALAMAT).json()["hasil"]

    assert jawaban.status_code == 201
    assert jawaban.json()["uid"] == str(impor.uid)
    assert jawaban.json()["status"] == "UNGGAH"
    assert (daftar[0]["status"], daftar[0]["jumlah"]["baru"]) == ("SIAP", 1)
    assert not Pegawai.objects.filter(nip=NIP).exists()


def test_unggah_lewat_api_berkas_buruk_menyebut_sebab(client, analis):
    client.force_login(analis)

    jawaban = kirim(client, b"bukan")

    assert jawaban.status_code == 409
    assert jawaban.json()["kode"] == "bukan_buku_kerja"


def test_unggah_lewat_api_orang_lain_ditolak(client, orang_lain):
    client.force_login(orang_lain)

    assert kirim(client, buku((NIP, "Maria")).getvalue()).status_code == 403


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_api_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    BerkasImporFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_max_num_queries(8):
        jawaban = client.get(ALAMAT)

    assert len(jawaban.json()["hasil"]) == jumlah
