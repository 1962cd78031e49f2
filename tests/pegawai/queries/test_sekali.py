"""Statements built once: the rows of a query built anew, whatever has changed since."""

from datetime import timedelta

import pytest
from django.db.models import DateTimeField, Value
from django.utils import timezone

from pegawai.models import Pegawai, Peran
from pegawai.queries import sekali
from pegawai.queries.peran import pegawai_dalam_cakupan
from pegawai.queries.sekali import baris_sekali
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PemberianPeranFactory,
    UnitKerjaFactory,
    akun_berperan,
)


@pytest.fixture(autouse=True)
def tersimpan(monkeypatch):
    simpanan = {}
    monkeypatch.setattr(sekali, "_tersimpan", simpanan)
    return simpanan


class Bangun:
    """People in scope, and how often that query was built."""

    def __init__(self, akun):
        self.akun, self.kali = akun, 0

    def __call__(self):
        self.kali += 1
        orang = pegawai_dalam_cakupan(self.akun, Peran.KEPALA_OPD)
        return Pegawai.objects.filter(pk__in=orang).values_list("pk")


def tanya(bangun):
    bangun.akun.__dict__.pop("_hak", None)  # as another request
    return {pk for (pk,) in baris_sekali("orang", bangun.akun, bangun)}


def test_baris_sekali_disusun_sekali_dan_membaca_yang_baru():
    unit = UnitKerjaFactory()
    bangun = Bangun(akun_berperan(Peran.KEPALA_OPD, unit_kerja=unit))
    assert tanya(bangun) == set()

    baru = PegawaiFactory(unit_kerja=unit)

    assert tanya(bangun) == {baru.pk}
    assert bangun.kali == 1


def test_baris_sekali_disusun_lagi_bila_hak_berganti():
    unit, lain = UnitKerjaFactory(), UnitKerjaFactory()
    akun = akun_berperan(Peran.KEPALA_OPD, unit_kerja=unit)
    satu, dua = PegawaiFactory(unit_kerja=unit), PegawaiFactory(unit_kerja=lain)
    bangun = Bangun(akun)
    assert tanya(bangun) == {satu.pk}

    tambahan = PemberianPeranFactory(
        peran=Peran.KEPALA_OPD, unit_kerja=lain, pengguna=akun
    )
    assert tanya(bangun) == {satu.pk, dua.pk}

    tambahan.dicabut_pada = timezone.now()
    tambahan.dicabut_oleh = akun
    tambahan.save()
    assert tanya(bangun) == {satu.pk}


def test_baris_sekali_tanpa_lingkup_tidak_bertanya(django_assert_num_queries):
    bangun = Bangun(akun_berperan(Peran.MITRA))
    PegawaiFactory()

    assert tanya(bangun) == tanya(bangun) == set()

    with django_assert_num_queries(1):  # the rights
        tanya(bangun)
    assert bangun.kali == 1


def _saat(akun, mundur):
    """Asked twice for the moment, or one before it: what the statement held."""
    orang = PegawaiFactory()

    def bangun():
        saat = Value(timezone.now() - mundur, output_field=DateTimeField())
        return Pegawai.objects.filter(pk=orang.pk).values_list(saat)

    return [baris_sekali("saat", akun, bangun)[0][0] for _ in range(2)]


def test_baris_sekali_memakai_saat_bertanya(analis, tersimpan):
    pertama, kedua = _saat(analis, timedelta(0))

    assert pertama < kedua
    assert len(tersimpan) == 1


def test_baris_sekali_tidak_menyimpan_saat_yang_lain(analis, tersimpan):
    pertama, kedua = _saat(analis, timedelta(days=1))

    assert pertama < kedua
    assert not tersimpan


def test_baris_sekali_simpanan_tidak_tumbuh_terus(analis, tersimpan, monkeypatch):
    monkeypatch.setattr(sekali, "TERBANYAK", 2)

    for nama in range(5):
        baris_sekali(nama, analis, lambda: Pegawai.objects.values_list("pk"))

    assert len(tersimpan) <= 2
