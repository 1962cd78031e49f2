"""The attendance grid of a long training: two weeks a sheet, each saved by itself."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.models import Angkatan, Kehadiran
from pelatihan.queries.angkatan import KOTAK_LEMBAR, potong_lembar
from pelatihan.services.hasil import catat_kehadiran
from tests.pabrik.pelatihan import AngkatanBerjalanFactory, AngkatanFactory
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


def _angkatan(mulai, selesai):
    return AngkatanBerjalanFactory(
        tanggal_mulai=mulai,
        tanggal_selesai=selesai,
        pendaftaran_mulai=mulai - timedelta(days=30),
        pendaftaran_sampai=mulai,
        terisi=1,
    )


def _empat_minggu():
    """Four whole weeks that are over, Monday to Friday: twenty training days."""
    senin = hari_ini() - timedelta(days=hari_ini().weekday() + 28)
    return _angkatan(senin, senin + timedelta(days=25))


def test_menyimpan_satu_lembar_tidak_menyentuh_lembar_lain(client, analis):
    angkatan = _empat_minggu()
    peserta = peserta_disetujui(angkatan)
    mulai, akhir = angkatan.tanggal_mulai, angkatan.tanggal_selesai
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
    angkatan = _angkatan(hari_ini() - timedelta(days=1), hari_ini())
    peserta_disetujui(angkatan)
    alamat = reverse("pelatihan:angkatan-kehadiran", args=[angkatan.uid])

    halaman = client.get(alamat).content.decode()
    jawaban = client.post(alamat, {})

    assert "Hari sebelumnya" not in halaman
    assert jawaban["Location"] == angkatan.get_absolute_url()


@pytest.mark.parametrize("mulai", ["bukan-hari", "", "2026-13-40"])
def test_hari_yang_tidak_terbaca_diabaikan(client, mulai):
    angkatan = _empat_minggu()
    peserta_disetujui(angkatan)
    alamat = reverse("pelatihan:angkatan-kehadiran", args=[angkatan.uid])

    assert len(client.get(alamat, {"mulai": mulai}).context["form"].hari) == 6


SENIN = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("mulai", "lama", "tanggal"),
    [
        (SENIN, 5, [2, 3, 4, 5, 6]),
        (SENIN, 9, [2, 3, 4, 5, 6, 9, 10]),
        (SENIN, 6, [2, 3, 4, 5, 6, 7]),
        (SENIN, 7, [2, 3, 4, 5, 6, 7, 8]),
        (date(2026, 3, 8), 3, [8, 9, 10]),
        (date(2026, 3, 7), 2, [7, 8]),
        (date(2026, 3, 7), 1, [7]),
        (date(2026, 3, 6), 2, [6, 7]),
        (date(2026, 3, 6), 4, [6, 9]),
    ],
)
def test_hari_pelatihan_hari_kerja_kecuali_akhir_pekan_dimaksud(mulai, lama, tanggal):
    angkatan = Angkatan(
        tanggal_mulai=mulai, tanggal_selesai=mulai + timedelta(days=lama - 1)
    )

    assert [h.day for h in angkatan.hari_pelatihan] == tanggal


def test_lembar_dan_hitungan_tanpa_akhir_pekan(client, analis):
    angkatan = _empat_minggu()
    peserta = peserta_disetujui(angkatan)
    sabtu = angkatan.tanggal_mulai + timedelta(days=5)
    catat_kehadiran(
        angkatan=angkatan, hadir={peserta.pk: {angkatan.tanggal_mulai}}, oleh=analis
    )
    Kehadiran.objects.create(peserta=peserta, tanggal=sabtu, hadir=True)
    alamat = reverse("pelatihan:angkatan-kehadiran", args=[angkatan.uid])

    lembar = client.get(alamat, {"mulai": sabtu.isoformat()}).context["form"].hari
    ruang = client.get(angkatan.get_absolute_url()).content.decode()

    assert {h.weekday() for h in lembar} == {0, 1, 2, 3, 4}
    assert "1 dari 20" in ruang


def test_akhir_pekan_di_tengah_ditolak(analis):
    angkatan = _empat_minggu()
    peserta = peserta_disetujui(angkatan)
    sabtu = angkatan.tanggal_mulai + timedelta(days=5)

    with pytest.raises(AturanDilanggar, match="hanya dicatat untuk hari pelatihan"):
        catat_kehadiran(angkatan=angkatan, hadir={peserta.pk: {sabtu}}, oleh=analis)


def test_hari_hadir_belum_berarti_sebelum_pelatihan_tiba(client):
    angkatan = AngkatanFactory(terisi=1)
    peserta_disetujui(angkatan)

    isi = client.get(angkatan.get_absolute_url()).content.decode()

    assert "dari 0" not in isi


def test_halaman_hasil_menyebut_hari_hadir(client, analis):
    angkatan = _empat_minggu()
    peserta = peserta_disetujui(angkatan)
    hadir = set(angkatan.hari_pelatihan[:3])
    catat_kehadiran(angkatan=angkatan, hadir={peserta.pk: hadir}, oleh=analis)

    isi = client.get(reverse("pelatihan:angkatan-nilai", args=[angkatan.uid]))

    assert "3 dari 20" in isi.content.decode()
