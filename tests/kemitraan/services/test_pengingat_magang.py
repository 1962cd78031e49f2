"""Placements that run on after the agreement's end (MOU-6); an ASN who is away."""

from datetime import date, timedelta

import pytest

from kemitraan.queries.magang import penempatan_melewati, penempatan_terlihat
from kemitraan.services.magang import batalkan_penempatan, terima_penempatan
from kemitraan.services.pengingat import ingatkan
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Peran
from pegawai.models.agenda import Agenda
from tests.pabrik.kemitraan import (
    PenempatanFactory,
    PenempatanKeluarFactory,
    PerjanjianFactory,
)
from tests.pabrik.pegawai import (
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pengingat import aturan_pengingat

AKHIR = date(2026, 11, 2)  # a Monday


@pytest.fixture(autouse=True)
def _aturan():
    aturan_pengingat()


def _penempatan(**lain):
    perjanjian = PerjanjianFactory(tanggal_berakhir=AKHIR)
    isi = {
        "program__perjanjian": perjanjian,
        "status": "BERJALAN",
        "unit_kerja": UnitKerjaFactory(),
        "tanggal_mulai": date(2026, 9, 1),
        "tanggal_selesai": date(2026, 12, 31),
    }
    return PenempatanFactory(**(isi | lain))


def _penerima():
    return set(Pemberitahuan.objects.values_list("penerima", flat=True))


def test_hari_pertama_sesudah_akhir_mengabari_analis_sekali():
    penempatan = _penempatan()
    analis = akun_berperan(Peran.ANALIS)
    akun_berperan(Peran.KEPALA_OPD, unit_kerja=penempatan.unit_kerja)

    besok = AKHIR + timedelta(days=1)
    jumlah = [ingatkan(hari_ini=besok), ingatkan(hari_ini=besok)]

    assert jumlah == [1, 0]
    assert _penerima() == {analis.pk}
    kabar = Pemberitahuan.objects.get()
    assert kabar.judul == "Magang berjalan sesudah perjanjian berakhir"
    assert "2 November 2026" in kabar.isi


def test_hari_keempat_belas_juga_mengabari_kepala():
    penempatan = _penempatan()
    analis = akun_berperan(Peran.ANALIS)
    kepala = akun_berperan(Peran.KEPALA_OPD, unit_kerja=penempatan.unit_kerja)
    akun_berperan(Peran.KEPALA_OPD)  # of another OPD

    ingatkan(hari_ini=AKHIR + timedelta(days=14))

    assert _penerima() == {analis.pk, kepala.pk}


@pytest.mark.parametrize(
    ("status", "hari"), [("BERJALAN", 0), ("SELESAI", 3), ("DIAJUKAN", 3)]
)
def test_tidak_mengingatkan_yang_tidak_melewati(status, hari):
    _penempatan(status=status)
    akun_berperan(Peran.ANALIS)

    assert ingatkan(hari_ini=AKHIR + timedelta(days=hari)) == 0


def test_perjanjian_diperpanjang_tidak_mengingatkan():
    penempatan = _penempatan()
    induk = penempatan.program.perjanjian
    PerjanjianFactory(
        jenis="ADENDUM",
        induk=induk,
        mitra=induk.mitra,
        tanggal_berakhir=AKHIR + timedelta(days=300),
    )
    akun_berperan(Peran.ANALIS)

    hari = AKHIR + timedelta(days=1)
    assert list(penempatan_melewati(hari=hari)) == []
    assert ingatkan(hari_ini=hari) == 0


def test_penempatan_yang_melewati_ditandai():
    lewat = PenempatanFactory(
        program__perjanjian=PerjanjianFactory(tanggal_berakhir=date(2025, 2, 1)),
        status="BERJALAN",
    )
    berlaku = PenempatanFactory(status="BERJALAN")

    daftar = penempatan_terlihat(akun_berperan(Peran.ANALIS))

    tanda = dict(daftar.values_list("pk", "melewati"))
    assert tanda == {lewat.pk: True, berlaku.pk: False}


def test_asn_yang_diterima_masuk_agenda_dan_keluar_bila_batal():
    penempatan = PenempatanKeluarFactory()
    oleh = PenggunaFactory()

    penempatan = terima_penempatan(penempatan=penempatan, pembimbing=None, oleh=oleh)
    terisi = list(Agenda.objects.values_list("kunci", "judul", "tanggal_mulai"))
    batalkan_penempatan(penempatan=penempatan, alasan="Ditunda", oleh=oleh)

    assert terisi == [
        (
            f"penempatan:{penempatan.pk}",
            "Magang di Laboratorium Data",
            penempatan.tanggal_mulai,
        )
    ]
    assert not Agenda.objects.exists()
