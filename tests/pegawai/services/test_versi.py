"""Rows that two people edit at once: nobody's saving is lost (KEAMANAN B.5 row 4)."""

import pytest

from pegawai.models import Jabatan
from pegawai.services.jabatan import ubah_jabatan
from tests.pabrik.pegawai import JabatanFactory, PenggunaFactory
from tests.pegawai.selang_seling import BENDA, selang_seling
from tests.serentak import serentak


@pytest.mark.parametrize("nama", BENDA)
def test_selang_seling_tidak_ada_simpanan_yang_hilang(nama):
    hasil = [selang_seling(BENDA[nama], benih) for benih in range(17)]

    diterima, ditolak, hilang = (sum(n) for n in zip(*hasil, strict=True))
    assert hilang == 0
    assert min(diterima, ditolak) > 10, "the worlds must hold both"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("putaran", range(3))
def test_delapan_penyunting_serentak_satu_yang_diterima(putaran):
    jabatan, oleh = JabatanFactory(jenjang=None), PenggunaFactory()

    def simpan(kelas):
        return ubah_jabatan(
            jabatan=jabatan, jenjang=None, kelas_jabatan=kelas, versi=1, oleh=oleh
        ).kelas_jabatan

    hasil = serentak(simpan, range(1, 9))

    menang = [h for h in hasil if h != "versi_usang"]
    assert menang == [Jabatan.objects.get().kelas_jabatan]
    assert hasil.count("versi_usang") == 7
