"""Load the reference data of every app; safe to run at each start."""

from importlib import import_module
from importlib.util import find_spec

from django.core.management.base import BaseCommand

LAYANAN = (
    "pegawai.services.referensi",
    "pelatihan.services.referensi",
    "penilaian.services.referensi",
)


class Command(BaseCommand):
    help = "Muat data rujukan (kamus, golongan, jenjang, aturan). Aman diulang."

    def handle(self, *args, **pilihan):
        baru = {}
        for nama in LAYANAN:
            if find_spec(nama):
                baru |= import_module(nama).muat_referensi()
        if pilihan["verbosity"]:
            isi = ", ".join(f"{k} {v}" for k, v in baru.items() if v) or "tidak ada"
            self.stdout.write(f"Data rujukan baru: {isi}.")
