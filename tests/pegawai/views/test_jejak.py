"""Which pages write the trail, and what its owner reads."""

import pytest
from django.urls import reverse

from pegawai.models import JejakLihat, Peran
from pegawai.services.jejak import catat_lihat
from tests.pabrik.pegawai import PegawaiFactory, akun_berperan

HALAMAN = [
    ("pegawai:pegawai-rinci", "LEMBAR"),
    ("pegawai:pegawai-riwayat", "LEMBAR"),
    ("pegawai:pegawai-perubahan", "LEMBAR"),
    ("lembar-pelatihan", "LEMBAR"),
    ("lembar-penilaian", "LEMBAR"),
    ("lembar-rencana", "LEMBAR"),
    ("penilaian:profil-pegawai", "PROFIL"),
    ("pegawai:api-pegawai-rinci", "API"),
]


@pytest.mark.parametrize(("url", "jenis"), HALAMAN)
def test_buka_halaman_orang_lain_tercatat(client, analis, referensi, url, jenis):
    pegawai = PegawaiFactory()
    client.force_login(analis)

    client.get(reverse(url, kwargs={"uid": pegawai.uid}))

    jejak = JejakLihat.objects.get()
    assert (jejak.pegawai, jejak.pengguna, jejak.jenis) == (pegawai, analis, jenis)


@pytest.mark.parametrize(("url", "jenis"), HALAMAN)
def test_buka_halaman_sendiri_tidak_tercatat(client, referensi, url, jenis):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    jawaban = client.get(reverse(url, kwargs={"uid": pegawai.uid}))

    assert jawaban.status_code == 200
    assert not JejakLihat.objects.exists()


def test_buka_halaman_di_luar_cakupan_tidak_tercatat(client):
    pegawai = PegawaiFactory()
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD))

    jawaban = client.get(pegawai.get_absolute_url())

    assert jawaban.status_code == 404
    assert not JejakLihat.objects.exists()


def test_api_daftar_mencatat_yang_dijawab_saja(client, analis):
    PegawaiFactory.create_batch(3)
    client.force_login(analis)

    client.get(reverse("pegawai:api-pegawai-daftar"), {"ukuran": 2})

    assert JejakLihat.objects.filter(jenis="API").count() == 2


def test_siapa_melihat_jumlah_kueri_tetap(client, kueri_tetap):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    def dilihat(banyak):
        for _ in range(banyak):
            pelihat = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=pegawai.unit_kerja)
            catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.LEMBAR, oleh=pelihat)

    respons = kueri_tetap(dilihat, reverse("pegawai:jejak-saya"))

    assert len(respons.context["halaman"]) == 3
