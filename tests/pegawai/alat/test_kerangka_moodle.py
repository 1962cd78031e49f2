"""Moodle's competency framework: what goes out comes back, what is wrong is said."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pegawai.alat.kerangka_moodle import (
    GalatKerangka,
    baca_kerangka,
    tulis_kerangka,
)
from pegawai.alat.rumusan import (
    aman_rumus,
    bandingkan_rumusan,
    buka_rumus,
    butir_baru,
    rapikan,
)

JENIS = {"MANAJERIAL", "SOSIAL_KULTURAL", "TEKNIS"}
KEPALA = "a,b,c,d,e,f,g,h,i,j,k,l,m,n"
SULIT = butir_baru(
    kode="T,01",
    nama="Arsip, \"dinamis\" dan 'statis'; " + "panjang " * 14,
    jenis="TEKNIS",
    definisi='=HYPERLINK(1)\n\nbaris kedua, dengan koma\n"kutip"',
    terkait=["T,02", "M.01"],
    level={
        "1": ("-1 minus", "1.1 tertib\n\n1.2 rapi"),
        "3": ("'=sudah berapostrof", ""),
        "5": ("@rujukan", "+5.1"),
    },
)
TEKS = st.text(max_size=60).map(rapikan)


def tulis(isi):
    return tulis_kerangka(kode="K", nama="Kamus", ket="x", isi=isi).encode()


def berkas(*baris):
    return "\r\n".join([KEPALA, *baris]).encode()


def test_pulang_pergi_tanpa_perubahan():
    isi = [butir_baru(kode="M.01", nama="Integritas", jenis="MANAJERIAL"), SULIT]

    kepala, kembali = baca_kerangka(tulis(isi), JENIS)

    assert kembali == isi
    assert (kepala.id, kepala.nama) == ("K", "Kamus")
    assert bandingkan_rumusan(isi, kembali, {}) == []


@given(TEKS, TEKS, TEKS, TEKS)
def test_pulang_pergi_teks_apa_pun(nama, definisi, uraian, indikator):
    butir = butir_baru(
        kode="T.1",
        nama=nama or "x",
        jenis="TEKNIS",
        definisi=definisi,
        level={"2": (uraian or "u", indikator)},
    )

    _, kembali = baca_kerangka(tulis([butir]), JENIS)

    assert kembali == [butir]


def test_empat_belas_kolom_satu_kerangka_dan_koma_lolos():
    baris = list(csv.reader(io.StringIO(tulis([SULIT]).decode())))

    assert {len(b) for b in baris} == {14}
    assert [b[12] for b in baris[1:]].count("1") == 1
    assert baris[3][10] == "M.01,T%2C02"
    assert len(baris[3][2]) <= 100


def test_tidak_ada_sel_yang_terbaca_sebagai_rumus():
    baris = csv.reader(io.StringIO(tulis([SULIT]).decode()))

    assert [s for b in baris for s in b if s[:1] in {"=", "+", "-", "@"}] == []


@given(st.text(max_size=20))
def test_aman_rumus_dapat_dibuka_persis(teks):
    assert buka_rumus(aman_rumus(teks)) == teks
    assert aman_rumus(teks)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_berkas_moodle_berbahasa_lain_html_dan_titik_koma():
    data = "\n".join(
        [
            KEPALA.replace(",", ";"),
            ";K;Kerangka;;1;;;;;;;;1;",
            ';T1;Arsip;"<p>Satu &amp; dua</p><p>tiga</p>";1;;;;;;;;0;',
            "T1;x9;Tahu;;1;;;;;;;;0;",
            "T1;y9;Bisa;<b>mampu</b>;1;;;;;;;;0;",
            "y9;i1;Tertib;;1;;;;;;;;0;",
            "y9;i2;Rapi;;1;;;;;;;;0;",
        ]
    ).encode("cp1252")

    _, isi = baca_kerangka(data, JENIS)

    assert isi == [
        butir_baru(
            kode="T1",
            nama="Arsip",
            jenis="TEKNIS",
            definisi="Satu & dua\ntiga",
            level={"1": ("Tahu", ""), "2": ("mampu", "Tertib\nRapi")},
        )
    ]


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04\x00\x00", "bukan CSV"),
        (berkas(",T1,Arsip,,2,,,,,,,,0,"), "0 baris kerangka"),
        (berkas(",K,K,,2,,,,,,,,1,", ",L,L,,2,,,,,,,,1,"), "2 baris kerangka"),
        (berkas(",K,K,,2,,,,,,,,1,", ",T1,A,,2"), "5 kolom"),
        (berkas(",K,K,,2,,,,,,,,1,", ",,A,,2,,,,,,,,0,"), "nomor ID atau nama"),
        (berkas(",K,K,,2,,,,,,,,1,", "X,T,A,,2,,,,,,,,0,"), "induk X"),
        (berkas(",K,K,,2,,,,,,,,1,", *[",T,A,,2,,,,,,,,0,"] * 2), "T dipakai"),
        (
            berkas(",K,K,,2,,,,,,,,1,", "B,A,A,,2,,,,,,,,0,", "A,B,B,,2,,,,,,,,0,"),
            "melingkar",
        ),
        (
            berkas(
                ",K,K,,2,,,,,,,,1,",
                ",T,A,,2,,,,,,,,0,",
                *[f"T,t{n},A,,2,,,,,,,,0," for n in range(6)],
            ),
            "6 tingkat",
        ),
        (berkas(",K,K,," + "x" * 200_000), "terlalu panjang"),
        (berkas(",K,K," + "x" * 20_000 + ",2,,,,,,,,1,"), "10.000 karakter"),
    ],
)
def test_berkas_buruk_disebut_sebabnya(data, kata):
    with pytest.raises(GalatKerangka, match=kata):
        baca_kerangka(data, JENIS)
