from datetime import date
from decimal import Decimal

import pytest
import time_machine

from kemitraan.models import PesertaMagang
from kemitraan.services.magang import (
    ajukan_penempatan_keluar,
    ajukan_penempatan_masuk,
    batalkan_penempatan,
    mulai_penempatan,
    nilai_penempatan,
    selesaikan_penempatan,
    terima_penempatan,
    tolak_penempatan,
)
from kemitraan.services.magang_program import buat_program
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Peran
from tests.pabrik.kemitraan import (
    PenempatanFactory,
    PenempatanKeluarFactory,
    PenggunaMitraFactory,
    PerjanjianFactory,
    PesertaMagangFactory,
    ProgramMagangFactory,
)
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)

HARI = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _hari_ini():
    with time_machine.travel("2026-11-24T10:00:00+08:00", tick=False):
        yield


def _ajukan(program=None, **lain):
    isi = {
        "program": program or ProgramMagangFactory(),
        "nama": "Gracia M. Riwu",
        "nim": "2310020093",
        "program_studi": "Administrasi Publik",
        "surel": "",
        "unit_kerja": lain.pop("unit_kerja", None) or UnitKerjaFactory(),
        "tanggal_mulai": date(2026, 12, 1),
        "tanggal_selesai": date(2027, 1, 29),
        "oleh": lain.pop("oleh", None) or PenggunaFactory(),
    }
    return ajukan_penempatan_masuk(**(isi | lain))


def _kode(fungsi, **isi):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(**isi)
    return galat.value.kode


def test_ajukan_masuk_mencatat_mahasiswa():
    penempatan = _ajukan()

    assert penempatan.status == "DIAJUKAN"
    assert penempatan.peserta.nim == "2310020093"


def test_ajukan_mengabari_kepala_perangkat_daerah_yang_memutuskan():
    """KEAMANAN C.3, internship placement: kepala_opd S u."""
    unit = UnitKerjaFactory()
    kepala = akun_berperan(Peran.KEPALA_OPD, unit_kerja=unit)
    akun_berperan(Peran.KEPALA_OPD)  # the head of another

    penempatan = _ajukan(unit_kerja=unit)

    kabar = Pemberitahuan.objects.get(kunci__startswith="penempatan-diajukan")
    assert kabar.penerima == kepala
    assert kabar.tautan == penempatan.get_absolute_url()


def test_ajukan_mahasiswa_yang_sama_memakai_baris_lama():
    pertama = _ajukan()

    _ajukan(
        pertama.program,
        tanggal_mulai=date(2027, 2, 1),
        tanggal_selesai=date(2027, 3, 1),
    )

    assert PesertaMagang.objects.count() == 1


def test_ajukan_tanggal_bertumpuk_ditolak():
    pertama = _ajukan()

    assert _kode(_ajukan, program=pertama.program) == "penempatan_bertumpuk"


def test_ajukan_nim_atas_nama_lain_ditolak():
    pertama = _ajukan()

    assert _kode(_ajukan, program=pertama.program, nama="Orang Lain") == "nim_nama_lain"


def test_ajukan_di_luar_program_ditolak():
    program = ProgramMagangFactory(tanggal_selesai=date(2026, 12, 31))

    assert _kode(_ajukan, program=program) == "di_luar_program"


def test_ajukan_tanggal_terbalik_ditolak():
    kode = _kode(_ajukan, tanggal_selesai=date(2026, 11, 30))

    assert kode == "tanggal_terbalik"


def test_ajukan_pada_perjanjian_yang_dihentikan_ditolak():
    perjanjian = PerjanjianFactory(
        status="DIHENTIKAN", alasan_henti="x", dihentikan_pada=HARI
    )

    kode = _kode(_ajukan, program=ProgramMagangFactory(perjanjian=perjanjian))

    assert kode == "perjanjian_tidak_berlaku"


