"""The product against the oracle in random worlds (KEAMANAN B.4 B); `berat` has 1,000."""

from dataclasses import replace

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from pegawai.dasar.alat.tanggal import hari_ini
from tests.izin.dunia_acak import bangun, dunia, siapkan_bersama
from tests.izin.peramal import Dunia, Jabatan, Orang, Unit, peran
from tests.izin.periksa_dunia import beda_http, beda_kueri

LAJU = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
    "print_blob": False,
}


def coba_dunia(banyak, periksa):
    """Build that many worlds one after the other, each undone after its check."""
    bersama = siapkan_bersama()
    dicoba = []

    @settings(max_examples=banyak, phases=[Phase.generate], **LAJU)
    @given(dunia())
    def satu(d):
        with transaction.atomic():
            h = bangun(d, bersama)
            beda = periksa(d, h)
            transaction.set_rollback(True)
        dicoba.append(d)
        assert beda == [], d

    satu()
    return dicoba


def tiga_pelihat(d, h):
    """Over HTTP: the accounts with the most grants, and the first."""
    pemegang = [p.akun for p in d.pemberian]
    urut = sorted(d.akun, key=lambda n: (-pemegang.count(n), n))
    return beda_http(d, h, urut[:3])


def test_peramal_dua_kepala_setingkat_tidak_ada_yang_memimpin():
    satu = Dunia(
        hari=hari_ini(),
        unit=(Unit(None, "PEMDA"), Unit(0, "OPD")),
        jabatan=(Jabatan(1, "ADMINISTRATOR"), Jabatan(1, "PENGAWAS")),
        orang=(Orang(1, 0), Orang(1, 1)),
    )
    dua = replace(satu, jabatan=(*satu.jabatan, Jabatan(1, "ADMINISTRATOR")))
    bersama = siapkan_bersama()

    assert peran(satu, 0) == {"ASN", "KEPALA_OPD"}
    assert peran(dua, 0) == {"ASN"}
    assert beda_kueri(satu, bangun(satu, bersama)) == []
    assert beda_kueri(dua, bangun(dua, bersama)) == []


def test_peramal_kueri_50_dunia():
    dicoba = coba_dunia(50, beda_kueri)

    assert len(dicoba) == 50
    assert any(d.pemberian and d.menjabat for d in dicoba)  # not vacuous


def test_peramal_semua_jalan_http_3_dunia(settings):
    settings.WAJIB_FAKTOR_KEDUA = False

    dicoba = coba_dunia(3, tiga_pelihat)

    assert len(dicoba) == 3
