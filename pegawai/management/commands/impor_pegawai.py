"""Import a SIASN staff file from the command line."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.services.impor_perintah import impor_berkas


class Command(BaseCommand):
    help = (
        "Mengimpor data utama SIASN (.xlsx, atau .csv untuk berkas besar). Mencetak satu "
        "baris JSON; baris yang ditolak tidak menggagalkan perintah."
    )

    def add_arguments(self, parser):
        parser.add_argument("berkas", type=Path)
        parser.add_argument(
            "--uji", action="store_true", help="hitung saja, jangan menulis apa pun"
        )
        parser.add_argument(
            "--buat",
            action="store_true",
            help="buat unit dan jabatan yang belum dikenal",
        )
        parser.add_argument(
            "--tetap",
            action="store_true",
            help="jalankan juga bila mengubah lebih banyak pegawai daripada biasanya",
        )

    def handle(self, *args, berkas, uji, buat, tetap, **options):
        try:
            hasil = impor_berkas(jalur=berkas, uji=uji, buat=buat, tetap=tetap)
        except AturanDilanggar as galat:
            self.stderr.write(galat.pesan)
            sys.exit(1)
        self.stdout.write(json.dumps(hasil))
