"""What the account page and "Data saya" read."""

from collections.abc import Callable
from typing import NamedTuple

from kompetensi.data_saya.akun import bagian_akun
from kompetensi.data_saya.catatan import bagian_catatan
from kompetensi.data_saya.kepegawaian import bagian_kepegawaian
from kompetensi.data_saya.pengembangan import bagian_pengembangan
from kompetensi.data_saya.riwayat import bagian_riwayat
from kompetensi.data_saya.susunan import BARIS_HALAMAN, Bagian
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.queries.peran import pegawai_sendiri_id

Susun = Callable[..., list[Bagian]]


class Kelompok(NamedTuple):
    """A page of "Data saya": its part of the address, its name, its blocks."""

    kode: str
    nama: str
    susun: Susun


KELOMPOK = (
    Kelompok("kepegawaian", "Kepegawaian", bagian_kepegawaian),
    Kelompok("riwayat", "Riwayat", bagian_riwayat),
    Kelompok("pengembangan", "Kompetensi dan pelatihan", bagian_pengembangan),
    Kelompok("akun", "Akun dan catatan", bagian_akun),
)


def pegawai_akun(pengguna: Pengguna) -> Pegawai | None:
    """One's own registry row with what the pages show."""
    return (
        Pegawai.objects.filter(pk=pegawai_sendiri_id(pengguna))
        .select_related(
            "jabatan",
            "unit_kerja",
            "golongan",
            "tingkat_pendidikan",
            "atasan__jabatan",
            "atasan__unit_kerja",
            "pengguna",
        )
        .first()
    )


def bagian_halaman(pegawai: Pegawai, kode: str) -> list[Bagian] | None:
    """Blocks of one page, the newest rows of each; None for a page that is not."""
    for kelompok in KELOMPOK:
        if kelompok.kode == kode:
            return kelompok.susun(pegawai, batas=BARIS_HALAMAN)
    return None


def semua_bagian(pegawai: Pegawai) -> list[Bagian]:
    """Everything that is held, all rows."""
    halaman = [b for k in KELOMPOK for b in k.susun(pegawai, batas=None)]
    return [*halaman, *bagian_catatan(pegawai)]
