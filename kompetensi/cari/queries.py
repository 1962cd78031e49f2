"""Search of everything an account may see."""

import re
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse

from pegawai.dasar.alat.batas import BATAS_CARI, TerlaluLama, batas_waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.izin import boleh_melihat_daftar_pegawai
from pegawai.queries.pegawai import SaringPegawai, pegawai_mirip, pegawai_tepat
from pegawai.templatetags.daftar import nama_lengkap
from pelatihan.queries.katalog_cari import cari_pelatihan

TERBANYAK = 10
PENDEK = 2
KODE = re.compile(r"[A-Z2-7]{26}")
MEDAN = (
    *("pk", "uid", "nip", "nama", "gelar_depan", "gelar_belakang"),
    *("jabatan__nama", "unit_kerja__nama"),
)


class Orang(NamedTuple):
    """What a result says of one person."""

    pk: int
    uid: UUID
    nip: str
    nama_lengkap: str
    jabatan: str
    unit: str

    @property
    def url(self) -> str:
        """The person's page."""
        return reverse("pegawai:pegawai-rinci", kwargs={"uid": self.uid})


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
                hasil["pegawai"] = _cari_orang(pengguna, kata)
        except TerlaluLama:
            hasil["luas"] = True
    hasil["pelatihan"] = cari_pelatihan(pengguna, kata, TERBANYAK)
    if KODE.fullmatch(kata.upper()):
        hasil["sertifikat"] = reverse(
            "dasar:dokumen-periksa", kwargs={"kode": kata.upper()}
        )
    return hasil


def _cari_orang(pengguna: Pengguna, kata: str) -> list[Orang]:
    """The exact answers; when there are none, the most alike."""
    saring = SaringPegawai(cari=kata)
    for pilih in (pegawai_tepat, pegawai_mirip):
        baris = pilih(pengguna, saring).values(*MEDAN)[:TERBANYAK]
        orang = [
            Orang(
                b["pk"],
                b["uid"],
                b["nip"],
                nama_lengkap(b),
                b["jabatan__nama"] or "tanpa jabatan",
                b["unit_kerja__nama"] or "tanpa unit",
            )
            for b in baris
        ]
        if orang:
            return orang
    return []
