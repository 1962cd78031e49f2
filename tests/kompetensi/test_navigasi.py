"""Menu and tab bar: for whom, where one stands, and what is not there yet."""

import re

import pytest
from django.urls import reverse

from kompetensi.navigasi import MENU, alamat, menu
from pegawai.models import Peran
from tests.pabrik.kemitraan import PenggunaMitraFactory
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory, akun_berperan


@pytest.mark.parametrize("peran", [Peran.ANALIS, Peran.ADMIN, Peran.MITRA])
def test_peran_pengelola_memakai_permukaan_kelola(client, peran):
    client.force_login(akun_berperan(peran))

    respons = client.get(reverse("data-saya"))

    assert respons.context["permukaan"] == "kelola"
    assert 'class="nav-sisi"' in respons.content.decode()


def test_asn_memakai_bar_bawah(client, referensi):
    pengguna = PenggunaFactory()
    PegawaiFactory(pengguna=pengguna)
    client.force_login(pengguna)

    respons = client.get(reverse("beranda"))

    assert respons.context["permukaan"] == "asn"
    assert [b["nama"] for b in respons.context["bar"] if b["kini"]] == ["Beranda"]


def test_tamu_memakai_permukaan_publik(client):
    respons = client.get(reverse("account_login"))

    assert respons.context["permukaan"] == "publik"
    assert "htmx" not in respons.content.decode().split("</title>")[1].split("<body")[0]


def test_sebutan_analis_sekota(client):
    client.force_login(akun_berperan(Peran.ANALIS))

    respons = client.get(reverse("data-saya"))

    assert respons.context["sebagai"] == "Analis · seluruh kota"


def test_menu_paling_banyak_tujuh_kelompok():
    assert len({butir.grup for butir in MENU}) <= 7


def test_menu_tanpa_alamat_yang_belum_ada():
    assert alamat("alamat:yang-tidak-ada") == ""


def test_menu_admin_berbeda_dari_mitra():
    admin = menu(frozenset({Peran.ADMIN}), "/")
    mitra = menu(frozenset({Peran.MITRA}), "/")

    assert {g["judul"] for g in mitra} <= {g["judul"] for g in admin}
    assert "Sistem" not in {g["judul"] for g in mitra}


def test_menu_menandai_halaman_ini(client):
    client.force_login(akun_berperan(Peran.ANALIS))

    for nama in ("pegawai:pegawai-daftar", "pegawai:jabatan-daftar"):
        isi = client.get(reverse(nama)).content.decode().split("</nav>")[0]
        assert f'href="{reverse(nama)}" aria-current="page"' in isi
        assert isi.count("aria-current") == 1


def test_tema_dari_kuki_dibaca_server(client):
    client.cookies["tema"] = "dark"

    assert (
        'data-bs-theme="dark"' in client.get(reverse("account_login")).content.decode()
    )


def test_tema_yang_tidak_dikenal_diabaikan(client):
    client.cookies["tema"] = '"><script>'

    assert "data-bs-theme" not in client.get(reverse("account_login")).content.decode()


def test_masuk_salah_menyebut_galat_di_atas_dan_di_judul(client):
    respons = client.post(
        reverse("account_login"),
        {"login": "19900101 201503 1 001", "password": "kuda-laut-hijau"},
    )
    isi = respons.content.decode()

    assert "<title>Kesalahan: Masuk" in isi
    assert isi.count("NIP atau kata sandi tidak cocok.") == 2
    assert 'href="#galat-borang"' in isi
    assert 'value="19900101 201503 1 001"' in isi
    assert "kuda-laut-hijau" not in isi


@pytest.mark.parametrize(
    ("peran", "ada"),
    [
        (Peran.ANALIS, True),
        (Peran.KEPALA_OPD, True),
        (Peran.MITRA, False),
        (Peran.PIMPINAN, False),
    ],
)
def test_kotak_persetujuan_hanya_untuk_yang_dapat_memutuskan(peran, ada):
    nama = {b["nama"] for g in menu(frozenset({peran}), "/") for b in g["butir"]}

    assert ("Kotak persetujuan" in nama) is ada


def test_beranda_mitra_berdiri_pada_beranda(client):
    mitra = PenggunaMitraFactory()
    client.force_login(mitra.pengguna)

    isi = client.get(reverse("kemitraan:beranda-mitra")).content.decode()
    daftar = client.get(reverse("kemitraan:mitra-daftar")).content.decode()

    assert re.search(r'href="/"[^>]*aria-current="page"', isi)
    assert re.search(r'href="/mitra/"[^>]*aria-current="page"', daftar)


def test_pemberitahuan_dan_pencarian_ada_pada_tiap_permukaan(client, referensi):
    """Issue 2-13: search on every page; and no notice without a way to it."""
    for akun in (
        PegawaiFactory().pengguna,
        akun_berperan(Peran.ANALIS),
        akun_berperan(Peran.PEMAGANG),
        PenggunaMitraFactory().pengguna,
    ):
        client.force_login(akun)
        isi = client.get(reverse("data-saya")).content.decode()
        assert f'href="{reverse("dasar:pemberitahuan-daftar")}"' in isi
        assert f'="{reverse("cari")}"' in isi
