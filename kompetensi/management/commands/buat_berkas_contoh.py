"""Write an example SIASN staff file (67 columns)."""

from pathlib import Path

from django.core.management.base import BaseCommand

from pegawai.services.impor_contoh import tulis_contoh


class Command(BaseCommand):
    help = "Menulis berkas contoh data utama SIASN (.xlsx, 67 kolom)."

    def add_arguments(self, parser):
        parser.add_argument("berkas", type=Path)
        parser.add_argument("--pegawai", type=int, required=True)
        parser.add_argument(
            "--kotor", type=float, default=0, help="persen baris yang sengaja rusak"
        )
        parser.add_argument("--benih", type=int, default=2026)

    def handle(self, *args, berkas, pegawai, kotor, benih, **options):
        jumlah = tulis_contoh(berkas=berkas, pegawai=pegawai, kotor=kotor, benih=benih)
        self.stdout.write(f"{jumlah} baris ditulis ke {berkas}.")
