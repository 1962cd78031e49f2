"""Training taken elsewhere: KEAMANAN C.3 (pengelola_opd u, analis k verify), JP-1, JP-7."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Aturan, Pekerjaan, Pemberitahuan
from pegawai.models import Peran
from pelatihan.models import BentukPengembangan, RiwayatPengembangan
from pelatihan.queries.riwayat import rekap_jp
from pelatihan.services.riwayat import catat_riwayat, tarik_riwayat, ubah_riwayat
from pelatihan.services.riwayat_putus import (
    terima_riwayat,
    tolak_riwayat,
    urungkan_verifikasi,
)
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.pelatihan import RiwayatPengembanganFactory
from tests.pabrik.perbaikan import bukti
from tests.pelatihan.bantu import satu_sertifikat
from tests.serentak import serentak

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def opd():
    return UnitKerjaFactory()


@pytest.fixture
def pengelola(opd):
    return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)


@pytest.fixture
def pegawai(opd):
    return PegawaiFactory(unit_kerja=UnitKerjaFactory(induk=opd))


def isi(**lain):
    return {
        "nama": "Bimtek Arsip Digital",
        "bentuk": BentukPengembangan.objects.get(kode="KL10"),
        "penyelenggara": "ANRI",
        "tanggal_mulai": hari_ini() - timedelta(days=3),
        "tanggal_selesai": hari_ini() - timedelta(days=2),
        "jp": 10,
        "alasan_jp": "",
        "nomor_sertifikat": "",
    } | lain


def catat(pegawai, berkas=None, oleh=None, **lain):
    return catat_riwayat(
        pegawai=pegawai,
        isi=isi(**lain),
        bukti=berkas or bukti(),
        oleh=oleh or pegawai.pengguna,
    )


def kode_galat(fungsi, *posisi, **nama):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(*posisi, **nama)
    return galat.value.kode


def judul(akun):
    kabar = Pemberitahuan.objects.filter(penerima=akun).order_by("pk")
    return list(kabar.values_list("judul", flat=True))


def test_catat_menunggu_jp_belum_dihitung_pengelola_dikabari(pegawai, pengelola):
    riwayat = catat(pegawai, nama="  Bimtek   Arsip Digital ")

    assert (riwayat.nama, riwayat.status) == ("Bimtek Arsip Digital", "DIAJUKAN")
    assert riwayat.unit_kerja == pegawai.unit_kerja
    assert riwayat.bukti.name.startswith("bukti-pelatihan/")
    assert rekap_jp(pegawai).jp == 0
    assert judul(pengelola) == ["Pelatihan menunggu verifikasi"]


def test_catat_tanpa_pengelola_analis_dikabari(analis):
    catat(PegawaiFactory(unit_kerja=UnitKerjaFactory()))

    assert judul(analis) == ["Pelatihan menunggu verifikasi"]


def test_catat_batas_jp_sehari_adalah_aturan_kantor(pegawai):
    """KETENTUAN JP-7: 12 a day, until the office says otherwise."""
    Aturan.objects.create(
        kode="jp_batas_baris",
        edisi="Baru",
        berlaku_mulai=hari_ini(),
        nilai={"terbanyak": 40, "per_hari": 20},
    )

    assert catat(pegawai, jp=40).jp == 40  # two days
    assert kode_galat(catat, pegawai, nama="Lain", jp=41) == "jp_di_luar"


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"tanggal_selesai": date(2999, 1, 1)}, "belum_selesai"),
        ({"tanggal_mulai": date(2999, 1, 1)}, "tanggal_urut"),
        ({"tanggal_mulai": date(1, 1, 1)}, "sebelum_lahir"),
        ({"jp": 0}, "jp_di_luar"),
        ({"jp": 901, "alasan_jp": "x"}, "jp_di_luar"),
        ({"jp": 25}, "jp_sehari"),
        ({"jp": 25, "alasan_jp": "Menurut sertifikat"}, None),
        ({"jp": 24}, None),
    ],
)
def test_catat_isian_buruk_ditolak(pegawai, lain, kode):
    if kode is None:
        assert catat(pegawai, **lain).status == "DIAJUKAN"
    else:
        assert kode_galat(catat, pegawai, **lain) == kode
        assert not RiwayatPengembangan.objects.exists()


def test_catat_pendidikan_orang_lain_dan_bukti_bukan_dokumen_ditolak(pegawai):
    pendidikan = BentukPengembangan.objects.get(kode="KL00")
    teks = SimpleUploadedFile("sertifikat.pdf", b"MZ bukan pdf")

    kode = [
        kode_galat(catat, pegawai, bentuk=pendidikan),
        kode_galat(catat, pegawai, oleh=PegawaiFactory().pengguna),
        kode_galat(catat, pegawai, berkas=teks),
    ]

    assert kode == ["bentuk_pendidikan", "bukan_sendiri", "bukti_bentuk"]


def test_catat_yang_sama_ditolak_beda_tanda_baca_pun(pegawai, pengelola):
    """KETENTUAN JP-1; what was refused or withdrawn does not stand in the way."""
    pertama = catat(pegawai, nomor_sertifikat="12/A")

    kode = [
        kode_galat(catat, pegawai, nama="BIMTEK: arsip-digital"),
        kode_galat(
            catat, pegawai, nama="Lain", penyelenggara="anri.", nomor_sertifikat="12/A"
        ),
    ]
    orang_lain = catat(PegawaiFactory(), nomor_sertifikat="12/A")
    tarik_riwayat(riwayat=pertama, oleh=pegawai.pengguna)
    kedua = catat(pegawai, nomor_sertifikat="12/A")

    assert kode == ["sudah_tercatat", "sudah_tercatat"]
    assert (orang_lain.status, kedua.status) == ("DIAJUKAN", "DIAJUKAN")


@pytest.mark.parametrize("siapa", ["pengelola", "analis"])
def test_terima_menghitung_jp_dan_mengabari(request, pegawai, siapa):
    akun = request.getfixturevalue(siapa)
    riwayat = catat(pegawai)

    pertama = terima_riwayat(riwayat=riwayat, versi=riwayat.versi, oleh=akun)
    kedua = terima_riwayat(riwayat=riwayat, versi=riwayat.versi, oleh=akun)

    assert (pertama.status, pertama.diverifikasi_oleh) == ("TERVERIFIKASI", akun)
    assert kedua.diverifikasi_pada == pertama.diverifikasi_pada
    tahun = riwayat.tanggal_selesai.year
    assert rekap_jp(pegawai, tahun).jp == 10
    assert judul(pegawai.pengguna) == ["Pelatihan terverifikasi"]
    assert Pekerjaan.objects.filter(judul="Segarkan kemajuan rencana").count() == 1


def test_diri_sendiri_atasan_kepala_dan_unit_lain_tidak_memverifikasi(
    opd, pegawai, pengelola
):
    diri = PegawaiFactory(pengguna=pengelola, unit_kerja=opd)
    pegawai.atasan = PegawaiFactory()
    pegawai.save()
    milik, riwayat = catat(diri), catat(pegawai)
    lain = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=UnitKerjaFactory())
    kepala = akun_berperan(Peran.KEPALA_OPD, unit_kerja=opd)

    kode = {
        kode_galat(terima_riwayat, riwayat=r, versi=r.versi, oleh=akun)
        for r, akun in [
            (milik, pengelola),
            (riwayat, lain),
            (riwayat, kepala),
            (riwayat, pegawai.atasan.pengguna),
        ]
    }

    assert kode == {"bukan_pemeriksa"}
    assert terima_riwayat(riwayat=riwayat, versi=riwayat.versi, oleh=pengelola)


def test_terima_dengan_jp_lain_perlu_alasan(pegawai, pengelola):
    riwayat = catat(pegawai)
    dasar = {"riwayat": riwayat, "versi": riwayat.versi, "oleh": pengelola}

    kode = kode_galat(terima_riwayat, jp=8, **dasar)
    hasil = terima_riwayat(jp=8, alasan="Sertifikat menyebut 8 JP.", **dasar)

    assert kode == "alasan_kosong"
    assert (hasil.jp, hasil.alasan_putusan) == (8, "Sertifikat menyebut 8 JP.")


def test_tolak_beralasan_lalu_diperbaiki_dan_diterima(pegawai, pengelola):
    riwayat = catat(pegawai)
    dasar = {"riwayat": riwayat, "versi": riwayat.versi, "oleh": pengelola}

    kosong = kode_galat(tolak_riwayat, alasan="  ", **dasar)
    ditolak = tolak_riwayat(alasan="Buram.", **dasar)
    lagi = ubah_riwayat(
        riwayat=ditolak,
        isi=isi(jp=12),
        bukti=bukti("baru.png"),
        versi=ditolak.versi,
        oleh=pegawai.pengguna,
    )
    usang = kode_galat(terima_riwayat, **dasar)
    hasil = terima_riwayat(riwayat=lagi, versi=lagi.versi, oleh=pengelola)

    assert (kosong, usang) == ("alasan_kosong", VERSI_USANG)
    assert (lagi.status, lagi.alasan_putusan, lagi.bukti_nama) == (
        "DIAJUKAN",
        "",
        "baru.png",
    )
    assert (hasil.status, hasil.jp) == ("TERVERIFIKASI", 12)
    assert judul(pegawai.pengguna) == [
        "Catatan pelatihan ditolak",
        "Pelatihan terverifikasi",
    ]
    assert len(judul(pengelola)) == 2


def test_terverifikasi_tidak_dapat_diubah_ditarik_atau_ditolak(pegawai, pengelola):
    riwayat = catat(pegawai)
    riwayat = terima_riwayat(riwayat=riwayat, versi=riwayat.versi, oleh=pengelola)
    akun = pegawai.pengguna

    kode = [
        kode_galat(
            ubah_riwayat, riwayat=riwayat, isi=isi(), versi=riwayat.versi, oleh=akun
        ),
        kode_galat(tarik_riwayat, riwayat=riwayat, oleh=akun),
        kode_galat(
            tolak_riwayat,
            riwayat=riwayat,
            versi=riwayat.versi,
            alasan="x",
            oleh=pengelola,
        ),
    ]

    assert kode == ["riwayat_tetap", "riwayat_tetap", "sudah_diputuskan"]


def test_ubah_dengan_versi_usang_dan_oleh_orang_lain_ditolak(pegawai, pengelola):
    riwayat = catat(pegawai)
    dasar = {"riwayat": riwayat, "isi": isi(jp=11)}

    kode = [
        kode_galat(ubah_riwayat, versi=99, oleh=pegawai.pengguna, **dasar),
        kode_galat(ubah_riwayat, versi=riwayat.versi, oleh=pengelola, **dasar),
    ]
    hasil = ubah_riwayat(versi=riwayat.versi, oleh=pegawai.pengguna, **dasar)

    assert kode == [VERSI_USANG, "bukan_sendiri"]
    assert (hasil.jp, hasil.bukti_nama) == (11, "sk.png")


def test_urungkan_mengeluarkan_jp_dan_membuka_perbaikan(pegawai, pengelola):
    riwayat = catat(pegawai)
    dasar = {"riwayat": riwayat, "oleh": pengelola}
    belum = kode_galat(urungkan_verifikasi, alasan="x", **dasar)
    terima_riwayat(versi=riwayat.versi, **dasar)

    kosong = kode_galat(urungkan_verifikasi, alasan=" ", **dasar)
    hasil = urungkan_verifikasi(alasan="Sertifikat orang lain.", **dasar)
    urungkan_verifikasi(alasan="Sertifikat orang lain.", **dasar)

    assert (belum, kosong) == ("belum_diverifikasi", "alasan_kosong")
    assert hasil.status == "DITOLAK"
    assert rekap_jp(pegawai, riwayat.tanggal_selesai.year).jp == 0
    assert Pemberitahuan.objects.filter(penerima=pegawai.pengguna).count() == 2
    assert catat(pegawai).status == "DIAJUKAN"


def test_urungkan_yang_bersertifikat_ditolak_dari_luar_diterima(analis):
    sertifikat = satu_sertifikat(analis)
    luar = RiwayatPengembanganFactory()

    kode = kode_galat(
        urungkan_verifikasi, riwayat=sertifikat.riwayat, alasan="x", oleh=analis
    )

    assert kode == "bersertifikat"
    assert (
        urungkan_verifikasi(riwayat=luar, alasan="x", oleh=analis).status == "DITOLAK"
    )


@pytest.mark.django_db(transaction=True)
def test_dua_pemeriksa_serentak_satu_putusan(opd, pegawai, pengelola):
    riwayat = catat(pegawai)
    kedua = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)

    def kerja(akun):
        dasar = {"riwayat": riwayat, "versi": riwayat.versi, "oleh": akun}
        if akun == pengelola:
            terima_riwayat(**dasar)
        else:
            tolak_riwayat(alasan="Buram.", **dasar)
        return "putus"

    hasil = serentak(kerja, [pengelola, kedua] * 2)

    assert sorted(map(str, hasil)) == ["putus", "putus"] + ["sudah_diputuskan"] * 2
    assert Pemberitahuan.objects.filter(penerima=pegawai.pengguna).count() == 1


@pytest.mark.django_db(transaction=True)
def test_catat_serentak_satu_baris(pegawai):
    hasil = serentak(lambda _: catat(pegawai) and "tercatat", range(4))

    assert sorted(map(str, hasil)) == ["sudah_tercatat"] * 3 + ["tercatat"]
    assert RiwayatPengembangan.objects.count() == 1
