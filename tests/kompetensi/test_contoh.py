"""The demo city on a small scale: what it holds, that it repeats, that people sign in."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.urls import reverse

from kemitraan.models import Mitra, Penempatan, Perjanjian
from kompetensi.contoh.isi import isi_contoh
from pegawai.alat.nip import periksa_nip
from pegawai.models import (
    CapaianKompetensi,
    EdisiKamus,
    NomorPegawai,
    Pegawai,
    PemberianPeran,
    RiwayatJabatan,
    StandarKompetensi,
    UnitKerja,
)
from pelatihan.models import Angkatan, Pelatihan, Peserta, Sertifikat
from pelatihan.queries.katalog import angkatan_mendatang, pelatihan_untuk_kesenjangan
from penilaian.models import (
    Penilaian,
    PenugasanAsesor,
    PeriodePenilaian,
    ProgramPembangunan,
    RencanaPengembangan,
)
from penilaian.queries.rencana import rencana_menunggu

HARI = date(2026, 11, 24)
AKUN = (
    "analis",
    "admin",
    "penyelenggara",
    "asesor",
    "pengelola-opd",
    "kepala-opd",
    "pimpinan",
    "mitra",
    "atasan",
    "asn",
    "pemagang",
)


@pytest.fixture(scope="module")
def kota(django_db_setup, django_db_blocker):
    """The city, filled once for this file and emptied after its last test."""
    with django_db_blocker.unblock():
        isi_contoh(jumlah=300, hari=HARI, benih="uji")
    yield HARI
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def asn(kota):
    return Pegawai.objects.get(pengguna__nama_akun="asn")


def test_isi_contoh_kecil_memuat_semua_bagian(kota):
    assert Pegawai.objects.count() == 300
    assert UnitKerja.objects.filter(jenis="OPD").count() == 6
    assert Pelatihan.objects.filter(program_magang=None).count() == 60
    assert Mitra.objects.count() == 28
    assert ProgramPembangunan.objects.count() == 6
    assert Sertifikat.objects.filter(dicabut_pada__isnull=True).count() > 100
    assert set(Peserta.objects.values_list("status", flat=True)) >= {
        "DIAJUKAN",
        "DISETUJUI",
        "DITOLAK",
        "LULUS",
        "TIDAK_LULUS",
    }


def test_isi_contoh_semua_nomor_sah(kota):
    for nomor, lahir, kelamin in NomorPegawai.objects.values_list(
        "nomor", "pegawai__tanggal_lahir", "pegawai__jenis_kelamin"
    ):
        hasil = periksa_nip(nomor, hari_ini=HARI)

        assert hasil.sah, nomor
        assert hasil.tanggal_lahir == lahir
        assert hasil.jenis_kelamin == kelamin


def test_isi_contoh_hasil_sekitar_delapan_dari_sepuluh(kota):
    lalu = PeriodePenilaian.objects.get(nama="Pemetaan Kompetensi ASN 2025")

    bagian = lalu.penilaian.filter(status="FINAL").count() / 300

    assert 0.7 < bagian < 0.9
    assert set(lalu.penilaian.values_list("kategori", flat=True)) == {"O", "CO", "KO"}


def test_isi_contoh_jpm_sama_dengan_jumlah_butir(kota):
    for n in Penilaian.objects.filter(status="FINAL").prefetch_related("nilai")[:40]:
        capaian = sum(v.level_capaian for v in n.nilai.all())
        standar = sum(v.level_standar for v in n.nilai.all())

        assert n.jumlah_capaian == capaian
        assert abs(n.jpm - 100 * capaian / standar) < 1e-5


def test_isi_contoh_kursi_terisi_sama_dengan_peserta(kota):
    for a in Angkatan.objects.prefetch_related("peserta"):
        pegang = [p for p in a.peserta.all() if p.berakhir_pada is None]

        assert a.terisi == len(pegang) <= a.kuota


def test_isi_contoh_orang_luar_biasa_ada(kota):
    assert Pegawai.objects.filter(tanggal_lahir__month=2, tanggal_lahir__day=29)
    assert Pegawai.objects.exclude(nama__contains=" ").exists()
    assert Pegawai.objects.filter(jabatan__nama__regex=r"^.{90,}$").exists()
    assert Pegawai.objects.filter(jabatan__jenjang=None).exists()
    assert Pegawai.objects.filter(atasan=None, kedudukan_hukum="AKTIF").exists()
    assert RiwayatJabatan.objects.filter(jenis="PLT", sampai=None).exists()
    assert NomorPegawai.objects.exclude(berlaku_sampai=None).get().pegawai.nomor.count()
    assert PemberianPeran.objects.filter(
        pengguna__nama_akun="pengelola-opd"
    ).count() == 2  # fmt: skip
    habis = CapaianKompetensi.objects.filter(berlaku_sampai__lt=HARI)
    assert habis.values("pegawai").distinct().count() > 3


def test_isi_contoh_asn_punya_celah_dan_pelatihan_terbuka(asn):
    tawaran = [p.uid for p in pelatihan_untuk_kesenjangan(asn, 5)]

    assert CapaianKompetensi.objects.filter(pegawai=asn, kesenjangan__gt=0).count() >= 3
    assert angkatan_mendatang(HARI).filter(pelatihan__uid__in=tawaran).count() >= 3
    assert not RencanaPengembangan.objects.filter(pegawai=asn).exists()


def test_isi_contoh_atasan_dan_kepala_opd_di_atas_asn(asn):
    kepala = Pegawai.objects.get(pengguna__nama_akun="kepala-opd")
    pengelola = PemberianPeran.objects.get(
        pengguna__nama_akun="pengelola-opd", peran="PENGELOLA_OPD"
    )

    assert asn.atasan.pengguna.nama_akun == "atasan"
    assert kepala.unit_kerja == asn.unit_kerja.opd == pengelola.unit_kerja


def test_isi_contoh_atasan_punya_rencana_menunggu(asn):
    assert rencana_menunggu(asn.atasan.pengguna).exists()


def test_isi_contoh_asesor_punya_tugas_di_periode_berjalan(kota):
    tugas = PenugasanAsesor.objects.filter(
        asesor__nama_akun="asesor", periode__status="BERJALAN"
    )

    assert tugas.count() > 3


def test_isi_contoh_perjanjian_ada_yang_segera_berakhir(kota):
    berlaku = Perjanjian.objects.filter(status="DITANDATANGANI")

    segera = berlaku.filter(
        tanggal_berakhir__range=(HARI + timedelta(20), HARI + timedelta(80))
    )

    assert segera.count() >= 5
    assert berlaku.filter(tanggal_berakhir__lt=HARI).exists()


def test_isi_contoh_magang_dua_arah(kota):
    assert Penempatan.objects.filter(
        peserta__pengguna__nama_akun="pemagang", status="BERJALAN"
    ).exists()
    assert Penempatan.objects.filter(
        program__perjanjian__mitra__keanggotaan__pengguna__nama_akun="mitra"
    ).exists()
    keluar = Penempatan.objects.filter(program__arah="KELUAR")
    selesai = keluar.filter(status="SELESAI")
    assert selesai.filter(nilai_akhir=None).exists()
    for penempatan in selesai.exclude(nilai_akhir=None):
        sertifikat = penempatan.kepesertaan.sertifikat.get()
        assert (sertifikat.riwayat.jp, sertifikat.riwayat.bentuk.kode) == (20, "NKL12")


@pytest.mark.parametrize("nama", AKUN)
def test_isi_contoh_akun_peran_dapat_masuk(kota, client, nama):
    pengguna = authenticate(username=nama, password=settings.DEMO_SANDI)
    client.force_login(pengguna)

    jawaban = client.get(reverse("beranda"), follow=True)

    assert pengguna.nama_akun == nama
    assert jawaban.status_code == 200


def test_isi_contoh_akun_lain_tidak_bersandi(kota, asn):
    lain = Pegawai.objects.exclude(pengguna__nama_akun__in=AKUN).first().pengguna

    assert authenticate(username=lain.nama_akun, password=settings.DEMO_SANDI) is None


def test_isi_contoh_kedua_kali_tidak_mengubah_apa_pun(kota, settings):
    settings.DEMO = True
    keluar = StringIO()

    call_command("isi_contoh", stdout=keluar)

    assert keluar.getvalue() == "Kota contoh sudah ada.\n"
    assert Pegawai.objects.count() == 300


def test_isi_contoh_tanpa_demo_ditolak(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("isi_contoh")


def test_isi_contoh_standar_bersyarat_dan_kamus_terbit(kota):
    terbit = StandarKompetensi.objects.filter(status="TERBIT", jabatan__isnull=False)
    edisi = EdisiKamus.objects.get()

    assert terbit.exists()
    assert not terbit.filter(syarat__isnull=True).exists()
    assert not terbit.filter(golongan_minimum__isnull=True).exists()
    assert (edisi.status, edisi.disusun_oleh == edisi.diterbitkan_oleh) == (
        "TERBIT",
        False,
    )
    assert len(edisi.isi) == 12
