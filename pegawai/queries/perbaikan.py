"""Correction requests: whose one may see, what waits for this account, the values."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from pegawai.alat.nip import beda_dengan_nip
from pegawai.dasar.alat.tanggal import KOSONG, hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran, PermintaanPerbaikan
from pegawai.queries.peran import (
    akar_cakupan,
    berlaku_sekota,
    pegawai_sendiri_id,
    unit_dalam_cakupan,
)

Medan = PermintaanPerbaikan.Medan
Status = PermintaanPerbaikan.Status
PEMUTUS = (Peran.ANALIS, Peran.PENGELOLA_OPD)
# What an accepted request writes into the registry row by itself.
KOLOM = {
    Medan.NAMA: "nama",
    Medan.GELAR_DEPAN: "gelar_depan",
    Medan.GELAR_BELAKANG: "gelar_belakang",
    Medan.TANGGAL_LAHIR: "tanggal_lahir",
    Medan.JENIS_KELAMIN: "jenis_kelamin",
    Medan.SUREL_DINAS: "surel_dinas",
    Medan.TMT_CPNS: "tmt_cpns",
    Medan.TMT_PNS: "tmt_pns",
}
TANGGAL = frozenset({Medan.TANGGAL_LAHIR, Medan.TMT_CPNS, Medan.TMT_PNS})
# Facts that the number holds too (KETENTUAN N, rule 8) -> argument of beda_dengan_nip.
DALAM_NOMOR = {
    Medan.TANGGAL_LAHIR: "tanggal_lahir",
    Medan.JENIS_KELAMIN: "jenis_kelamin",
    Medan.TMT_CPNS: "tmt_cpns",
}
BOLEH_KOSONG = frozenset({Medan.GELAR_DEPAN, Medan.GELAR_BELAKANG})


def perbaikan_dalam_cakupan(pengguna: Pengguna) -> QuerySet[PermintaanPerbaikan]:
    """What this account may decide: the city's analyst, the carer of the unit; never own."""
    semua = PermintaanPerbaikan.objects.select_related("pegawai__unit_kerja")
    if not berlaku_sekota(pengguna, *PEMUTUS):
        if not akar_cakupan(pengguna, *PEMUTUS):
            return semua.none()
        unit = unit_dalam_cakupan(pengguna, *PEMUTUS).values("pk")
        semua = semua.filter(pegawai__unit_kerja__in=unit)
    return semua.exclude(pegawai=pegawai_sendiri_id(pengguna) or 0)


def perbaikan_sendiri(pengguna: Pengguna) -> QuerySet[PermintaanPerbaikan]:
    """One's own requests, newest first."""
    return (
        PermintaanPerbaikan.objects.filter(pegawai=pegawai_sendiri_id(pengguna) or 0)
        .select_related("pegawai__unit_kerja", "diputuskan_oleh")
        .order_by("-diajukan_pada", "-pk")
    )


def perbaikan_terbuka(pengguna: Pengguna, medan: str) -> PermintaanPerbaikan | None:
    """One's own request for this value that still waits; of "other data" many may."""
    if medan == PermintaanPerbaikan.Medan.LAIN:
        return None
    return (
        perbaikan_sendiri(pengguna).filter(medan=medan, status=Status.DIAJUKAN).first()
    )


def perbaikan_terlihat(pengguna: Pengguna) -> QuerySet[PermintaanPerbaikan]:
    """One's own, and those one may decide."""
    sendiri = perbaikan_sendiri(pengguna).order_by().values("pk")
    lain = perbaikan_dalam_cakupan(pengguna).order_by().values("pk")
    return PermintaanPerbaikan.objects.filter(
        Q(pk__in=sendiri) | Q(pk__in=lain)
    ).select_related(
        "pegawai__unit_kerja",
        "pegawai__jabatan",
        "pegawai__pengguna",
        "diputuskan_oleh",
    )


