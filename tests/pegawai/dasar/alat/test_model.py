"""Objects out of plain statements."""

import pytest

from pegawai.dasar.alat.model import dari_baris
from pegawai.models import Kompetensi
from tests.pabrik.pegawai import KompetensiFactory


def test_dari_baris_tidak_bergantung_pada_urutan_kolom(django_assert_num_queries):
    asli = KompetensiFactory()

    satu = dari_baris(Kompetensi, ("nama", "uid", "id"), (asli.nama, asli.uid, asli.pk))

    with django_assert_num_queries(0):
        assert (satu.pk, satu.uid, satu.nama) == (asli.pk, asli.uid, asli.nama)
        assert satu == asli
    assert satu.kode == asli.kode  # left out: read when it is asked for


def test_dari_baris_menolak_kolom_yang_kurang():
    with pytest.raises(ValueError, match="shorter"):
        dari_baris(Kompetensi, ("id", "nama"), (1,))
