"""What the preview and the result of one import show."""

from collections.abc import Mapping
from typing import Any

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.models import BerkasImpor
from pegawai.queries.impor import (
    JENIS,
    baris_impor,
    jumlah_asing,
    tidak_ada_dalam_berkas,
)

NAMA = {
    "berubah": "Berubah",
    "baru": "Baru",
    "sama": "Sama",
    "ditolak": "Ditolak",
    "peringatan": "Peringatan",
}
BATAS = 0.05  # KETENTUAN IMP-13
Status = BerkasImpor.Status


def pratinjau(impor: BerkasImpor, parameter: Mapping[str, Any]) -> dict[str, Any]:
    """Counts, the chosen kind's rows page by page, unknown names, who is missing."""
    jumlah = {jenis: impor.ringkasan.get(jenis, 0) for jenis in JENIS}
    jenis = parameter.get("jenis", "")
    if jenis not in JENIS:
        jenis = next((x for x in JENIS if jumlah[x]), "berubah")
    siap = impor.status == Status.SIAP
    isi = {
        "siap": siap,
        "jumlah": jumlah,
        "valid": jumlah["baru"] + jumlah["berubah"],
        "jenis": jenis,
        "tab": [
            {
                "nama": NAMA[x],
                "url": f"?jenis={x}",
                "kini": x == jenis,
                "hitung": jumlah[x],
            }
            for x in JENIS
            if siap or x != "sama"
        ],
        "halaman": HalamanKunci(baris_impor(impor, jenis), parameter, ukuran=100),
    }
    if siap:
        isi["asing"] = jumlah_asing(impor)
        isi["tidak_ada"] = tidak_ada_dalam_berkas(impor).count()
        hilang = isi["tidak_ada"] + jumlah["berubah"]
        terdaftar = isi["tidak_ada"] + jumlah["berubah"] + jumlah["sama"]
        isi["banyak_berubah"] = terdaftar > 0 and hilang > BATAS * terdaftar
    return isi
