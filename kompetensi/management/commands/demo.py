"""Run the demo, or only prepare its data."""

import sys

from django.core.management import call_command
from django.core.management.base import BaseCommand

from kompetensi.layanan.__main__ import baca_port
from kompetensi.layanan.penyelia import demo


class Command(BaseCommand):
    help = "Menjalankan demo: layanan, data, web, pekerja dan penjadwal."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--siapkan",
            action="store_true",
            help="hanya migrasi, data referensi dan data demo, pada layanan yang hidup",
        )

    def handle(self, *, siapkan, **opsi):
        if not siapkan:
            sys.exit(demo(baca_port()))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("muat_referensi")
        call_command("isi_contoh")
