"""Plans and programmes over the API."""

import pytest
from django.urls import reverse

from pegawai.models import Peran
from tests.pabrik.pegawai import akun_berperan
from tests.pabrik.rencana import (
    ButirRencanaFactory,
    KebutuhanFactory,
    RencanaFactory,
)


@pytest.fixture(autouse=True)
def _tanpa_faktor_kedua(settings):
    settings.WAJIB_FAKTOR_KEDUA = False


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_rencana_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    analis = akun_berperan(Peran.ANALIS)
    for _ in range(jumlah):
        ButirRencanaFactory.create_batch(2, rencana=RencanaFactory())
    client.force_login(analis)

    with django_assert_num_queries(6):
        isi = client.get(reverse("penilaian:api-rencana")).json()

    assert [len(r["butir"]) for r in isi["hasil"]] == [2] * jumlah


def test_rinci_rencana_milik_sendiri_dan_bukan_orang_lain(client):
    butir = ButirRencanaFactory()
    lain = RencanaFactory()
    client.force_login(butir.rencana.pegawai.pengguna)
    alamat = [
        reverse("penilaian:api-rencana-rinci", kwargs={"uid": r.uid})
        for r in (butir.rencana, lain)
    ]

    milik, orang = (client.get(a) for a in alamat)

    assert milik.json()["butir"][0]["kegiatan"] == "Bimbingan oleh atasan"
    assert milik.json()["butir"][0]["kemajuan"] == "BELUM"
    assert orang.status_code == 404


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_program_tanpa_nama_orang(client, jumlah, django_assert_num_queries):
    KebutuhanFactory.create_batch(jumlah)
    client.force_login(akun_berperan(Peran.PIMPINAN))

    with django_assert_num_queries(5):
        isi = client.get(reverse("penilaian:api-program")).json()

    assert [len(p["kebutuhan"]) for p in isi["hasil"]] == [1] * jumlah
    assert "penugasan" not in isi["hasil"][0]
