"""All worked cases of uji_360.csv."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from penilaian.alat.jpm import bulatkan_tampil
from penilaian.alat.tiga_enam_puluh import hitung_360

DATA = Path(__file__).resolve().parents[2] / "data" / "uji_360.csv"
BOBOT = {"atasan": 50, "rekan": 30, "bawahan": 20}
with DATA.open(encoding="utf-8") as _berkas:
    KASUS = list(csv.DictReader(_berkas))


def _jawaban(teks):
    return [None if x == "-" else int(x) for x in teks.split("|") if x]


@pytest.mark.parametrize("baris", KASUS, ids=lambda b: b["kasus"])
def test_hitung_360_kasus(baris):
    bobot = dict(zip(BOBOT, map(int, baris["bobot"].split(":")), strict=True))

    hasil = hitung_360({k: _jawaban(baris[k]) for k in BOBOT}, bobot)

    assert str(hasil.nilai or "") == baris["nilai_dibekukan"]
    if hasil.nilai is not None:
        assert str(bulatkan_tampil(hasil.nilai)) == baris["ditampilkan"]


def test_hitung_360_kelompok_tersembunyi_tidak_mengubah_angka_apa_pun():
    polos = hitung_360({"atasan": [4], "rekan": [3, 3, 3]}, BOBOT)

    for bawahan in ([1, 1], [5, 5], [0]):
        hasil = hitung_360(
            {"atasan": [4], "rekan": [3, 3, 3], "bawahan": bawahan}, BOBOT
        )
        assert hasil.nilai == polos.nilai
        assert "bawahan" not in hasil.kelompok
        assert hasil.disembunyikan == ("bawahan",)


def test_hitung_360_dua_kelompok_kecil_tidak_digabung():
    hasil = hitung_360({"rekan": [3, 4], "bawahan": [3, 4]}, BOBOT)

    assert hasil == (None, {}, ("rekan", "bawahan"))


def test_hitung_360_penilaian_diri_tampil_tanpa_bobot():
    hasil = hitung_360({"diri": [5], "atasan": [3]}, BOBOT)

    assert hasil.nilai == Decimal("3.0000")
    assert hasil.kelompok["diri"] == Decimal("5.0000")


def test_hitung_360_tingkat_di_luar_batas_ditolak():
    with pytest.raises(ValueError, match="0 to 5"):
        hitung_360({"atasan": [6]}, BOBOT)