def test_ajukan_pada_perjanjian_yang_mulai_bulan_depan_boleh():
    perjanjian = PerjanjianFactory(tanggal_mulai=date(2026, 12, 1))
    program = ProgramMagangFactory(
        perjanjian=perjanjian, tanggal_mulai=date(2026, 12, 1)
    )

    penempatan = _ajukan(program)
    terima_penempatan(
        penempatan=penempatan, pembimbing=PegawaiFactory(), oleh=PenggunaFactory()
    )

    assert (
        _kode(
            mulai_penempatan, penempatan=penempatan, hari=HARI, oleh=PenggunaFactory()
        )
        == "di_luar_tanggal"
    )


def test_ajukan_oleh_mitra_tanpa_perjanjian_berlaku_ditolak():
    perjanjian = PerjanjianFactory(tanggal_mulai=date(2026, 12, 1))
    akun = PenggunaMitraFactory(mitra=perjanjian.mitra).pengguna
    program = ProgramMagangFactory(
        perjanjian=perjanjian, tanggal_mulai=date(2026, 12, 1)
    )

    assert _kode(_ajukan, program=program, oleh=akun) == "mitra_tanpa_perjanjian"


def test_ajukan_keluar_memakai_unit_pegawai():
    pegawai = PegawaiFactory()

    penempatan = ajukan_penempatan_keluar(
        program=ProgramMagangFactory(arah="KELUAR"),
        pegawai=pegawai,
        tempat="Laboratorium Data",
        tanggal_mulai=date(2026, 12, 1),
        tanggal_selesai=date(2027, 1, 29),
        oleh=PenggunaFactory(),
    )

    assert penempatan.unit_kerja == pegawai.unit_kerja


def test_ajukan_keluar_pegawai_pensiun_ditolak():
    kode = _kode(
        ajukan_penempatan_keluar,
        program=ProgramMagangFactory(arah="KELUAR"),
        pegawai=PegawaiFactory(kedudukan_hukum="PENSIUN"),
        tempat="Laboratorium Data",
        tanggal_mulai=date(2026, 12, 1),
        tanggal_selesai=date(2027, 1, 29),
        oleh=PenggunaFactory(),
    )

    assert kode == "pegawai_tidak_aktif"


def test_ajukan_masuk_pada_program_keluar_ditolak():
    assert _kode(_ajukan, program=ProgramMagangFactory(arah="KELUAR")) == "arah_lain"


def test_terima_mengabari_pengaju_dan_pembimbing():
    pengaju, pembimbing = PenggunaFactory(), PegawaiFactory()
    penempatan = _ajukan(oleh=pengaju)

    hasil = terima_penempatan(
        penempatan=penempatan, pembimbing=pembimbing, oleh=PenggunaFactory()
    )

    assert hasil.status == "DITERIMA"
    assert pengaju.pemberitahuan.count() == 1
    assert pembimbing.pengguna.pemberitahuan.count() == 1


def test_terima_dua_kali_tidak_mengubah_apa_pun():
    penempatan, pembimbing = _ajukan(), PegawaiFactory()
    pertama = terima_penempatan(
        penempatan=penempatan, pembimbing=pembimbing, oleh=PenggunaFactory()
    )

    kedua = terima_penempatan(
        penempatan=penempatan, pembimbing=PegawaiFactory(), oleh=PenggunaFactory()
    )

    assert kedua.pembimbing == pembimbing
    assert kedua.diputuskan_pada == pertama.diputuskan_pada


def test_terima_tanpa_pembimbing_ditolak():
    kode = _kode(
        terima_penempatan,
        penempatan=_ajukan(),
        pembimbing=None,
        oleh=PenggunaFactory(),
    )

    assert kode == "tanpa_pembimbing"


def test_terima_pembimbing_diri_sendiri_ditolak():
    penempatan = PenempatanKeluarFactory()

    kode = _kode(
        terima_penempatan,
        penempatan=penempatan,
        pembimbing=penempatan.pegawai,
        oleh=PenggunaFactory(),
    )

    assert kode == "pembimbing_sendiri"


def test_tolak_membebaskan_tanggal():
    penempatan = _ajukan()

    tolak_penempatan(penempatan=penempatan, alasan="Penuh.", oleh=PenggunaFactory())

    assert _ajukan(penempatan.program).status == "DIAJUKAN"


