from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.models import Pekerjaan
from tests.pabrik.pegawai import PenggunaFactory


def _pekerjaan(pengguna, **lain):
    return Pekerjaan.objects.create(
        pemilik=pengguna, judul="Impor", tugas="pegawai.services.x.y", **lain
    )


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    pengguna = PenggunaFactory()
    for _ in range(jumlah):
        _pekerjaan(pengguna)
    client.force_login(pengguna)

    with django_assert_num_queries(4):
        respons = client.get(reverse("dasar:pekerjaan-daftar"))

    assert len(respons.context["halaman"]) == jumlah


def test_rinci_berjalan_memuat_ulang_tanpa_skrip(client):
    pekerjaan = _pekerjaan(
        PenggunaFactory(), status="BERJALAN", jumlah_selesai=62, jumlah_total=100
    )
    client.force_login(pekerjaan.pemilik)

    isi = client.get(pekerjaan.get_absolute_url()).content.decode()

    assert 'http-equiv="refresh"' in isi
    assert "62 dari 100" in isi
    assert "Batalkan pekerjaan" in isi


def test_rinci_htmx_hanya_bagian_yang_bergerak(client):
    pekerjaan = _pekerjaan(PenggunaFactory(), status="BERJALAN")
    client.force_login(pekerjaan.pemilik)

    isi = client.get(pekerjaan.get_absolute_url(), headers={"HX-Request": "true"})

    assert "<html" not in isi.content.decode()
    assert "every 2s" in isi.content.decode()


def test_rinci_selesai_tidak_memuat_ulang(client):
    pekerjaan = _pekerjaan(PenggunaFactory(), status="SELESAI")
    client.force_login(pekerjaan.pemilik)

    isi = client.get(pekerjaan.get_absolute_url()).content.decode()

    assert 'http-equiv="refresh"' not in isi
    assert "every 2s" not in isi


def test_batalkan_meminta_pekerjaan_berhenti(client):
    pekerjaan = _pekerjaan(PenggunaFactory(), status="BERJALAN")
    client.force_login(pekerjaan.pemilik)

    client.post(reverse("dasar:pekerjaan-batalkan", args=[pekerjaan.uid]))

    pekerjaan.refresh_from_db()
    assert pekerjaan.minta_batal is True


def test_ulangi_pekerjaan_gagal_kembali_antre(client):
    pekerjaan = _pekerjaan(PenggunaFactory(), status="GAGAL", galat="Rusak.")
    client.force_login(pekerjaan.pemilik)

    client.post(reverse("dasar:pekerjaan-ulangi", args=[pekerjaan.uid]))

    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.galat) == ("ANTRE", "")


@pytest.mark.parametrize(("jam", "kode"), [(1, 200), (-1, 404)])
def test_unduh_hanya_sebelum_kedaluwarsa(client, jam, kode, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    pekerjaan = _pekerjaan(
        PenggunaFactory(),
        status="SELESAI",
        nama_berkas="rekap.csv",
        kedaluwarsa_pada=timezone.now() + timedelta(hours=jam),
    )
    pekerjaan.berkas.save("acak.csv", ContentFile(b"a,b\n"))
    client.force_login(pekerjaan.pemilik)

    respons = client.get(reverse("dasar:pekerjaan-unduh", args=[pekerjaan.uid]))

    assert respons.status_code == kode
    if kode == 200:
        assert b"".join(respons.streaming_content) == b"a,b\n"
        assert 'attachment; filename="rekap.csv"' in respons["Content-Disposition"]
