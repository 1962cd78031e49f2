"""The attendance grid of a long training: two weeks a sheet, each saved by itself."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.models import Kehadiran
from pelatihan.queries.angkatan import KOTAK_LEMBAR, potong_lembar
from pelatihan.services.hasil import catat_kehadiran
from tests.pabrik.pelatihan import AngkatanBerjalanFactory
from tests.pelatihan.bantu import peserta_disetujui

AWAL = date(2026, 1, 1)


def _hari(n):
    return [AWAL + timedelta(days=i) for i in range(n)]


@pytest.fixture(autouse=True)
def _masuk(client, analis, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    client.force_login(analis)


def test_dua_minggu_selembar_yang_terakhir_lebih_dulu():
    lembar = potong_lembar(_hari(30), 5, None)

    assert lembar.hari == _hari(30)[28:]
    assert (lembar.sebelum, lembar.sesudah) == (_hari(30)[14], None)


def test_lembar_yang_memuat_hari_yang_diminta():
    lembar = potong_lembar(_hari(30), 5, AWAL + timedelta(days=20))

    assert lembar.hari == _hari(30)[14:28]
    assert (lembar.sebelum, lembar.sesudah) == (AWAL, _hari(30)[28])


@pytest.mark.parametrize("mulai", [None, AWAL, date(2030, 1, 1), date(2000, 1, 1)])
def test_pelatihan_pendek_satu_lembar(mulai):
    lembar = potong_lembar(_hari(14), 5, mulai)

    assert lembar.hari == _hari(14)
    assert not lembar.sebagian


def test_belum_ada_hari():
    assert potong_lembar([], 5, None).hari == []


@pytest.mark.parametrize("peserta", [1, 140, 300, 5000])
def test_kotak_selembar_tidak_melebihi_satu_permintaan(peserta):
    lembar = potong_lembar(_hari(140), peserta, None)

    assert lembar.hari
    assert len(lembar.hari) * peserta <= max(KOTAK_LEMBAR, peserta)


def _angkatan(hari):
    return AngkatanBerjalanFactory(
        tanggal_mulai=hari_ini() - timedelta(days=hari - 1),
        tanggal_selesai=hari_ini(),
        pendaftaran_mulai=hari_ini() - timedelta(days=hari + 30),
        pendaftaran_sampai=hari_ini() - timedelta(days=hari),
        terisi=1,
    )


def test_menyimpan_satu_lembar_tidak_menyentuh_lembar_lain(client, analis):
    angkatan = _angkatan(20)
    peserta = peserta_disetujui(angkatan)
    mulai, akhir = angkatan.tanggal_mulai, hari_ini()
    catat_kehadiran(angkatan=angkatan, hadir={peserta.pk: {mulai}}, oleh=analis)
    alamat = reverse("pelatihan:angkatan-kehadiran", args=[angkatan.uid])

    halaman = client.get(alamat)
    jawaban = client.post(
        f"{alamat}?mulai={halaman.context['lembar'].hari[0].isoformat()}",
        {f"hadir_{peserta.pk}_{akhir.isoformat()}": "on"},
    )

    hadir = Kehadiran.objects.filter(hadir=True).values_list("tanggal", flat=True)
    assert len(halaman.context["form"].hari) == 6
    assert "Hari sebelumnya" in halaman.content.decode()
    assert sorted(hadir) == [mulai, akhir]
    assert jawaban["Location"].startswith(f"{alamat}?mulai=")


def test_lembar_tunggal_kembali_ke_angkatan(client):
    angkatan = _angkatan(2)
    peserta_disetujui(angkatan)
    alamat = reverse("pelatihan:angkatan-kehadiran", args=[angkatan.uid])

    halaman = client.get(alamat).content.decode()
    jawaban = client.post(alamat, {})

    assert "Hari sebelumnya" not in halaman
    assert jawaban["Location"] == angkatan.get_absolute_url()


@pytest.mark.parametrize("mulai", ["bukan-hari", "", "2026-13-40"])
def test_hari_yang_tidak_terbaca_diabaikan(client, mulai):
    angkatan = _angkatan(20)
    peserta_disetujui(angkatan)
    alamat = reverse("pelatihan:angkatan-kehadiran", args=[angkatan.uid])

    assert len(client.get(alamat, {"mulai": mulai}).context["form"].hari) == 6
