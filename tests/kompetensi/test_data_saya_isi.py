"""Everything that is held about a person, with its origin."""

import gzip

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kompetensi.data_saya.susunan import Bagian
from pegawai.dasar.models import Pengguna
from pegawai.models import Pegawai
from pegawai.services.perbaikan import terima_perbaikan
from tests.pabrik.impor import BerkasImporFactory
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
)
from tests.pabrik.perbaikan import PerbaikanFactory

HALAMAN = ["kepegawaian", "riwayat", "pengembangan", "akun"]
BATAS_BYTE = 14 * 1024


def buka(client, pegawai, kode="kepegawaian"):
    client.force_login(Pengguna.objects.get(pk=pegawai.pengguna_id))
    return client.get(reverse("data-saya-bagian", kwargs={"kode": kode}))


def bagian(respons, kunci):
    return next(b for b in respons.context["daftar"] if b.kunci == kunci)


def asal(respons, kunci, medan):
    return next(f.asal for f in bagian(respons, kunci).fakta if f.kunci == medan)


@pytest.mark.parametrize("kode", HALAMAN)
def test_data_saya_kosong_tetap_terbuka_dan_ringan(client, referensi, kode):
    respons = buka(client, PegawaiFactory(), kode)

    assert respons.status_code == 200
    assert len(gzip.compress(respons.content)) <= BATAS_BYTE


@pytest.mark.parametrize("kode", HALAMAN)
def test_data_saya_jumlah_kueri_tetap(client, referensi, kode):
    jumlah = []
    for banyak in (1, 3):
        pegawai = PegawaiFactory()
        NomorPegawaiFactory(pegawai=pegawai)
        for n in range(banyak):
            tmt, sampai = f"20{10 + n}-01-01", f"20{10 + n}-12-31"
            RiwayatJabatanFactory(pegawai=pegawai, tmt=tmt, sampai=sampai)
        CapaianKompetensiFactory.create_batch(banyak, pegawai=pegawai)
        PerbaikanFactory.create_batch(banyak, pegawai=pegawai, medan="LAIN")
        client.force_login(pegawai.pengguna)
        with CaptureQueriesContext(connection) as kueri:
            client.get(reverse("data-saya-bagian", kwargs={"kode": kode}))
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 12, [k["sql"][:150] for k in kueri]


def test_data_saya_menyebut_berkas_impor_halaman_dan_perbaikan(client, analis):
    pegawai = PegawaiFactory(nama="Yublina Nale")
    impor = BerkasImporFactory(nama_berkas="SIASN-November.xlsx")
    with pghistory.context(impor=str(impor.uid), tugas="x"):
        Pegawai.objects.filter(pk=pegawai.pk).update(gelar_depan="Dr.")
    with pghistory.context(pengguna=analis.pk, url="/pegawai/"):
        Pegawai.objects.filter(pk=pegawai.pk).update(surel_dinas="y@contoh.go.id")
    terima_perbaikan(perbaikan=PerbaikanFactory(pegawai=pegawai), oleh=analis)

    respons = buka(client, pegawai)

    dari = {m: asal(respons, "identitas", m).rsplit(",", 1)[0] for m in (
        "nama", "gelar_depan", "surel_dinas", "tanggal_lahir"
    )}  # fmt: skip
    assert dari == {
        "nama": "Perbaikan yang Anda minta",
        "gelar_depan": "Impor SIASN-November.xlsx",
        "surel_dinas": f"Diisi oleh {analis}",
        "tanggal_lahir": "Sistem",
    }


def test_data_saya_riwayat_jabatan_menyebut_asal(client):
    pegawai = PegawaiFactory()
    impor = BerkasImporFactory(nama_berkas="SIASN.xlsx")
    with pghistory.context(impor=str(impor.uid)):
        RiwayatJabatanFactory(pegawai=pegawai)

    respons = buka(client, pegawai, "riwayat")

    baris = bagian(respons, "riwayat_jabatan").baris
    assert baris[0][-1].startswith("Impor SIASN.xlsx, ")


def test_data_saya_lebih_dari_sepuluh_baris_dipotong_dan_disebut(client):
    pegawai = PegawaiFactory()
    for n in range(11):
        nomor = f"19900101202012{n:04d}"
        NomorPegawaiFactory(pegawai=pegawai, nomor=nomor)

    respons = buka(client, pegawai, "riwayat")

    assert len(bagian(respons, "nomor").baris) == 10
    assert "Menampilkan 10 yang terbaru" in respons.content.decode()


def test_data_saya_halaman_asing_tidak_ada(client):
    assert buka(client, PegawaiFactory(), "gaji").status_code == 404


def test_data_saya_bukan_pegawai_dilarang(client, orang_lain):
    client.force_login(orang_lain)

    assert client.get(reverse("data-saya-isi")).status_code == 403


def test_nip_berkelompok_di_tiap_halaman_data_saya(client, referensi):
    pegawai = PegawaiFactory(nip="199003152015031002")
    NomorPegawaiFactory(pegawai=pegawai, nomor="199003152015031002")
    Pengguna.objects.filter(pk=pegawai.pengguna_id).update(
        nama_akun="199003152015031002"
    )

    for kode in ("kepegawaian", "riwayat", "akun"):
        isi = buka(client, pegawai, kode).content.decode()
        assert "19900315 201503 1 002" in isi, kode
        assert "199003152015031002<" not in isi, kode


def test_baris_pendek_berupa_tabel_yang_panjang_tetap_blok():
    tujuh = [(f"k{n}", f"Kolom {n}") for n in range(7)]

    assert Bagian("a", "A", kolom=tujuh, baris=[range(7)] * 3).padat
    assert not Bagian("a", "A", kolom=tujuh, baris=[range(7)] * 2).padat
    lebar = [*tujuh, ("k7", "Kolom 7")]
    assert not Bagian("a", "A", kolom=lebar, baris=[range(8)] * 3).padat
