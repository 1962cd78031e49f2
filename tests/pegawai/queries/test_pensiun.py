"""The retirement age of a post and the day it takes effect."""

from datetime import date, timedelta

import pytest
import time_machine

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Aturan
from pegawai.models import Jenjang, Pegawai
from pegawai.queries.pensiun import dengan_pensiun, edisi_bup
from tests.pabrik.pegawai import JabatanFactory, JenjangFactory, PegawaiFactory

pytestmark = pytest.mark.usefixtures("referensi")


def pensiun(**isi):
    orang = PegawaiFactory(**isi)
    hasil = dengan_pensiun(Pegawai.objects.all()).get(pk=orang.pk)
    return hasil.bup, hasil.tmt_pensiun


@pytest.mark.parametrize(
    ("kode", "bup"),
    [
        ("PELAKSANA", 58),
        ("JPT_PRATAMA", 60),
        ("JF_AHLI_MADYA", 60),
        ("JF_AHLI_UTAMA", 65),
    ],
)
def test_bup_menurut_jenjang(kode, bup):
    jabatan = JabatanFactory(jenjang=JenjangFactory(kode=kode))

    hasil = pensiun(jabatan=jabatan, tanggal_lahir=date(1970, 5, 17))

    assert hasil == (bup, date(1970 + bup, 6, 1))


@pytest.mark.parametrize(
    ("nama", "bup"),
    [("Guru Ahli Pertama", 60), ("GURU", 60), ("Gurulat", 58), ("Pembina Guru", 58)],
)
def test_bup_guru_menurut_nama_jabatan(nama, bup):
    jabatan = JabatanFactory(nama=nama, jenjang=JenjangFactory(kode="JF_AHLI_PERTAMA"))

    hasil = pensiun(jabatan=jabatan, tanggal_lahir=date(1970, 5, 17))

    assert hasil[0] == bup


@pytest.mark.parametrize("jabatan", ["tanpa jabatan", "tanpa jenjang"])
def test_bup_tanpa_jenjang(jabatan):
    isi = JabatanFactory(jenjang=None) if jabatan == "tanpa jenjang" else None

    assert pensiun(jabatan=isi, tanggal_lahir=date(1970, 5, 17))[0] == 58


@pytest.mark.parametrize(
    ("lahir", "tmt"),
    [
        (date(1968, 2, 29), date(2026, 3, 1)),
        (date(1968, 12, 1), date(2027, 1, 1)),
        (date(1968, 12, 31), date(2027, 1, 1)),
        (date(1968, 1, 31), date(2026, 2, 1)),
    ],
)
def test_tmt_pensiun_tanggal_satu_bulan_berikutnya(lahir, tmt):
    assert pensiun(jabatan=None, tanggal_lahir=lahir)[1] == tmt


def test_aturan_bup_menyebut_sumber():
    assert "UU 14/2005" in edisi_bup().sumber


def test_edisi_bup_baru_berlaku_pada_harinya_saja(referensi):
    """Ages are data by level with a valid-from: a later edition waits for its day."""
    lama = edisi_bup()
    nilai = lama.nilai | {"jenjang": lama.nilai["jenjang"] | {"PELAKSANA": 60}}
    mulai = hari_ini() + timedelta(days=1)
    Aturan.objects.create(kode="bup", edisi="2", berlaku_mulai=mulai, nilai=nilai)
    pegawai = PegawaiFactory(
        tanggal_lahir=date(1970, 5, 17),
        jabatan=JabatanFactory(jenjang=Jenjang.objects.get(kode="PELAKSANA")),
    )

    def usia():
        return dengan_pensiun(Pegawai.objects.filter(pk=pegawai.pk)).get().bup

    hari_ini_usia = usia()
    with time_machine.travel(f"{mulai}T10:00:00+08:00", tick=False):
        besok_usia = usia()

    assert (hari_ini_usia, besok_usia) == (58, 60)
