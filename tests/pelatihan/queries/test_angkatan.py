"""In which order an organiser finds the batches."""

from datetime import timedelta
from urllib.parse import parse_qsl

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.queries.angkatan import daftar_angkatan
from tests.pabrik.pelatihan import AngkatanBerjalanFactory, AngkatanFactory


def test_daftar_angkatan_yang_berjalan_lalu_terdekat_lalu_yang_lewat(analis):
    jauh = AngkatanFactory(tanggal_mulai=hari_ini() + timedelta(days=90))
    dekat = AngkatanFactory(tanggal_mulai=hari_ini() + timedelta(days=9))
    lama, baru = (
        AngkatanFactory(
            tanggal_mulai=hari_ini() - timedelta(days=n),
            pendaftaran_mulai=hari_ini() - timedelta(days=n + 30),
            status="SELESAI",
        )
        for n in (400, 40)
    )
    berjalan = AngkatanBerjalanFactory(status="BERJALAN")

    halaman, urut = HalamanKunci(daftar_angkatan(analis), {}, ukuran=2), []
    urut += halaman.baris
    while halaman.berikutnya:
        kursor = dict(parse_qsl(halaman.berikutnya))
        halaman = HalamanKunci(daftar_angkatan(analis), kursor, ukuran=2)
        urut += halaman.baris

    assert urut == [berjalan, dekat, jauh, baru, lama]
