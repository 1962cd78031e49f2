from datetime import date, timedelta

import pytest
import time_machine

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan, Pengguna
from pegawai.models import PemberianPeran, Peran, UsulPeran
from pegawai.queries.peran import berlaku_sekota, punya_peran
from pegawai.services.peran import (
    berikan_peran,
    cabut_peran,
    setujui_usul_peran,
    tolak_usul_peran,
)
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)


def _beri(oleh, *, peran=Peran.ASESOR, unit=None, pengguna=None, **lain):
    hari = hari_ini()
    isi = {
        "berlaku_mulai": hari,
        "berlaku_sampai": hari + timedelta(days=30),
        "nomor_sk": "800.1/7/2026",
    } | lain
    return berikan_peran(
        pengguna=pengguna or PenggunaFactory(),
        peran=peran,
        unit_kerja=unit,
        oleh=oleh,
        **isi,
    )


def _segar(akun):
    return Pengguna.objects.get(pk=akun.pk)


def test_berikan_peran_oleh_admin_berlaku_seketika(admin):
    unit = UnitKerjaFactory()

    pemberian = _beri(admin, peran=Peran.PENGELOLA_OPD, unit=unit)

    assert isinstance(pemberian, PemberianPeran)
    assert pemberian.diberikan_oleh == admin
    assert punya_peran(_segar(pemberian.pengguna), Peran.PENGELOLA_OPD)
    assert Pemberitahuan.objects.filter(penerima=pemberian.pengguna).count() == 1


def test_berikan_peran_dua_kali_tidak_mengubah_apa_pun(admin):
    pertama = _beri(admin)

    kedua = _beri(admin, pengguna=pertama.pengguna)

    assert kedua == pertama


@pytest.mark.parametrize("peran", [Peran.ANALIS, Peran.ADMIN])
def test_berikan_peran_kota_menunggu_admin_lain(admin, peran):
    admin_lain = akun_berperan(Peran.ADMIN)

    usul = _beri(admin, peran=peran)

    assert isinstance(usul, UsulPeran)
    assert not punya_peran(_segar(usul.pengguna), peran)
    assert list(Pemberitahuan.objects.values_list("penerima", flat=True)) == [
        admin_lain.pk
    ]


def test_setujui_usul_peran_oleh_orang_kedua(admin):
    usul = _beri(admin, peran=Peran.ADMIN)
    kedua = akun_berperan(Peran.ADMIN)

    pemberian = setujui_usul_peran(usul=usul, oleh=kedua)
    lagi = setujui_usul_peran(usul=usul, oleh=kedua)

    assert lagi == pemberian
    assert (pemberian.diberikan_oleh, pemberian.disetujui_oleh) == (admin, kedua)
    assert berlaku_sekota(_segar(usul.pengguna), Peran.ADMIN)


def test_setujui_usul_peran_sendiri_ditolak(admin):
    usul = _beri(admin, peran=Peran.ANALIS)

    with pytest.raises(AturanDilanggar) as galat:
        setujui_usul_peran(usul=usul, oleh=admin)

    assert galat.value.kode == "dua_orang"
    usul.refresh_from_db()
    assert usul.status == UsulPeran.Status.DIUSULKAN


def test_setujui_usul_peran_untuk_diri_ditolak(admin):
    kedua = akun_berperan(Peran.ADMIN)
    usul = _beri(admin, peran=Peran.ANALIS, pengguna=kedua)

    with pytest.raises(AturanDilanggar) as galat:
        setujui_usul_peran(usul=usul, oleh=kedua)

    assert galat.value.kode == "dua_orang"


def test_tolak_usul_peran_mengabari_pengusul(admin, analis):
    usul = _beri(analis)

    tolak_usul_peran(usul=usul, alasan="SK belum terbit", oleh=admin)
    with pytest.raises(AturanDilanggar) as galat:
        setujui_usul_peran(usul=usul, oleh=admin)

    assert galat.value.kode == "usul_sudah_diputuskan"
    kabar = Pemberitahuan.objects.get(penerima=analis)
    assert "SK belum terbit" in kabar.isi


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"peran": Peran.ATASAN}, "peran_turunan"),
        ({"peran": Peran.MITRA}, "peran_turunan"),
        ({"peran": Peran.PENGELOLA_OPD}, "peran_unit"),
        ({"berlaku_sampai": date(2020, 1, 1)}, "peran_tanggal"),
        ({"berlaku_sampai": date(2099, 1, 1)}, "peran_terlalu_lama"),
    ],
)
def test_berikan_peran_ditolak(admin, isi, kode):
    with pytest.raises(AturanDilanggar) as galat:
        _beri(admin, **isi)

    assert galat.value.kode == kode
    assert PemberianPeran.objects.exclude(pengguna=admin).count() == 0


