"""What needs a second person stands in the administrator's box (KEAMANAN C.3: T²)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kemitraan.models import UsulPenggunaMitra
from kompetensi.menunggu import hitung_menu
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Peran, UsulPeran
from tests.pabrik.kemitraan import MitraFactory
from tests.pabrik.pegawai import PenataanUnitFactory, PenggunaFactory, akun_berperan


def usul_peran(pengusul, untuk=None):
    return UsulPeran.objects.create(
        pengguna=untuk or PenggunaFactory(nama="Calon Analis"),
        peran=Peran.ANALIS,
        berlaku_mulai=hari_ini(),
        berlaku_sampai=hari_ini() + timedelta(days=30),
        nomor_sk="1/SK",
        diusulkan_oleh=pengusul,
    )


def usul_mitra(pengusul):
    return UsulPenggunaMitra.objects.create(
        mitra=MitraFactory(nama="Universitas Uji"),
        nama="Dosen Baru",
        surel="dosen@uji.ac.id",
        tanggal_selesai=hari_ini() + timedelta(days=30),
        diusulkan_oleh=pengusul,
    )


@pytest.fixture
def tiga(analis):
    return (
        usul_peran(analis),
        PenataanUnitFactory(diajukan_oleh=analis, unit_kerja__nama="Bidang Lama"),
        usul_mitra(PenggunaFactory()),
    )


def test_kotak_admin_memuat_peran_penataan_dan_pengguna_mitra(client, admin, tiga):
    peran, penataan, akun = tiga
    client.force_login(admin)

    halaman = client.get(reverse("persetujuan")).content.decode()
    menuju = client.get(reverse("pegawai:peran-usul")).content.decode()

    assert f"{reverse('pegawai:peran-usul')}#usul-{peran.uid}" in halaman
    assert f'id="usul-{peran.uid}"' in menuju
    assert penataan.get_absolute_url() in halaman
    assert akun.mitra.get_absolute_url() in halaman
    for teks in ("Calon Analis", "Bidang Lama", "Universitas Uji", "Dosen Baru"):
        assert teks in halaman
    assert hitung_menu(admin)["persetujuan"] == 3


def test_yang_diusulkan_sendiri_dan_yang_diputuskan_tidak_menunggu(admin, tiga):
    usul_peran(admin)
    usul_peran(PenggunaFactory(), untuk=admin)
    PenataanUnitFactory(diajukan_oleh=admin)
    UsulPeran.objects.filter(pk=tiga[0].pk).update(status="DITOLAK")

    assert hitung_menu(admin)["persetujuan"] == 2


def test_analis_tidak_melihat_urusan_admin(client, analis, tiga):
    client.force_login(akun_berperan(Peran.ANALIS))

    halaman = client.get(reverse("persetujuan")).content.decode()

    assert "Semua sudah diproses" in halaman


def test_beranda_admin_menyebut_yang_menunggu(client, admin, tiga):
    client.force_login(admin)

    assert "Putuskan 3 usulan" in client.get(reverse("beranda")).content.decode()
