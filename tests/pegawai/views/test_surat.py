from datetime import UTC, datetime

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import waktu
from pegawai.dasar.models import Pemberitahuan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.dasar.services.surat import kirim_semua
from tests.pabrik.pegawai import PenggunaFactory

SEKARANG = datetime(2027, 3, 1, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _masuk(client, admin, settings, tmp_path):
    settings.WAJIB_FAKTOR_KEDUA = False
    settings.DEMO = True
    settings.EMAIL_FILE_PATH = tmp_path
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    client.force_login(admin)


def _kabar(ke=1, **lain):
    penerima = PenggunaFactory()
    kabari(
        kunci=f"uji:{ke}", penerima=penerima, judul=f"Kabar {ke}", isi="Nilai < 3 & é."
    )
    Pemberitahuan.objects.filter(kunci=f"uji:{ke}").update(**lain)
    return penerima


def test_surat_demo_tampil_seperti_dikirim(client):
    penerima = _kabar()
    _kabar(2)
    kirim_semua(sekarang=SEKARANG)

    respons = client.get(reverse("pegawai:surat-daftar"))

    daftar = respons.context["daftar_surat"]
    assert {s.judul for s in daftar} == {"Kabar 1", "Kabar 2"}
    satu = next(s for s in daftar if s.judul == "Kabar 1")
    assert satu.kepada == penerima.surel
    assert "Nilai < 3 & é." in satu.isi
    assert "&lt; 3" in respons.content.decode()
    assert f"{waktu(satu.tanggal)}" in respons.content.decode()
    assert satu.tanggal.tzinfo is not None


def test_surat_tanpa_berkas_kosong(client):
    respons = client.get(reverse("pegawai:surat-daftar"))

    assert "Belum ada surat" in respons.content.decode()


def test_surat_di_luar_demo_tidak_membaca_berkas(client, settings):
    _kabar()
    kirim_semua(sekarang=SEKARANG)
    settings.DEMO = False

    respons = client.get(reverse("pegawai:surat-daftar"))

    assert respons.context["daftar_surat"] == []


@pytest.mark.parametrize("jumlah", [1, 3])
def test_surat_tertahan_jumlah_kueri_tetap(
    client, jumlah, django_assert_max_num_queries
):
    for ke in range(jumlah):
        _kabar(ke, surat="GAGAL", surat_galat="550 ditolak")

    with django_assert_max_num_queries(7):
        respons = client.get(reverse("pegawai:surat-daftar"))

    assert len(respons.context["halaman"]) == jumlah
    assert {k["nama"]: k["jumlah"] for k in respons.context["keadaan"]}[
        "Tidak dapat dikirim"
    ] == jumlah
