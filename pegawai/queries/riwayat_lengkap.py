"""Every history of one person in one answer."""

from typing import Any

from pegawai.models import (
    Pegawai,
    RiwayatGolongan,
    RiwayatKedudukan,
    RiwayatPendidikan,
)
from pegawai.queries.pegawai import riwayat_jabatan, riwayat_nomor


def riwayat_lengkap(pegawai: Pegawai) -> dict[str, Any]:
    """Numbers, posts, grades, education and standing, the latest first."""
    golongan = RiwayatGolongan.objects.filter(pegawai=pegawai)
    pendidikan = RiwayatPendidikan.objects.filter(pegawai=pegawai)
    kedudukan = RiwayatKedudukan.objects.filter(pegawai=pegawai)
    return {
        "uid": pegawai.uid,
        "nomor": riwayat_nomor(pegawai),
        "jabatan": riwayat_jabatan(pegawai),
        "golongan": golongan.select_related("golongan").order_by("-tmt", "-pk"),
        "pendidikan": pendidikan.select_related("tingkat_pendidikan").order_by("-pk"),
        "kedudukan": kedudukan.order_by("-tmt", "-pk"),
    }