def test_mulai_selesai_nilai():
    penempatan, oleh = PenempatanFactory(status="DITERIMA"), PenggunaFactory()

    mulai_penempatan(penempatan=penempatan, hari=HARI, oleh=oleh)
    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=None, oleh=oleh)
    hasil = nilai_penempatan(
        penempatan=penempatan, nilai_akhir=Decimal("87.5"), oleh=oleh
    )

    assert (hasil.status, hasil.nilai_akhir) == ("SELESAI", Decimal("87.5"))


def test_mulai_sesudah_perjanjian_dihentikan_ditolak():
    penempatan = PenempatanFactory(
        status="DITERIMA",
        program__perjanjian__status="DIHENTIKAN",
        program__perjanjian__alasan_henti="x",
        program__perjanjian__dihentikan_pada=HARI,
    )

    kode = _kode(
        mulai_penempatan, penempatan=penempatan, hari=HARI, oleh=PenggunaFactory()
    )

    assert kode == "perjanjian_tidak_berlaku"


@pytest.mark.parametrize(
    ("fungsi", "status", "isi"),
    [
        (terima_penempatan, "BERJALAN", {"pembimbing": None}),
        (tolak_penempatan, "DITERIMA", {"alasan": "x"}),
        (mulai_penempatan, "DIAJUKAN", {"hari": HARI}),
        (selesaikan_penempatan, "DITERIMA", {"nilai_akhir": None}),
        (batalkan_penempatan, "SELESAI", {"alasan": "x"}),
    ],
)
def test_tindakan_pada_status_yang_salah_ditolak(fungsi, status, isi):
    penempatan = PenempatanFactory(status=status)

    kode = _kode(fungsi, penempatan=penempatan, oleh=PenggunaFactory(), **isi)

    assert kode == "status_penempatan"


def test_nilai_kedua_kali_ditolak():
    penempatan = PenempatanFactory(status="SELESAI", nilai_akhir=80)

    kode = _kode(
        nilai_penempatan,
        penempatan=penempatan,
        nilai_akhir=Decimal(90),
        oleh=PenggunaFactory(),
    )

    assert kode == "tidak_menunggu_nilai"


@pytest.mark.parametrize("nilai", [Decimal("-1"), Decimal("100.5")])
def test_nilai_di_luar_0_sampai_100_ditolak(nilai):
    kode = _kode(
        selesaikan_penempatan,
        penempatan=PenempatanFactory(status="BERJALAN"),
        nilai_akhir=nilai,
        oleh=PenggunaFactory(),
    )

    assert kode == "nilai_luar"


def test_batalkan_yang_berjalan_dengan_alasan():
    hasil = batalkan_penempatan(
        penempatan=PenempatanFactory(status="BERJALAN"),
        alasan="Sakit.",
        oleh=PenggunaFactory(),
    )

    assert (hasil.status, hasil.alasan) == ("DIBATALKAN", "Sakit.")


def test_kabar_pemagang_menuju_halamannya_sendiri():
    penempatan = PenempatanFactory(
        peserta=PesertaMagangFactory(pengguna=PenggunaFactory())
    )

    tolak_penempatan(penempatan=penempatan, alasan="Penuh.", oleh=PenggunaFactory())

    kabar = penempatan.peserta.pengguna.pemberitahuan.get()
    assert kabar.tautan == "/magang/saya/"


@pytest.mark.parametrize(
    ("mulai", "kode"),
    [
        (date(2025, 1, 1), "program_di_luar_perjanjian"),
        (date(2025, 1, 2), None),
    ],
)
def test_buat_program_di_dalam_masa_perjanjian(mulai, kode):
    isi = {
        "perjanjian": PerjanjianFactory(),
        "arah": "MASUK",
        "nama": "Magang",
        "tanggal_mulai": mulai,
        "tanggal_selesai": date(2027, 1, 1),
        "oleh": PenggunaFactory(),
    }

    if kode:
        assert _kode(buat_program, **isi) == kode
    else:
        assert buat_program(**isi).nama == "Magang"
