"""The order in which the demo city is filled, in one transaction."""

from datetime import date

import pghistory
from django.db import transaction

from kompetensi.contoh.akun import isi_akun
from kompetensi.contoh.alat import Kota, hitung_statistik
from kompetensi.contoh.kamus import isi_kamus
from kompetensi.contoh.kemitraan import isi_kemitraan
from kompetensi.contoh.khusus import isi_khusus
from kompetensi.contoh.organisasi import isi_organisasi
from kompetensi.contoh.pegawai import isi_pegawai
from kompetensi.contoh.pelatihan import isi_katalog
from kompetensi.contoh.penilaian import isi_penilaian
from kompetensi.contoh.perbaikan import isi_perbaikan
from kompetensi.contoh.peserta import isi_peserta
from kompetensi.contoh.program import isi_program
from kompetensi.contoh.rencana import isi_rencana
from kompetensi.contoh.riwayat import isi_riwayat, isi_usul_pelatihan
from kompetensi.contoh.waktu import isi_waktu
from pegawai.models import Pegawai
from pegawai.services import referensi as referensi_pegawai
from pelatihan.services import referensi as referensi_pelatihan
from penilaian.services import referensi as referensi_penilaian


def sudah_terisi() -> bool:
    """Is anybody in the registry?"""
    return Pegawai.objects.exists()


@transaction.atomic
def isi_contoh(*, jumlah: int, hari: date, benih: str) -> int:
    """Fill everything; returns the number of people."""
    kota = Kota(jumlah=jumlah, hari=hari, benih=benih)
    with pghistory.context(tugas="isi_contoh"):
        referensi_pegawai.muat_referensi()
        referensi_pelatihan.muat_referensi()
        referensi_penilaian.muat_referensi()
        unit = isi_organisasi(kota)
        daftar = isi_pegawai(kota, unit)
        isi_khusus(kota, daftar)
        hitung_statistik()
        akun = isi_akun(kota, unit, daftar)
        isi_kamus(kota, akun)
        hitung_statistik()
        isi_penilaian(kota, akun)
        isi_peserta(kota, akun, isi_katalog(kota, akun))
        isi_rencana(kota, akun)
        isi_program(kota, akun)
        isi_kemitraan(kota, akun)
        isi_waktu(kota, akun)
        isi_perbaikan(kota, akun)
        isi_riwayat(kota, akun)
        isi_usul_pelatihan(akun)
    hitung_statistik()
    return len(daftar)
