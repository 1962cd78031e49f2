"""Courses in the search of everything: the catalogue's own answers, in its order."""

from datetime import timedelta

import pytest

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Peran
from pelatihan.models import Pelatihan
from pelatihan.queries.katalog import daftar_katalog
from pelatihan.queries.katalog_cari import cari_pelatihan
from tests.pabrik.pegawai import KompetensiFactory, PenggunaFactory, akun_berperan
from tests.pabrik.pelatihan import (
    AnggotaPenyelenggaraFactory,
    AngkatanFactory,
    PelatihanFactory,
    PenyelenggaraFactory,
    PesertaFactory,
    SasaranPelatihanFactory,
)

DRAF, DITUTUP = Pelatihan.Status.DRAF, Pelatihan.Status.DITUTUP
KATA = ["", "arsip", "ARSIP kota", "balai", "uji-9", "integritas", "%", "\\", "_", "zz"]


@pytest.fixture
def dunia():
    """Accounts of every kind, and courses that each word finds in another place."""
    balai = PenyelenggaraFactory(nama="Balai Kota")
    anggota = AnggotaPenyelenggaraFactory(penyelenggara=balai)
    lewat = AnggotaPenyelenggaraFactory(
        penyelenggara=balai, tanggal_selesai=hari_ini() - timedelta(days=1)
    )
    PelatihanFactory(nama="Arsip 100% Digital", penyelenggara=balai)
    segera = PelatihanFactory(nama="Arsip_Kota", kode="UJI-9000")
    nanti = PelatihanFactory(nama=r"Arsip\Kota", penyelenggara=balai)
    AngkatanFactory(pelatihan=nanti, tanggal_mulai=hari_ini() + timedelta(days=60))
    for hari in (-40, 20, 50):
        mulai = hari_ini() + timedelta(days=hari)
        AngkatanFactory(
            pelatihan=segera,
            tanggal_mulai=mulai,
            pendaftaran_mulai=mulai - timedelta(days=30),
        )
    SasaranPelatihanFactory(
        pelatihan=segera, kompetensi=KompetensiFactory(nama="Integritas")
    )
    PelatihanFactory(nama="Draf arsip balai", penyelenggara=balai, status=DRAF)
    PelatihanFactory(nama="Draf arsip lain", status=DRAF)
    tutup = PelatihanFactory(nama="Arsip lama", status=DITUTUP)
    peserta = PesertaFactory(angkatan__pelatihan=tutup)
    return {
        "analis": akun_berperan(Peran.ANALIS),
        "anggota": anggota.pengguna,
        "bekas anggota": lewat.pengguna,
        "peserta": peserta.pegawai.pengguna,
        "tanpa peran": PenggunaFactory(),
    }


@pytest.mark.parametrize("kata", KATA)
def test_cari_pelatihan_sama_dengan_katalog(dunia, kata):
    for nama, akun in dunia.items():
        katalog = [
            (p.uid, p.nama, p.jp, p.bentuk.nama, p.penyelenggara.nama)
            for p in daftar_katalog(akun, cari=kata)
        ]

        assert cari_pelatihan(akun, kata, 100) == katalog, nama
        assert cari_pelatihan(akun, kata, 2) == katalog[:2], nama


def test_cari_pelatihan_beda_bagi_yang_boleh_melihat_lebih(dunia):
    banyak = {nama: len(cari_pelatihan(a, "arsip", 100)) for nama, a in dunia.items()}

    assert banyak == {
        "analis": 6,
        "anggota": 4,
        "bekas anggota": 3,
        "peserta": 4,
        "tanpa peran": 3,
    }


def test_cari_pelatihan_satu_pernyataan(dunia, django_assert_num_queries):
    akun = dunia["analis"]
    cari_pelatihan(akun, "arsip", 10)

    with django_assert_num_queries(1):
        (satu, *_) = cari_pelatihan(akun, "arsip", 10)

    assert satu.url == Pelatihan.objects.get(uid=satu.uid).get_absolute_url()
