"""Who sees which published results."""

from urllib.parse import parse_qsl

import pytest

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.models import Peran
from penilaian.queries.penilaian import (
    asesmen_terlihat,
    daftar_asesmen,
    daftar_hasil,
    hasil_terakhir,
    hasil_terlihat,
    pegawai_berprofil,
    ringkasan_hasil,
)
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.penilaian import (
    PenilaianFactory,
    PenugasanAsesorFactory,
    PeriodePenilaianFactory,
)


@pytest.fixture
def dunia():
    """A chief over a superior over a person in unit A, and somebody in unit B."""
    opd = UnitKerjaFactory()
    kepala = PegawaiFactory(nama="Kepala", unit_kerja=opd)
    atasan = PegawaiFactory(nama="Atasan", unit_kerja=opd, atasan=kepala)
    orang = PegawaiFactory(nama="Orang", unit_kerja=opd, atasan=atasan)
    luar = PegawaiFactory(nama="Luar")
    for pegawai in (kepala, atasan, orang, luar):
        PenilaianFactory(final=True, pegawai=pegawai)
    return {"opd": opd, "kepala": kepala, "atasan": atasan, "orang": orang}


def nama(daftar):
    return sorted(daftar.values_list("pegawai__nama", flat=True))


def test_hasil_terlihat_sendiri_dan_bawahan_langsung_saja(dunia):
    assert nama(hasil_terlihat(dunia["orang"].pengguna)) == ["Orang"]
    assert nama(hasil_terlihat(dunia["atasan"].pengguna)) == ["Atasan", "Orang"]
    assert nama(hasil_terlihat(dunia["kepala"].pengguna)) == ["Atasan", "Kepala"]


def test_hasil_terlihat_unit_bagi_pengelola_dan_kota_bagi_analis(dunia, analis):
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=dunia["opd"])

    assert nama(hasil_terlihat(pengelola)) == ["Atasan", "Kepala", "Orang"]
    assert nama(hasil_terlihat(analis)) == ["Atasan", "Kepala", "Luar", "Orang"]


@pytest.mark.parametrize(
    "peran",
    [Peran.ADMIN, Peran.PIMPINAN, Peran.ASESOR, Peran.PENYELENGGARA, Peran.MITRA],
)
def test_hasil_terlihat_kosong_bagi_peran_lain(dunia, peran):
    akun = akun_berperan(peran)

    assert nama(hasil_terlihat(akun)) == []
    assert not pegawai_berprofil(akun).exists()


def test_daftar_hasil_berakhir_dengan_urutan_unik(dunia, analis):
    assert daftar_hasil(analis).query.order_by == ("-tanggal_penilaian", "-pk")


def test_hasil_terakhir_menurut_tujuan():
    pemetaan = PenilaianFactory(final=True)
    pengisian = PenilaianFactory(
        final=True,
        pegawai=pemetaan.pegawai,
        periode=PeriodePenilaianFactory(terbit=True, tujuan="PENGISIAN"),
        tanggal_penilaian="2025-01-01",
    )

    assert hasil_terakhir(pemetaan.pegawai) == pemetaan
    assert hasil_terakhir(pemetaan.pegawai, "PENGISIAN") == pengisian


def test_ringkasan_hasil_satu_kueri(django_assert_num_queries):
    daftar = [PenilaianFactory(final=True) for _ in range(3)]
    PenilaianFactory(pegawai=daftar[0].pegawai)

    with django_assert_num_queries(1):
        hasil = ringkasan_hasil([p.pegawai_id for p in daftar])

    assert hasil == {p.pegawai_id: p for p in daftar}


def test_asesmen_terlihat_hanya_milik_sendiri_yang_dibuka():
    tugas = PenugasanAsesorFactory()
    PenugasanAsesorFactory()
    PenugasanAsesorFactory(asesor=tugas.asesor, periode__status="RENCANA")
    PenugasanAsesorFactory(
        asesor=tugas.asesor, periode=PeriodePenilaianFactory(terbit=True)
    )

    assert list(asesmen_terlihat(tugas.asesor)) == [tugas]


def test_daftar_asesmen_yang_belum_selesai_lebih_dulu():
    pertama = PenugasanAsesorFactory(pegawai__nama="Adi")
    PenilaianFactory(periode=pertama.periode, pegawai=pertama.pegawai, lengkap=True)
    kedua, ketiga = (
        PenugasanAsesorFactory(
            asesor=pertama.asesor, periode=pertama.periode, pegawai__nama=orang
        )
        for orang in ("Budi", "Citra")
    )

    halaman, urut = HalamanKunci(daftar_asesmen(pertama.asesor), {}, ukuran=1), []
    while halaman.berikutnya:
        urut += halaman.baris
        kursor = dict(parse_qsl(halaman.berikutnya))
        halaman = HalamanKunci(daftar_asesmen(pertama.asesor), kursor, ukuran=1)

    assert [*urut, *halaman.baris] == [kedua, ketiga, pertama]
