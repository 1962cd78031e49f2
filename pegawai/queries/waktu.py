"""Units and posts as of a day: what a unit was called, who held a post when."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, RiwayatJabatan, RiwayatUnit, UnitKerja
from pegawai.queries.atasan import kepala_unit
from pegawai.queries.pegawai import pegawai_terlihat


def _berlaku(pada: date) -> Q:
    """Rows of the history of posts that hold on this day."""
    return Q(tmt__lte=pada) & (Q(sampai__isnull=True) | Q(sampai__gte=pada))


def riwayat_unit(unit: UnitKerja) -> QuerySet[RiwayatUnit]:
    """Former names and places, the latest first."""
    return (
        RiwayatUnit.objects.filter(unit_kerja=unit)
        .select_related("induk")
        .order_by("-berlaku_sampai")
    )


def unit_ada_pada(pada: date) -> Q:
    """Units that existed on this day."""
    return (Q(berlaku_mulai__isnull=True) | Q(berlaku_mulai__lte=pada)) & (
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada)
    )


def keadaan_unit(pengguna: Pengguna, unit: UnitKerja, pada: date) -> dict[str, Any]:
    """Name, parent, head and people of a unit on a day.

    Names of people only as far as this account may see them today; the number is of all.
    """
    dulu = (
        riwayat_unit(unit).filter(berlaku_sampai__gte=pada).order_by("berlaku_sampai")
    )
    versi = dulu.first()
    kepala = kepala_unit([unit.pk]).get(unit.pk)
    di_sini = RiwayatJabatan.objects.filter(
        _berlaku(pada), unit_kerja=unit, jenis=RiwayatJabatan.Jenis.UTAMA
    )
    terlihat = _terlihat(pengguna, RiwayatJabatan.objects.filter(_berlaku(pada)))
    return {
        "pada": pada,
        "ada": (unit.berlaku_mulai is None or unit.berlaku_mulai <= pada)
        and (unit.berlaku_sampai is None or unit.berlaku_sampai >= pada),
        "nama": versi.nama if versi else unit.nama,
        "induk": versi.induk if versi else unit.induk,
        "kepala": list(
            terlihat.filter(jabatan_id=kepala.jabatan_id, unit_kerja=unit)
            if kepala
            else []
        ),
        "jumlah": di_sini.count(),
    }


def _terlihat(
    pengguna: Pengguna, daftar: QuerySet[RiwayatJabatan]
) -> QuerySet[RiwayatJabatan]:
    return (
        daftar.filter(pegawai__in=pegawai_terlihat(pengguna).order_by())
        .select_related("pegawai", "jabatan", "unit_kerja")
        .order_by("-tmt", "-pk")
    )


def pemegang_sepanjang_waktu(
    pengguna: Pengguna, jabatan: Jabatan, pada: date | None
) -> QuerySet[RiwayatJabatan]:
    """Who held this post when, acting too; on one day when it is named."""
    daftar = _terlihat(pengguna, RiwayatJabatan.objects.filter(jabatan=jabatan))
    return daftar if pada is None else daftar.filter(_berlaku(pada))
