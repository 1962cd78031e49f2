from datetime import UTC, datetime

import pytest
import time_machine

from pegawai.models import JejakLihat, Pegawai, Peran
from pegawai.services.jejak import catat_lihat, catat_lihat_sepilihan
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan

Jenis = JejakLihat.Jenis


def test_catat_lihat_dua_kali_sehari_satu_baris_dengan_jumlah(analis):
    pegawai = PegawaiFactory()

    with time_machine.travel(datetime(2026, 11, 24, 1, 0, tzinfo=UTC), tick=False):
        catat_lihat(pegawai=pegawai, jenis=Jenis.LEMBAR, oleh=analis)
    with time_machine.travel(datetime(2026, 11, 24, 15, 59, tzinfo=UTC), tick=False):
        catat_lihat(pegawai=pegawai, jenis=Jenis.LEMBAR, oleh=analis)

    jejak = JejakLihat.objects.get()
    assert (jejak.jumlah, jejak.sebagai) == (2, Peran.ANALIS)
    assert jejak.pertama_pada == datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    assert jejak.terakhir_pada == datetime(2026, 11, 24, 15, 59, tzinfo=UTC)


def test_catat_lihat_setelah_tengah_malam_wita_baris_baru(analis):
    pegawai = PegawaiFactory()

    with time_machine.travel(datetime(2026, 11, 24, 15, 59, tzinfo=UTC), tick=False):
        catat_lihat(pegawai=pegawai, jenis=Jenis.LEMBAR, oleh=analis)
    with time_machine.travel(datetime(2026, 11, 24, 16, 0, tzinfo=UTC), tick=False):
        catat_lihat(pegawai=pegawai, jenis=Jenis.LEMBAR, oleh=analis)

    assert JejakLihat.objects.count() == 2


def test_catat_lihat_diri_sendiri_tidak_dicatat():
    pegawai = PegawaiFactory()

    dicatat = catat_lihat(pegawai=pegawai, jenis=Jenis.LEMBAR, oleh=pegawai.pengguna)

    assert dicatat == 0
    assert not JejakLihat.objects.exists()


def test_catat_lihat_menyebut_peran_yang_membukakan():
    opd = UnitKerjaFactory()
    atasan = PegawaiFactory(unit_kerja=opd)
    pegawai = PegawaiFactory(unit_kerja=opd, atasan=atasan)
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    pegawai = Pegawai.objects.get(pk=pegawai.pk)  # with the path the trigger wrote

    catat_lihat(pegawai=pegawai, jenis=Jenis.PROFIL, oleh=atasan.pengguna)
    catat_lihat(pegawai=pegawai, jenis=Jenis.PROFIL, oleh=pengelola)

    dicatat = JejakLihat.objects.order_by("pk").values_list("sebagai", "unit_kerja")
    assert list(dicatat) == [
        (Peran.ATASAN, opd.pk),
        (Peran.PENGELOLA_OPD, opd.pk),
    ]


def test_catat_lihat_sepilihan_satu_pernyataan_tanpa_diri_sendiri(
    analis, django_assert_num_queries
):
    sendiri = PegawaiFactory(pengguna=analis)
    PegawaiFactory.create_batch(3)
    semua = Pegawai.objects.order_by("nama_urut", "pk")
    catat_lihat_sepilihan(daftar=semua, jenis=Jenis.EKSPOR, oleh=analis)

    with django_assert_num_queries(1):
        catat_lihat_sepilihan(
            daftar=semua, jenis=Jenis.EKSPOR, oleh=analis, rincian="Daftar ASN"
        )

    assert JejakLihat.objects.filter(jumlah=2, rincian="Daftar ASN").count() == 3
    assert not JejakLihat.objects.filter(pegawai=sendiri).exists()


@pytest.mark.parametrize("daftar", [Pegawai.objects.none(), Pegawai.objects.all()])
def test_catat_lihat_sepilihan_kosong_tidak_apa_apa(analis, daftar):
    dicatat = catat_lihat_sepilihan(daftar=daftar, jenis=Jenis.API, oleh=analis)

    assert dicatat == 0
