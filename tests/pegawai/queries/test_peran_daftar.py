"""Who reads grants and proposals of roles."""

import pytest

from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran_daftar import pemberian_terlihat
from tests.pabrik.pegawai import PegawaiFactory, akun_berperan


@pytest.mark.parametrize("peran", [p for p in Peran if p not in {"ASN", "ATASAN"}])
def test_pemberian_terlihat_hanya_oleh_admin_kota(peran):
    akun = akun_berperan(peran)
    akun_berperan(Peran.ANALIS)

    terlihat = set(pemberian_terlihat(akun))

    semua = set(PemberianPeran.objects.all()) if peran == Peran.ADMIN else set()
    assert terlihat == semua


def test_pemberian_terlihat_tidak_oleh_pemegangnya_yang_asn():
    pegawai = PegawaiFactory()

    assert not pemberian_terlihat(pegawai.pengguna).exists()
