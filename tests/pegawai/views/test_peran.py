from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import PemberianPeran, Peran, UsulPeran
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PemberianPeranFactory,
    UnitKerjaFactory,
    akun_berperan,
)

SANDI = "kuda biru makan rumput 7"


def _isi(akun, peran=Peran.ASESOR, unit=""):
    hari = hari_ini()
    return {
        "akun": akun.nama_akun,
        "peran": peran,
        "unit": unit,
        "berlaku_mulai": f"{hari:%d-%m-%Y}",
        "berlaku_sampai": f"{hari + timedelta(days=30):%d-%m-%Y}",
        "nomor_sk": "800.1/7/2026",
    }


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_peran_jumlah_kueri_tetap(
    client, admin, jumlah, django_assert_num_queries
):
    PemberianPeranFactory.create_batch(
        jumlah, peran=Peran.PENGELOLA_OPD, unit_kerja=UnitKerjaFactory()
    )
    client.force_login(admin)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse("pegawai:peran-daftar"))

    assert len(jawaban.context["halaman"]) == jumlah + 1


def test_daftar_peran_disaring(client, admin):
    unit = UnitKerjaFactory(nama="Dinas Perhubungan")
    hampir = PemberianPeranFactory(
        peran=Peran.PENGELOLA_OPD,
        unit_kerja=unit,
        berlaku_sampai=hari_ini() + timedelta(days=3),
    )
    PemberianPeranFactory(peran=Peran.ASESOR, berlaku_sampai=hari_ini())
    PemberianPeranFactory(peran=Peran.ASESOR, berlaku_sampai="2021-01-01")
    client.force_login(admin)

    def daftar(**saring):
        jawaban = client.get(reverse("pegawai:peran-daftar"), saring)
        return list(jawaban.context["halaman"])

    assert daftar(peran="PENGELOLA_OPD") == [hampir]
    assert daftar(unit="perhubungan") == [hampir]
    assert len(daftar(keadaan="hampir")) == 2
    assert len(daftar(keadaan="berakhir")) == 1


def test_berikan_peran_lewat_halaman(client, admin):
    pegawai = PegawaiFactory()
    unit = UnitKerjaFactory(nama="Dinas Satu")
    client.force_login(admin)

    jawaban = client.post(
        reverse("pegawai:peran-berikan"),
        _isi(pegawai.pengguna, Peran.PENGELOLA_OPD, "dinas satu"),
    )

    pemberian = PemberianPeran.objects.get(pengguna=pegawai.pengguna)
    assert jawaban["Location"] == pemberian.get_absolute_url()
    assert pemberian.unit_kerja == unit


def test_berikan_peran_isian_buruk_disebut(client, admin):
    UnitKerjaFactory(nama="Kelurahan Oesapa")
    UnitKerjaFactory(nama="Kelurahan Oesapa Barat")
    client.force_login(admin)

    jawaban = client.post(
        reverse("pegawai:peran-berikan"),
        {"akun": "tidak-ada", "peran": "PENGELOLA_OPD", "unit": "kelurahan"},
    )

    galat = jawaban.context["form"].errors
    assert "Tidak ada akun aktif" in str(galat["akun"])
    assert "Beberapa unit cocok" in str(galat["unit"])
    assert "tidak-ada" in jawaban.content.decode()


def test_berikan_peran_setelah_lama_masuk_meminta_sandi_lalu_lanjut(client, admin):
    admin.set_password(SANDI)
    admin.save()
    client.force_login(admin)
    akun = PegawaiFactory().pengguna
    isi = _isi(akun) | {"kunci_kirim": "6f1f3d5e-3c1f-4a59-9b64-2f6c9b1d0001"}

    diminta = client.post(reverse("pegawai:peran-berikan"), isi)
    belum = PemberianPeran.objects.filter(pengguna=akun).exists()
    client.post(diminta["Location"], {"password": SANDI})

    assert diminta["Location"].startswith(reverse("account_reauthenticate"))
    assert not belum
    assert PemberianPeran.objects.filter(pengguna=akun).exists()


def test_peran_dicabut_berhenti_pada_permintaan_berikutnya(client, admin):
    pengelola = akun_berperan(Peran.PENGELOLA_OPD)
    lain = Client()
    lain.force_login(pengelola)
    assert lain.get(reverse("pegawai:pegawai-daftar")).status_code == 200
    sesi = lain.cookies["sesi"].value
    client.force_login(admin)

    pemberian = PemberianPeran.objects.get(pengguna=pengelola)
    client.post(
        reverse("pegawai:peran-cabut", kwargs={"uid": pemberian.uid}),
        {"alasan": "Pindah tugas"},
    )

    jawaban = lain.get(reverse("pegawai:pegawai-daftar"))
    assert jawaban.status_code == 403
    assert lain.cookies["sesi"].value != sesi
    assert "no-store" in jawaban["Cache-Control"]


