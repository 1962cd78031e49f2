"""The tabs of a person's page that combine apps: who opens them, who is offered them."""

import pytest
from django.urls import reverse

from pegawai.models import Peran
from tests.pabrik.pegawai import PegawaiFactory, PemberianPeranFactory

pytestmark = pytest.mark.usefixtures("referensi")
TAB = ("lembar-pelatihan", "lembar-penilaian", "lembar-rencana")


@pytest.mark.parametrize("nama_url", TAB)
def test_lembar_admin_tidak_melihat_pengembangan(client, admin, nama_url):
    pegawai = PegawaiFactory()
    client.force_login(admin)

    respons = client.get(reverse(nama_url, kwargs={"uid": pegawai.uid}))

    assert (
        respons.status_code == 403
    )  # KEAMANAN C.3: history, plans, results: admin none


@pytest.mark.parametrize("nama_url", TAB)
def test_lembar_admin_yang_asn_melihat_diri_bukan_orang_lain(client, nama_url):
    diri, lain = PegawaiFactory(), PegawaiFactory()
    PemberianPeranFactory(pengguna=diri.pengguna, peran=Peran.ADMIN, unit_kerja=None)
    client.force_login(diri.pengguna)

    kode = [
        client.get(reverse(nama_url, kwargs={"uid": p.uid})).status_code
        for p in (diri, lain)
    ]

    assert kode == [200, 404]


def test_tab_lembar_hanya_yang_dapat_dibuka(client, admin, analis):
    pegawai = PegawaiFactory()
    url = reverse("pegawai:pegawai-rinci", kwargs={"uid": pegawai.uid})
    tautan = [reverse(n, kwargs={"uid": pegawai.uid}) for n in TAB]

    tampil = {}
    for nama, akun in (("admin", admin), ("analis", analis)):
        client.force_login(akun)
        isi = client.get(url).text
        tampil[nama] = [t for t in tautan if f'href="{t}"' in isi]

    assert tampil == {"admin": [], "analis": tautan}
