"""Asking for a seat, giving it back, waiting in vain."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Agenda, Pegawai, Peran
from pelatihan.models import Angkatan, Peserta
from pelatihan.services.peserta import (
    batalkan_peserta,
    daftarkan_peserta,
    kedaluwarsakan_peserta,
)
from pelatihan.services.peserta_putus import setujui_peserta, tolak_peserta
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import (
    AnggotaPenyelenggaraFactory,
    AngkatanFactory,
    PelatihanFactory,
)

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def bawahan(atasan):
    return atasan.bawahan.get()


def daftar(pegawai, angkatan=None):
    return daftarkan_peserta(
        angkatan=angkatan or AngkatanFactory(), pegawai=pegawai, oleh=pegawai.pengguna
    )


def kode_galat(fungsi, **isi):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(**isi)
    return galat.value.kode


def terisi(angkatan):
    return Angkatan.objects.get(pk=angkatan.pk).terisi


def test_daftar_memegang_kursi_dan_mengabari_atasan(bawahan, atasan):
    angkatan = AngkatanFactory()

    peserta = daftar(bawahan, angkatan)

    kabar = Pemberitahuan.objects.get(penerima=atasan.pengguna)
    assert (peserta.status, terisi(angkatan)) == ("DIAJUKAN", 1)
    assert peserta.batas_keputusan - peserta.diajukan_pada == timedelta(days=7)
    assert kabar.judul == "Bawahan Langsung mengajukan pelatihan"
    assert kabar.tautan == peserta.get_absolute_url()


def test_daftar_dua_kali_satu_baris_satu_kursi(bawahan):
    angkatan = AngkatanFactory()

    pertama, kedua = daftar(bawahan, angkatan), daftar(bawahan, angkatan)

    assert pertama == kedua
    assert terisi(angkatan) == 1


def test_daftar_kelas_penuh_menyebut_alasan_yang_lebih_dulu(bawahan):
    """Full and closed, full and not yet open: the reason is not that it is full."""
    hari = hari_ini()
    penuh = {"kuota": 30, "terisi": 30}
    tutup = AngkatanFactory(**penuh, status="DIBATALKAN")
    draf = AngkatanFactory(**penuh, pelatihan=PelatihanFactory(status="DRAF"))
    belum = AngkatanFactory(**penuh, pendaftaran_mulai=hari + timedelta(days=1))
    lewat = AngkatanFactory(**penuh, pendaftaran_sampai=hari - timedelta(days=1))

    kode = [
        kode_galat(daftarkan_peserta, angkatan=a, pegawai=bawahan, oleh=None)
        for a in (tutup, draf, belum, lewat)
    ]

    assert kode == [
        "angkatan_tidak_dibuka",
        "angkatan_tidak_dibuka",
        "pendaftaran_belum_dibuka",
        "pendaftaran_ditutup",
    ]


def test_daftar_orang_ke_31_ditolak_kelas_penuh(bawahan):
    angkatan = AngkatanFactory(kuota=30, terisi=30)

    kode = kode_galat(
        daftarkan_peserta, angkatan=angkatan, pegawai=bawahan, oleh=bawahan.pengguna
    )

    assert kode == "kelas_penuh"
    assert not angkatan.peserta.exists()


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"status": "RANCANGAN"}, "angkatan_tidak_dibuka"),
        ({"status": "BERJALAN"}, "angkatan_tidak_dibuka"),
        ({"status": "DIBATALKAN"}, "angkatan_tidak_dibuka"),
        ({"mulai": 1}, "pendaftaran_belum_dibuka"),
        ({"sampai": -1}, "pendaftaran_ditutup"),
        ({"mulai": 0}, None),
        ({"sampai": 0}, None),
    ],
)
def test_daftar_di_luar_jendela_ditolak(bawahan, ubah, kode):
    """Both ends of the window are inclusive (KETENTUAN M-2)."""
    isi = {"status": ubah.get("status", "DIBUKA")}
    if "mulai" in ubah:
        isi["pendaftaran_mulai"] = hari_ini() + timedelta(days=ubah["mulai"])
    if "sampai" in ubah:
        isi["pendaftaran_sampai"] = hari_ini() + timedelta(days=ubah["sampai"])
    angkatan = AngkatanFactory(**isi)

    if kode is None:
        hasil = daftar(bawahan, angkatan).status
    else:
        hasil = kode_galat(
            daftarkan_peserta, angkatan=angkatan, pegawai=bawahan, oleh=bawahan.pengguna
        )

    assert hasil == (kode or "DIAJUKAN")


def test_daftar_pelatihan_draf_dan_pegawai_pensiun_ditolak(bawahan):
    draf = AngkatanFactory(pelatihan=PelatihanFactory(status="DRAF"))
    pensiun = PegawaiFactory(kedudukan_hukum=Pegawai.Kedudukan.PENSIUN)

    kode = [
        kode_galat(daftarkan_peserta, angkatan=a, pegawai=p, oleh=p.pengguna)
        for a, p in [(draf, bawahan), (AngkatanFactory(), pensiun)]
    ]

    assert kode == ["angkatan_tidak_dibuka", "pegawai_tidak_aktif"]


def test_setujui_mencatat_siapa_kapan_dan_agenda(bawahan, atasan):
    peserta = daftar(bawahan)

    pertama = setujui_peserta(peserta=peserta, oleh=atasan.pengguna)
    kedua = setujui_peserta(peserta=peserta, oleh=atasan.pengguna)

    agenda = Agenda.objects.get(pegawai=bawahan)
    assert pertama.status == "DISETUJUI"
    assert pertama.diputuskan_oleh == atasan.pengguna
    assert kedua.diputuskan_pada == pertama.diputuskan_pada
    assert (agenda.kunci, agenda.tanggal_mulai) == (
        f"peserta:{peserta.pk}",
        peserta.angkatan.tanggal_mulai,
    )


def test_setujui_oleh_diri_sendiri_orang_lain_dan_kakek_ditolak(bawahan, atasan):
    kakek = PegawaiFactory()
    atasan.atasan = kakek
    atasan.save()
    peserta = daftar(bawahan)

    kode = {
        kode_galat(setujui_peserta, peserta=peserta, oleh=akun)
        for akun in (bawahan.pengguna, PenggunaFactory(), kakek.pengguna)
    }

    peserta.refresh_from_db()
    assert kode == {"bukan_atasan_langsung"}
    assert peserta.status == "DIAJUKAN"


def test_kepala_opd_memutuskan_di_unitnya_saja_bukan_untuk_dirinya(bawahan):
    """KEAMANAN C.3, enrolment: kepala_opd S u, analis S k; C.8 rule 3."""
    opd = UnitKerjaFactory()
    bawahan.unit_kerja = UnitKerjaFactory(induk=opd)
    bawahan.save()
    kepala = akun_berperan(Peran.KEPALA_OPD, unit_kerja=opd)
    diri = PegawaiFactory(pengguna=kepala, unit_kerja=opd)

    luar = kode_galat(setujui_peserta, peserta=daftar(PegawaiFactory()), oleh=kepala)
    sendiri = kode_galat(setujui_peserta, peserta=daftar(diri), oleh=kepala)
    hasil = setujui_peserta(peserta=daftar(bawahan), oleh=kepala)

    assert (luar, sendiri) == ("bukan_atasan_langsung", "bukan_atasan_langsung")
    assert (hasil.status, hasil.diputuskan_oleh) == ("DISETUJUI", kepala)


def test_analis_memutuskan_walau_ada_atasan(bawahan, analis):
    assert setujui_peserta(peserta=daftar(bawahan), oleh=analis).status == "DISETUJUI"


def test_tanpa_atasan_penyelenggara_yang_memutuskan(analis):
    pegawai = PegawaiFactory(atasan=None)
    anggota = AnggotaPenyelenggaraFactory()
    angkatan = AngkatanFactory(pelatihan__penyelenggara=anggota.penyelenggara)
    peserta = daftar(pegawai, angkatan)

    hasil = setujui_peserta(peserta=peserta, oleh=anggota.pengguna)

    assert hasil.status == "DISETUJUI"
    assert Pemberitahuan.objects.filter(penerima=anggota.pengguna).count() == 1
    assert (
        kode_galat(
            setujui_peserta,
            peserta=daftar(PegawaiFactory(), angkatan),
            oleh=AnggotaPenyelenggaraFactory().pengguna,
        )
        == "bukan_atasan_langsung"
    )
    assert (
        setujui_peserta(peserta=daftar(PegawaiFactory(), angkatan), oleh=analis).status
        == "DISETUJUI"
    )


def test_atasan_pensiun_keputusan_pindah_ke_analis(bawahan, atasan, analis):
    peserta = daftar(bawahan)
    atasan.kedudukan_hukum = Pegawai.Kedudukan.PENSIUN
    atasan.save()

    hasil = setujui_peserta(peserta=peserta, oleh=analis)

    assert hasil.diputuskan_oleh == analis


def test_tolak_membebaskan_kursi_dan_menyebut_alasan(bawahan, atasan):
    angkatan = AngkatanFactory(kuota=1)
    peserta = daftar(bawahan, angkatan)

    hasil = tolak_peserta(peserta=peserta, alasan=" Ada  audit ", oleh=atasan.pengguna)

    kabar = Pemberitahuan.objects.get(penerima=bawahan.pengguna)
    assert (hasil.status, hasil.alasan, terisi(angkatan)) == ("DITOLAK", "Ada audit", 0)
    assert kabar.isi.endswith("Alasan: Ada audit")
    assert daftar(PegawaiFactory(), angkatan).status == "DIAJUKAN"


def test_tolak_tanpa_alasan_dan_sesudah_disetujui_ditolak(bawahan, atasan):
    peserta = daftar(bawahan)

    tanpa = kode_galat(
        tolak_peserta, peserta=peserta, alasan="  ", oleh=atasan.pengguna
    )
    setujui_peserta(peserta=peserta, oleh=atasan.pengguna)
    sesudah = kode_galat(
        tolak_peserta, peserta=peserta, alasan="Batal", oleh=atasan.pengguna
    )

    assert (tanpa, sesudah) == ("alasan_kosong", "sudah_diputuskan")


def test_batalkan_membebaskan_kursi_dan_agenda(bawahan, atasan):
    angkatan = AngkatanFactory()
    peserta = daftar(bawahan, angkatan)
    setujui_peserta(peserta=peserta, oleh=atasan.pengguna)

    batalkan_peserta(peserta=peserta, oleh=bawahan.pengguna)
    batalkan_peserta(peserta=peserta, oleh=bawahan.pengguna)

    assert terisi(angkatan) == 0
    assert not Agenda.objects.exists()
    assert daftar(bawahan, angkatan).pk != peserta.pk


def test_batalkan_sesudah_mulai_ditolak(bawahan):
    peserta = daftar(bawahan)
    Angkatan.objects.filter(pk=peserta.angkatan_id).update(status="BERJALAN")

    kode = kode_galat(batalkan_peserta, peserta=peserta, oleh=bawahan.pengguna)

    assert kode == "pelatihan_sudah_dimulai"


def test_kedaluwarsa_tujuh_hari_melepas_kursi_sekali(bawahan):
    angkatan = AngkatanFactory()
    lama, baru = daftar(bawahan, angkatan), daftar(PegawaiFactory(), angkatan)
    Peserta.objects.filter(pk=lama.pk).update(
        batas_keputusan=timezone.now() - timedelta(seconds=1)
    )

    jumlah = [kedaluwarsakan_peserta(), kedaluwarsakan_peserta()]

    lama.refresh_from_db()
    baru.refresh_from_db()
    assert jumlah == [1, 0]
    assert (lama.status, baru.status, terisi(angkatan)) == (
        "KEDALUWARSA",
        "DIAJUKAN",
        1,
    )
    assert Pemberitahuan.objects.filter(penerima=bawahan.pengguna).count() == 1


def test_setujui_sesudah_batas_ditolak(bawahan, atasan):
    """KEAMANAN C.8-12: the deadline passed, even before the nightly job ran."""
    peserta = daftar(bawahan)
    Peserta.objects.filter(pk=peserta.pk).update(
        batas_keputusan=timezone.now() - timedelta(seconds=1)
    )

    kode = kode_galat(setujui_peserta, peserta=peserta, oleh=atasan.pengguna)

    assert kode == "batas_keputusan_lewat"


def test_daftar_saat_penuh_menggantikan_yang_lewat_batas(bawahan):
    angkatan = AngkatanFactory(kuota=1)
    lama = daftar(PegawaiFactory(), angkatan)
    Peserta.objects.filter(pk=lama.pk).update(
        batas_keputusan=timezone.now() - timedelta(seconds=1)
    )

    baru = daftar(bawahan, angkatan)

    assert (baru.status, terisi(angkatan)) == ("DIAJUKAN", 1)
