"""Requests about personal data of partners' users: whose one sees, and what is held."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kemitraan.models import PenggunaMitra, PermintaanData, UsulPenggunaMitra
from pegawai.dasar.models import Pemberitahuan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran import berlaku_sekota

Status = PermintaanData.Status


def permintaan_data_terlihat(pengguna: Pengguna) -> QuerySet[PermintaanData]:
    """One's own; all for the city's analyst. Not those of others of the institution."""
    semua = PermintaanData.objects.select_related("mitra", "pengguna")
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    return semua.filter(pengguna=pengguna)


def daftar_permintaan_data(
    pengguna: Pengguna, *, status: str = ""
) -> QuerySet[PermintaanData]:
    """The list page: what waits by its limit, else newest first."""
    daftar = permintaan_data_terlihat(pengguna)
    if status == Status.DIAJUKAN:
        return daftar.filter(status=status).order_by("batas_pada", "pk")
    if status:
        daftar = daftar.filter(status=status)
    return daftar.order_by("-diajukan_pada", "-pk")


def permintaan_data_menunggu(pengguna: Pengguna) -> QuerySet[PermintaanData]:
    """What the analyst may decide now; never one's own (C.8-3)."""
    if not berlaku_sekota(pengguna, Peran.ANALIS):
        return PermintaanData.objects.none()
    return PermintaanData.objects.filter(status=Status.DIAJUKAN).exclude(
        pengguna=pengguna
    )


def permintaan_data_belum_diputuskan(sejak: datetime) -> QuerySet[PermintaanData]:
    """Undecided ones that were asked at that time or before, past their limit too."""
    return (
        PermintaanData.objects.filter(status=Status.DIAJUKAN, diajukan_pada__lte=sejak)
        .select_related("pengguna", "mitra")
        .order_by("pk")
    )


def data_dipegang(akun: Pengguna) -> dict[str, Any]:
    """Everything that is held about a partner's user, as a copy to take along."""
    return {
        "akun": {
            "nama_akun": akun.nama_akun,
            "nama": akun.nama,
            "surel": akun.surel,
            "terakhir_masuk": akun.last_login,
        },
        "keanggotaan": list(
            PenggunaMitra.objects.filter(pengguna=akun)
            .order_by("pk")
            .values("mitra__nama", "tanggal_mulai", "tanggal_selesai")
        ),
        "peran": list(
            PemberianPeran.objects.filter(pengguna=akun)
            .order_by("pk")
            .values("peran", "berlaku_mulai", "berlaku_sampai", "dicabut_pada")
        ),
        "usul_pengguna": list(
            UsulPenggunaMitra.objects.filter(surel__iexact=akun.surel)
            .order_by("pk")
            .values("nama", "surel", "status", "dibuat_pada")
        ),
        "permintaan_data": list(
            PermintaanData.objects.filter(pengguna=akun)
            .order_by("pk")
            .values("jenis", "isi", "status", "diajukan_pada", "alasan")
        ),
        "pemberitahuan": list(
            Pemberitahuan.objects.filter(penerima=akun)
            .order_by("pk")
            .values("judul", "isi", "dibuat_pada")
        ),
    }
