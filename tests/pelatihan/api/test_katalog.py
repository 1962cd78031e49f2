"""Courses and batches for machines."""

import pytest
from django.urls import reverse

from tests.pabrik.pegawai import PegawaiFactory
from tests.pabrik.pelatihan import (
    AnggotaPenyelenggaraFactory,
    AngkatanFactory,
    PelatihanFactory,
    SasaranPelatihanFactory,
)


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_pelatihan_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    for _ in range(jumlah):
        SasaranPelatihanFactory()
    client.force_login(PegawaiFactory().pengguna)

    with django_assert_num_queries(5):
        jawaban = client.get(reverse("pelatihan:api-pelatihan"))

    assert len(jawaban.json()["hasil"]) == jumlah


def test_daftar_pelatihan_tanpa_draf(client):
    PelatihanFactory(status="DRAF")
    s = SasaranPelatihanFactory()
    client.force_login(PegawaiFactory().pengguna)

    (isi,) = client.get(reverse("pelatihan:api-pelatihan")).json()["hasil"]

    assert isi["uid"] == str(s.pelatihan.uid)
    assert isi["sasaran"] == [
        {"kompetensi": s.kompetensi.nama, "kode": s.kompetensi.kode, "level": 3}
    ]


def test_angkatan_hanya_milik_penyelenggara(client):
    anggota = AnggotaPenyelenggaraFactory()
    sendiri = AngkatanFactory(
        pelatihan__penyelenggara=anggota.penyelenggara, kuota=30, terisi=12
    )
    lain = AngkatanFactory()
    client.force_login(anggota.pengguna)

    (isi,) = client.get(reverse("pelatihan:api-angkatan")).json()["hasil"]
    tiada = client.get(reverse("pelatihan:api-angkatan-rinci", args=[lain.uid]))

    assert (isi["uid"], isi["sisa"]) == (str(sendiri.uid), 18)
    assert tiada.status_code == 404
