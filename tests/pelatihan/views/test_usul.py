"""Pages of courses that OPDs ask for."""

import pytest
from django.urls import reverse

from pegawai.models import Peran
from pelatihan.models import BentukPengembangan, Pelatihan, UsulPelatihan
from tests.pabrik.pegawai import UnitKerjaFactory, akun_berperan
from tests.pabrik.pelatihan import PenyelenggaraFactory, UsulPelatihanFactory

pytestmark = pytest.mark.usefixtures("referensi")
DAFTAR = "pelatihan:usul-daftar"


@pytest.fixture
def opd():
    return UnitKerjaFactory()


@pytest.fixture
def pengelola(opd):
    return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)


def alamat(apa, usul):
    return reverse(f"pelatihan:usul-{apa}", args=[usul.uid])


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_usul_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    UsulPelatihanFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse(DAFTAR))

    assert len(jawaban.context["halaman"]) == jumlah


def test_pengelola_melihat_usul_unitnya_saja(client, opd, pengelola):
    dalam = UsulPelatihanFactory(unit_kerja=UnitKerjaFactory(induk=opd))
    luar = UsulPelatihanFactory()  # another OPD's, which must not leak
    client.force_login(pengelola)

    jawaban = client.get(reverse(DAFTAR))

    assert list(jawaban.context["halaman"]) == [dalam]
    assert client.get(luar.get_absolute_url()).status_code == 404


def test_usulkan_lewat_halaman(client, opd, pengelola):
    client.force_login(pengelola)
    isi = {
        "unit_kerja": opd.pk,
        "nama": "Bahasa Isyarat",
        "bentuk": BentukPengembangan.objects.get(kode="KL10").pk,
        "kebutuhan": "Loket melayani warga tuli.",
        "jumlah_peserta": "dua puluh",
    }

    salah = client.post(reverse("pelatihan:usul-buat"), isi).content.decode()
    benar = client.post(
        reverse("pelatihan:usul-buat"), isi | {"jumlah_peserta": "20"}, follow=True
    )
    usul = UsulPelatihan.objects.get()

    assert "Tulis jumlah sebagai bilangan bulat" in salah
    assert "Loket melayani warga tuli." in salah  # nothing typed is lost
    assert "Menunggu keputusan" in benar.content.decode()
    assert usul.unit_kerja == opd


def test_usulkan_unit_orang_lain_ditolak_borang(client, opd, pengelola):
    client.force_login(pengelola)

    jawaban = client.post(
        reverse("pelatihan:usul-buat"), {"unit_kerja": UnitKerjaFactory().pk}
    )

    assert "unit_kerja" in jawaban.context["form"].errors
    assert not UsulPelatihan.objects.exists()


def test_analis_mengambil_lewat_kotak_persetujuan(client, opd, pengelola, analis):
    usul = UsulPelatihanFactory(unit_kerja=opd, diusulkan_oleh=pengelola, jp=20)
    client.force_login(analis)
    kotak = client.get(reverse("persetujuan")).content.decode()
    halaman = client.get(alamat("ambil", usul))

    client.post(
        alamat("ambil", usul),
        {
            "kode": "BI-01",
            "nama": usul.nama,
            "penyelenggara": PenyelenggaraFactory().pk,
            "bentuk": usul.bentuk_id,
            "jp": "20",
            "moda": "DARING",
        },
    )

    pelatihan = Pelatihan.objects.get(kode="BI-01")
    assert usul.get_absolute_url() in kotak
    assert usul.kebutuhan in halaman.content.decode()
    assert pelatihan.status == "DRAF"
    client.force_login(pengelola)
    milik = client.get(usul.get_absolute_url()).content.decode()
    assert "Sedang disiapkan" in milik  # a draft's page is not theirs
    assert pelatihan.get_absolute_url() not in milik
    Pelatihan.objects.update(status="TERBIT")
    assert (
        pelatihan.get_absolute_url()
        in client.get(usul.get_absolute_url()).content.decode()
    )


def test_tolak_dan_tarik_lewat_halaman(client, opd, pengelola, analis):
    satu, dua = UsulPelatihanFactory.create_batch(2, unit_kerja=opd)
    client.force_login(analis)
    kosong = client.post(alamat("tolak", satu)).content.decode()
    client.post(alamat("tolak", satu), {"alasan": "Sudah ada."})
    client.force_login(pengelola)
    client.post(alamat("tarik", dua))
    ditolak = client.get(satu.get_absolute_url()).content.decode()

    dua.refresh_from_db()
    assert "Isi alasan." in kosong
    assert "Alasan: Sudah ada." in ditolak
    assert dua.status == "DITARIK"
