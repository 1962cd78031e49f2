"""Posts and grades to choose from, and a person's dated facts."""

from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from pegawai.dasar.alat.angka import nip as nip_terkelompok
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Golongan,
    Jabatan,
    Jenjang,
    Pegawai,
    Peran,
    RiwayatGolongan,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatPendidikan,
    TingkatPendidikan,
    UnitKerja,
)
from pegawai.queries.peran import unit_dalam_cakupan

PILIHAN_TERBANYAK = 20


def jabatan_dapat_dipilih(pengguna: Pengguna) -> QuerySet[Jabatan]:
    """Posts into which this account may move people: those of the units it cares for.

    A structural post carries rights of its own (AK-1): BKPSDM fills it, not the OPD.
    """
    bkpsdm = _di_unit(unit_dalam_cakupan(pengguna, Peran.ANALIS))
    opd = _di_unit(unit_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD))
    boleh = bkpsdm | opd.exclude(jenis=Jenjang.Jenis.STRUKTURAL)
    return boleh.filter(aktif=True)


def _di_unit(unit: QuerySet[UnitKerja]) -> QuerySet[Jabatan]:
    terbuka = unit.filter(berlaku_sampai__isnull=True)
    return Jabatan.objects.filter(unit_kerja__in=terbuka.values("pk"))


def pilihan_jabatan(
    pengguna: Pengguna, *, cari: str, pegawai: Pegawai
) -> list[tuple[str, str]]:
    """At most twenty posts whose name or unit holds the words; without words the
    posts of the person's own unit."""
    daftar = jabatan_dapat_dipilih(pengguna)
    kata = cari.lower().split()[:6]
    for bagian in kata:
        nama = daftar.filter(nama_cari__contains=bagian).order_by().values("pk")
        unit = daftar.filter(unit_kerja__nama_cari__contains=bagian)
        daftar = daftar.filter(pk__in=nama.union(unit.order_by().values("pk")))
    if not kata:
        daftar = daftar.filter(unit_kerja=pegawai.unit_kerja_id)
    baris = daftar.order_by("nama_cari", "pk").values_list(
        "uid", "nama", "unit_kerja__nama"
    )
    return [
        (str(uid), f"{nama}, {unit}") for uid, nama, unit in baris[:PILIHAN_TERBANYAK]
    ]


def golongan_pilihan(pegawai: Pegawai) -> QuerySet[Golongan]:
    """Grades of the person's kind."""
    pppk = pegawai.jenis_kepegawaian == Pegawai.Jenis.PPPK
    return Golongan.objects.filter(status="PPPK" if pppk else "PNS").order_by(
        "urutan", "pk"
    )


def tingkat_pilihan() -> QuerySet[TingkatPendidikan]:
    """Education levels, the highest first."""
    return TingkatPendidikan.objects.order_by("-urutan", "pk")


def rangkap_berjalan(pegawai: Pegawai) -> list[tuple[str, str]]:
    """Acting posts that have not ended, to choose from."""
    daftar = (
        RiwayatJabatan.objects.filter(pegawai=pegawai)
        .exclude(jenis=RiwayatJabatan.Jenis.UTAMA)
        .exclude(sampai__lt=hari_ini())
        .select_related("jabatan")
        .order_by("tmt", "pk")
    )
    return [
        (
            str(r.pk),
            f"{r.get_jenis_display()} {r.jabatan.nama}, sejak {tanggal(r.tmt)}",
        )
        for r in daftar
    ]


def jabatan_kini(pegawai: Pegawai) -> str:
    """The post in force, in words."""
    unit = f", {pegawai.unit_kerja}" if pegawai.unit_kerja else ""
    return f"{pegawai.jabatan or 'tanpa jabatan'}{unit}" + _sejak(pegawai.tmt_jabatan)


def golongan_kini(pegawai: Pegawai) -> str:
    """The grade in force, in words."""
    return f"{pegawai.golongan or 'tanpa golongan'}" + _sejak(pegawai.tmt_golongan)


def pendidikan_kini(pegawai: Pegawai) -> str:
    """The highest education, in words."""
    bagian = [str(pegawai.tingkat_pendidikan or "pendidikan belum tercatat")]
    if pegawai.pendidikan:
        bagian.append(pegawai.pendidikan)
    if pegawai.tahun_lulus:
        bagian.append(f"lulus {pegawai.tahun_lulus}")
    return ", ".join(bagian)


def kedudukan_kini(pegawai: Pegawai) -> str:
    """The legal standing in force, in words."""
    baris = RiwayatKedudukan.objects.filter(
        pegawai=pegawai, diterapkan=True, kedudukan_hukum=pegawai.kedudukan_hukum
    ).order_by("-tmt")
    sejak = baris.values_list("tmt", flat=True).first()
    return pegawai.get_kedudukan_hukum_display() + _sejak(sejak)


def nomor_kini(pegawai: Pegawai) -> str:
    """The number in force, as people read it."""
    return nip_terkelompok(pegawai.nip)


def _sejak(hari: date | None) -> str:
    return f", sejak {tanggal(hari)}" if hari else ""


class FaktaBertanggal(NamedTuple):
    """What the histories tab shows beside posts and numbers."""

    golongan: QuerySet[RiwayatGolongan]
    pendidikan: QuerySet[RiwayatPendidikan]
    kedudukan: QuerySet[RiwayatKedudukan]


def fakta_bertanggal(pegawai: Pegawai) -> FaktaBertanggal:
    """Grades, education and standing with TMT and decree, the latest first."""
    return FaktaBertanggal(
        RiwayatGolongan.objects.filter(pegawai=pegawai)
        .select_related("golongan")
        .order_by("-tmt"),
        RiwayatPendidikan.objects.filter(pegawai=pegawai)
        .select_related("tingkat_pendidikan")
        .order_by("-tingkat_pendidikan__urutan", "-tahun_lulus", "-pk"),
        RiwayatKedudukan.objects.filter(pegawai=pegawai).order_by("-tmt"),
    )


def mutasi_direncanakan(pegawai: Pegawai) -> RiwayatJabatan | None:
    """The main post that begins on a later day, if any."""
    return (
        RiwayatJabatan.objects.filter(
            pegawai=pegawai, jenis=RiwayatJabatan.Jenis.UTAMA, tmt__gt=hari_ini()
        )
        .select_related("jabatan", "unit_kerja")
        .order_by("tmt")
        .first()
    )
