"""What the preview and the result of one import show."""

from collections.abc import Mapping
from typing import Any

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.models.aturan import Aturan
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import BarisImpor, BerkasImpor
from pegawai.queries.impor import JENIS, baris_impor, jumlah_asing

NAMA = {
    "berubah": "Berubah",
    "baru": "Baru",
    "dilewati": "Dilewati",
    "sama": "Sama",
    "ditolak": "Ditolak",
    "peringatan": "Peringatan",
}
BATAS_BAWAAN = 5  # percent, when no reference data is loaded
ORANG_BAWAAN = 25  # people, likewise
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
        "lewati": impor.lewati,
        "tab": [
            {
                "nama": NAMA[x],
                "url": f"?jenis={x}",
                "kini": x == jenis,
                "hitung": jumlah[x],
            }
            for x in JENIS
            if jumlah[x] or x not in {"dilewati", "sama"} or (siap and x == "sama")
        ],
        "halaman": HalamanKunci(baris_impor(impor, jenis), parameter, ukuran=100),
    }
    if siap:
        isi["asing"] = jumlah_asing(impor)
        isi["tidak_ada"] = impor.ringkasan.get("tidak_ada", 0)
        isi["opd_tidak_ada"] = impor.ringkasan.get("opd_tidak_ada", [])
        isi["jenis_perubahan"] = jenis_perubahan(impor)
        isi["ambang"] = ambang(impor)
    return isi


def jenis_perubahan(impor: BerkasImpor) -> list[dict[str, Any]]:
    """Each kind of change that occurs, how many people it touches, is it taken?"""
    hitung = impor.ringkasan.get("jenis", {})
    return [
        {
            "kode": kode,
            "nama": nama,
            "jumlah": hitung[kode],
            "ikut": kode not in impor.lewati,
        }
        for kode, nama in BerkasImpor.JenisPerubahan.choices
        if hitung.get(kode)
    ]


def ambang(impor: BerkasImpor) -> dict[str, Any]:
    """IMP-13: changed plus missing over the people in the file's scope, and the limit."""
    terdaftar = impor.ringkasan.get("terdaftar", 0)
    terkena = impor.ringkasan.get("tidak_ada", 0) + impor.ringkasan.get("berubah", 0)
    batas = _angka("impor_batas_perubahan", BATAS_BAWAAN)
    return {
        "terkena": terkena,
        "terdaftar": terdaftar,
        "batas": batas,
        "lewat": terkena * 100 > batas * terdaftar and terkena > 0,
    }


def kalimat_ambang(banyak: dict[str, Any]) -> str:
    """`ambang` as a sentence."""
    return (
        f"Impor ini mengubah atau kehilangan {banyak['terkena']} dari "
        f"{banyak['terdaftar']} pegawai dalam cakupan berkas, lebih dari "
        f"{banyak['batas']}%."
    )


def ambang_perintah(impor: BerkasImpor) -> dict[str, Any]:
    """Of whom the command would replace a value that is there: too many to go on unasked?

    A command has nobody to ask (office's choice): people missing from the file and
    empty fields that are filled do not count, nor do a handful of people.
    """
    diganti = impor.baris.filter(tindakan=BarisImpor.Tindakan.BERUBAH).extra(
        where=["perubahan @? '$[*] ? (@.lama != \"\")'"]
    )
    terdaftar = impor.ringkasan.get("terdaftar", 0)
    batas = _angka("impor_batas_perubahan", BATAS_BAWAAN)
    terkena = diganti.count()
    return {
        "terkena": terkena,
        "terdaftar": terdaftar,
        "batas": batas,
        "lewat": terkena * 100 > batas * terdaftar
        and terkena > _angka("impor_batas_orang", ORANG_BAWAAN),
    }


def _angka(kode: str, bawaan: int) -> int:
    try:
        return int(aturan(kode))
    except Aturan.DoesNotExist:
        return bawaan
