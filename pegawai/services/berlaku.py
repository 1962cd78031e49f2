"""What was entered ahead of its day begins to hold on that day, 00.00 WITA (AK-6, AK-7)."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import (
    Pegawai,
    PenataanUnit,
    RiwayatGolongan,
    RiwayatJabatan,
    RiwayatKedudukan,
)
from pegawai.services.atasan_turunan import cakupan_jabatan, hitung_atasan
from pegawai.services.golongan import terapkan_golongan
from pegawai.services.kedudukan import terapkan_kedudukan
from pegawai.services.kunci_baris import kunci_struktur
from pegawai.services.mutasi import terapkan_jabatan
from pegawai.services.penataan import jalankan_penataan


def berlakukan_jatuh_tempo() -> int:
    """Apply everything whose day has come; how many people and units it touched.

    Each person and unit in an own transaction: one that is refused holds up no other.
    Running it again changes nothing.
    """
    jumlah = sum(_laksanakan(penataan) for penataan in _penataan_jatuh_tempo())
    for pk in _orang(RiwayatKedudukan):
        with transaction.atomic():
            kunci_struktur()
            terapkan_kedudukan(pegawai=_kunci(pk), oleh=None)
        jumlah += 1
    for pk in _orang(RiwayatJabatan):
        with transaction.atomic():
            kunci_struktur()
            pegawai = _kunci(pk)
            terapkan_jabatan(pegawai=pegawai, oleh=None)
            _mulai_rangkap(pegawai)
        jumlah += 1
    for pk in _orang(RiwayatGolongan):
        with transaction.atomic():
            terapkan_golongan(pegawai=_kunci(pk))
        jumlah += 1
    return jumlah


def _orang(model: Any) -> list[int]:
    """Whose row waits for a day that has come; a partial index holds only those."""
    return list(
        model.objects.filter(diterapkan=False, tmt__lte=hari_ini())
        .order_by("pegawai_id")
        .values_list("pegawai_id", flat=True)
        .distinct()
    )


def _kunci(pk: int) -> Pegawai:
    return Pegawai.objects.select_for_update(of=("self",)).get(pk=pk)


def _penataan_jatuh_tempo() -> Iterator[PenataanUnit]:
    yield from PenataanUnit.objects.filter(
        status=PenataanUnit.Status.DISETUJUI, berlaku_mulai__lte=hari_ini()
    ).order_by("berlaku_mulai", "pk")


def _laksanakan(penataan: PenataanUnit) -> int:
    """Carry one act out; a city that has changed since may refuse it, said once."""
    try:
        return jalankan_penataan(penataan=penataan)
    except AturanDilanggar as galat:
        kabari(
            kunci=f"penataan-gagal:{penataan.pk}",
            penerima=penataan.diajukan_oleh,
            judul="Penataan unit tidak dapat diterapkan",
            isi=f"{galat.pesan} Batalkan usul ini dan ajukan yang baru.",
            tautan=penataan.get_absolute_url(),
        )
        return 0


def _mulai_rangkap(pegawai: Pegawai) -> None:
    """Acting posts count from their dates; here they only stop waiting."""
    mulai = RiwayatJabatan.objects.filter(
        pegawai=pegawai, diterapkan=False, tmt__lte=hari_ini()
    )
    jabatan = list(mulai.values_list("jabatan_id", flat=True))
    if mulai.update(diterapkan=True):
        hitung_atasan(oleh=None, cakupan=cakupan_jabatan(jabatan))
