"""What was entered ahead of its day begins to hold on that day, 00.00 WITA (AK-6, AK-7)."""

from typing import Any

from django.db import transaction
from django.db.models import Model

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import (
    Pegawai,
    PenataanUnit,
    RiwayatGolongan,
    RiwayatJabatan,
    RiwayatKedudukan,
)
from pegawai.services.atasan import hitung_atasan
from pegawai.services.golongan import terapkan_golongan
from pegawai.services.kedudukan import terapkan_kedudukan
from pegawai.services.mutasi import terapkan_jabatan
from pegawai.services.penataan import jalankan_penataan

# Partial indexes over the rows that wait make asking cheap at any size.
URUT: tuple[tuple[type[Model], Any], ...] = (
    (RiwayatKedudukan, terapkan_kedudukan),
    (RiwayatJabatan, terapkan_jabatan),
    (RiwayatGolongan, terapkan_golongan),
)


def _orang(model: type[Model]) -> list[int]:
    hari = hari_ini()
    return list(
        model._default_manager.filter(diterapkan=False, tmt__lte=hari)
        .order_by("pegawai_id")
        .values_list("pegawai_id", flat=True)
        .distinct()
    )


def berlakukan_jatuh_tempo() -> int:
    """Apply everything whose day has come; how many people and units it touched.

    Each person and unit in an own transaction: one that is refused holds up no other.
    Running it again changes nothing.
    """
    jumlah = 0
    for uid in PenataanUnit.objects.filter(
        status=PenataanUnit.Status.DISETUJUI, berlaku_mulai__lte=hari_ini()
    ).values_list("uid", flat=True):
        with transaction.atomic():
            jumlah += jalankan_penataan(penataan=PenataanUnit.objects.get(uid=uid))
    for model, terapkan in URUT:
        for pk in _orang(model):
            with transaction.atomic():
                pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pk)
                if model is RiwayatJabatan:
                    _rangkap_mulai(pegawai)
                if model is RiwayatGolongan:
                    terapkan(pegawai=pegawai)
                else:
                    terapkan(pegawai=pegawai, oleh=None)
                jumlah += 1
    return jumlah


def _rangkap_mulai(pegawai: Pegawai) -> None:
    """Acting posts count from their dates; here they only stop waiting."""
    mulai = RiwayatJabatan.objects.filter(
        pegawai=pegawai, diterapkan=False, tmt__lte=hari_ini()
    ).exclude(jenis=RiwayatJabatan.Jenis.UTAMA)
    if mulai.update(diterapkan=True):
        hitung_atasan(oleh=None)
