"""The list of people: filters, search that forgives, paging."""

import pytest

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.models import KataNama, Pegawai, Peran, UnitKerja
from pegawai.queries import kata
from pegawai.queries.pegawai import (
    SaringPegawai,
    asal_atasan,
    daftar_pegawai,
    pegawai_bernomor,
    unit_pilihan,
)
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)


def cari(pengguna, dicari):
    return [p.nama for p in daftar_pegawai(pengguna, SaringPegawai(cari=dicari))]


@pytest.mark.parametrize(
    ("dicari", "hasil"),
    [
        ("", ["Maria Seran", "Yublina Benu", "Yusuf Lay"]),
        ("yublina", ["Yublina Benu"]),
        ("  BENU  yublina ", ["Yublina Benu"]),
        ("er", ["Maria Seran"]),
        ("Yubilna", ["Yublina Benu"]),  # two letters swapped
        ("Yublna", ["Yublina Benu"]),  # one missing
        ("yublinna beno", ["Yublina Benu"]),
        ("ubli", ["Yublina Benu"]),  # a part of a word
        ("yu", ["Yublina Benu", "Yusuf Lay"]),
        ("benu ma", []),  # each word of the search, in one name
        ("Qwrtzp", []),
        ("100% _", []),
    ],
)
def test_daftar_pegawai_mencari_nama(analis, dicari, hasil):
    for nama in ("Yublina Benu", "Maria Seran", "Yusuf Lay"):
        PegawaiFactory(nama=nama)

    assert cari(analis, dicari) == hasil


def test_daftar_pegawai_yang_paling_mirip_lebih_dulu(analis):
    for nama in ("Adriana Lay", "Adrianus Bana"):
        PegawaiFactory(nama=nama)

    assert cari(analis, "adrianuus")[0] == "Adrianus Bana"


def test_daftar_pegawai_salah_ketik_tidak_menambah_yang_jauh(analis):
    for nama in ("Yohanis Manu", "Yohana Lay", "Johan Tallo"):
        PegawaiFactory(nama=nama)

    assert cari(analis, "yohannis") == ["Yohanis Manu"]


def test_daftar_pegawai_menemukan_nama_yang_baru_diganti(analis):
    pegawai = PegawaiFactory(nama="Yublina Benu")
    Pegawai.objects.filter(pk=pegawai.pk).update(nama="Wilhelmina Benu")

    assert cari(analis, "wilhelmina") == ["Wilhelmina Benu"]
    assert cari(analis, "yublina") == []
    assert sorted(KataNama.objects.values_list("kata", flat=True)) == [
        "benu",
        "wilhelmina",
        "yublina",
    ]


def test_daftar_pegawai_kata_yang_dipunyai_banyak_nama(analis, monkeypatch):
    monkeypatch.setattr(kata, "MEMUAT_TERBANYAK", 1)
    for nama in ("Lani Tallo", "Lano Sesa", "Lanu Koa", "Rudi Tallo"):
        PegawaiFactory(nama=nama)

    assert cari(analis, "lan") == ["Lani Tallo", "Lano Sesa", "Lanu Koa"]
    assert cari(analis, "lan tallo") == ["Lani Tallo"]

    unit = Pegawai.objects.get(nama="Lano Sesa").unit_kerja
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit)
    assert cari(pengelola, "lan") == ["Lano Sesa"]
    assert cari(PegawaiFactory().pengguna, "lan") == []


@pytest.mark.parametrize("dicari", ["tallo", "19800101"])
def test_daftar_pegawai_halaman_dibatasi_ekspor_lengkap(analis, monkeypatch, dicari):
    monkeypatch.setattr(kata.calon, "__kwdefaults__", {"terbanyak": 4})
    for n in range(6):
        PegawaiFactory(nama=f"Orang{n} Tallo", nip=f"19800101200501100{n}")
    saring = SaringPegawai(cari=dicari)

    assert len(daftar_pegawai(analis, saring)) < 6
    assert [p.nama for p in daftar_pegawai(analis, saring, lengkap=True)] == [
        f"Orang{n} Tallo" for n in range(6)
    ]


def test_daftar_pegawai_mencari_nip_sekarang_dan_dahulu(analis):
    lama = PegawaiFactory(nip="199203152025242001", nama="Dua Nomor")
    NomorPegawaiFactory(pegawai=lama, nomor="199203152023212005")
    PegawaiFactory(nip="198001012005011001", nama="Lain")

    assert cari(analis, "19920315 202321 2 005") == ["Dua Nomor"]
    assert cari(analis, "'19920315") == ["Dua Nomor"]
    assert pegawai_bernomor("199203152023212005") == lama
    assert pegawai_bernomor("199203152023212009") is None


