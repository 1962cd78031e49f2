"""Pages of organisers and their members."""

from datetime import timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from tests.pabrik.pegawai import PegawaiFactory
from tests.pabrik.pelatihan import AnggotaPenyelenggaraFactory, PenyelenggaraFactory

DAFTAR = "pelatihan:penyelenggara-daftar"


@pytest.fixture
def anggota():
    return AnggotaPenyelenggaraFactory()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(client, admin, jumlah, django_assert_num_queries):
    AnggotaPenyelenggaraFactory.create_batch(jumlah)
    client.force_login(admin)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse(DAFTAR))

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rinci_jumlah_kueri_tetap(
    client, admin, anggota, jumlah, django_assert_num_queries
):
    AnggotaPenyelenggaraFactory.create_batch(
        jumlah - 1, penyelenggara=anggota.penyelenggara
    )
    client.force_login(admin)

    with django_assert_num_queries(5):
        jawaban = client.get(anggota.penyelenggara.get_absolute_url())

    assert len(jawaban.context["halaman"]) == jumlah


def test_anggota_hanya_melihat_penyelenggaranya(client, anggota):
    lain = PenyelenggaraFactory()  # must not leak
    client.force_login(anggota.pengguna)

    daftar = client.get(reverse(DAFTAR))
    cari = client.get(reverse(DAFTAR), {"cari": lain.nama})

    assert [p.pk for p in daftar.context["halaman"]] == [anggota.penyelenggara_id]
    assert list(cari.context["halaman"]) == []
    assert client.get(lain.get_absolute_url()).status_code == 404


def test_tambah_dan_akhiri_lewat_halaman(client, anggota):
    pegawai = PegawaiFactory()
    client.force_login(anggota.pengguna)
    alamat = reverse("pelatihan:anggota-tambah", args=[anggota.penyelenggara.uid])
    isi = {
        "akun": "999",
        "tanggal_selesai": (hari_ini() + timedelta(days=90)).isoformat(),
        "nomor_sk": "800/7",
    }

    salah = client.post(alamat, isi).content.decode()
    benar = client.post(alamat, isi | {"akun": pegawai.nip}, follow=True)
    akhiri = reverse(
        "pelatihan:anggota-akhiri",
        args=[anggota.penyelenggara.uid, pegawai.pengguna.uid],
    )
    berakhir = client.post(akhiri, follow=True).content.decode()

    assert "Tidak ada akun aktif dengan NIP atau surel ini" in salah
    assert "800/7" in salah  # nothing typed is lost
    assert f"{pegawai.pengguna} menjadi anggota." in benar.content.decode()
    assert f"Keanggotaan {pegawai.pengguna} diakhiri." in berakhir


def test_anggota_terakhir_tidak_diakhiri_admin(client, admin, anggota):
    client.force_login(admin)
    akhiri = reverse(
        "pelatihan:anggota-akhiri",
        args=[anggota.penyelenggara.uid, anggota.pengguna.uid],
    )

    jawaban = client.post(akhiri, follow=True).content.decode()

    assert "Ini anggota terakhir." in jawaban
