"""Who sees whom in the registry."""

import pytest

from pegawai.models import Peran
from pegawai.queries.pegawai import pegawai_terlihat
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PemberianPeranFactory,
    UnitKerjaFactory,
    akun_berperan,
)


def test_pegawai_terlihat_asn_hanya_diri_sendiri():
    diri = PegawaiFactory()
    PegawaiFactory(unit_kerja=diri.unit_kerja)

    assert list(pegawai_terlihat(diri.pengguna)) == [diri]


def test_pegawai_terlihat_atasan_diri_dan_bawahan_langsung():
    atasan = PegawaiFactory()
    bawahan = PegawaiFactory(atasan=atasan)
    PegawaiFactory(atasan=bawahan)

    assert set(pegawai_terlihat(atasan.pengguna)) == {atasan, bawahan}


def test_pegawai_terlihat_pengelola_unit_4_tidak_melihat_unit_40():
    kota = UnitKerjaFactory(nama="Kota", jenis="PEMDA")
    empat = UnitKerjaFactory(pk=900_004, nama="Dinas Empat", induk=kota)
    empat_puluh = UnitKerjaFactory(pk=9_000_040, nama="Dinas Empat Puluh", induk=kota)
    bidang = UnitKerjaFactory(nama="Bidang", jenis="BIDANG", induk=empat)
    terlihat = {PegawaiFactory(unit_kerja=empat), PegawaiFactory(unit_kerja=bidang)}
    bocor = PegawaiFactory(unit_kerja=empat_puluh)
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=empat)

    assert set(pegawai_terlihat(pengelola)) == terlihat
    assert bocor in pegawai_terlihat(
        akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=empat_puluh)
    )


@pytest.mark.parametrize("peran", [Peran.ANALIS, Peran.ADMIN])
def test_pegawai_terlihat_sekota(peran):
    orang = {PegawaiFactory(), PegawaiFactory()}

    assert set(pegawai_terlihat(akun_berperan(peran))) == orang


@pytest.mark.parametrize(
    "peran",
    [Peran.PIMPINAN, Peran.MITRA, Peran.ASESOR, Peran.PENYELENGGARA, Peran.PEMAGANG],
)
def test_pegawai_terlihat_peran_lain_tidak_melihat_siapa_pun(peran):
    PegawaiFactory()

    assert list(pegawai_terlihat(akun_berperan(peran))) == []


def test_pegawai_terlihat_dua_peran_menjumlah():
    diri = PegawaiFactory()
    lain = PegawaiFactory()
    PegawaiFactory()
    PemberianPeranFactory(
        pengguna=diri.pengguna, peran=Peran.PENGELOLA_OPD, unit_kerja=lain.unit_kerja
    )

    assert set(pegawai_terlihat(diri.pengguna)) == {diri, lain}
