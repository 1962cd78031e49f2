"""Gaps and results over the API: whose they are, as far as the account may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pegawai.models import Peran
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.penilaian import PenilaianFactory


@pytest.mark.parametrize("api", ["api-kesenjangan", "api-penilaian"])
def test_daftar_api_hanya_orang_yang_terlihat(client, analis, settings, api):
    settings.WAJIB_FAKTOR_KEDUA = False
    opd = UnitKerjaFactory()
    atasan = PegawaiFactory(nama="Atasan", unit_kerja=opd)
    orang = {
        "Atasan": atasan,
        "Bawahan": PegawaiFactory(nama="Bawahan", unit_kerja=opd, atasan=atasan),
        "Seunit": PegawaiFactory(nama="Seunit", unit_kerja=opd),
        "Luar": PegawaiFactory(nama="Luar"),
    }
    for pegawai in orang.values():
        CapaianKompetensiFactory(pegawai=pegawai)
        PenilaianFactory(final=True, pegawai=pegawai)
    CapaianKompetensiFactory(pegawai=atasan, level=3, kesenjangan=0)  # no gap
    PenilaianFactory(pegawai=atasan)  # a draft
    harap = {
        analis: set(orang),
        akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd): set(orang) - {"Luar"},
        atasan.pengguna: {"Atasan", "Bawahan"},
        orang["Luar"].pengguna: {"Luar"},
    }

    for akun, nama in harap.items():
        client.force_login(akun)
        isi = client.get(reverse(f"penilaian:{api}")).json()["hasil"]
        assert sorted(b["nama"] for b in isi) == sorted(nama)


@pytest.mark.parametrize("api", ["api-kesenjangan", "api-penilaian"])
def test_daftar_api_jumlah_kueri_tetap(client, analis, settings, api):
    settings.WAJIB_FAKTOR_KEDUA = False
    client.force_login(analis)
    jumlah = []
    for tambahan in (1, 2):
        for _ in range(tambahan):
            CapaianKompetensiFactory()
            PenilaianFactory(final=True)
        with CaptureQueriesContext(connection) as kueri:
            isi = client.get(reverse(f"penilaian:{api}")).json()["hasil"]
        jumlah.append((len(isi), len(kueri)))

    (satu, sedikit), (tiga, banyak) = jumlah
    assert (satu, tiga) == (1, 3)
    assert sedikit == banyak <= 6
