"""Numbers, legal standing, set superiors, own facts."""

from datetime import date, timedelta

import pytest
import time_machine

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import (
    NomorPegawai,
    Pegawai,
    Peran,
    RiwayatJabatan,
)
from pegawai.services.atasan import (
    ganti_atasan,
    ganti_atasan_unit,
    hitung_atasan,
)
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.kedudukan import ubah_kedudukan
from pegawai.services.pegawai import ganti_nomor, ubah_pegawai
from pegawai.signals import atasan_berganti
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PenggunaFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
    akun_berperan,
)

SK = "800.1.3/12/2026"


def _riwayat(pegawai):
    return list(
        RiwayatJabatan.objects.filter(pegawai=pegawai)
        .order_by("tmt")
        .values_list("jabatan_id", "tmt", "sampai")
    )


def test_ganti_nomor_menyimpan_yang_lama_dan_mengganti_nama_akun(analis):
    pegawai = PegawaiFactory(
        nip="199001012023211001", jenis_kepegawaian=Pegawai.Jenis.PPPK, golongan=None
    )
    baru = "199001012026221002"

    ganti_nomor(
        pegawai=pegawai,
        nomor=baru,
        berlaku_mulai=date(2026, 3, 1),
        nomor_sk=SK,
        oleh=analis,
    )

    pegawai.refresh_from_db()
    assert (pegawai.nip, pegawai.pengguna.nama_akun) == (baru, baru)
    assert list(
        NomorPegawai.objects.filter(pegawai=pegawai)
        .order_by("pk")
        .values_list("nomor", "berlaku_sampai")
    ) == [("199001012023211001", date(2026, 2, 28)), (baru, None)]


@pytest.mark.parametrize(
    ("nomor", "kode"),
    [
        ("199001012023211009", "nomor_milik_orang_lain"),
        ("1990010120232110", "nomor_tidak_sah"),
        ("199001012020121001", "nomor_tidak_sah"),
    ],
)
def test_ganti_nomor_ditolak(analis, nomor, kode):
    lain = PegawaiFactory(nip="199001012026221009")
    NomorPegawai.objects.create(pegawai=lain, nomor="199001012023211009")
    pegawai = PegawaiFactory(
        nip="199001012023211001", jenis_kepegawaian=Pegawai.Jenis.PPPK, golongan=None
    )

    with pytest.raises(AturanDilanggar) as galat:
        ganti_nomor(
            pegawai=pegawai,
            nomor=nomor,
            berlaku_mulai=hari_ini(),
            nomor_sk=SK,
            oleh=analis,
        )

    assert galat.value.kode == kode


def test_ubah_kedudukan_pensiun_menutup_akun_peran_dan_bawahan(analis):
    kepala = PegawaiFactory()
    RiwayatJabatanFactory(pegawai=kepala)
    peran = akun_berperan(Peran.ANALIS).pemberian_peran.get()
    type(peran).objects.filter(pk=peran.pk).update(pengguna=kepala.pengguna)
    bawahan = PegawaiFactory()
    ganti_atasan(pegawai=bawahan, atasan=kepala, alasan="Surat 1", oleh=analis)
    tmt = hari_ini()

    ubah_kedudukan(
        pegawai=kepala, kedudukan_hukum="PENSIUN", tmt=tmt, nomor_sk=SK, oleh=analis
    )

    kepala.refresh_from_db()
    bawahan.refresh_from_db()
    peran.refresh_from_db()
    assert kepala.kedudukan_hukum == "PENSIUN"
    assert not kepala.pengguna.is_active
    assert peran.dicabut_pada is not None
    assert (bawahan.atasan, bawahan.atasan_ditetapkan) == (None, False)
    assert _riwayat(kepala)[0][2] == tmt - timedelta(days=1)


def test_ubah_kedudukan_mendatang_menunggu_harinya(analis):
    pegawai = PegawaiFactory()
    tmt = hari_ini() + timedelta(days=7)

    ubah_kedudukan(
        pegawai=pegawai, kedudukan_hukum="PENSIUN", tmt=tmt, nomor_sk=SK, oleh=analis
    )

    pegawai.refresh_from_db()
    assert (pegawai.aktif, pegawai.pengguna.is_active) == (True, True)
    with time_machine.travel(tmt):
        berlakukan_jatuh_tempo()
    pegawai.refresh_from_db()
    pegawai.pengguna.refresh_from_db()
    assert (pegawai.aktif, pegawai.pengguna.is_active) == (False, False)


def test_hitung_atasan_tidak_menyentuh_yang_ditetapkan(analis):
    kepala_sekolah, guru = PegawaiFactory(), PegawaiFactory()
    ganti_atasan(pegawai=guru, atasan=kepala_sekolah, alasan="SK sekolah", oleh=analis)

    hitung_atasan(oleh=analis)

    guru.refresh_from_db()
    assert guru.atasan == kepala_sekolah


def test_ubah_pegawai_kedua_dengan_versi_lama_ditolak(analis):
    pegawai = PegawaiFactory()
    ubah_pegawai(pegawai=pegawai, versi=1, nama="Nama Pertama", oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar) as galat:
        ubah_pegawai(pegawai=pegawai, versi=1, nama="Nama Kedua", oleh=analis)

    pegawai.refresh_from_db()
    assert (galat.value.kode, pegawai.nama) == ("versi_usang", "Nama Pertama")


def test_ganti_atasan_unit_satu_kabar_untuk_semua(analis):
    sekolah = UnitKerjaFactory()
    kepala = PegawaiFactory(unit_kerja=sekolah)
    guru = PegawaiFactory.create_batch(3, unit_kerja=sekolah)
    kabar = []

    def dengar(pegawai_ids, **kwargs):
        kabar.append(sorted(pegawai_ids))

    atasan_berganti.connect(dengar)
    isi = {"unit_id": sekolah.pk, "atasan": kepala, "alasan": "SK", "oleh": analis}

    jumlah = [ganti_atasan_unit(**isi), ganti_atasan_unit(**isi)]

    hitung_atasan(oleh=analis)
    assert jumlah == [3, 0]
    assert kabar == [[g.pk for g in guru]]
    assert Pegawai.objects.filter(atasan=kepala).count() == 3


def test_ganti_atasan_orang_luar_kota_ditolak(analis):
    pegawai = PegawaiFactory()
    luar = PegawaiFactory(kedudukan_hukum=Pegawai.Kedudukan.PINDAH_INSTANSI)

    with pytest.raises(AturanDilanggar) as galat:
        ganti_atasan(pegawai=pegawai, atasan=luar, alasan="SK", oleh=analis)

    assert galat.value.kode == "atasan_tidak_bekerja"
    dalam = PegawaiFactory()
    ganti_atasan(pegawai=pegawai, atasan=dalam, alasan="SK", oleh=analis)
    pegawai.refresh_from_db()
    assert pegawai.atasan == dalam
