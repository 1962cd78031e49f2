"""Posts made, corrected, moved, closed and opened again."""

from datetime import date, timedelta

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import (
    CapaianKompetensi,
    Jabatan,
    Pegawai,
    PolaJenjang,
    RiwayatJabatan,
    UnitKerja,
)
from pegawai.services.jabatan import ubah_jabatan
from pegawai.services.jabatan_tata import (
    buat_jabatan,
    buka_jabatan,
    pindahkan_jabatan,
    tutup_jabatan,
)
from pegawai.services.mutasi import pindahkan_pegawai
from pegawai.services.rangkap import tugaskan_rangkap
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    StandarButirFactory,
    UnitKerjaFactory,
)


@pytest.fixture
def pengawas():
    return JenjangFactory(kode="PENGAWAS", jenis="STRUKTURAL", urutan=5)


@pytest.fixture
def unit():
    return UnitKerjaFactory(nama="Dinas A")


def _buat(unit, analis, **lain):
    isi = {"nama": "Arsiparis", "jenis": "PELAKSANA", "jenjang": None}
    return buat_jabatan(unit=unit, oleh=analis, **isi | {"kelas_jabatan": 7} | lain)


def _galat(lakukan, *isi, **lain):
    with pytest.raises(AturanDilanggar) as galat:
        lakukan(*isi, **lain)
    return galat.value.kode


def test_buat_jabatan_menurunkan_jenjang_dari_nama(unit, analis):
    PolaJenjang.objects.create(
        urutan=1,
        pola_jenis="pelaksana",
        pola_nama=".*",
        jenjang=JenjangFactory(kode="PELAKSANA"),
    )

    jabatan = _buat(unit, analis, nama="  Penata   Arsip ")

    assert (jabatan.nama, jabatan.unit_kerja, jabatan.kelas_jabatan) == (
        "Penata Arsip",
        unit,
        7,
    )
    assert (jabatan.jenis, jabatan.jenjang.kode) == ("PELAKSANA", "PELAKSANA")


def test_buat_jabatan_kepala_menjadi_atasan_unitnya(unit, analis, pengawas):
    staf, calon = PegawaiFactory(unit_kerja=unit), PegawaiFactory()

    kepala = _buat(unit, analis, nama="Kepala", jenjang=pengawas)
    pindahkan_pegawai(
        pegawai=calon, jabatan=kepala, tmt=hari_ini(), nomor_sk="1", oleh=analis
    )

    staf.refresh_from_db()
    assert kepala.jenis == "STRUKTURAL"
    assert staf.atasan == calon


def test_buat_jabatan_yang_lebih_tinggi_membuat_unit_tanpa_pemegang_kepala(
    unit, analis, pengawas
):
    kepala = PegawaiFactory(
        jabatan=JabatanFactory(unit_kerja=unit, jenjang=pengawas), unit_kerja=unit
    )
    staf = PegawaiFactory(unit_kerja=unit, atasan=kepala)
    administrator = JenjangFactory(
        kode="ADMINISTRATOR", jenis="STRUKTURAL", urutan=pengawas.urutan - 1
    )

    _buat(unit, analis, nama="Kepala Bidang", jenjang=administrator)

    staf.refresh_from_db()
    assert staf.atasan is None


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"nama": " "}, "nama_kosong"),
        ({"nama": "PENATA arsip"}, "jabatan_unik_di_unit"),
        ({"nama": "Juru Arsip"}, "jabatan_sudah_ditutup"),
        ({"jenis": ""}, "jenis_kosong"),
    ],
)
def test_buat_jabatan_ditolak(unit, analis, lain, kode):
    JabatanFactory(nama="Penata Arsip", unit_kerja=unit)
    JabatanFactory(nama="Juru Arsip", unit_kerja=unit, aktif=False)

    assert _galat(_buat, unit, analis, **lain) == kode
    assert Jabatan.objects.filter(unit_kerja=unit).count() == 2
    assert _buat(unit, analis).pk


def test_buat_jabatan_di_unit_tertutup_ditolak(unit, analis):
    UnitKerja.objects.filter(pk=unit.pk).update(berlaku_sampai=date(2026, 1, 1))

    assert _galat(_buat, unit, analis) == "unit_sudah_ditutup"
    assert _buat(UnitKerjaFactory(), analis).pk


def test_tutup_dan_buka_jabatan_dua_kali_tidak_mengubah_lagi(analis):
    jabatan = JabatanFactory()

    tutup = [tutup_jabatan(jabatan=jabatan, oleh=analis) for _ in range(2)]
    buka = [buka_jabatan(jabatan=jabatan, oleh=analis) for _ in range(2)]

    assert [(j.aktif, j.versi) for j in tutup + buka] == [
        (False, 2),
        (False, 2),
        (True, 3),
        (True, 3),
    ]


def test_tutup_jabatan_yang_dipegang_ditolak_sesudah_pensiun_tidak(analis):
    orang = PegawaiFactory()

    assert _galat(tutup_jabatan, jabatan=orang.jabatan, oleh=analis) == (
        "jabatan_masih_dipegang"
    )
    Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum="PENSIUN")
    assert not tutup_jabatan(jabatan=orang.jabatan, oleh=analis).aktif


