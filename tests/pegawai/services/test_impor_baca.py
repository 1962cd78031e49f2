"""One row by itself: what is read, dropped with a warning, or refused."""

from datetime import date

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import BarisImpor, Golongan
from pegawai.services.referensi import muat_referensi
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, baca, satu
from tests.pabrik.pegawai import GolonganFactory


@pytest.fixture(autouse=True)
def golongan():
    GolonganFactory(status="PNS", kode="III/b", kode_siasn="32")
    GolonganFactory(status="PPPK", kode="IX", pangkat="")


def galat(impor):
    return satu(impor).galat["kolom"], satu(impor).galat["sebab"]


def test_baca_baris_lengkap_diterima():
    baris = satu(baca((f"'{NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}", "Maria Seran")))

    assert (baris.nip, baris.nama, baris.tindakan) == (NIP, "Maria Seran", "BARU")
    assert baris.tanggal_lahir_nip == date(1990, 1, 1)


def test_baca_nip_angka_ditolak_dengan_saran_teks():
    baris = satu(baca((float(NIP), "Maria Seran")))

    assert baris.tindakan == "DITOLAK"
    assert "digit terakhir sudah rusak" in baris.galat["sebab"]
    assert "teks" in baris.galat["saran"]


@pytest.mark.parametrize(
    ("nip", "sebab"),
    [
        ("19900101202012100", "Hanya 17 digit."),
        ("1990010120201210071", "Ada 19 digit."),
        ("19900101202012A007", "NIP memuat huruf atau tanda lain."),
        ("198502292010011001", "tanggal lahir"),
        ("HAPUS", "NIP memuat huruf atau tanda lain."),
        ("", "NIP kosong."),
    ],
)
def test_baca_nip_tidak_sah_ditolak(nip, sebab):
    kolom, pesan = galat(baca((nip, "Maria Seran")))

    assert kolom == "NIP BARU"
    assert sebab in pesan


@pytest.mark.parametrize(
    "isi",
    [
        "24-11-2020",
        "2020-11-24",
        "24/11/2020",
        "24 Nov 2020",
        date(2020, 11, 24),
        44159,
    ],
)
def test_baca_tanggal_dalam_ejaan_kantor(isi):
    def tulis(wb, ws):
        if isinstance(isi, date):
            ws.write_datetime(1, 2, isi, wb.add_format({"num_format": "dd/mm/yyyy"}))

    impor = baca(
        (NIP, "Maria", "" if isinstance(isi, date) else isi),
        kolom=("NIP BARU", "NAMA", "TMT JABATAN"),
        isi=tulis,
    )

    assert satu(impor).tmt_jabatan == date(2020, 11, 24)
    assert satu(impor).peringatan == []


@pytest.mark.parametrize("isi", ["31-02-1990", "11/24/2020", "besok", "24-11-20"])
def test_baca_tanggal_buruk_dibuang_dengan_peringatan(isi):
    impor = baca((NIP, "Maria", isi), kolom=("NIP BARU", "NAMA", "TMT JABATAN"))

    assert satu(impor).tindakan == "BARU"
    assert satu(impor).tmt_jabatan is None
    assert [p["kolom"] for p in satu(impor).peringatan] == ["TMT JABATAN"]


@pytest.mark.parametrize(
    ("isi", "dipakai"),
    [("31-12-1939", False), ("01-01-1940", True), ("24-11-2026", True),
     ("25-11-2026", False), ("24-11-1820", False), ("24-11-2150", False)],
)  # fmt: skip
def test_baca_tanggal_lahir_yang_mustahil_dibuang(isi, dipakai):
    kolom = ("NIP BARU", "NAMA", "TANGGAL LAHIR", "TMT CPNS")
    impor = baca((NIP, "Maria", isi, "01-12-2020"), kolom=kolom)

    lahir = satu(impor).tanggal_lahir
    assert (lahir and f"{lahir:%d-%m-%Y}") == (isi if dipakai else None)
    assert satu(impor).tindakan == "BARU"
    sebab = [
        (p["kolom"], "tidak dipakai" in p["sebab"]) for p in satu(impor).peringatan
    ]
    assert (("TANGGAL LAHIR", True) in sebab) is not dipakai
    assert dipakai or satu(impor).tmt_cpns == date(2020, 12, 1)


@pytest.mark.parametrize("isi", ["-", "", " - ", "–"])
def test_baca_setrip_berarti_kosong(isi):
    impor = baca((NIP, "Maria", isi), kolom=("NIP BARU", "NAMA", "TMT JABATAN"))

    assert satu(impor).tmt_jabatan is None
    assert satu(impor).peringatan == []


