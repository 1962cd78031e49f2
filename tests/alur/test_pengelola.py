"""An OPD's manager sees exactly the subtree of units, in every channel, until it moves."""

import json
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.utils import timezone

from pegawai.models import Peran
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan

SANDI = "kuda biru makan rumput 7"
DALAM = ("Yublina Dinas", "Yublina Bidang", "Yublina Seksi")
LUAR = ("Yublina Tetangga", "Yublina Kota", "Yublina Tanpaunit")


@pytest.fixture
def dunia(transactional_db, settings):
    """A unit with two levels below it; beside it one whose path begins alike."""
    settings.WAJIB_FAKTOR_KEDUA = False
    call_command("muat_referensi", verbosity=0)
    kota = UnitKerjaFactory(nama="Pemerintah Kota", jenis="PEMDA")
    dinas = UnitKerjaFactory(pk=900_004, nama="Dinas Sosial", induk=kota)
    bidang = UnitKerjaFactory(nama="Bidang Bantuan", jenis="BIDANG", induk=dinas)
    seksi = UnitKerjaFactory(nama="Seksi Data", jenis="SEKSI", induk=bidang)
    tetangga = UnitKerjaFactory(pk=9_000_040, nama="Dinas Pangan", induk=kota)
    unit = (dinas, bidang, seksi, tetangga, kota, None)
    orang = {
        nama: PegawaiFactory(nama=nama, unit_kerja=satu)
        for nama, satu in zip((*DALAM, *LUAR), unit, strict=True)
    }
    akun = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=dinas, nama="Lidia Balo")
    akun.set_password(SANDI)
    akun.save()
    return SimpleNamespace(akun=akun, orang=orang, tetangga=tetangga)


def _terlihat(teks):
    return tuple(nama for nama in (*DALAM, *LUAR) if nama in teks)


def _unduh_ekspor(laman):
    """The whole list as CSV, through the page that asks which columns."""
    laman.buka("/pegawai/ekspor/")
    tanya = laman.teks()

    def tekan(p):
        with p.expect_download() as unduhan:
            p.get_by_role("button", name="Buat berkas").click()
        return unduhan.value.path().read_text("utf-8-sig")

    return tanya, laman.lakukan(tekan)


def _pilihan_unit(laman):
    laman.buka("/pegawai/")
    pilihan = laman.lakukan(
        lambda p: p.locator("select[name=unit] option").all_text_contents()
    )
    return sorted(pilihan)[1:] if "" in pilihan else sorted(pilihan)


def _api(laman, jalur):
    status = laman.buka(jalur)
    return status, laman.lakukan(lambda p: p.inner_text("body"))


def test_pengelola_melihat_tepat_anak_pohon_unitnya(laman, dunia):
    laman.masuk(dunia.akun.nama_akun, SANDI)
    laman.buka("/pegawai/")
    daftar = laman.teks()
    laman.isi("Nama atau NIP", "Yublina")
    laman.klik("Terapkan")
    laman.tunggu_teks("3 dari 3 ASN")
    dicari = laman.teks()
    laman.buka(f"/pegawai/?cari={dunia.orang[LUAR[0]].nip}")
    nip_luar = laman.teks()
    unit = _pilihan_unit(laman)
    laman.buka(f"/cari/?q={quote('Yublina')}")
    semua = laman.teks()
    tanya, csv = _unduh_ekspor(laman)
    laman.buka("/laporan/")
    laporan = laman.teks()
    status_api, api = _api(laman, "/api/v1/pegawai/")
    _, api_cari = _api(laman, "/api/v1/pegawai/?cari=Yublina")

    assert _terlihat(daftar) == _terlihat(dicari) == _terlihat(semua) == DALAM
    assert "Menampilkan 3 dari 3 ASN" in daftar
    assert _terlihat(nip_luar) == ()
    assert {"Bidang Bantuan", "Dinas Sosial", "Seksi Data"} == set(unit) - {"Semua"}
    assert "3 ASN yang cocok" in tanya
    assert _terlihat(csv) == DALAM
    assert "3 ASN" in laporan or "dari 3" in laporan
    assert status_api == 200
    assert {b["nama"] for b in json.loads(api)["hasil"]} == set(DALAM)
    assert {b["nama"] for b in json.loads(api_cari)["hasil"]} == set(DALAM)


def test_tautan_tebakan_sama_dengan_yang_tidak_ada(laman, dunia):
    laman.masuk(dunia.akun.nama_akun, SANDI)
    tiada = "/pegawai/00000000-0000-4000-8000-000000000000/"
    laman.buka(tiada)
    tidak_ada = laman.teks()
    kode, isi = {}, set()
    for nama in (*DALAM, *LUAR):
        alamat = dunia.orang[nama].get_absolute_url()
        kode[nama] = laman.buka(alamat)
        if nama in LUAR:
            isi.add(laman.teks())
            for bagian in ("riwayat", "perubahan", "ubah", "mutasi", "rencana"):
                assert laman.buka(f"{alamat}{bagian}/") == 404, (nama, bagian)
            assert laman.buka(f"/api/v1{alamat}") == 404

    assert kode == dict.fromkeys(DALAM, 200) | dict.fromkeys(LUAR, 404)
    assert isi == {tidak_ada}


def test_pindah_unit_dan_akhir_peran_berlaku_pada_permintaan_berikut(laman, dunia):
    pindah = dunia.orang[DALAM[2]]
    laman.masuk(dunia.akun.nama_akun, SANDI)
    sebelum = laman.buka(pindah.get_absolute_url())
    pindah.unit_kerja = dunia.tetangga
    pindah.save()
    sesudah = laman.buka(pindah.get_absolute_url())
    laman.buka("/pegawai/")
    daftar = laman.teks()
    dunia.akun.pemberian_peran.update(dicabut_pada=timezone.now())

    assert (sebelum, sesudah) == (200, 404)
    assert _terlihat(daftar) == DALAM[:2]
    assert laman.buka("/pegawai/") == 403
    assert laman.buka("/api/v1/pegawai/") == 403
