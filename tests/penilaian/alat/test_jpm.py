"""All worked cases of uji_jpm.csv, exactly."""

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from penilaian.alat.jpm import (
    hitung_jpm,
    indeks_kesenjangan,
    kategori,
    kesenjangan,
)

DATA = Path(__file__).resolve().parents[2] / "data" / "uji_jpm.csv"
PENGISIAN = [["MS", "Memenuhi Syarat", 80], ["MMS", "M", 68], ["KMS", "K", 0]]
PEMETAAN = [["O", "Optimal", 90], ["CO", "C", 78], ["KO", "K", 0]]
with DATA.open(encoding="utf-8") as _berkas:
    KASUS = list(csv.DictReader(_berkas))


def _pasangan(baris):
    capaian = [int(x) for x in baris["capaian"].split("|")]
    standar = [int(x) for x in baris["standar"].split("|")]
    return list(zip(capaian, standar, strict=True))


def test_kasus_ada():
    assert len(KASUS) == 12


@pytest.mark.parametrize("baris", KASUS, ids=lambda b: b["kasus"])
def test_hitung_jpm_surplus_menutup(baris):
    hasil = hitung_jpm(_pasangan(baris), surplus_menutup=True)

    assert hasil.jumlah_capaian == int(baris["jumlah_capaian"])
    assert hasil.jumlah_standar == int(baris["jumlah_standar"])
    assert str(hasil.tampil) == baris["jpm"]
    assert kategori(hasil.nilai, PENGISIAN)[0] == baris["kategori_pengisian"]
    assert kategori(hasil.nilai, PEMETAAN)[0] == baris["kategori_pemetaan"]


@pytest.mark.parametrize("baris", KASUS, ids=lambda b: b["kasus"])
def test_hitung_jpm_dibatasi_per_kompetensi(baris):
    hasil = hitung_jpm(_pasangan(baris), surplus_menutup=False)

    assert str(hasil.tampil) == baris["jpm_dibatasi_per_kompetensi"]
    assert kategori(hasil.nilai, PENGISIAN)[0] == baris["kategori_pengisian_dibatasi"]
    assert kategori(hasil.nilai, PEMETAAN)[0] == baris["kategori_pemetaan_dibatasi"]


def test_hitung_jpm_belum_lengkap_tanpa_nilai():
    hasil = hitung_jpm([(3, 3), (None, 3)])

    assert (hasil.nilai, hasil.tampil, hasil.lengkap) == (None, None, False)
    assert kategori(hasil.nilai, PEMETAAN) == ("", "")


def test_hitung_jpm_tanpa_standar_tanpa_nilai():
    assert hitung_jpm([]).nilai is None


def test_kategori_menurut_nilai_persis_bukan_tampilan():
    hasil = hitung_jpm([(Decimal("8.9996"), 10)])

    assert hasil.nilai == Fraction("89.996")
    assert str(hasil.tampil) == "90.00"
    assert kategori(hasil.nilai, PEMETAAN)[0] == "CO"


def test_hitung_jpm_dua_desimal_setengah_ke_atas():
    assert str(hitung_jpm([(Decimal("0.6665"), 1), (0, 9)]).tampil) == "6.67"


@pytest.mark.parametrize(
    ("capaian", "standar", "harap"),
    [(2, 3, 1), (3, 3, 0), (4, 3, 0), (Decimal("2.3333"), 3, Decimal("0.6667"))],
)
def test_kesenjangan_kurang_saja(capaian, standar, harap):
    assert kesenjangan(capaian, standar) == harap


def test_kesenjangan_tanpa_salah_satu():
    assert kesenjangan(None, 3) is None
    assert kesenjangan(3, None) is None


def test_indeks_kesenjangan_hanya_pasangan_penuh():
    assert indeks_kesenjangan([(2, 3), (4, 3), (None, 3)]) == (Decimal("16.67"), 2)
    assert indeks_kesenjangan([(None, 3)]) == (None, 0)
