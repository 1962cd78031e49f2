"""The trail of changes of a person."""

import pghistory
import pytest

from pegawai.models import Pegawai
from pegawai.queries.riwayat import perubahan_pegawai
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory, UnitKerjaFactory


@pytest.fixture
def pegawai():
    return PegawaiFactory(unit_kerja=UnitKerjaFactory(nama="Dinas Lama"))


def test_perubahan_menyebut_siapa_kapan_dan_apa(pegawai, django_assert_num_queries):
    baru = UnitKerjaFactory(nama="Dinas Baru")
    siapa = PenggunaFactory(nama="Rina")
    with pghistory.context(pengguna=siapa.pk, url="/pegawai/x/"):
        Pegawai.objects.filter(pk=pegawai.pk).update(
            unit_kerja=baru, kedudukan_hukum="CLTN"
        )

    with django_assert_num_queries(1):
        pertama, dibuat = perubahan_pegawai(pegawai, pribadi=True)

    assert (pertama.siapa, pertama.asal) == ("Rina", "lewat halaman")
    assert sorted(pertama.perubahan) == [
        ("Kedudukan hukum", "Aktif", "Cuti di luar tanggungan negara"),
        ("Unit kerja", "Dinas Lama", "Dinas Baru"),
    ]
    assert dibuat.apa == "Data dibuat"
    assert dibuat.siapa == "Sistem"


def test_perubahan_data_pribadi_hanya_untuk_yang_berhak(pegawai):
    Pegawai.objects.filter(pk=pegawai.pk).update(tanggal_lahir="1989-02-01")

    dengan = perubahan_pegawai(pegawai, pribadi=True)
    tanpa = perubahan_pegawai(pegawai, pribadi=False)

    assert dengan[0].perubahan == [
        ("Tanggal lahir", "1 Januari 1990", "1 Februari 1989")
    ]
    assert [k.apa for k in tanpa] == ["Data dibuat"]


def test_perubahan_orang_lain_tidak_ikut(pegawai):
    lain = PegawaiFactory()
    Pegawai.objects.filter(pk=lain.pk).update(kedudukan_hukum="CLTN")

    assert [k.apa for k in perubahan_pegawai(pegawai, pribadi=True)] == ["Data dibuat"]