def test_daftar_pegawai_pencarian_tidak_keluar_dari_cakupan():
    dalam = PegawaiFactory(nama="Yublina Benu")
    PegawaiFactory(nama="Yublina Luar", nip="199203152023212005")
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=dalam.unit_kerja)

    assert cari(pengelola, "yublina") == ["Yublina Benu"]
    assert cari(pengelola, "yubilna") == ["Yublina Benu"]
    assert cari(pengelola, "199203152023212005") == []


def test_daftar_pegawai_menurut_unit_dengan_anaknya_bukan_awalan(analis):
    # Beyond what the sequence has given out; the one begins as the other does.
    empat = UnitKerjaFactory(pk=900_004)
    UnitKerjaFactory(pk=9_000_040)
    anak = UnitKerjaFactory(pk=900_005, induk=empat, jenis="BIDANG")
    di_bawah = PegawaiFactory(unit_kerja=anak)
    PegawaiFactory(unit_kerja_id=9_000_040)

    unit = UnitKerja.objects.get(pk=900_004)
    assert list(daftar_pegawai(analis, SaringPegawai(unit=unit))) == [di_bawah]


def test_daftar_pegawai_menurut_jenjang_jenis_dan_kedudukan(analis):
    jenjang = JenjangFactory(kode="PENGAWAS")
    cocok = PegawaiFactory(
        jabatan=JabatanFactory(jenjang=jenjang),
        jenis_kepegawaian="PPPK",
        kedudukan_hukum="CLTN",
    )
    PegawaiFactory()
    for saring in (
        SaringPegawai(jenjang=jenjang.kode),
        SaringPegawai(jenis="PPPK"),
        SaringPegawai(kedudukan="CLTN"),
    ):
        assert list(daftar_pegawai(analis, saring)) == [cocok]


def test_daftar_pegawai_tanpa_atasan_dan_yang_ditetapkan(analis):
    tanpa = PegawaiFactory()
    PegawaiFactory(kedudukan_hukum="PENSIUN")
    ditetapkan = PegawaiFactory(
        atasan=tanpa, atasan_ditetapkan=True, atasan_alasan="SK 1"
    )

    def saring(atasan):
        return list(daftar_pegawai(analis, SaringPegawai(atasan=atasan)))

    assert saring("tanpa") == [tanpa]
    assert saring("ditetapkan") == [ditetapkan]


@pytest.mark.parametrize("dicari", ["", "sama", "samma"])
def test_daftar_pegawai_berhalaman_tanpa_lompat_dan_ulang(analis, dicari):
    for n in range(5):
        PegawaiFactory(nama="Sama Nama" if n < 3 else f"Sama {n}")
    daftar = daftar_pegawai(analis, SaringPegawai(cari=dicari))
    dilihat, parameter = [], {}

    for _ in range(3):
        halaman = HalamanKunci(daftar, parameter, ukuran=2)
        dilihat += [p.pk for p in halaman]
        parameter = (
            dict([halaman.berikutnya.split("=", 1)]) if halaman.berikutnya else {}
        )

    assert dilihat == [p.pk for p in daftar]


def test_daftar_pegawai_jumlah_pencarian_sama_di_tiap_halaman(
    analis, django_assert_num_queries
):
    for n in range(7):
        PegawaiFactory(nama=f"Sama {n}")
    PegawaiFactory(nama="Lain")
    daftar = daftar_pegawai(analis, SaringPegawai(cari="sama"))
    with django_assert_num_queries(1):  # the first page brings the count along
        halaman = HalamanKunci(daftar, {}, ukuran=2)
        assert halaman.jumlah == 7

    for arah in ("berikutnya", "berikutnya", "sebelumnya", "sebelumnya"):
        halaman = HalamanKunci(
            daftar, dict([getattr(halaman, arah).split("=", 1)]), ukuran=2
        )
        assert (len(halaman), halaman.jumlah) == (2, 7)


def test_unit_pilihan_menurut_cakupan(analis):
    opd = UnitKerjaFactory()
    bidang = UnitKerjaFactory(induk=opd, jenis="BIDANG")
    lain = UnitKerjaFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)

    assert set(unit_pilihan(analis)) == {opd, lain}
    assert set(unit_pilihan(pengelola)) == {opd, bidang}


def test_asal_atasan_menyebut_asalnya():
    atasan = PegawaiFactory(jabatan__nama="Kepala Bidang")

    assert "pemegang Kepala Bidang" in asal_atasan(PegawaiFactory(atasan=atasan))
    assert "belum punya" in asal_atasan(PegawaiFactory())
    assert asal_atasan(
        PegawaiFactory(atasan=atasan, atasan_ditetapkan=True, atasan_alasan="SK 1")
    ) == ("Ditetapkan: SK 1")


def test_cari_oleh_akun_yang_tidak_melihat_siapa_pun_kosong(orang_lain, analis):
    PegawaiFactory(nama="Yublina Nalle")

    cari = SaringPegawai(cari="yublina")

    assert daftar_pegawai(analis, cari).count() == 1
    assert list(daftar_pegawai(orang_lain, cari)) == []