def test_berikan_peran_sendiri_ditolak(admin):
    with pytest.raises(AturanDilanggar) as galat:
        _beri(admin, pengguna=admin)

    assert galat.value.kode == "peran_sendiri"


def test_berikan_peran_bertumpuk_ditolak(admin):
    pertama = _beri(admin)

    with pytest.raises(AturanDilanggar) as galat:
        _beri(
            admin,
            pengguna=pertama.pengguna,
            berlaku_mulai=pertama.berlaku_sampai,
            berlaku_sampai=pertama.berlaku_sampai + timedelta(days=9),
        )

    assert galat.value.kode == "peran_bertumpuk"


def test_usul_peran_pengelola_hanya_unitnya(admin):
    unit = UnitKerjaFactory()
    anak = UnitKerjaFactory(induk=unit, jenis="BIDANG")
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit)

    usul = _beri(pengelola, peran=Peran.PENGELOLA_OPD, unit=anak)
    with pytest.raises(AturanDilanggar) as luar:
        _beri(pengelola, peran=Peran.PENGELOLA_OPD, unit=UnitKerjaFactory())
    with pytest.raises(AturanDilanggar) as kota:
        _beri(pengelola, peran=Peran.ANALIS)

    assert isinstance(usul, UsulPeran)
    assert (luar.value.kode, kota.value.kode) == ("di_luar_cakupan", "di_luar_cakupan")


def test_usul_peran_admin_oleh_analis_ditolak(analis):
    with pytest.raises(AturanDilanggar) as galat:
        _beri(analis, peran=Peran.ADMIN)

    assert galat.value.kode == "usul_admin"


@pytest.mark.parametrize(
    ("saat", "berlaku"),
    [
        ("2026-11-23T15:59:59Z", False),
        ("2026-11-23T16:00:00Z", True),
        ("2026-11-30T15:59:59Z", True),
        ("2026-11-30T16:00:00Z", False),
    ],
)
def test_peran_berlaku_tanggal_wita_akhir_ikut(admin, saat, berlaku):
    with time_machine.travel("2026-11-20T00:00:00Z", tick=False):
        pemberian = _beri(
            admin,
            berlaku_mulai=date(2026, 11, 24),
            berlaku_sampai=date(2026, 11, 30),
        )

    with time_machine.travel(saat, tick=False):
        assert punya_peran(_segar(pemberian.pengguna), Peran.ASESOR) is berlaku


def test_cabut_peran_berhenti_seketika_dan_sekali(admin):
    pemberian = _beri(admin)

    dicabut = cabut_peran(pemberian=pemberian, alasan="Pindah tugas", oleh=admin)
    lagi = cabut_peran(pemberian=pemberian, alasan="Lain", oleh=admin)

    pemberian.refresh_from_db()
    assert (dicabut, lagi) == (True, False)
    assert (pemberian.dicabut_oleh, pemberian.alasan_cabut) == (admin, "Pindah tugas")
    assert not punya_peran(_segar(pemberian.pengguna), Peran.ASESOR)


def test_cabut_peran_sendiri_ditolak(admin):
    with pytest.raises(AturanDilanggar) as galat:
        cabut_peran(
            pemberian=PemberianPeran.objects.get(pengguna=admin), alasan="x", oleh=admin
        )

    assert galat.value.kode == "peran_sendiri"


def test_peran_berakhir_dengan_masa_kerja(admin):
    pegawai = PegawaiFactory()
    _beri(admin, pengguna=pegawai.pengguna)
    assert punya_peran(_segar(pegawai.pengguna), Peran.ASESOR)

    pegawai.kedudukan_hukum = "PENSIUN"
    pegawai.save()

    assert not punya_peran(_segar(pegawai.pengguna), Peran.ASESOR)
