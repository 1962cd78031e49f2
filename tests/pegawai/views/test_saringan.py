"""Kept filters, columns, the print view."""

import pytest

from pegawai.models import Peran, SaringanTersimpan
from pegawai.queries.kolom import KOLOM
from pegawai.services.saringan import TERBANYAK, simpan_saringan
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    PemberianPeranFactory,
    UnitKerjaFactory,
)

DAFTAR, SARINGAN = "/pegawai/", "/pegawai/saringan/"


def test_simpan_saringan_menjadi_tab_dan_nama_sama_mengganti(client, analis):
    client.force_login(analis)
    for kueri in ("jenis=PNS", "jenis=PPPK"):
        respons = client.post(SARINGAN, {"nama": "Guru", "kueri": kueri})

    halaman = client.get(respons["Location"])

    assert respons["Location"] == "/pegawai/?jenis=PPPK"
    assert '<a href="?jenis=PPPK" aria-current="page">Guru</a>' in halaman.text
    assert SaringanTersimpan.objects.count() == 1


def test_saringan_orang_lain_tidak_terlihat(client, analis, admin):
    milik = simpan_saringan(nama="Rahasia", kueri="jenis=PNS", oleh=admin)
    client.force_login(analis)

    assert "Rahasia" not in client.get(DAFTAR).text
    assert "Rahasia" not in client.get(SARINGAN).text
    hapus = f"/pegawai/saringan/{milik.uid}/hapus/"
    assert client.post(hapus).status_code == 404
    client.force_login(admin)
    assert client.post(hapus).status_code == 302
    assert not SaringanTersimpan.objects.exists()


def test_simpan_saringan_melebihi_batas_ditolak_dan_isian_tetap(client, analis):
    for ke in range(TERBANYAK):
        simpan_saringan(nama=f"S{ke}", kueri="", oleh=analis)
    client.force_login(analis)

    respons = client.post(SARINGAN, {"nama": "Lagi", "kueri": "jenis=PNS"})

    assert "Paling banyak 12 saringan" in respons.text
    assert 'value="Lagi"' in respons.text


def test_saringan_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    kueri_tetap(
        lambda n: [
            simpan_saringan(nama=f"S{n}{ke}", kueri="", oleh=analis) for ke in range(n)
        ],
        SARINGAN,
    )


def test_kolom_dipilih_dan_data_pribadi_menurut_peran(client, analis, admin):
    PegawaiFactory(tanggal_lahir="1987-06-12")
    terlihat = []
    for pengguna in (analis, admin):
        client.force_login(pengguna)
        teks = client.get(DAFTAR, {"kolom": ["lahir", "pangkat"]}).text
        terlihat.append(("12-06-1987" in teks, ">Pangkat</th>" in teks))

    assert terlihat == [(True, True), (False, True)]


def test_kolom_pribadi_bawahan_di_luar_unit_tetap_kosong(client):
    pengelola = PegawaiFactory(tanggal_lahir="1980-01-02")
    PemberianPeranFactory(
        peran=Peran.PENGELOLA_OPD,
        unit_kerja=pengelola.unit_kerja,
        pengguna=pengelola.pengguna,
    )
    bawahan = PegawaiFactory(atasan=pengelola, tanggal_lahir="1987-06-12")
    client.force_login(pengelola.pengguna)

    teks = client.get(DAFTAR, {"kolom": "lahir"}).text

    assert bawahan.nama in teks
    assert "02-01-1980" in teks
    assert "12-06-1987" not in teks


@pytest.mark.parametrize("urut", ["nama", "-nama", "nip", "-nip"])
@pytest.mark.parametrize("cari", ["", "orang"])
def test_urutan_berhalaman_tanpa_lompat(client, analis, urut, cari):
    for ke in range(3):
        PegawaiFactory(nama=f"Orang {ke}", nip=f"19800101200501100{9 - ke}")
    client.force_login(analis)

    nama = [
        b["nama"]
        for b in client.get(DAFTAR, {"urut": urut, "cari": cari}).context["halaman"]
    ]

    maju = ["Orang 0", "Orang 1", "Orang 2"]
    assert nama == (maju if urut in {"nama", "-nip"} else maju[::-1])


def test_tampilan_cetak_tanpa_kotak_pilih(client, analis):
    PegawaiFactory(nama="Yublina")
    client.force_login(analis)

    respons = client.get(DAFTAR, {"cetak": "1"})

    assert "Cetak halaman ini" in respons.text
    assert 'name="pilih"' not in respons.text


@pytest.mark.parametrize("semua", [False, True])
def test_tampilan_cetak_di_bawah_60_kb_dan_berhalaman(client, analis, semua):
    """KINERJA: HTML of a list at most 60 KB, with the longest believable texts."""
    jabatan = JabatanFactory(nama="Pengelola Layanan Operasional dan Kepegawaian Muda")
    unit = UnitKerjaFactory(nama="Subbagian Umum, Kepegawaian, dan Perlengkapan Kantor")
    PegawaiFactory.create_batch(
        120,
        nama="Maria Yublina Fransiska Nalle",
        gelar_belakang="S.Sos., M.Si.",
        jabatan=jabatan,
        unit_kerja=unit,
    )
    client.force_login(analis)
    kolom = [k.kode for k in KOLOM] if semua else []

    respons = client.get(DAFTAR, {"cetak": "1", "kolom": kolom})

    assert len(respons.content) <= 60 * 1024
    assert 30 <= len(respons.context["halaman"]) < 120
    lanjut = client.get(f"{DAFTAR}?{respons.context['halaman'].berikutnya}")
    assert lanjut.context["cetak"]
