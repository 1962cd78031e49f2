"""Training taken elsewhere: what waits for whom, and what is recorded already."""

from typing import Any

from django.db.models import CharField, Q, QuerySet, Value

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.models.peran import Peran
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    unit_dalam_cakupan,
)
from pelatihan.models import RiwayatPengembangan
from pelatihan.models.riwayat import TIDAK_DIHITUNG, padan
from pelatihan.queries.pencalonan import awal_nomor
from pelatihan.queries.riwayat import riwayat_terlihat

Status = RiwayatPengembangan.Status


def riwayat_untuk_rinci(pengguna: Pengguna) -> QuerySet[RiwayatPengembangan]:
    """Every visible row with what its page shows."""
    return riwayat_terlihat(pengguna).select_related(
        "bentuk",
        "pegawai__unit_kerja",
        "pegawai__jabatan",
        "pegawai__pengguna",
        "diverifikasi_oleh",
        "sertifikat__dokumen",
    )


def riwayat_unit(pengguna: Pengguna) -> QuerySet[RiwayatPengembangan]:
    """Rows of people of the units this account cares for; never one's own (C.8-3)."""
    semua = RiwayatPengembangan.objects.select_related("bentuk", "pegawai__unit_kerja")
    if not akar_cakupan(pengguna, Peran.PENGELOLA_OPD):
        return semua.none()
    unit = unit_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD).values("pk")
    return _bukan_sendiri(semua.filter(pegawai__unit_kerja__in=unit), pengguna)


def riwayat_diverifikasi(pengguna: Pengguna) -> QuerySet[RiwayatPengembangan]:
    """What this account may verify: the city's for an analyst, else those of the units."""
    if berlaku_sekota(pengguna, Peran.ANALIS):
        semua = RiwayatPengembangan.objects.select_related(
            "bentuk", "pegawai__unit_kerja"
        )
        return _bukan_sendiri(semua, pengguna)
    return riwayat_unit(pengguna)


def _bukan_sendiri(
    daftar: QuerySet[RiwayatPengembangan], pengguna: Pengguna
) -> QuerySet[RiwayatPengembangan]:
    return daftar.exclude(pegawai=pegawai_sendiri_id(pengguna) or 0)


def riwayat_menunggu(pengguna: Pengguna) -> QuerySet[RiwayatPengembangan]:
    """What the approval box holds: a unit's carer decides; an analyst has the list."""
    return riwayat_unit(pengguna).filter(status=Status.DIAJUKAN)


def verifikasi_menunggu(pengguna: Pengguna) -> QuerySet[RiwayatPengembangan]:
    """All that this account may verify now."""
    return riwayat_diverifikasi(pengguna).filter(status=Status.DIAJUKAN)


def daftar_verifikasi(
    pengguna: Pengguna, *, cari: str = "", status: str = Status.DIAJUKAN
) -> QuerySet[RiwayatPengembangan]:
    """The verifier's list: what waits longest first; decided ones newest first."""
    daftar = riwayat_diverifikasi(pengguna)
    if nomor := awal_nomor(cari):
        daftar = daftar.filter(pegawai__nip__startswith=nomor)
    else:
        for kata in cari.lower().split()[:6]:
            daftar = daftar.filter(
                Q(pegawai__nama_urut__contains=kata) | Q(nama_padan__contains=kata)
            )
    if status == Status.DIAJUKAN:
        return daftar.filter(status=status).order_by("diajukan_pada", "pk")
    return daftar.filter(status=status).order_by("-diajukan_pada", "-pk")


def riwayat_kembar(
    pegawai: Pegawai, isi: dict[str, Any], *, kecuali: int | None = None
) -> RiwayatPengembangan | None:
    """The row that already holds this activity (KETENTUAN JP-1), if any."""
    sama = Q(
        tanggal_mulai=isi["tanggal_mulai"],
        tanggal_selesai=isi["tanggal_selesai"],
        nama_padan=padan(_teks(isi["nama"])),
    )
    if isi.get("nomor_sertifikat"):
        sama |= Q(
            nomor_sertifikat=isi["nomor_sertifikat"],
            penyelenggara_padan=padan(_teks(isi["penyelenggara"])),
        )
    return (
        RiwayatPengembangan.objects.filter(sama, pegawai=pegawai)
        .exclude(status__in=TIDAK_DIHITUNG)
        .exclude(pk=kecuali or 0)
        .order_by("pk")
        .first()
    )


def _teks(nilai: str) -> Value:
    return Value(nilai, output_field=CharField())
