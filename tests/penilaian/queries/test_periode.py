"""Figures of a period: by the unit at the event, for who may see the people today."""

from pegawai.models import Peran
from penilaian.queries.periode import kemajuan_per_unit, kemajuan_periode
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.penilaian import PenilaianFactory, PeriodePenilaianFactory


def test_kemajuan_menurut_unit_saat_dinilai_dan_dilihat_menurut_unit_kini(analis):
    lama, baru = (
        UnitKerjaFactory(nama="Dinas Lama"),
        UnitKerjaFactory(nama="Dinas Baru"),
    )
    periode = PeriodePenilaianFactory()
    for pegawai in PegawaiFactory.create_batch(2, unit_kerja=lama):
        PenilaianFactory(periode=periode, pegawai=pegawai)
    pegawai.unit_kerja = baru
    pegawai.save()

    def angka(pengguna):
        daftar = kemajuan_per_unit(pengguna, periode)
        return {b["unit_kerja__opd__nama"]: b["jumlah"] for b in daftar}

    def pengelola(unit):
        return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit)

    assert angka(analis) == {"Dinas Lama": 2}
    assert angka(pengelola(lama)) == angka(pengelola(baru)) == {"Dinas Lama": 1}
    assert kemajuan_periode(pengelola(lama), periode)["jumlah"] == 1
