"""What stands on a partner's start page; also read by the top floor's start page."""

from typing import Any

from kemitraan.queries.magang import (
    jumlah_berjalan,
    menunggu_nilai_mitra,
    penempatan_terbuka,
)
from kemitraan.queries.mitra import mitra_sendiri
from kemitraan.queries.perjanjian import perjanjian_menurut_sisa
from pegawai.dasar.models.pengguna import Pengguna

BARIS = 10


def isi_beranda_mitra(pengguna: Pengguna) -> dict[str, Any]:
    """Institutions, agreements in force by days left, open placements by their end."""
    perjanjian = perjanjian_menurut_sisa(pengguna)
    penempatan = penempatan_terbuka(pengguna)
    daftar_perjanjian = list(perjanjian[: BARIS + 1])
    daftar_penempatan = list(penempatan[: BARIS + 1])
    return {
        "daftar_mitra": list(mitra_sendiri(pengguna).order_by("nama_urut", "pk")),
        "daftar_perjanjian": daftar_perjanjian[:BARIS],
        "perjanjian_lebih": len(daftar_perjanjian) > BARIS,
        "jumlah_perjanjian": perjanjian.order_by().count(),
        "daftar_penempatan": daftar_penempatan[:BARIS],
        "penempatan_lebih": len(daftar_penempatan) > BARIS,
        "perlu_dinilai": list(menunggu_nilai_mitra(pengguna)[:BARIS]),
        "jumlah_berjalan": jumlah_berjalan(penempatan),
        "perlu_diperpanjang": [
            p for p in daftar_perjanjian if p.keadaan == "AKAN_BERAKHIR"
        ],
    }
