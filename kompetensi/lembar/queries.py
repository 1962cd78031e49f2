"""What the tabs of a person's page read from the upper apps."""

from typing import Any

from django.db.models import QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pelatihan.queries.peserta import peserta_terlihat
from pelatihan.queries.riwayat import rekap_jp, riwayat_pegawai
from penilaian.models import Penilaian, RencanaPengembangan
from penilaian.queries.penilaian import daftar_hasil
from penilaian.queries.rencana import daftar_rencana


def isi_pelatihan(pengguna: Pengguna, pegawai: Pegawai) -> dict[str, Any]:
    """Hours of the year, open enrolments, the ledger (newest fifty)."""
    return {
        "jp": rekap_jp(pegawai),
        "terdaftar": peserta_terlihat(pengguna)
        .filter(pegawai=pegawai, status__in=["DIAJUKAN", "DISETUJUI"])
        .order_by("angkatan__tanggal_mulai", "pk")[:20],
        "riwayat": riwayat_pegawai(pengguna, pegawai)[:50],
    }


def hasil_pegawai(pengguna: Pengguna, pegawai: Pegawai) -> QuerySet[Penilaian]:
    """Published results of this person."""
    return daftar_hasil(pengguna).filter(pegawai=pegawai)[:50]


def rencana_pegawai(
    pengguna: Pengguna, pegawai: Pegawai
) -> QuerySet[RencanaPengembangan]:
    """Plans of this person."""
    return daftar_rencana(pengguna).filter(pegawai=pegawai)[:50]
