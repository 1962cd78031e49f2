"""What the approval box shows."""

from collections import Counter
from typing import Any

from kompetensi.menunggu import (
    JENIS,
    catat_persetujuan,
    judul_putusan,
    menunggu_persetujuan,
    tautan_putusan,
)
from pegawai.dasar.models.pengguna import Pengguna

TERBANYAK = 100


def daftar_persetujuan(pengguna: Pengguna) -> tuple[list[dict[str, Any]], bool]:
    """The first hundred with label and link, and whether there are more."""
    baris = menunggu_persetujuan(pengguna, TERBANYAK + 1)
    catat_persetujuan(pengguna, Counter(b.w_jenis for b in baris))
    daftar = [
        {
            "label": JENIS[b.w_jenis].label,
            "url": tautan_putusan(b.w_jenis, b.w_kunci),
            "nama": b.w_nama,
            "judul": judul_putusan(b.w_jenis, b.w_judul),
            "sejak": b.w_sejak,
            "batas": b.w_batas,
        }
        for b in baris[:TERBANYAK]
    ]
    return daftar, len(baris) > TERBANYAK