@pytest.mark.parametrize("isi", ["III/b", "III/B", "3b", "III b", "32"])
def test_baca_golongan_dalam_banyak_ejaan(isi):
    impor = baca((NIP, "Maria", isi), kolom=("NIP BARU", "NAMA", "GOL AKHIR NAMA"))

    assert satu(impor).golongan == Golongan.objects.get(kode="III/b")


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ("05", "05"), ("5", "05"), (5, "05"), ("SD", "05"), ("SMP", "10"),
        ("SMA", "15"), ("slta", "15"), ("SMK", "17"), ("SLTA Kejuruan", "17"),
        ("D-I", "20"), ("D2", "25"), ("D-III", "30"), ("DIII", "30"), ("D 3", "30"),
        ("Diploma III/Sarjana Muda", "30"), ("D.IV", "35"), ("Diploma IV", "35"),
        ("S-1", "40"), ("S1", "40"), ("S-1/Sarjana", "40"), ("sarjana", "40"),
        ("S 2", "45"), ("S-3/Doktor", "50"), ("Doktor", "50"), ("Profesi", "42"),
    ],
)  # fmt: skip
def test_baca_tingkat_pendidikan_dalam_banyak_ejaan(isi, kode):
    muat_referensi()

    impor = baca((NIP, "Maria", isi), kolom=("NIP BARU", "NAMA", "JENJANG PENDIDIKAN"))

    assert satu(impor).tingkat_pendidikan.kode == kode
    assert satu(impor).peringatan == []


def test_baca_tingkat_pendidikan_tak_dikenal_diperingatkan():
    impor = baca(
        (NIP, "Maria", "D-V"), kolom=("NIP BARU", "NAMA", "JENJANG PENDIDIKAN")
    )

    assert satu(impor).tingkat_pendidikan is None
    assert [p["kolom"] for p in satu(impor).peringatan] == ["TINGKAT PENDIDIKAN NAMA"]


@pytest.mark.parametrize("isi", ["IX", "ix", "9"])
def test_baca_golongan_pppk(isi):
    impor = baca((NIP_PPPK, "Maria", isi), kolom=("NIP BARU", "NAMA", "GOL AKHIR NAMA"))

    assert satu(impor).golongan == Golongan.objects.get(kode="IX")


@pytest.mark.parametrize(("nip", "isi"), [(NIP_PPPK, "III/b"), (NIP, "III/f")])
def test_baca_golongan_salah_dibuang_dengan_peringatan(nip, isi):
    impor = baca((nip, "Maria", isi), kolom=("NIP BARU", "NAMA", "GOL AKHIR NAMA"))

    assert satu(impor).tindakan == "BARU"
    assert satu(impor).golongan is None
    assert [p["kolom"] for p in satu(impor).peringatan] == ["GOL AKHIR NAMA"]


@pytest.mark.parametrize(
    ("nip", "kolom", "isi"),
    [
        (NIP_PPPK, "STATUS CPNS PNS", "PNS"),
        (NIP, "STATUS CPNS PNS", "PPPK"),
        (NIP, "JENIS PEGAWAI NAMA", "PPPK Paruh Waktu"),
    ],
)
def test_baca_status_melawan_nomor_ditolak(nip, kolom, isi):
    impor = baca((nip, "Maria", isi), kolom=("NIP BARU", "NAMA", kolom))

    assert galat(impor)[0] == kolom


@pytest.mark.parametrize(
    ("nip", "isi", "jenis"),
    [(NIP, "P", "PNS"), (NIP, "C", "CPNS"), (NIP_PPPK, "-", "PPPK")],
)
def test_baca_status_sesuai_nomor(nip, isi, jenis):
    impor = baca((nip, "Maria", isi), kolom=("NIP BARU", "NAMA", "STATUS CPNS PNS"))

    assert satu(impor).jenis_kepegawaian == jenis


@pytest.mark.parametrize(("isi", "hasil"), [("M", "L"), ("P", "P"), ("Pria", "L")])
def test_baca_kelamin_p_tidak_pernah_pria(isi, hasil):
    impor = baca((NIP, "Maria", isi), kolom=("NIP BARU", "NAMA", "JENIS KELAMIN"))

    assert satu(impor).jenis_kelamin == hasil


def test_baca_nama_tanpa_tanda_kendali_dan_bidi():
    impor = baca((NIP, "Maria\u202e Seran\u200b"))

    assert satu(impor).nama == "Maria Seran"


