"""The number's rule against the worked rows and every ruling N-1 to N-9."""

import csv
from datetime import date
from pathlib import Path

import pytest

from pegawai.alat.nip import PESAN, bersihkan_nip, periksa_nip

HARI = date(2026, 11, 24)
SAH = "199001012020121007"
PPPK = "199203152023212005"


def baris_uji():
    berkas = Path(__file__).parents[2] / "data" / "uji_nip.csv"
    with berkas.open(encoding="utf-8") as f:
        return list(csv.DictReader(f))


def periksa(masukan, **lain):
    return periksa_nip(masukan, hari_ini=HARI, **lain)


@pytest.mark.parametrize("baris", baris_uji(), ids=lambda b: b["masukan"])
def test_periksa_nip_baris_uji(baris):
    hasil = periksa(baris["masukan"])

    tmt = baris["tmt"]
    assert hasil.sah == (baris["sah"] == "ya")
    assert hasil.alasan == baris["alasan_tolak"]
    assert hasil.jenis == baris["status"]
    assert str(hasil.tanggal_lahir or "") == baris["tanggal_lahir"]
    assert str(hasil.tmt or hasil.tahun_tmt or "") == tmt
    assert hasil.jenis_kelamin == baris["jenis_kelamin"]
    assert str(hasil.frekuensi or "") == baris["frekuensi_pppk"]
    assert hasil.peringatan == ()


@pytest.mark.parametrize(
    "masukan",
    [
        "19900101\u00a0202012\u20091\u2003007",  # NBSP, thin, em space: Zs
        "\t199001012020121007\r\n",  # Cc
        "\ufeff1990\u200b01012020\u200e121007\u00ad",  # BOM, ZWSP, LRM, SHY: Cf
    ],
)
def test_bersihkan_membuang_zs_cc_cf(masukan):
    assert periksa(masukan).nomor == SAH


@pytest.mark.parametrize("kutip", ["'", "’", "‘", "`", " '", "\u00a0’"])
def test_bersihkan_membuang_satu_kutip_di_depan(kutip):
    assert periksa(kutip + SAH).sah


@pytest.mark.parametrize("masukan", ["''" + SAH, SAH + "'", '"' + SAH, "-'" + SAH])
def test_bersihkan_tidak_membuang_kutip_lain(masukan):
    assert periksa(masukan).alasan == "format"


@pytest.mark.parametrize("tanda", [".", "-", "–", "—", "‐", "\u2011", "\ufe63"])
def test_bersihkan_membuang_titik_dan_pd(tanda):
    assert bersihkan_nip(f"19900101{tanda}202012{tanda}1{tanda}007") == SAH


@pytest.mark.parametrize("tanda", ["\u2212", "_", "/", ",", "\u2028", "\u3002"])
def test_bersihkan_tidak_membuang_yang_lain(tanda):
    assert periksa(f"19900101{tanda}2020121007").alasan == "format"


@pytest.mark.parametrize(
    "masukan", ["", "'", None, 199001012020121007, 1.99e17, "１" * 18]
)
def test_periksa_nip_bukan_teks_18_digit_ascii_ditolak(masukan):
    assert periksa(masukan).alasan == "format"


@pytest.mark.parametrize(
    ("lahir", "sah"),
    [("19400101", True), ("19391231", False), ("00010101", False)],
)
def test_periksa_nip_batas_tanggal_lahir(lahir, sah):
    assert (periksa(f"{lahir}2020121007").alasan != "tanggal lahir") == sah


def test_periksa_nip_lahir_hari_ini_lolos_aturan_tiga_dan_besok_tidak():
    assert periksa("202611242044121007").sah
    assert periksa("202611252044121007").alasan == "tanggal lahir"


@pytest.mark.parametrize(
    ("nomor", "jenis", "alasan"),
    [
        ("1990130120201310", None, "format"),
        ("199013012020133000", "PPPK", "tanggal lahir"),
        ("200801012020133000", "PPPK", "bulan TMT / kode PPPK"),
        ("200801012020123000", "PPPK", "jenis kelamin"),
        ("200801012020121000", "PPPK", "nomor urut"),
        ("200801012020121001", "PPPK", "umur saat diangkat < 18"),
        (SAH, "PPPK", "jenis kepegawaian"),
        (PPPK, "CPNS", "jenis kepegawaian"),
    ],
)
def test_periksa_nip_alasan_pertama_yang_disebut(nomor, jenis, alasan):
    assert periksa(nomor, jenis=jenis).alasan == alasan


@pytest.mark.parametrize("jenis", ["PNS", "CPNS", None])
def test_periksa_nip_pns_dan_cpns_bernomor_sama(jenis):
    assert periksa(SAH, jenis=jenis).sah


@pytest.mark.parametrize(("tahun", "jumlah"), [(2026, 0), (2027, 0), (2028, 1)])
def test_periksa_nip_tahun_setelah_tahun_depan_diperingatkan(tahun, jumlah):
    assert len(periksa(f"19900101{tahun}121007").peringatan) == jumlah


@pytest.mark.parametrize(("tahun", "jumlah"), [(2010, 1), (2011, 1), (2012, 0)])
def test_periksa_nip_pppk_di_bawah_20_tahun_diperingatkan(tahun, jumlah):
    hasil = periksa(f"19920315{tahun}212005")

    assert hasil.sah
    assert len(hasil.peringatan) == jumlah


def test_periksa_nip_beda_data_memperingatkan_tanpa_menolak():
    hasil = periksa(
        SAH,
        tanggal_lahir=date(1990, 1, 2),
        jenis_kelamin="P",
        tmt_cpns=date(2020, 11, 1),
    )

    assert hasil.sah
    assert len(hasil.peringatan) == 3


def test_periksa_nip_data_sama_tidak_memperingatkan():
    hasil = periksa(
        SAH,
        tanggal_lahir=date(1990, 1, 1),
        jenis_kelamin="L",
        tmt_cpns=date(2020, 12, 1),
    )

    assert hasil.peringatan == ()


@pytest.mark.parametrize(("tahun", "jumlah"), [(2023, 0), (2022, 1)])
def test_periksa_nip_pppk_dibandingkan_menurut_tahun(tahun, jumlah):
    assert len(periksa(PPPK, tmt_cpns=date(tahun, 7, 1)).peringatan) == jumlah


def test_setiap_alasan_punya_kalimat():
    alasan = {b["alasan_tolak"] for b in baris_uji()} - {""}

    assert alasan < set(PESAN)
    assert all(PESAN.values())
