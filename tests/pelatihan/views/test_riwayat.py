"""Pages of recorded training: my own, and those that verify."""

import uuid

import pytest
from django.urls import reverse

from pegawai.models import JejakLihat, Peran
from pelatihan.models import BentukPengembangan, RiwayatPengembangan
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.pelatihan import RiwayatDiajukanFactory
from tests.pabrik.perbaikan import PNG, bukti

pytestmark = pytest.mark.usefixtures("referensi")
DAFTAR = "pelatihan:verifikasi-daftar"


@pytest.fixture
def opd():
    return UnitKerjaFactory()


@pytest.fixture
def pengelola(opd):
    return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)


def isi(**lain):
    return {
        "nama": "Bimtek Arsip",
        "bentuk": BentukPengembangan.objects.get(kode="KL10").pk,
        "penyelenggara": "ANRI",
        "tanggal_mulai": "2 Nov 2025",
        "tanggal_selesai": "3-11-2025",
        "jp": "10",
        "bukti": bukti("sertifikat.png"),
        "kunci_kirim": str(uuid.uuid4()),
    } | lain


def kirim(client, riwayat, apa, **data):
    alamat = reverse(f"pelatihan:riwayat-{apa}", args=[riwayat.uid])
    return client.post(alamat, data | {"kunci_kirim": str(uuid.uuid4())})


@pytest.mark.parametrize("jumlah", [1, 3])
def test_verifikasi_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    RiwayatDiajukanFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse(DAFTAR))

    assert len(jawaban.context["halaman"]) == jumlah


def test_verifikasi_hanya_unitnya_bukan_milik_sendiri(client, opd, pengelola):
    dalam = RiwayatDiajukanFactory(pegawai__unit_kerja=UnitKerjaFactory(induk=opd))
    luar = RiwayatDiajukanFactory()  # another OPD's, which must not leak
    RiwayatDiajukanFactory(pegawai=PegawaiFactory(pengguna=pengelola, unit_kerja=opd))
    client.force_login(pengelola)

    daftar = client.get(reverse(DAFTAR))
    cari = client.get(reverse(DAFTAR), {"cari": luar.pegawai.nip})
    berspasi = f"{dalam.pegawai.nip[:8]} {dalam.pegawai.nip[8:]}"
    nomor = client.get(reverse(DAFTAR), {"cari": berspasi})
    terverifikasi = client.get(reverse(DAFTAR), {"status": "TERVERIFIKASI"})

    assert list(daftar.context["halaman"]) == [dalam]
    assert list(cari.context["halaman"]) == []
    assert list(nomor.context["halaman"]) == [dalam]
    assert "Tidak ada catatan yang cocok" in terverifikasi.content.decode()


def test_kotak_persetujuan_pengelola_memuatnya_analis_memakai_daftar(
    client, opd, pengelola, analis, settings
):
    settings.HITUNG_MENU = True
    riwayat = RiwayatDiajukanFactory(pegawai__unit_kerja=opd)
    alamat = riwayat.get_absolute_url()

    client.force_login(pengelola)
    kotak = client.get(reverse("persetujuan")).content.decode()
    client.force_login(analis)
    kotak_analis = client.get(reverse("persetujuan")).content.decode()
    daftar_analis = client.get(reverse(DAFTAR)).content.decode()

    assert alamat in kotak
    assert alamat not in kotak_analis
    assert alamat in daftar_analis


def test_catat_lewat_halaman_lalu_terlihat_di_riwayat(client):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    salah = client.post(
        reverse("pelatihan:riwayat-catat"), isi(jp="sepuluh", tanggal_mulai="31-2-2025")
    )
    benar = client.post(reverse("pelatihan:riwayat-catat"), isi())
    kembar = client.post(reverse("pelatihan:riwayat-catat"), isi(nama="BIMTEK, arsip"))
    riwayat = RiwayatPengembangan.objects.get()
    daftar = client.get(reverse("pelatihan:riwayat-daftar")).content.decode()

    pesan = salah.content.decode()
    assert "Tulis JP sebagai bilangan bulat" in pesan
    assert "31-2-2025" in pesan  # nothing typed is lost
    assert benar.url == riwayat.get_absolute_url()
    assert riwayat.get_absolute_url() in kembar.content.decode()
    assert "Menunggu verifikasi" in daftar


def test_terima_tolak_urungkan_lewat_halaman(client, opd, pengelola):
    satu, dua = RiwayatDiajukanFactory.create_batch(2, pegawai__unit_kerja=opd)
    client.force_login(pengelola)

    tanpa_alasan = kirim(client, dua, "tolak", versi=1)
    kirim(client, satu, "terima", versi=1, jp=10)
    kirim(client, dua, "tolak", versi=1, alasan="Buram.")
    terlambat = kirim(client, satu, "tolak", versi=1, alasan="Keliru.")
    kosong = kirim(client, satu, "urungkan")

    satu.refresh_from_db()
    dua.refresh_from_db()
    assert "Isi alasannya" in tanpa_alasan.content.decode()
    assert (satu.status, dua.status) == ("TERVERIFIKASI", "DITOLAK")
    assert terlambat.status_code == 409
    assert "Keputusan Anda tidak disimpan" in terlambat.content.decode()
    assert "Isi alasan." in kosong.content.decode()

    kirim(client, satu, "urungkan", alasan="Sertifikat orang lain.")
    satu.refresh_from_db()
    assert satu.status == "DITOLAK"


def test_perbaiki_dan_tarik_lewat_halaman(client):
    riwayat = RiwayatDiajukanFactory()
    client.force_login(riwayat.pegawai.pengguna)
    alamat = reverse("pelatihan:riwayat-ubah", args=[riwayat.uid])

    halaman = client.get(alamat).content.decode()
    data = isi(nama="Nama baru", versi=riwayat.versi)
    del data["bukti"]
    client.post(alamat, data)
    bentrok = client.post(
        alamat, data | {"nama": "Usang", "kunci_kirim": str(uuid.uuid4())}
    )
    kirim(client, riwayat, "tarik")
    kirim(client, riwayat, "tarik")

    riwayat.refresh_from_db()
    assert "Kosongkan bila tetap memakai sertifikat.png" in halaman
    assert bentrok.status_code == 409
    assert (riwayat.nama, riwayat.status, riwayat.bukti_nama) == (
        "Nama baru",
        "DITARIK",
        "sertifikat.png",
    )


def test_bukti_untuk_pemeriksa_tidak_untuk_atasan_dan_tercatat(client, opd, pengelola):
    atasan = PegawaiFactory(unit_kerja=opd)
    riwayat = RiwayatDiajukanFactory(pegawai__unit_kerja=opd, pegawai__atasan=atasan)
    alamat = reverse("pelatihan:riwayat-bukti", args=[riwayat.uid])

    client.force_login(atasan.pengguna)
    ditolak = client.get(alamat).status_code
    client.force_login(pengelola)
    jawaban = client.get(alamat)

    assert ditolak == 403
    assert b"".join(jawaban.streaming_content) == PNG
    assert jawaban["Content-Type"] == "image/png"
    jejak = JejakLihat.objects.get(pegawai=riwayat.pegawai)
    assert (jejak.jenis, jejak.pengguna) == ("PELATIHAN", pengelola)