def test_baca_nama_150_huruf_diterima_151_ditolak():
    pas = baca((NIP, "N" * 150))
    lebih = baca((NIP, "N" * 151))

    assert satu(pas).nama == "N" * 150
    assert galat(lebih) == ("NAMA", "Nama lebih dari 150 huruf.")


def test_baca_jabatan_dengan_tmt_yang_belum_tiba_tidak_dipakai():
    kolom = ("NIP BARU", "NAMA", "JABATAN NAMA", "TMT JABATAN")
    impor = baca((NIP, "Maria", "Perencana", "01-01-2090"), kolom=kolom)

    assert satu(impor).nama_jabatan is None
    assert [p["kolom"] for p in satu(impor).peringatan] == ["TMT JABATAN"]


def test_baca_judul_gabungan_di_atas_kepala_dilewati():
    impor = baca((NIP, "Maria"), judul=4)

    assert satu(impor).nomor_baris == 6
    assert impor.ringkasan["baris_kepala"] == 5


def test_baca_urutan_dan_nama_kolom_bebas():
    impor = baca(("x", "Maria", NIP), kolom=("NO", "nama", "Nip"))

    assert satu(impor).nip == NIP


def test_baca_baris_tanpa_nip_dan_nama_tidak_dihitung():
    impor = baca((NIP, "Maria"), ("", ""), ("", "Kepala Badan"))

    assert [b.tindakan for b in impor.baris.order_by("nomor_baris")] == [
        "BARU",
        "DITOLAK",
    ]


def test_baca_dua_puluh_ribu_baris_kosong_dilewati():
    def kosong(wb, ws):
        gaya = wb.add_format({"bold": True})
        for n in range(2, 20_002):
            ws.write_blank(n, 0, None, gaya)
        ws.write(20_002, 0, NIP_LAIN)
        ws.write(20_002, 1, "Ester")

    impor = baca((NIP, "Maria"), isi=kosong)

    assert set(impor.baris.values_list("nomor_baris", flat=True)) == {2, 20003}


def test_baca_rumus_dihitung_dan_nilainya_dibaca():
    impor = baca(
        (NIP, ""),
        isi=lambda wb, ws: ws.write_formula(1, 1, '="Ma"&"ria"', None, "Maria"),
    )

    assert satu(impor).nama == "Maria"
    assert impor.ringkasan["rumus"] == 1


def test_baca_lembar_pertama_yang_terlihat_dan_berkepala():
    def lembar(wb, ws):
        ws.hide()
        wb.add_worksheet("Petunjuk").write(0, 0, "Baca dahulu")
        lain = wb.add_worksheet("Isi")
        lain.write_row(0, 0, ("NIP BARU", "NAMA"))
        lain.write_row(1, 0, (NIP_LAIN, "Ester"))
        lain.activate()

    impor = baca((NIP, "Maria"), isi=lembar)

    assert satu(impor).nip == NIP_LAIN
    assert impor.ringkasan["lembar"] == "Isi"
    assert impor.ringkasan["lembar_lain"] == ["Petunjuk"]


@pytest.mark.parametrize(
    ("kolom", "kata"),
    [
        (("NIP BARU", "X"), "Kolom NAMA tidak ada"),
        (("NAMA", "X"), "Kolom NIP BARU tidak ada"),
        (("A", "B"), "Baris judul kolom tidak ditemukan"),
    ],
)
def test_baca_tanpa_kolom_wajib_ditolak(kolom, kata):
    with pytest.raises(AturanDilanggar, match=kata) as galat:
        baca((NIP, "Maria"), kolom=kolom)

    assert galat.value.kode == "kolom_tidak_ada"
    assert not BarisImpor.objects.exists()


def test_baca_tanpa_baris_ditolak():
    with pytest.raises(AturanDilanggar, match="Tidak ada baris pegawai"):
        baca()


def test_baca_kolom_pribadi_tidak_disimpan():
    kolom = ("NIP BARU", "NAMA", "NIK", "NIP LAMA")
    impor = baca((NIP, "Maria", "5371010101900001", "130000000"), kolom=kolom)

    assert satu(impor).asli == [NIP, "Maria", "", "130000000"]


@pytest.mark.parametrize(
    ("tmt", "kolom"), [("01-01-1989", ["TMT JABATAN"]), ("01-01-2021", [])]
)
def test_baca_tmt_sebelum_lahir_dibuang_dengan_peringatan(tmt, kolom):
    baris = satu(baca((NIP, "Maria", tmt), kolom=("NIP BARU", "NAMA", "TMT JABATAN")))

    assert (baris.tindakan, baris.tmt_jabatan is None) == ("BARU", bool(kolom))
    assert [p["kolom"] for p in baris.peringatan] == kolom
