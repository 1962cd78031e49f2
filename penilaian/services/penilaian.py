"""Entering levels: by an assessor, whole levels 0 to 5."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from penilaian.izin import jendela_terbuka
from penilaian.models import (
    NilaiKompetensi,
    Penilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)
from penilaian.queries.wajib import kompetensi_dinilai
from penilaian.services.periode import masuk_peserta


@transaction.atomic
def catat_asesmen(
    *,
    penugasan: PenugasanAsesor,
    level: Mapping[int, int | None],
    tanggal_penilaian: date | None = None,
    catatan: str = "",
    versi: int | None = None,
    oleh: Pengguna,
) -> Penilaian:
    """Save an assessor's levels (competency id -> 0..5 or None) of one person."""
    periode = PeriodePenilaian.objects.select_for_update(of=("self",)).get(
        pk=penugasan.periode_id
    )
    if penugasan.asesor_id != oleh.pk:
        raise AturanDilanggar(
            "Penugasan ini bukan milik Anda.", kode="bukan_penugasan_sendiri"
        )
    if not jendela_terbuka(periode):
        raise AturanDilanggar(
            "Periode ini tidak lagi menerima nilai. Hubungi analis BKPSDM bila masih "
            "ada yang perlu diubah.",
            kode="jendela_tertutup",
        )
    if any(v is not None and v not in range(6) for v in level.values()):
        raise AturanDilanggar(
            "Tingkat capaian adalah bilangan bulat 0 sampai 5.", kode="tingkat_keliru"
        )
    hari = tanggal_penilaian or hari_ini()
    if not periode.tanggal_mulai <= hari <= hari_ini():
        raise AturanDilanggar(
            "Tanggal penilaian harus di dalam periode dan tidak di masa depan.",
            kode="tanggal_di_luar_periode",
            medan="tanggal_penilaian",
        )
    masuk_peserta(periode=periode, daftar_pegawai=[penugasan.pegawai])
    penilaian = Penilaian.objects.select_for_update(of=("self",)).get(
        periode=periode, pegawai=penugasan.pegawai_id
    )
    if versi is not None and penilaian.versi != versi:
        raise versi_usang("Nilai pegawai ini")
    penilaian.asesor = oleh
    penilaian.tanggal_penilaian = hari
    penilaian.catatan = catatan
    _simpan_level(penilaian, level)
    return penilaian


def _simpan_level(penilaian: Penilaian, level: Mapping[int, int | None]) -> None:
    NilaiKompetensi.objects.bulk_create(
        [
            NilaiKompetensi(
                penilaian=penilaian,
                kompetensi_id=k,
                level_capaian=None if v is None else Decimal(v),
            )
            for k, v in level.items()
        ],
        update_conflicts=True,
        unique_fields=["penilaian", "kompetensi"],
        update_fields=["level_capaian"],
    )
    wajib = {k.pk for k in kompetensi_dinilai(penilaian) if k.wajib}
    terisi = set(
        penilaian.nilai.filter(level_capaian__isnull=False).values_list(
            "kompetensi", flat=True
        )
    )
    penilaian.lengkap = bool(terisi) and wajib <= terisi
    penilaian.versi += 1
    penilaian.save()
