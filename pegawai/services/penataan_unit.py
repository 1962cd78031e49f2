"""Steps of a reorganisation on one unit's own row; the caller holds lock and transaction."""

from datetime import date, timedelta

from django.utils import timezone

from pegawai.models import Jabatan, PemberianPeran, RiwayatUnit, UnitKerja


def simpan_riwayat(unit: UnitKerja, *, mulai: date, nomor_sk: str) -> None:
    """Keep what the unit was called and where it hung until the day before `mulai`."""
    sebelum = (
        RiwayatUnit.objects.filter(unit_kerja=unit).order_by("-berlaku_sampai").first()
    )
    sejak = (
        sebelum.berlaku_sampai + timedelta(days=1) if sebelum else unit.berlaku_mulai
    )
    RiwayatUnit.objects.create(
        unit_kerja=unit,
        nama=unit.nama,
        singkatan=unit.singkatan,
        induk_id=unit.induk_id,
        berlaku_mulai=sejak,
        berlaku_sampai=mulai - timedelta(days=1),
        nomor_sk=nomor_sk,
    )


def ganti_nama(
    unit: UnitKerja, *, nama: str, singkatan: str, mulai: date, nomor_sk: str
) -> None:
    """The unit goes on under a new name."""
    simpan_riwayat(unit, mulai=mulai, nomor_sk=nomor_sk)
    unit.nama = nama
    unit.singkatan = singkatan
    unit.versi += 1
    unit.save(update_fields=["nama", "singkatan", "versi"])


def ganti_induk(
    unit: UnitKerja, *, induk: UnitKerja, mulai: date, nomor_sk: str
) -> None:
    """The unit goes on under another parent with everything below it (by trigger)."""
    simpan_riwayat(unit, mulai=mulai, nomor_sk=nomor_sk)
    unit.induk = induk
    unit.versi += 1
    unit.save(update_fields=["induk", "versi"])


def tutup_unit(unit: UnitKerja, *, mulai: date) -> None:
    """The unit ends the day before `mulai`; its empty posts and its grants end with it."""
    Jabatan.objects.filter(unit_kerja=unit, aktif=True).update(aktif=False)
    PemberianPeran.objects.filter(unit_kerja=unit, dicabut_pada__isnull=True).update(
        dicabut_pada=timezone.now()
    )
    unit.berlaku_sampai = mulai - timedelta(days=1)
    unit.versi += 1
    unit.save(update_fields=["berlaku_sampai", "versi"])
