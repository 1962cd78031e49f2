"""A new superior is told what waits."""

from pegawai.dasar.models import Pekerjaan, Pemberitahuan
from pegawai.services.atasan import ganti_atasan
from penilaian.models import RencanaPengembangan
from penilaian.services.rencana_kabar import kabari_atasan_baru
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.pabrik.rencana import PenugasanFactory, RencanaFactory

DIAJUKAN = RencanaPengembangan.Status.DIAJUKAN


def test_ganti_atasan_membuat_pekerjaan_yang_mengabari():
    rencana = RencanaFactory(status=DIAJUKAN)
    baru = PegawaiFactory()

    ganti_atasan(
        pegawai=rencana.pegawai, atasan=baru, alasan="Plt.", oleh=PenggunaFactory()
    )

    pekerjaan = Pekerjaan.objects.get()
    hasil = kabari_atasan_baru(pekerjaan=pekerjaan, **pekerjaan.argumen)
    assert hasil == {"menunggu": 1}
    assert Pemberitahuan.objects.get().penerima == baru.pengguna


def test_ganti_atasan_tanpa_yang_menunggu_tidak_membuat_pekerjaan():
    rencana = RencanaFactory()

    ganti_atasan(
        pegawai=rencana.pegawai,
        atasan=PegawaiFactory(),
        alasan="Plt.",
        oleh=PenggunaFactory(),
    )

    assert Pekerjaan.objects.count() == 0


def test_kabari_atasan_baru_dua_kali_satu_kabar():
    penugasan = PenugasanFactory()
    ids = [penugasan.pegawai_id]

    kabari_atasan_baru(pegawai_ids=ids)
    kabari_atasan_baru(pegawai_ids=ids)

    assert Pemberitahuan.objects.get().penerima == penugasan.pegawai.atasan.pengguna


def test_kabari_atasan_baru_tanpa_atasan_tidak_gagal():
    rencana = RencanaFactory(status=DIAJUKAN, pegawai__atasan=None)

    kabari_atasan_baru(pegawai_ids=[rencana.pegawai_id])

    assert Pemberitahuan.objects.count() == 0
