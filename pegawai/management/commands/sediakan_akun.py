"""Give every active person an account."""

from django.core.management.base import BaseCommand

from pegawai.services.akun import sediakan_akun


class Command(BaseCommand):
    help = (
        "Membuat akun bagi setiap pegawai aktif yang belum punya (nama akun = NIP, tanpa "
        "kata sandi: dibuka dengan kode sekali pakai). Boleh diulang."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"{sediakan_akun()} akun dibuat.")
