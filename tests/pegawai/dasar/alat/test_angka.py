"""Numbers as the office writes them."""

from decimal import Decimal

import pytest

from pegawai.dasar.alat.angka import (
    angka,
    nip,
    persen,
    persen_dari,
    rupiah,
    selisih,
    ukuran,
)


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        (0, "0"),
        (6988, "6.988"),
        (1234.5, "1.234,5"),
        (Decimal("88.8900"), "88,89"),
        (Decimal("100"), "100"),
        ("1250000", "1.250.000"),
        (-1, "−1"),
        (-0.001, "0"),
        (None, "—"),
        ("", "—"),
        ("tidak ada", "tidak ada"),
        (float("nan"), "nan"),
    ],
)
def test_angka_ditulis_cara_kantor(nilai, hasil):
    assert angka(nilai) == hasil


def test_angka_dengan_desimal_tetap():
    assert angka(Decimal("94.4"), 2) == "94,40"


def test_persen_memakai_koma():
    assert persen(Decimal("88.89")) == "88,89%"
    assert persen(None) == "—"


def test_persen_dari_nol_bukan_nol_persen():
    assert persen_dari(14, 20) == "70%"
    assert persen_dari(0, 0) == "—"


def test_rupiah_tanpa_spasi_dan_desimal():
    assert rupiah(1250000) == "Rp1.250.000"
    assert rupiah(-5000) == "−Rp5.000"
    assert rupiah(None) == "—"


def test_selisih_bertanda():
    assert [selisih(n) for n in (1, 0, -1)] == ["+1", "0", "−1"]


def test_nip_dikelompokkan():
    assert nip("199001012015031001") == "19900101 201503 1 001"


def test_nip_yang_tidak_lengkap_ditulis_apa_adanya():
    assert nip("1990") == "1990"
    assert nip(None) == "—"


def test_ukuran_berkas():
    assert [ukuran(n) for n in (512, 1258291, None)] == ["512 B", "1,2 MB", "—"]
