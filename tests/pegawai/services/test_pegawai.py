"""A person's own facts, corrected by who keeps them."""

from datetime import date, timedelta

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai
from pegawai.services.pegawai import peringatan_data, ubah_pegawai
from tests.pabrik.pegawai import PegawaiFactory


@pytest.fixture
def pegawai():
    return PegawaiFactory(
        nip="199001012020121007",
        tanggal_lahir=date(1990, 1, 1),
        jenis_kelamin="L",
        tmt_cpns=date(2020, 12, 1),
        tmt_jabatan=date(2019, 1, 1),
    )


@pytest.mark.parametrize(
    ("lahir", "kode"),
    [
        (date(1939, 12, 31), "lahir_mustahil"),
        (hari_ini() - timedelta(days=14 * 365), "lahir_mustahil"),
        (date(2050, 1, 1), "lahir_mustahil"),
    ],
)
def test_ubah_pegawai_tanggal_lahir_mustahil_ditolak(pegawai, analis, lahir, kode):
    with pytest.raises(AturanDilanggar) as galat:
        ubah_pegawai(pegawai=pegawai, versi=1, tanggal_lahir=lahir, oleh=analis)

    assert (galat.value.kode, galat.value.medan) == (kode, "tanggal_lahir")
    assert Pegawai.objects.get().tanggal_lahir == date(1990, 1, 1)


@pytest.mark.parametrize("tmt", ["tmt_cpns", "tmt_pns", "tmt_golongan", "tmt_jabatan"])
def test_ubah_pegawai_lahir_sesudah_tmt_ditolak(analis, tmt):
    pegawai = PegawaiFactory(tanggal_lahir=date(1980, 1, 1), **{tmt: date(2005, 1, 1)})

    with pytest.raises(AturanDilanggar) as galat:
        ubah_pegawai(
            pegawai=pegawai, versi=1, tanggal_lahir=date(2005, 1, 1), oleh=analis
        )

    assert galat.value.kode == "lahir_sesudah_tmt"
    ubah_pegawai(
        pegawai=pegawai, versi=1, tanggal_lahir=date(2004, 12, 31), oleh=analis
    )


def test_ubah_pegawai_yang_tercatat_keliru_tetap_dapat_diubah_namanya(analis):
    """What an old load left stays until somebody corrects it; it blocks nothing else."""
    pegawai = PegawaiFactory(tanggal_lahir=date(2005, 1, 1), tmt_cpns=date(2001, 1, 1))

    ubah_pegawai(pegawai=pegawai, versi=1, nama="Yohana", oleh=analis)

    assert Pegawai.objects.get().nama == "Yohana"


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ({"tanggal_lahir": date(1990, 1, 1), "jenis_kelamin": "L"}, 0),
        ({"tanggal_lahir": date(1990, 1, 2), "jenis_kelamin": "L"}, 1),
        ({"tanggal_lahir": date(1990, 1, 2), "jenis_kelamin": "P"}, 2),
    ],
)
def test_peringatan_data_yang_berbeda_dengan_nomor(pegawai, isi, jumlah):
    assert len(peringatan_data(pegawai, **isi)) == jumlah
