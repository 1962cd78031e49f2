import pytest
from django.urls import reverse

from pegawai.models import Peran, UsulPeran
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    akun_berperan,
)

pytestmark = pytest.mark.usefixtures("referensi")


def test_beranda_asn_tanpa_tugas_menenangkan(client):
    client.force_login(PegawaiFactory().pengguna)

    isi = client.get("/").content.decode()

    assert "Tidak ada tugas saat ini" in isi
    assert "dari 20 JP" in isi


def test_beranda_asn_berkesenjangan_mengajak_menyusun_rencana(client):
    capaian = CapaianKompetensiFactory()
    client.force_login(capaian.pegawai.pengguna)

    isi = client.get("/").content.decode()

    assert "Susun rencana pengembangan" in isi
    assert "1 kompetensi di bawah standar" in isi


def test_beranda_tidak_membocorkan_tugas_orang_lain(client):
    CapaianKompetensiFactory()
    client.force_login(PegawaiFactory().pengguna)

    assert "Susun rencana" not in client.get("/").content.decode()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_beranda_analis_jumlah_kueri_tetap(
    client, jumlah, django_assert_max_num_queries
):
    for _ in range(jumlah):
        CapaianKompetensiFactory()
    client.force_login(akun_berperan(Peran.ANALIS))

    with django_assert_max_num_queries(12):
        assert client.get("/").status_code == 200


def test_beranda_admin_kesehatan_sistem_bukan_angka_orang(client, admin):
    """KEAMANAN C.3, dashboards: the administrator has the system's health only."""
    CapaianKompetensiFactory()
    UsulPeran.objects.create(
        pengguna=PegawaiFactory().pengguna,
        peran=Peran.PIMPINAN,
        berlaku_mulai="2026-01-01",
        berlaku_sampai="2026-12-31",
        nomor_sk="1",
        diusulkan_oleh=akun_berperan(Peran.ANALIS),
    )
    angka = {}
    for akun in (admin, akun_berperan(Peran.ANALIS)):
        client.force_login(akun)
        angka[akun] = {a.nama: a.nilai for a in client.get("/").context["angka"]}

    dari_analis = list(angka.values())[1]
    assert "Hasil penilaian berlaku" in dari_analis  # what could be shown exists
    assert angka[admin] == {
        "Usul peran menunggu": 1,
        "Surat tertahan": 0,
        "Pekerjaan gagal": 0,
    }


def test_cari_nama_dengan_salah_ketik(client, analis):
    PegawaiFactory(nama="Dominggus Bere")
    client.force_login(analis)

    isi = client.get(reverse("cari"), {"q": "domingus bere"}).content.decode()

    assert "Dominggus Bere" in isi


def test_cari_tidak_membocorkan_orang_di_luar_lingkup(client):
    PegawaiFactory(nama="Rahasia Luar")
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD))

    isi = client.get(reverse("cari"), {"q": "Rahasia Luar"}).content.decode()

    assert "Tidak ada yang cocok" in isi


@pytest.mark.parametrize("kata", ["", "a", "\x00", "%" * 300, "' OR 1=1 --"])
def test_cari_masukan_aneh_tetap_dijawab(client, analis, kata):
    client.force_login(analis)

    assert client.get(reverse("cari"), {"q": kata}).status_code == 200


@pytest.mark.parametrize("jumlah", [1, 3])
def test_tim_jumlah_kueri_tetap(client, jumlah, django_assert_max_num_queries):
    atasan = PegawaiFactory()
    for _ in range(jumlah):
        PegawaiFactory(atasan=atasan)
    client.force_login(atasan.pengguna)

    with django_assert_max_num_queries(12):
        jawaban = client.get(reverse("tim"))

    assert len(jawaban.context["halaman"]) == jumlah


def test_tim_tanpa_bawahan_memberi_jalan_keluar(client):
    client.force_login(PegawaiFactory().pengguna)

    assert "Tidak ada bawahan langsung" in client.get(reverse("tim")).content.decode()


def test_atasan_di_permukaan_asn_menemukan_timnya(client):
    bawahan = PegawaiFactory(atasan=PegawaiFactory())
    alamat = f'href="{reverse("tim")}"'

    client.force_login(bawahan.atasan.pengguna)
    atasan = client.get("/").content.decode()
    client.force_login(bawahan.pengguna)
    asn = client.get("/").content.decode()

    assert alamat in atasan
    assert alamat not in asn


@pytest.mark.parametrize("peran", [Peran.ADMIN, Peran.ANALIS])
def test_beranda_kota_kosong_menyuruh_mengimpor(client, peran):
    client.force_login(akun_berperan(peran))

    kosong = client.get("/").content.decode()
    daftar = client.get(reverse("pegawai:pegawai-daftar")).content.decode()
    PegawaiFactory()
    terisi = client.get("/").content.decode()

    assert "Impor data pegawai" in kosong
    assert f'href="{reverse("pegawai:impor-unggah")}"' in kosong
    assert f'href="{reverse("pegawai:impor-unggah")}"' in daftar
    assert "Tidak ada tugas saat ini" in terisi
