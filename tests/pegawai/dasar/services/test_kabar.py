"""Words of a notice."""

import pytest

from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.services.pemberitahuan import kabari
from tests.pabrik.pegawai import PenggunaFactory


@pytest.mark.parametrize(
    ("isi", "jadi"),
    [
        ("Diusulkan Maria Seran, M.M..", "Diusulkan Maria Seran, M.M."),
        ("Dari Maria Seran, M.M.. Putuskan.", "Dari Maria Seran, M.M. Putuskan."),
        ("Menunggu... Putuskan.", "Menunggu... Putuskan."),
        ("Berkas a..b.pdf.", "Berkas a..b.pdf."),
    ],
)
def test_titik_gelar_tidak_menjadi_dua(isi, jadi):
    kabari(kunci="x", penerima=PenggunaFactory(), judul="Usul", isi=isi)

    assert Pemberitahuan.objects.get().isi == jadi
