"""Readiness and who would fit."""

from datetime import date

from pegawai.models import Peran
from penilaian.queries.penugasan import penugasan_menunggu
from penilaian.queries.program import calon_penugasan, kesiapan_program
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.rencana import KebutuhanFactory, PenugasanFactory, ProgramFactory


def calon_dari(pengguna, program, *, sekota):
    kesiapan = kesiapan_program(program, sekota=sekota)
    return calon_penugasan(pengguna, program, kesiapan, sekota=sekota)


def kuat(butuh, unit, level=3, **lain):
    """A person of the unit with a result in the needed competency."""
    pegawai = lain.pop("pegawai", None) or PegawaiFactory(unit_kerja=unit, **lain)
    CapaianKompetensiFactory(
        pegawai=pegawai, kompetensi=butuh.kompetensi, level=level, kesenjangan=0
    )
    return pegawai


def test_kesiapan_menghitung_orang_opd_dengan_hasil_berlaku():
    program = ProgramFactory()
    butuh = KebutuhanFactory(program=program, level=3, jumlah_orang=3)
    bidang = UnitKerjaFactory(induk=program.opd, jenis="BIDANG")
    kuat(butuh, bidang, level=4)
    kuat(butuh, program.opd, level=2)
    kuat(butuh, program.opd, kedudukan_hukum="PENSIUN")
    kuat(butuh, UnitKerjaFactory())
    habis = PegawaiFactory(unit_kerja=bidang)
    CapaianKompetensiFactory(
        pegawai=habis,
        kompetensi=butuh.kompetensi,
        level=5,
        berlaku_sampai=date(2020, 1, 1),
    )

    (opd,) = kesiapan_program(program, sekota=False)
    (kota,) = kesiapan_program(program, sekota=True)

    assert (opd.butuh, opd.punya, opd.kurang) == (3, 1, 2)
    assert (opd.dinilai, opd.jumlah_asn) == (2, 3)
    assert (kota.punya, kota.kurang, kota.jumlah_asn) == (2, 1, 4)


def test_kesiapan_lebih_dari_butuh_tidak_minus():
    butuh = KebutuhanFactory(jumlah_orang=1)
    kuat(butuh, butuh.program.opd)
    kuat(butuh, butuh.program.opd)

    (baris,) = kesiapan_program(butuh.program, sekota=False)

    assert (baris.punya, baris.kurang) == (2, 0)


def test_calon_urut_terpenuhi_kelebihan_nama():
    program = ProgramFactory()
    satu = KebutuhanFactory(program=program, level=3)
    dua = KebutuhanFactory(program=program, level=2)
    opd = program.opd
    cukup = kuat(satu, opd, nama="Cukup")
    lebih = kuat(satu, opd, level=5, nama="Zainal")
    sama = kuat(satu, opd, nama="Andi")
    semua = kuat(satu, opd, nama="Yosef")
    kuat(dua, opd, level=2, pegawai=semua)
    kuat(satu, opd, level=2, nama="Kurang")

    calon = calon_dari(akun_berperan(Peran.ANALIS), program, sekota=False)

    assert [c.pegawai for c in calon] == [semua, lebih, sama, cukup]
    assert [(c.terpenuhi, c.kelebihan) for c in calon] == [
        (2, 0),
        (1, 2),
        (1, 0),
        (1, 0),
    ]
    assert [(b.pk, lv) for b, lv in calon[0].kekuatan] == [(satu.pk, 3), (dua.pk, 2)]


def test_calon_hanya_dalam_cakupan_dan_belum_diusulkan():
    butuh = KebutuhanFactory()
    program = butuh.program
    dalam = kuat(butuh, program.opd)
    luar = kuat(butuh, UnitKerjaFactory())
    sudah = kuat(butuh, program.opd, atasan=dalam)
    PenugasanFactory(program=program, pegawai=sudah)
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=program.opd)

    milik = calon_dari(pengelola, program, sekota=True)
    kota = calon_dari(akun_berperan(Peran.ANALIS), program, sekota=True)

    assert [c.pegawai for c in milik] == [dalam]
    assert {c.pegawai for c in kota} == {dalam, luar}


def test_calon_jumlah_kueri_tetap(django_assert_num_queries):
    butuh = KebutuhanFactory()
    analis = akun_berperan(Peran.ANALIS)
    for _ in range(3):
        kuat(butuh, butuh.program.opd)

    with django_assert_num_queries(6):
        calon = calon_dari(analis, butuh.program, sekota=False)
        assert [c.pegawai.jabatan.nama for c in calon]

    assert len(calon) == 3


def test_penugasan_menunggu_hanya_bawahan_langsung():
    milik = PenugasanFactory()
    PenugasanFactory()
    PenugasanFactory(
        pegawai__atasan=milik.pegawai.atasan, status="DIBATALKAN", alasan="x"
    )

    daftar = penugasan_menunggu(milik.pegawai.atasan.pengguna)

    assert list(daftar) == [milik]
    assert list(penugasan_menunggu(milik.pegawai.pengguna)) == []
