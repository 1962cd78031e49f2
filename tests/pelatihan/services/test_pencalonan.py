"""KEAMANAN C.3, enrolment: pengelola_opd B nominate u; the rest as an own request."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Pegawai, Peran
from pelatihan.izin import boleh_membatalkan_peserta
from pelatihan.models import Peserta
from pelatihan.services.pencalonan import calonkan_peserta
from pelatihan.services.peserta import (
    batalkan_peserta,
    daftarkan_peserta,
    kedaluwarsakan_peserta,
)
from pelatihan.services.peserta_putus import setujui_peserta, tolak_peserta
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.pelatihan import AngkatanFactory
from tests.serentak import serentak

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def opd():
    return UnitKerjaFactory()


@pytest.fixture
def pengelola(opd):
    return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)


def orang(opd, jumlah=1, **lain):
    bidang = UnitKerjaFactory(induk=opd)
    atasan = PegawaiFactory(unit_kerja=opd)
    dibuat = PegawaiFactory.create_batch(
        jumlah, unit_kerja=bidang, atasan=atasan, **lain
    )
    # Anew: the path of a unit is the database's work.
    daftar = Pegawai.objects.filter(pk__in=[p.pk for p in dibuat])
    return list(daftar.select_related("unit_kerja", "pengguna").order_by("pk"))


def kode_galat(**isi):
    with pytest.raises(AturanDilanggar) as galat:
        calonkan_peserta(**isi)
    return galat.value.kode


def judul(akun):
    return list(
        Pemberitahuan.objects.filter(penerima=akun)
        .order_by("pk")
        .values_list("judul", flat=True)
    )


def test_calonkan_banyak_memegang_kursi_dan_mengabari(opd, pengelola):
    angkatan = AngkatanFactory()
    daftar = orang(opd, 2)

    hasil = calonkan_peserta(angkatan=angkatan, pegawai=daftar, oleh=pengelola)

    angkatan.refresh_from_db()
    assert angkatan.terisi == 2
    assert {(p.pegawai, p.status, p.dicalonkan_oleh) for p in hasil} == {
        (p, "DIAJUKAN", pengelola) for p in daftar
    }
    assert judul(daftar[0].pengguna) == ["Anda dicalonkan untuk pelatihan"]
    assert sorted(judul(daftar[0].atasan.pengguna)) == sorted(
        f"{p.nama_lengkap} dicalonkan untuk pelatihan" for p in daftar
    )


def test_calonkan_yang_sudah_mendaftar_satu_pendaftaran(opd, pengelola):
    angkatan = AngkatanFactory()
    satu, dua = orang(opd, 2)
    sendiri = daftarkan_peserta(angkatan=angkatan, pegawai=satu, oleh=satu.pengguna)

    pertama = calonkan_peserta(angkatan=angkatan, pegawai=[satu, dua], oleh=pengelola)
    kedua = calonkan_peserta(angkatan=angkatan, pegawai=[satu, dua], oleh=pengelola)

    angkatan.refresh_from_db()
    sendiri.refresh_from_db()
    assert [p.pegawai for p in pertama] == [dua]
    assert kedua == []
    assert (angkatan.terisi, sendiri.dicalonkan_oleh) == (2, None)


def test_calonkan_luar_unit_dan_diri_sendiri_ditolak_dalam_unit_diterima(
    opd, pengelola
):
    angkatan = AngkatanFactory()
    diri = PegawaiFactory(pengguna=pengelola, unit_kerja=opd)
    luar = PegawaiFactory(unit_kerja=UnitKerjaFactory())
    dalam = orang(opd)[0]

    kode = {
        kode_galat(angkatan=angkatan, pegawai=[dalam, p], oleh=pengelola)
        for p in (diri, luar)
    }
    oleh_analis = kode_galat(
        angkatan=angkatan, pegawai=[dalam], oleh=akun_berperan(Peran.ANALIS)
    )

    assert kode | {oleh_analis} == {"di_luar_cakupan"}
    assert not angkatan.peserta.exists()
    assert calonkan_peserta(angkatan=angkatan, pegawai=[dalam], oleh=pengelola)


def test_calonkan_lebih_dari_sisa_kursi_tidak_satu_pun(opd, pengelola):
    angkatan = AngkatanFactory(kuota=3, terisi=1)
    daftar = orang(opd, 3)

    kode = kode_galat(angkatan=angkatan, pegawai=daftar, oleh=pengelola)
    hasil = calonkan_peserta(angkatan=angkatan, pegawai=daftar[:2], oleh=pengelola)

    angkatan.refresh_from_db()
    assert kode == "kelas_penuh"
    assert (len(hasil), angkatan.terisi) == (2, 3)


def test_calonkan_saat_penuh_menggantikan_yang_lewat_batas(opd, pengelola):
    angkatan = AngkatanFactory(kuota=1)
    lama, baru = orang(opd, 2)
    calonkan_peserta(angkatan=angkatan, pegawai=[lama], oleh=pengelola)
    Peserta.objects.update(batas_keputusan=timezone.now() - timedelta(seconds=1))

    hasil = calonkan_peserta(angkatan=angkatan, pegawai=[baru], oleh=pengelola)

    angkatan.refresh_from_db()
    assert (hasil[0].pegawai, angkatan.terisi) == (baru, 1)


def test_calonkan_di_luar_jendela_dan_pensiun_ditolak(opd, pengelola):
    """KETENTUAN P-3: on behalf and outside the window only the organiser."""
    tutup = AngkatanFactory(pendaftaran_sampai=hari_ini() - timedelta(days=1))
    pensiun = orang(opd, kedudukan_hukum=Pegawai.Kedudukan.PENSIUN)

    kode = [
        kode_galat(angkatan=tutup, pegawai=orang(opd), oleh=pengelola),
        kode_galat(angkatan=AngkatanFactory(), pegawai=pensiun, oleh=pengelola),
    ]

    assert kode == ["pendaftaran_ditutup", "pegawai_tidak_aktif"]


def test_atasan_memutuskan_pencalonan_dan_pencalon_dikabari(opd, pengelola):
    satu, dua = orang(opd, 2)
    pertama, kedua = calonkan_peserta(
        angkatan=AngkatanFactory(), pegawai=[satu, dua], oleh=pengelola
    )

    with pytest.raises(AturanDilanggar) as galat:
        setujui_peserta(peserta=pertama, oleh=pengelola)
    setujui_peserta(peserta=pertama, oleh=satu.atasan.pengguna)
    tolak_peserta(peserta=kedua, alasan="Ada audit", oleh=satu.atasan.pengguna)

    assert galat.value.kode == "bukan_atasan_langsung"
    assert judul(pengelola) == ["Pencalonan disetujui", "Pencalonan ditolak"]


def test_calon_menolak_kursi_lepas_dan_pencalon_dikabari(opd, pengelola):
    angkatan = AngkatanFactory()
    satu = orang(opd)[0]
    peserta = calonkan_peserta(angkatan=angkatan, pegawai=[satu], oleh=pengelola)[0]

    batalkan_peserta(peserta=peserta, oleh=satu.pengguna)

    angkatan.refresh_from_db()
    assert angkatan.terisi == 0
    assert judul(pengelola) == [f"{satu.nama_lengkap} membatalkan pendaftaran"]


def test_pencalon_menarik_selagi_menunggu_saja(opd, pengelola):
    angkatan = AngkatanFactory()
    satu, dua, sendiri = orang(opd, 3)
    pertama, kedua = calonkan_peserta(
        angkatan=angkatan, pegawai=[satu, dua], oleh=pengelola
    )
    ketiga = daftarkan_peserta(
        angkatan=angkatan, pegawai=sendiri, oleh=sendiri.pengguna
    )
    kedua = setujui_peserta(peserta=kedua, oleh=satu.atasan.pengguna)
    lain = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=UnitKerjaFactory())

    boleh = [boleh_membatalkan_peserta(pengelola, p) for p in (pertama, kedua, ketiga)]
    batalkan_peserta(peserta=pertama, oleh=pengelola)

    pertama.refresh_from_db()
    assert boleh == [True, False, False]
    assert not boleh_membatalkan_peserta(lain, pertama)
    assert pertama.status == "DIBATALKAN"
    assert judul(satu.pengguna)[-1] == "Pencalonan Anda ditarik"


def test_pencalonan_tidak_diputuskan_pencalon_dikabari(opd, pengelola):
    calonkan_peserta(angkatan=AngkatanFactory(), pegawai=orang(opd), oleh=pengelola)
    Peserta.objects.update(batas_keputusan=timezone.now() - timedelta(seconds=1))

    assert (kedaluwarsakan_peserta(), kedaluwarsakan_peserta()) == (1, 0)
    assert judul(pengelola) == ["Pencalonan tidak diputuskan"]


@pytest.mark.django_db(transaction=True)
def test_dua_pengelola_serentak_satu_pendaftaran(opd, pengelola):
    """Eight managers' nominations of the same three people race for four seats."""
    angkatan = AngkatanFactory(kuota=4)
    daftar = orang(opd, 3)
    akun = [akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd) for _ in range(7)]

    def kerja(akun):
        calonkan_peserta(angkatan=angkatan, pegawai=daftar, oleh=akun)
        return "dapat"

    hasil = serentak(kerja, [pengelola, *akun])

    angkatan.refresh_from_db()
    assert hasil == ["dapat"] * 8
    assert (angkatan.terisi, angkatan.peserta.count()) == (3, 3)