def test_peran_baru_berlaku_pada_permintaan_berikutnya(client, admin):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)
    assert client.get(reverse("pegawai:pegawai-daftar")).status_code == 403

    PemberianPeranFactory(pengguna=pegawai.pengguna, peran=Peran.ANALIS)

    assert client.get(reverse("pegawai:pegawai-daftar")).status_code == 200
    assert client.get(reverse("pegawai:pegawai-daftar")).status_code == 200


@pytest.mark.parametrize("jumlah", [1, 3])
def test_usul_peran_jumlah_kueri_tetap(
    client, admin, analis, jumlah, django_assert_num_queries
):
    for _ in range(jumlah):
        UsulPeran.objects.create(
            pengguna=PegawaiFactory().pengguna,
            peran=Peran.ASESOR,
            berlaku_mulai=hari_ini(),
            berlaku_sampai=hari_ini(),
            nomor_sk="1",
            diusulkan_oleh=analis,
        )
    client.force_login(admin)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse("pegawai:peran-usul"))

    assert len(jawaban.context["halaman"]) == jumlah
    assert jawaban.text.count('_alasan"') >= jumlah
    assert 'id="id_alasan"' not in jawaban.text  # one id a form, not one for all


def test_usul_peran_orang_lain_tidak_terlihat(client, analis):
    lain = akun_berperan(Peran.ANALIS)
    UsulPeran.objects.create(
        pengguna=PegawaiFactory().pengguna,
        peran=Peran.ASESOR,
        berlaku_mulai=hari_ini(),
        berlaku_sampai=hari_ini(),
        nomor_sk="1",
        diusulkan_oleh=analis,
    )
    client.force_login(lain)
    kosong = client.get(reverse("pegawai:peran-usul"))
    client.force_login(analis)
    berisi = client.get(reverse("pegawai:peran-usul"))

    assert len(kosong.context["halaman"]) == 0
    assert len(berisi.context["halaman"]) == 1


def test_usulkan_oleh_pengelola_unit_wajib_dan_bukan_opsional(client, analis):
    tampil = {}
    for akun in (akun_berperan(Peran.PENGELOLA_OPD), analis):
        client.force_login(akun)
        jawaban = client.post(
            reverse("pegawai:peran-usulkan"), _isi(PegawaiFactory().pengguna)
        )
        form = jawaban.context and jawaban.context.get("form")
        tampil[akun] = form.errors.get("unit") if form else None

    pengelola, sekota = tampil.values()
    assert pengelola == ["Isi unit kerja."]
    assert not sekota


def test_tolak_usul_tanpa_alasan_kembali_dengan_sebabnya(client, admin, analis):
    usul = _usul_menunggu(analis)
    client.force_login(admin)
    alamat = reverse("pegawai:peran-tolak", kwargs={"uid": usul.uid})

    kosong = client.post(alamat, {"alasan": ""})
    panjang = client.post(alamat, {"alasan": "Panjang " * 40})

    assert kosong.status_code == 200
    assert "Kesalahan: Isi alasan." in _teks(kosong)
    assert "Panjang Panjang" in panjang.content.decode()
    usul.refresh_from_db()
    assert usul.alasan == ""


def test_tolak_usul_dengan_alasan_selesai(client, admin, analis):
    usul = _usul_menunggu(analis)
    client.force_login(admin)
    alamat = reverse("pegawai:peran-tolak", kwargs={"uid": usul.uid})

    jawaban = client.post(alamat, {"alasan": "SK belum ada."})

    assert jawaban["Location"] == reverse("pegawai:peran-usul")
    usul.refresh_from_db()
    assert usul.alasan == "SK belum ada."


def test_cabut_peran_tanpa_alasan_kembali_dengan_sebabnya(client, admin):
    pemberian = PemberianPeranFactory(peran=Peran.ASESOR)
    client.force_login(admin)

    jawaban = client.post(
        reverse("pegawai:peran-cabut", kwargs={"uid": pemberian.uid}),
        {"alasan": "Panjang " * 40},
    )

    assert jawaban.status_code == 200
    assert "Paling banyak 200 karakter" in _teks(jawaban)
    assert "Panjang Panjang" in jawaban.content.decode()


def _usul_menunggu(oleh):
    hari = hari_ini()
    return UsulPeran.objects.create(
        pengguna=PegawaiFactory().pengguna,
        peran=Peran.ASESOR,
        berlaku_mulai=hari,
        berlaku_sampai=hari + timedelta(days=9),
        nomor_sk="800.1/7/2026",
        diusulkan_oleh=oleh,
    )


def _teks(jawaban):
    return " ".join(strip_tags(jawaban.content.decode()).split())