def daftar_perbaikan(
    pengguna: Pengguna, *, status: str = Status.DIAJUKAN
) -> QuerySet[PermintaanPerbaikan]:
    """The decider's list: what waits by its limit, the rest newest first."""
    daftar = perbaikan_dalam_cakupan(pengguna)
    if status:
        daftar = daftar.filter(status=status)
    if status == Status.DIAJUKAN:
        return daftar.order_by("batas_pada", "pk")
    return daftar.order_by("-diajukan_pada", "-pk")


def perbaikan_menunggu(pengguna: Pengguna) -> QuerySet[PermintaanPerbaikan]:
    """Requests that this account may decide now."""
    return perbaikan_dalam_cakupan(pengguna).filter(status=Status.DIAJUKAN)


def perbaikan_untuk_diingatkan(sekarang: datetime) -> QuerySet[PermintaanPerbaikan]:
    """Undecided ones whose reminder hour has come, past the limit too."""
    return (
        PermintaanPerbaikan.objects.filter(
            status=Status.DIAJUKAN, ingatkan_pada__lte=sekarang
        )
        .select_related("pegawai__unit_kerja")
        .order_by("pk")
    )


def nilai_kini(pegawai: Pegawai, medan: str) -> str:
    """The stored value as text (dates as 2026-11-24); empty for a block."""
    kolom = KOLOM.get(Medan(medan))
    isi = getattr(pegawai, kolom) if kolom else ""
    return isi.isoformat() if isinstance(isi, date) else str(isi or "")


def sebut_nilai(medan: str, nilai: str) -> str:
    """A value as people read it."""
    if not nilai:
        return KOSONG
    if medan in TANGGAL:
        return tanggal(date.fromisoformat(nilai))
    if medan == Medan.JENIS_KELAMIN:
        return dict(Pegawai.Kelamin.choices).get(nilai, nilai)
    return nilai


class Banding(NamedTuple):
    """One line of the comparison on a request's page."""

    nama: str
    nilai: str


def banding_nilai(perbaikan: PermintaanPerbaikan) -> list[Banding]:
    """Stored when asked, stored now where it differs, and what is asked for."""
    medan = perbaikan.medan
    if medan not in KOLOM:
        return [Banding("Yang diminta", perbaikan.nilai_baru)]
    lama, kini = perbaikan.nilai_lama, nilai_kini(perbaikan.pegawai, medan)
    baris = [Banding("Saat diajukan", sebut_nilai(medan, lama))]
    if perbaikan.status == Status.DIAJUKAN and kini != lama:
        baris.append(Banding("Tercatat sekarang", sebut_nilai(medan, kini)))
    return [*baris, Banding("Yang diminta", sebut_nilai(medan, perbaikan.nilai_baru))]


def peringatan_nip(perbaikan: PermintaanPerbaikan) -> list[str]:
    """Where an asked birth date, sex or TMT contradicts the number: a warning, no refusal.

    Both sides read it: the asker may have erred, or the number itself is wrong.
    """
    medan, nilai = perbaikan.medan, perbaikan.nilai_baru
    if not perbaikan.menunggu or medan not in DALAM_NOMOR:
        return []
    isi: dict[str, Any] = {
        DALAM_NOMOR[Medan(medan)]: date.fromisoformat(nilai)
        if medan in TANGGAL
        else nilai
    }
    return beda_dengan_nip(perbaikan.pegawai.nip, hari_ini=hari_ini(), **isi)


class Pilihan(NamedTuple):
    """Something a person may ask to be corrected."""

    kode: str
    nama: str
    nilai: str


def pilihan_medan(pegawai: Pegawai) -> list[Pilihan]:
    """Fields with their stored value, then blocks."""
    return [
        Pilihan(
            medan.value,
            str(medan.label),
            sebut_nilai(medan, nilai_kini(pegawai, medan)) if medan in KOLOM else "",
        )
        for medan in Medan
    ]
