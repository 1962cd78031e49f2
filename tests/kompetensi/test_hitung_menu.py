"""Numbers beside menu lines: the same work as the list they open, in one statement."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kompetensi.menunggu import BATAS_HITUNG, catat_persetujuan, hitung_menu
from kompetensi.navigasi import sebut_jumlah
from pegawai.models import Peran
from tests.pabrik.kemitraan import PenempatanFactory, PenempatanKeluarFactory
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import PesertaFactory, RiwayatDiajukanFactory
from tests.pabrik.penilaian import PenilaianFactory, PenugasanAsesorFactory
from tests.pabrik.perbaikan import PerbaikanFactory


@pytest.fixture(autouse=True)
def _hidup(settings):
    settings.HITUNG_MENU = True
    settings.WAJIB_FAKTOR_KEDUA = False


def _bawahan(akun, jumlah):
    atasan = PegawaiFactory(pengguna=akun)
    for _ in range(jumlah):
        PesertaFactory(pegawai__atasan=atasan)


def _angka(respons):
    """Label -> number, as the menu shows them."""
    menu = respons.content.decode().split('id="menu"')[1].split("</nav>")[0]
    baris = re.findall(r'">([^<]+) <span class="hitung">([^<]+)<', menu)
    return dict(baris)


def test_menu_menyebut_sebanyak_isi_kotak_persetujuan(client, kepala, referensi):
    _bawahan(kepala, 3)
    client.force_login(kepala)

    kotak = client.get(reverse("persetujuan"))
    lain = client.get(reverse("data-saya"))

    assert len(kotak.context["daftar"]) == 3
    assert _angka(kotak) == _angka(lain) == {"Kotak persetujuan": "3"}


@pytest.fixture
def kepala():
    return akun_berperan(Peran.KEPALA_OPD, unit_kerja=UnitKerjaFactory())


def test_yang_menunggu_orang_lain_tidak_dihitung(client, kepala, referensi):
    _bawahan(akun_berperan(Peran.KEPALA_OPD, unit_kerja=UnitKerjaFactory()), 1)
    client.force_login(kepala)

    assert _angka(client.get(reverse("data-saya"))) == {}


def test_penempatan_di_unitnya_menunggu_kepala(client, kepala, referensi):
    unit = UnitKerjaFactory(induk=kepala.pemberian_peran.get().unit_kerja)
    milik = PenempatanFactory(unit_kerja=unit)
    PenempatanFactory()  # another unit's
    PenempatanFactory(unit_kerja=unit, status="DITERIMA", peserta__nim="2")
    PenempatanKeluarFactory(pegawai=PegawaiFactory(pengguna=kepala, unit_kerja=unit))
    client.force_login(kepala)

    kotak = client.get(reverse("persetujuan"))

    assert [b["url"] for b in kotak.context["daftar"]] == [milik.get_absolute_url()]
    assert [b["nama"] for b in kotak.context["daftar"]] == [milik.peserta.nama]
    assert _angka(kotak) == {"Kotak persetujuan": "1"}


def test_perbaikan_disebut_pada_dua_baris(client, analis, referensi):
    PerbaikanFactory()
    client.force_login(analis)

    assert _angka(client.get(reverse("data-saya"))) == {
        "Kotak persetujuan": "1",
        "Permintaan perbaikan": "1",
    }


def test_asesor_melihat_yang_belum_diisi(client, referensi):
    asesor = akun_berperan(Peran.ASESOR)
    belum, sudah = (PenugasanAsesorFactory(asesor=asesor) for _ in range(2))
    for tugas in (belum, sudah):
        tugas.periode.status = "BERJALAN"
        tugas.periode.save()
    PenilaianFactory(
        periode=sudah.periode, pegawai=sudah.pegawai, lengkap=True, status="DRAF"
    )
    client.force_login(asesor)

    assert _angka(client.get(reverse("data-saya"))) == {"Penugasan asesor": "1"}


@pytest.mark.parametrize("jumlah", [1, 3])
def test_satu_pernyataan_berapa_pun_barisnya(kepala, jumlah, referensi):
    _bawahan(kepala, jumlah)
    hitung_menu(kepala)  # what the account is allowed is read once a request
    del kepala.__dict__["_hitung_menu"]

    with CaptureQueriesContext(connection) as tangkap:
        assert hitung_menu(kepala)["persetujuan"] == jumlah
        hitung_menu(kepala)

    assert len(tangkap) == 1


def _kueri(client, url):
    with CaptureQueriesContext(connection) as tangkap:
        client.get(url)
    return len(tangkap)


@pytest.mark.parametrize(("url", "tambah"), [("beranda", 0), ("persetujuan", 0)])
def test_halaman_yang_sudah_menghitung_tidak_ditanya_lagi(
    client, kepala, referensi, settings, url, tambah
):
    _bawahan(kepala, 2)
    client.force_login(kepala)
    client.get(reverse(url))

    dengan = _kueri(client, reverse(url))
    settings.HITUNG_MENU = False

    assert dengan == _kueri(client, reverse(url)) + tambah


def test_halaman_lain_menambah_satu_pernyataan(client, kepala, referensi, settings):
    client.force_login(kepala)
    client.get(reverse("data-saya"))

    dengan = _kueri(client, reverse("data-saya"))
    settings.HITUNG_MENU = False

    assert dengan == _kueri(client, reverse("data-saya")) + 1


def test_yang_tidak_pernah_memutuskan_tidak_ditanya(client, referensi, settings):
    client.force_login(akun_berperan(Peran.PIMPINAN))
    client.get(reverse("data-saya"))

    dengan = _kueri(client, reverse("data-saya"))
    settings.HITUNG_MENU = False

    assert dengan == _kueri(client, reverse("data-saya"))


@pytest.mark.parametrize(
    ("n", "teks"), [(0, ""), (1, "1"), (99, "99"), (BATAS_HITUNG, "99+")]
)
def test_angka_berhenti_di_sembilan_puluh_sembilan(n, teks):
    assert sebut_jumlah(n) == teks


def test_banyak_jenis_yang_penuh_tetap_seratus():
    pengguna = PenggunaFactory()

    catat_persetujuan(pengguna, Counter(kursi=100, rencana=100, perbaikan=3))

    assert hitung_menu(pengguna) == {"persetujuan": BATAS_HITUNG, "perbaikan": 3}


def test_verifikasi_pelatihan_terhitung_bagi_pengelola_dan_analis(analis):
    """The manager's are part of the box; the analyst's list is counted apart."""
    opd = UnitKerjaFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    RiwayatDiajukanFactory(pegawai__unit_kerja=opd)
    RiwayatDiajukanFactory.create_batch(2)

    milik_pengelola, milik_analis = hitung_menu(pengelola), hitung_menu(analis)

    assert (milik_pengelola["persetujuan"], milik_pengelola["verifikasi"]) == (1, 1)
    assert (milik_analis["persetujuan"], milik_analis["verifikasi"]) == (0, 3)
