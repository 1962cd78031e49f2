"""Make the first two administrators of an installation."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.services.admin_awal import buat_admin_awal


class Command(BaseCommand):
    help = (
        "Membuat admin pertama dan kedua (nama akun = NIP bila pegawai). Mencetak kode "
        "sekali pakai untuk membuat kata sandi; admin berikutnya lewat halaman Peran."
    )

    def add_arguments(self, parser):
        parser.add_argument("nama_akun", help="NIP, atau nama akun lain")
        parser.add_argument("--nama", required=True)
        parser.add_argument("--sk", required=True, help="nomor SK penugasan")
        parser.add_argument("--surel", default="")

    def handle(self, *args, **options):
        try:
            akun, kode = buat_admin_awal(
                nama_akun=options["nama_akun"],
                nama=options["nama"],
                nomor_sk=options["sk"],
                surel=options["surel"],
            )
        except AturanDilanggar as galat:
            raise CommandError(galat.pesan) from galat
        alamat = f"{settings.ALAMAT_SITUS}{reverse('dasar:kode-masuk')}"
        self.stdout.write(
            f"Admin {akun.nama_akun}. Kode sekali pakai {kode}, berlaku 72 jam, "
            f"dipakai di {alamat}."
        )
