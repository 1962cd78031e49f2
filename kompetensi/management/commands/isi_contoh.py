"""Fill an empty database with the demo city; a filled one is left as it is."""

from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kompetensi.contoh.isi import isi_contoh, sudah_terisi
from pegawai.dasar.alat.tanggal import hari_ini


class Command(BaseCommand):
    help = "Isi basis data kosong dengan kota contoh."

    def add_arguments(self, parser):
        parser.add_argument("--pegawai", type=int, default=settings.DEMO_PEGAWAI)
        parser.add_argument("--tanggal", default=settings.DEMO_TANGGAL)
        parser.add_argument("--benih", default="kupang")

    def handle(self, *args, **pilihan):
        if not settings.DEMO:
            raise CommandError("Data contoh hanya dapat diisi bila DEMO=1.")
        if sudah_terisi():
            self.stdout.write("Kota contoh sudah ada.")
            return
        hari = (
            date.fromisoformat(pilihan["tanggal"]) if pilihan["tanggal"] else hari_ini()
        )
        jumlah = isi_contoh(
            jumlah=pilihan["pegawai"], hari=hari, benih=pilihan["benih"]
        )
        self.stdout.write(f"Kota contoh: {jumlah} pegawai per {hari:%d-%m-%Y}.")
