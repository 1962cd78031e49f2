"""Arithmetic of the charts."""

import pytest

from pegawai.dasar.alat.bagan import (
    Sumbu,
    bilah,
    panas,
    pecah_label,
    petak,
    radar,
    titik,
    tren,
)

SEMBILAN = [
    Sumbu(nama, capaian, 3)
    for nama, capaian in [
        ("Integritas", 3),
        ("Kerjasama", 3),
        ("Komunikasi", 2),
        ("Orientasi pada Hasil", 3),
        ("Pelayanan Publik", 3),
        ("Pengembangan Diri dan Orang Lain", 2),
        ("Mengelola Perubahan", 2),
        ("Pengambilan Keputusan", 3),
        ("Perekat Bangsa", 3),
    ]
]


def test_radar_sumbu_pertama_tegak_ke_atas():
    hasil = radar(SEMBILAN)

    assert hasil.cincin[-1].split()[0] == "195,34"
    assert hasil.capaian.split()[0] == "195,66"
    assert len(hasil.tanda) == 9
    assert [label.kurang for label in hasil.label].count(True) == 3


def test_radar_tanpa_standar_tidak_menggambar_garisnya():
    hasil = radar([Sumbu(s.nama, s.capaian, None) for s in SEMBILAN])

    assert hasil.standar == ""


def test_radar_yang_belum_dinilai_tanpa_tanda():
    hasil = radar([Sumbu("A", None, 3), Sumbu("B", 2, 3), Sumbu("C", 3, 3)])

    assert len(hasil.tanda) == 2


@pytest.mark.parametrize("jumlah", [2, 10])
def test_radar_menolak_jumlah_sumbu_lain(jumlah):
    with pytest.raises(ValueError, match="3 to 9"):
        radar([Sumbu("A", 1, 1)] * jumlah)


def test_label_dipecah_per_kata():
    assert pecah_label("Pengembangan Diri dan Orang Lain") == (
        "Pengembangan",
        "Diri dan",
        "Orang Lain",
    )


def test_bilah_di_bawah_target():
    hasil = bilah(14, 20)

    assert (hasil.lebar, hasil.batas, hasil.kini) == ("70%", None, 14)


def test_bilah_melebihi_target_memberi_tanda():
    hasil = bilah(38, 20)

    assert (hasil.lebar, hasil.batas, hasil.kini) == ("100%", "52.6%", 20)


def test_bilah_tanpa_target():
    hasil = bilah(0, 0)

    assert (hasil.lebar, hasil.batas) == ("0%", None)


def test_tren_dua_titik():
    assert tren([1, 3]) == ("2,21 78,3", (78.0, 3.0))


def test_tren_satu_nilai_tidak_digambar():
    assert tren([5]) is None


def test_petak_menandai_yang_kurang():
    assert petak(2, 3) == ("isi-petak", "isi-petak", "kurang-petak", "", "")


@pytest.mark.parametrize(
    ("nilai", "langkah"), [(None, 0), (0, 1), (0.4, 2), (0.7, 3), (1, 4), (1.3, 5)]
)
def test_panas_lima_langkah(nilai, langkah):
    assert panas(nilai) == langkah


def test_titik_dua_baris():
    tinggi, daftar = titik(13)

    assert tinggi == 19
    assert daftar[-1] == (0, 11)