@pytest.mark.parametrize("jenis", ["UTAMA", "PLT"])
def test_tutup_jabatan_yang_direncanakan_atau_dirangkap_ditolak(analis, jenis):
    jabatan = JabatanFactory()
    mulai = hari_ini() + timedelta(days=3 if jenis == "UTAMA" else -3)
    RiwayatJabatanFactory(jabatan=jabatan, jenis=jenis, tmt=mulai)

    assert _galat(tutup_jabatan, jabatan=jabatan, oleh=analis) == (
        "jabatan_masih_ditugaskan"
    )
    RiwayatJabatan.objects.update(tmt=date(2021, 1, 1), sampai=date(2022, 1, 1))
    assert not tutup_jabatan(jabatan=jabatan, oleh=analis).aktif


def test_jabatan_tertutup_tidak_dapat_diisi(analis):
    jabatan = tutup_jabatan(jabatan=JabatanFactory(), oleh=analis)
    isi = {"jabatan": jabatan, "tmt": hari_ini(), "nomor_sk": "1", "oleh": analis}
    plt = {"jenis": "PLT", "sampai": hari_ini()}

    utama = _galat(pindahkan_pegawai, pegawai=PegawaiFactory(), **isi)
    rangkap = _galat(tugaskan_rangkap, pegawai=PegawaiFactory(), **isi, **plt)

    assert utama == rangkap == "jabatan_tidak_aktif"
    buka_jabatan(jabatan=jabatan, oleh=analis)
    assert pindahkan_pegawai(pegawai=PegawaiFactory(), **isi).jabatan == jabatan


def test_buka_jabatan_di_unit_tertutup_ditolak(unit, analis):
    jabatan = JabatanFactory(unit_kerja=unit, aktif=False)
    UnitKerja.objects.filter(pk=unit.pk).update(berlaku_sampai=date(2026, 1, 1))

    assert _galat(buka_jabatan, jabatan=jabatan, oleh=analis) == "unit_sudah_ditutup"
    UnitKerja.objects.filter(pk=unit.pk).update(berlaku_sampai=None)
    assert buka_jabatan(jabatan=jabatan, oleh=analis).aktif


def test_pindahkan_jabatan_kosong_ke_unit_lain(unit, analis):
    jabatan, lain = JabatanFactory(nama="Arsiparis"), UnitKerjaFactory()
    kembar = JabatanFactory(nama="arsiparis", unit_kerja=lain)
    dipegang = PegawaiFactory().jabatan
    tertutup = UnitKerjaFactory(berlaku_sampai=date(2026, 1, 1))

    ditolak = [
        _galat(pindahkan_jabatan, jabatan=j, unit=u, oleh=analis)
        for j, u in ((jabatan, lain), (dipegang, unit), (jabatan, tertutup))
    ]
    pindah = [
        pindahkan_jabatan(jabatan=jabatan, unit=unit, oleh=analis) for _ in range(2)
    ]

    assert ditolak == [
        "jabatan_unik_di_unit",
        "jabatan_masih_dipegang",
        "unit_sudah_ditutup",
    ]
    assert [(j.unit_kerja, j.versi) for j in pindah] == [(unit, 2), (unit, 2)]
    assert kembar.unit_kerja == lain


def test_ubah_jabatan_membetulkan_nama_dan_jenis(analis):
    jabatan = JabatanFactory(nama="Arsparis", jenjang=None, jenis="")
    isi = {"jenjang": None, "kelas_jabatan": 8, "oleh": analis}

    ubah_jabatan(
        jabatan=jabatan, nama=" Arsiparis ", jenis="FUNGSIONAL", versi=1, **isi
    )

    jabatan.refresh_from_db()
    assert (jabatan.nama, jabatan.jenis, jabatan.kelas_jabatan) == (
        "Arsiparis",
        "FUNGSIONAL",
        8,
    )
    kembar = JabatanFactory(nama="Penata", unit_kerja=jabatan.unit_kerja)
    assert (
        _galat(ubah_jabatan, jabatan=kembar, nama="arsiparis", versi=1, **isi)
        == "jabatan_unik_di_unit"
    )
    assert _galat(ubah_jabatan, jabatan=kembar, nama=" ", versi=1, **isi) == (
        "nama_kosong"
    )


def test_ubah_jabatan_menjadi_struktural_hanya_bila_satu_pemegang(analis, pengawas):
    jabatan = JabatanFactory(nama="Kepala Seksi")
    satu, dua = PegawaiFactory.create_batch(
        2, jabatan=jabatan, unit_kerja=jabatan.unit_kerja
    )
    isi = {"jenjang": pengawas, "kelas_jabatan": 9, "versi": 1, "oleh": analis}

    kode = _galat(ubah_jabatan, jabatan=jabatan, **isi)
    Pegawai.objects.filter(pk=dua.pk).update(jabatan=JabatanFactory())
    ubah_jabatan(jabatan=jabatan, **isi)

    assert kode == "pemegang_lebih_dari_satu"
    dua.refresh_from_db()
    assert dua.atasan == satu


def test_ubah_jenjang_menyegarkan_pembanding_pemegangnya(analis):
    jabatan = JabatanFactory(jenjang=JenjangFactory(kode="PELAKSANA"))
    orang = PegawaiFactory(jabatan=jabatan, unit_kerja=jabatan.unit_kerja)
    lain = JenjangFactory(kode="JF_AHLI_MUDA", jenis="FUNGSIONAL")
    butir = StandarButirFactory(standar__jabatan=None, standar__jenjang=lain, level=4)
    CapaianKompetensiFactory(
        pegawai=orang, kompetensi=butir.kompetensi, level=2, level_standar=3
    )

    ubah_jabatan(jabatan=jabatan, jenjang=lain, kelas_jabatan=9, versi=1, oleh=analis)

    capaian = CapaianKompetensi.objects.get()
    assert (capaian.level_standar, capaian.kesenjangan) == (4, 2)
