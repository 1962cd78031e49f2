"""The page that nominates people for a batch."""

from datetime import timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Peran
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import (
    AngkatanFactory,
    PesertaFactory,
    SasaranPelatihanFactory,
)

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def opd():
    return UnitKerjaFactory()


@pytest.fixture
def masuk(client, opd):
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))
    return client


def alamat(angkatan):
    return reverse("pelatihan:peserta-calonkan", args=[angkatan.uid])


@pytest.mark.parametrize("jumlah", [1, 3])
def test_calonkan_jumlah_kueri_tetap(masuk, opd, jumlah, django_assert_num_queries):
    PegawaiFactory.create_batch(jumlah, unit_kerja=opd)
    angkatan = AngkatanFactory()

    with django_assert_num_queries(5):
        jawaban = masuk.get(alamat(angkatan))

    assert len(jawaban.context["halaman"]) == jumlah


def test_calonkan_hanya_pegawai_aktif_unitnya(masuk, opd):
    bidang = UnitKerjaFactory(induk=opd)
    dalam = PegawaiFactory(unit_kerja=bidang)
    PegawaiFactory(unit_kerja=bidang, kedudukan_hukum="PENSIUN")
    luar = PegawaiFactory(unit_kerja=UnitKerjaFactory())  # must not leak
    angkatan = AngkatanFactory()

    jawaban = masuk.get(alamat(angkatan), {"cari": luar.nip})
    semua = masuk.get(alamat(angkatan))

    assert list(jawaban.context["halaman"]) == []
    assert list(semua.context["halaman"]) == [dalam]


def test_calonkan_cari_nip_berspasi_dan_nama(masuk, opd):
    satu, _ = PegawaiFactory.create_batch(2, unit_kerja=opd)
    berspasi = f" {satu.nip[:8]} {satu.nip[8:14]} {satu.nip[14]} {satu.nip[15:]}"
    angkatan = AngkatanFactory()

    for cari in (berspasi, satu.nama.upper()):
        jawaban = masuk.get(alamat(angkatan), {"cari": cari})

        assert list(jawaban.context["halaman"]) == [satu]


def test_calonkan_saring_kesenjangan_dan_tanda_terdaftar(masuk, opd):
    angkatan = AngkatanFactory()
    sasaran = SasaranPelatihanFactory(pelatihan=angkatan.pelatihan, level=3)
    kurang = CapaianKompetensiFactory(
        pegawai__unit_kerja=opd, kompetensi=sasaran.kompetensi, level=2
    ).pegawai
    PesertaFactory(angkatan=angkatan, pegawai=PegawaiFactory(unit_kerja=opd))

    semua = masuk.get(alamat(angkatan)).context["halaman"]
    tersaring = masuk.get(alamat(angkatan), {"kesenjangan": "on"}).context["halaman"]

    assert sorted((p.terdaftar, p.menutup) for p in semua) == [
        (False, True),
        (True, False),
    ]
    assert list(tersaring) == [kurang]


def test_calonkan_kirim_lalu_kembali_ke_angkatan(masuk, opd):
    angkatan = AngkatanFactory()
    daftar = PegawaiFactory.create_batch(2, unit_kerja=opd)

    jawaban = masuk.post(
        alamat(angkatan), {"pilih": [str(p.uid) for p in daftar]}, follow=True
    )

    assert jawaban.redirect_chain[0][0] == angkatan.get_absolute_url()
    assert "2 pegawai dicalonkan" in jawaban.content.decode()
    assert angkatan.peserta.count() == 2


def test_calonkan_tanpa_centang_dan_luar_unit_kembali_dengan_sebab(masuk, opd):
    angkatan = AngkatanFactory(kuota=1)
    satu, dua = PegawaiFactory.create_batch(2, unit_kerja=opd)
    luar = PegawaiFactory(unit_kerja=UnitKerjaFactory())

    kosong = masuk.post(alamat(angkatan))
    asing = masuk.post(alamat(angkatan), {"pilih": [str(luar.uid), "bukan-uuid"]})
    penuh = masuk.post(alamat(angkatan), {"pilih": [str(satu.uid), str(dua.uid)]})

    assert "Centang paling sedikit satu pegawai." in kosong.content.decode()
    assert asing.status_code == 200
    isi = penuh.content.decode()
    assert "Sisa kursi 1, sedangkan Anda memilih 2 pegawai." in isi
    assert isi.count(" checked") == 2  # nothing ticked is lost
    assert not angkatan.peserta.exists()


def test_katalog_menawarkan_pencalonan_kepada_pengelola_saja(masuk):
    angkatan = AngkatanFactory()
    penuh = AngkatanFactory(pelatihan=angkatan.pelatihan, kuota=1, terisi=1)
    katalog = angkatan.pelatihan.get_absolute_url()

    pengelola = masuk.get(katalog).content.decode()
    masuk.force_login(PegawaiFactory().pengguna)
    pegawai = masuk.get(katalog).content.decode()

    assert alamat(angkatan) in pengelola
    assert alamat(penuh) not in pengelola
    assert alamat(angkatan) not in pegawai


def test_calonkan_angkatan_tertutup_menjelaskan(masuk, opd):
    PegawaiFactory(unit_kerja=opd)
    angkatan = AngkatanFactory(pendaftaran_sampai=hari_ini() - timedelta(days=1))

    jawaban = masuk.get(alamat(angkatan)).content.decode()

    assert "tidak menerima pendaftaran sekarang" in jawaban
    assert 'name="pilih"' not in jawaban


def test_calon_membaca_siapa_yang_mencalonkan_dan_menolak(client, opd):
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    pegawai = PegawaiFactory(unit_kerja=opd)
    angkatan = AngkatanFactory(terisi=1)
    peserta = PesertaFactory(
        angkatan=angkatan, pegawai=pegawai, dicalonkan_oleh=pengelola
    )
    client.force_login(pegawai.pengguna)

    halaman = client.get(peserta.get_absolute_url()).content.decode()
    katalog = client.get(angkatan.pelatihan.get_absolute_url()).content.decode()
    client.post(reverse("pelatihan:peserta-batalkan", args=[peserta.uid]))

    peserta.refresh_from_db()
    assert "Tolak pencalonan" in halaman
    assert f"Dicalonkan {pengelola}" in katalog
    assert peserta.status == "DIBATALKAN"
