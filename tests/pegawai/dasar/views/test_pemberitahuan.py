import pytest
from django.urls import reverse

from pegawai.dasar.services.pemberitahuan import kabari
from tests.pabrik.pegawai import PenggunaFactory


def _kabar(pengguna, ke=1, tautan=""):
    kabari(
        kunci=f"uji:{pengguna.pk}:{ke}",
        penerima=pengguna,
        judul=f"Kabar {ke}",
        isi="Isi kabar.",
        tautan=tautan,
    )
    return pengguna.pemberitahuan.get(kunci=f"uji:{pengguna.pk}:{ke}")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    pengguna = PenggunaFactory()
    for ke in range(jumlah):
        _kabar(pengguna, ke)
    client.force_login(pengguna)

    with django_assert_num_queries(5):
        respons = client.get(reverse("dasar:pemberitahuan-daftar"))

    assert len(respons.context["halaman"]) == jumlah


def test_daftar_hanya_milik_sendiri(client):
    milik = _kabar(PenggunaFactory())
    _kabar(PenggunaFactory())
    client.force_login(milik.penerima)

    respons = client.get(reverse("dasar:pemberitahuan-daftar"))

    assert list(respons.context["halaman"]) == [milik]
    assert respons.context["belum_dibaca"] == 1


def test_baca_membuka_tautan(client):
    kabar = _kabar(PenggunaFactory(), tautan="/pekerjaan/")
    client.force_login(kabar.penerima)

    respons = client.post(reverse("dasar:pemberitahuan-baca", args=[kabar.uid]))

    kabar.refresh_from_db()
    assert respons["Location"] == "/pekerjaan/"
    assert kabar.dibaca_pada is not None


def test_baca_tidak_membawa_ke_situs_lain(client):
    kabar = _kabar(PenggunaFactory(), tautan="https://contoh.com/")
    client.force_login(kabar.penerima)

    respons = client.post(reverse("dasar:pemberitahuan-baca", args=[kabar.uid]))

    assert respons["Location"] == reverse("dasar:pemberitahuan-daftar")


def test_baca_semua_hanya_milik_sendiri(client):
    milik = _kabar(PenggunaFactory())
    lain = _kabar(PenggunaFactory())
    client.force_login(milik.penerima)

    client.post(reverse("dasar:pemberitahuan-baca-semua"))

    milik.refresh_from_db()
    lain.refresh_from_db()
    assert milik.dibaca_pada is not None
    assert lain.dibaca_pada is None
