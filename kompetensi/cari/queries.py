"""Search of everything an account may see."""

import re
from typing import Any

from django.urls import reverse

from pegawai.dasar.alat.batas import BATAS_CARI, TerlaluLama, batas_waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.izin import boleh_melihat_daftar_pegawai
from pegawai.queries.pegawai import SaringPegawai, daftar_pegawai
from pelatihan.queries.katalog import daftar_katalog

TERBANYAK = 10
PENDEK = 2
KODE = re.compile(r"[A-Z2-7]{26}")


def cari_semua(pengguna: Pengguna, kata: str) -> dict[str, Any]:
    """People in scope, published courses and a certificate's code; ten of each.

    `luas` says that the search for people ran into its fence.
    """
    hasil: dict[str, Any] = {"pegawai": [], "pelatihan": [], "sertifikat": ""}
    hasil["luas"] = False
    if len(kata) < PENDEK:
        return hasil
    if boleh_melihat_daftar_pegawai(pengguna):
        try:
            with batas_waktu(BATAS_CARI):
                orang = daftar_pegawai(pengguna, SaringPegawai(cari=kata))
                hasil["pegawai"] = list(orang[:TERBANYAK])
        except TerlaluLama:
            hasil["luas"] = True
    hasil["pelatihan"] = list(daftar_katalog(pengguna, cari=kata)[:TERBANYAK])
    if KODE.fullmatch(kata.upper()):
        hasil["sertifikat"] = reverse(
            "dasar:dokumen-periksa", kwargs={"kode": kata.upper()}
        )
    return hasil
