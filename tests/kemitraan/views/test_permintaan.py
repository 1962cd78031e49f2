"""Pages of requests about personal data of partners' users."""

import json

import pytest
from django.urls import reverse

from kemitraan.models import PermintaanData
from tests.pabrik.kemitraan import PenggunaMitraFactory, PermintaanDataFactory

pytestmark = pytest.mark.usefixtures("referensi")
DAFTAR = "kemitraan:permintaan-daftar"


@pytest.fixture
def anggota():
    return PenggunaMitraFactory()


def alamat(apa, permintaan):
    return reverse(f"kemitraan:permintaan-{apa}", args=[permintaan.uid])


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(client, analis, jumlah, django_assert_num_queries):
    PermintaanDataFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse(DAFTAR))

    assert len(jawaban.context["halaman"]) == jumlah


def test_pengguna_mitra_melihat_miliknya_bukan_rekannya(client, anggota):
    milik = PermintaanDataFactory(pengguna=anggota.pengguna, mitra=anggota.mitra)
    rekan = PermintaanDataFactory(mitra=anggota.mitra)  # must not leak
    client.force_login(anggota.pengguna)

    jawaban = client.get(reverse(DAFTAR))

    assert list(jawaban.context["halaman"]) == [milik]
    assert client.get(rekan.get_absolute_url()).status_code == 404


def test_minta_salinan_sampai_diunduh(client, anggota, analis):
    client.force_login(anggota.pengguna)
    client.post(reverse("kemitraan:permintaan-ajukan"), {"jenis": "SALINAN"})
    permintaan = PermintaanData.objects.get()
    sebelum = client.get(alamat("salinan", permintaan)).status_code

    client.force_login(analis)
    kotak = client.get(reverse("persetujuan")).content.decode()
    client.post(alamat("terima", permintaan))
    milik_orang = client.get(alamat("salinan", permintaan)).status_code

    client.force_login(anggota.pengguna)
    halaman = client.get(permintaan.get_absolute_url()).content.decode()
    unduhan = client.get(alamat("salinan", permintaan))

    assert (sebelum, milik_orang) == (403, 403)
    assert permintaan.get_absolute_url() in kotak
    assert alamat("salinan", permintaan) in halaman
    assert json.loads(unduhan.content)["akun"]["nama_akun"] == (
        anggota.pengguna.nama_akun
    )
    assert "attachment" in unduhan["Content-Disposition"]


def test_ajukan_tanpa_isi_kembali_dan_yang_diketik_tetap(client, anggota):
    client.force_login(anggota.pengguna)

    tanpa = client.post(reverse("kemitraan:permintaan-ajukan"), {"jenis": "LAIN"})
    salah = client.post(
        reverse("kemitraan:permintaan-ajukan"), {"jenis": "X", "isi": "Telepon saya."}
    )

    assert "Tulis apa yang keliru" in tanpa.content.decode()
    assert "Telepon saya." in salah.content.decode()
    assert not PermintaanData.objects.exists()


def test_tolak_tanpa_alasan_kembali_ke_halaman(client, analis):
    permintaan = PermintaanDataFactory()
    client.force_login(analis)

    kosong = client.post(alamat("tolak", permintaan)).content.decode()
    client.post(alamat("tolak", permintaan), {"alasan": "Identitas tidak cocok."})

    permintaan.refresh_from_db()
    assert "Isi alasan penolakan; pemohon membacanya." in kosong
    assert permintaan.status == "DITOLAK"
