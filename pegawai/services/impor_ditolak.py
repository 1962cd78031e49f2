"""The refused rows as a workbook: the columns of the file and why each was refused."""

import tempfile
from typing import IO

import xlsxwriter

from pegawai.models import BarisImpor, BerkasImpor

KETERANGAN = "Keterangan galat"


def tulis_ditolak(*, impor: BerkasImpor) -> IO[bytes]:
    """All cells are text, so that a NIP keeps its digits and nothing is a formula.

    Personal columns come back empty: they were never stored.
    """
    wadah = tempfile.TemporaryFile()  # noqa: SIM115 -- the answer closes it
    buku = xlsxwriter.Workbook(
        wadah,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        },
    )
    lembar = buku.add_worksheet("Ditolak")
    teks = buku.add_format({"num_format": "@"})
    kepala = [*impor.kolom, KETERANGAN]
    for letak, kolom in enumerate(kepala):
        lembar.write_string(0, letak, kolom, teks)
    daftar = BarisImpor.objects.filter(
        impor=impor, tindakan=BarisImpor.Tindakan.DITOLAK
    ).order_by("nomor_baris")
    for nomor, baris in enumerate(daftar.iterator(chunk_size=500), 1):
        for letak, isi in enumerate(baris.asli[: len(kepala) - 1]):
            if isi:
                lembar.write_string(nomor, letak, isi, teks)
        lembar.write_string(nomor, len(kepala) - 1, keterangan(baris), teks)
    buku.close()
    wadah.seek(0)
    return wadah


def keterangan(baris: BarisImpor) -> str:
    """`Baris 214, NIP BARU: Hanya 17 digit. Samakan ...`"""
    galat = baris.galat or {}
    return (
        f"Baris {baris.nomor_baris}, {galat.get('kolom', '')}: "
        f"{galat.get('sebab', '')} {galat.get('saran', '')}"
    ).strip()
