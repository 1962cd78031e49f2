"""Who sees which plan, what waits, what the gaps suggest."""

from pegawai.models import Peran
from penilaian.models import RencanaPengembangan
from penilaian.queries.rencana import (
    kesenjangan_dan_pelatihan,
    rencana_menunggu,
    rencana_terlihat,
    saran_butir,
)
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import SasaranPelatihanFactory
from tests.pabrik.rencana import ButirRencanaFactory, RencanaFactory

Status = RencanaPengembangan.Status


def test_rencana_terlihat_menurut_peran():
    opd = UnitKerjaFactory()
    bidang = UnitKerjaFactory(induk=opd, jenis="BIDANG")
    dalam = RencanaFactory(pegawai__unit_kerja=bidang)
    luar = RencanaFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)

    assert set(rencana_terlihat(akun_berperan(Peran.ANALIS))) == {dalam, luar}
    assert set(rencana_terlihat(pengelola)) == {dalam}
    assert set(rencana_terlihat(dalam.pegawai.pengguna)) == {dalam}
    assert set(rencana_terlihat(luar.pegawai.atasan.pengguna)) == {luar}
    assert set(rencana_terlihat(akun_berperan(Peran.PIMPINAN))) == set()


def test_rencana_atasan_tidak_melihat_bawahan_tidak_langsung():
    rencana = RencanaFactory()
    puncak = PegawaiFactory()
    rencana.pegawai.atasan.atasan = puncak
    rencana.pegawai.atasan.save()

    assert list(rencana_terlihat(puncak.pengguna)) == []


def test_rencana_menunggu_hanya_diajukan_bawahan_langsung():
    menunggu = ButirRencanaFactory(rencana__status=Status.DIAJUKAN).rencana
    RencanaFactory(pegawai__atasan=menunggu.pegawai.atasan)
    RencanaFactory(status=Status.DIAJUKAN)

    assert list(rencana_menunggu(menunggu.pegawai.atasan.pengguna)) == [menunggu]
    assert list(rencana_menunggu(akun_berperan(Peran.ANALIS))) == []


def test_kesenjangan_memilih_pelatihan_yang_mencapai_standar():
    capaian = CapaianKompetensiFactory(level=2, level_standar=4, kesenjangan=2)
    cukup = SasaranPelatihanFactory(kompetensi=capaian.kompetensi, level=4)
    SasaranPelatihanFactory(kompetensi=capaian.kompetensi, level=3)
    SasaranPelatihanFactory(
        kompetensi=capaian.kompetensi, level=5, pelatihan__status="DRAF"
    )
    CapaianKompetensiFactory(
        pegawai=capaian.pegawai, level=3, level_standar=3, kesenjangan=0
    )

    (baris,) = kesenjangan_dan_pelatihan(capaian.pegawai)

    assert baris.capaian == capaian
    assert baris.pelatihan == [cukup.pelatihan]


def test_saran_tiga_kesenjangan_terbesar_yang_belum_direncanakan():
    rencana = RencanaFactory()
    besar = [
        CapaianKompetensiFactory(pegawai=rencana.pegawai, kesenjangan=n, level=1)
        for n in (1, 4, 3, 2, 1)
    ]
    ButirRencanaFactory(rencana=rencana, kompetensi=besar[1].kompetensi)

    saran = saran_butir(kesenjangan_dan_pelatihan(rencana.pegawai, rencana))

    assert [s.capaian for s in saran] == [besar[2], besar[3], besar[0]]
