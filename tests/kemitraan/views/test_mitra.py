import uuid
from datetime import date

import pytest
from django.urls import reverse

from pegawai.models import Peran
from tests.pabrik.kemitraan import (
    PenempatanFactory,
    PenempatanKeluarFactory,
    PenggunaMitraFactory,
    PerjanjianFactory,
    PesertaMagangFactory,
)
from tests.pabrik.pegawai import PegawaiFactory, akun_berperan

JALUR = (
    "kemitraan:perjanjian-rinci",
    "kemitraan:perjanjian-berkas",
    "kemitraan:penempatan-rinci",
    "kemitraan:mitra-rinci",
    "kemitraan:api-penempatan-rinci",
    "kemitraan:api-perjanjian-rinci",
)


@pytest.fixture
def mitra():
    """An account of a partner with an agreement in force."""
    return PenggunaMitraFactory(mitra=PerjanjianFactory().mitra)


def _masuk(client, keanggotaan, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    client.force_login(keanggotaan.pengguna)


def _uid_asing(nama):
    if "mitra" in nama:
        return PerjanjianFactory().mitra.uid
    return (PenempatanFactory if "penempatan" in nama else PerjanjianFactory)().uid


@pytest.mark.parametrize("nama", JALUR)
def test_asing_dan_tidak_ada_dijawab_sama(client, mitra, nama, settings):
    _masuk(client, mitra, settings)
    asing = client.get(reverse(nama, args=[_uid_asing(nama)]))

    tiada = client.get(reverse(nama, args=[uuid.uuid4()]))

    assert (asing.status_code, tiada.status_code) == (404, 404)
    assert asing.content == tiada.content


def test_mitra_hanya_melihat_milik_lembaganya(client, mitra, settings):
    milik = PenempatanFactory(program__perjanjian__mitra=mitra.mitra)
    PenempatanFactory(peserta__nama="Orang Asing")
    PerjanjianFactory(judul="Perjanjian Asing")
    _masuk(client, mitra, settings)

    magang = client.get(reverse("kemitraan:magang-daftar"))
    perjanjian = client.get(reverse("kemitraan:perjanjian-daftar"))
    beranda = client.get(reverse("kemitraan:beranda-mitra"))
    api = client.get(reverse("kemitraan:api-penempatan-daftar"))

    assert list(magang.context["halaman"]) == [milik]
    assert {p.mitra for p in perjanjian.context["halaman"]} == {mitra.mitra}
    assert beranda.context["daftar_penempatan"] == [milik]
    assert [p["nama"] for p in api.json()["hasil"]] == [milik.peserta.nama]
    for respons in (magang, perjanjian, beranda):
        assert "Asing" not in respons.content.decode()


def test_mitra_tidak_melihat_nip_asn(client, mitra, settings):
    pembimbing = PegawaiFactory(nama="Pembimbing")
    penempatan = PenempatanKeluarFactory(
        program__perjanjian__mitra=mitra.mitra, pembimbing=pembimbing
    )
    _masuk(client, mitra, settings)

    halaman = client.get(penempatan.get_absolute_url()).content.decode()
    api = client.get(
        reverse("kemitraan:api-penempatan-rinci", args=[penempatan.uid])
    ).content.decode()

    for isi in (halaman, api):
        assert penempatan.pegawai.nama in isi
        assert penempatan.pegawai.nip not in isi
        assert pembimbing.nip not in isi


def test_mitra_tidak_melihat_rancangan(client, mitra, settings):
    PerjanjianFactory(mitra=mitra.mitra, status="RANCANGAN", judul="Rahasia")
    _masuk(client, mitra, settings)

    isi = client.get(reverse("kemitraan:perjanjian-daftar")).content.decode()

    assert "Rahasia" not in isi


def test_mitra_tanpa_perjanjian_hanya_yang_belum_tuntas(client, mitra, settings):
    perjanjian = mitra.mitra.perjanjian.get()
    jalan = PenempatanFactory(program__perjanjian=perjanjian, status="BERJALAN")
    menunggu = PenempatanFactory(program__perjanjian=perjanjian, status="SELESAI")
    PenempatanFactory(program__perjanjian=perjanjian, status="SELESAI", nilai_akhir=80)
    PenempatanFactory(program__perjanjian=perjanjian, status="DIAJUKAN")
    perjanjian.status, perjanjian.alasan_henti = "DIHENTIKAN", "Disepakati."
    perjanjian.dihentikan_pada = date(2026, 1, 1)
    perjanjian.save()
    _masuk(client, mitra, settings)

    magang = client.get(reverse("kemitraan:magang-daftar"))
    daftar = client.get(reverse("kemitraan:perjanjian-daftar"))
    beranda = client.get(reverse("kemitraan:beranda-mitra"))

    assert set(magang.context["halaman"]) == {jalan, menunggu}
    assert list(daftar.context["halaman"]) == []
    assert "Tidak ada perjanjian yang berlaku" in beranda.content.decode()


def test_keanggotaan_yang_berakhir_tidak_melihat_apa_pun(client, mitra, settings):
    penempatan = PenempatanFactory(program__perjanjian__mitra=mitra.mitra)
    mitra.tanggal_selesai = date(2021, 1, 1)
    mitra.save()
    _masuk(client, mitra, settings)

    assert client.get(penempatan.get_absolute_url()).status_code == 404


def test_pemagang_hanya_melihat_penempatannya(client, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    akun = akun_berperan(Peran.PEMAGANG)
    milik = PenempatanFactory(
        peserta=PesertaMagangFactory(pengguna=akun), tanggal_selesai=date(2099, 1, 1)
    )
    PenempatanFactory(peserta__nama="Orang Asing")
    client.force_login(akun)

    saya = client.get(reverse("kemitraan:magang-saya"))
    rinci = client.get(milik.get_absolute_url())

    assert list(saya.context["daftar_penempatan"]) == [milik]
    assert rinci.status_code == 403


def test_pengelola_hanya_melihat_unitnya(client, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    milik = PenempatanFactory()
    PenempatanFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=milik.unit_kerja)
    client.force_login(pengelola)

    respons = client.get(reverse("kemitraan:magang-daftar"))

    assert list(respons.context["halaman"]) == [milik]


@pytest.mark.parametrize("jumlah", [1, 3])
@pytest.mark.parametrize(
    ("nama", "kueri"),
    [
        ("kemitraan:mitra-daftar", 7),
        ("kemitraan:perjanjian-daftar", 7),
        ("kemitraan:magang-daftar", 7),
    ],
)
def test_daftar_jumlah_kueri_tetap(
    client, analis, jumlah, nama, kueri, settings, django_assert_max_num_queries
):
    settings.WAJIB_FAKTOR_KEDUA = False
    PenempatanFactory.create_batch(jumlah, pembimbing=PegawaiFactory())
    client.force_login(analis)

    with django_assert_max_num_queries(kueri):
        respons = client.get(reverse(nama))

    assert len(respons.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
@pytest.mark.parametrize("benda", ["mitra", "perjanjian", "penempatan"])
def test_api_daftar_jumlah_kueri_tetap(
    client, analis, jumlah, benda, settings, django_assert_max_num_queries
):
    settings.WAJIB_FAKTOR_KEDUA = False
    PenempatanFactory.create_batch(jumlah, pembimbing=PegawaiFactory())
    client.force_login(analis)

    with django_assert_max_num_queries(6):
        respons = client.get(reverse(f"kemitraan:api-{benda}-daftar"))

    assert len(respons.json()["hasil"]) == jumlah


def test_beranda_mitra_meminta_nilai_asn_yang_sudah_selesai(client, mitra, settings):
    isi = {"program__perjanjian__mitra": mitra.mitra, "status": "SELESAI"}
    menunggu = PenempatanKeluarFactory(**isi)
    PenempatanKeluarFactory(**isi, nilai_akhir=80)
    PenempatanKeluarFactory(status="SELESAI")  # another partner's
    _masuk(client, mitra, settings)

    respons = client.get(reverse("kemitraan:beranda-mitra"))

    alamat = reverse("kemitraan:penempatan-nilai", args=[menunggu.uid])
    assert respons.context["perlu_dinilai"] == [menunggu]
    assert f'href="{alamat}">Beri nilai akhir' in respons.content.decode()
