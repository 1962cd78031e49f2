"""Reminders of assessments that end, for who still has open work, and of old results."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.pengingat import (
    Tanda,
    batas_yang_diingatkan,
    tanda_jatuh_tempo,
)
from pegawai.dasar.alat.tanggal import WITA, tanggal
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pengingat import Pengingat, tulis_pengingat
from pegawai.queries.peran import SELESAI_BEKERJA
from penilaian.models import Penilaian, PenugasanAsesor, PeriodePenilaian


def ingatkan(*, hari_ini: date, sekarang: datetime | None = None) -> int:
    """Write today's reminders of periods and of results; how many were new."""
    return tulis_pengingat(
        daftar=[*_penilaian_berakhir(hari_ini), *_hasil_kedaluwarsa(hari_ini)],
        sekarang=sekarang or timezone.now(),
    )


def _penilaian_berakhir(hari_ini: date) -> Iterator[Pengingat]:
    """One notice an assessor and period, with the number of people still to do."""
    tanda = aturan("pengingat_penilaian", pada=hari_ini)
    terlambat = aturan("pengingat_terlambat", pada=hari_ini)
    periode_terbuka = PeriodePenilaian.objects.filter(
        status=PeriodePenilaian.Status.BERJALAN,
        tanggal_mulai__lte=hari_ini,
        tanggal_selesai__gte=hari_ini - timedelta(days=max(terlambat) + 7),
        tanggal_selesai__lte=hari_ini + timedelta(days=max(tanda) + 30),
    ).order_by("pk")
    for periode in periode_terbuka:
        for kerja in _kerja_terbuka(periode):
            butir = tanda_jatuh_tempo(
                batas=periode.tanggal_selesai,
                hari_ini=hari_ini,
                sejak=max(
                    periode.tanggal_mulai, kerja["sejak"].astimezone(WITA).date()
                ),
                tanda=tanda,
                terlambat=terlambat,
            )
            if butir is not None:
                yield _ingat_penilaian(periode, kerja, butir)


def _kerja_terbuka(periode: PeriodePenilaian) -> list[Any]:
    """Per assessor: people without a complete result, and since when."""
    lengkap = Penilaian.objects.filter(
        periode=periode, pegawai=OuterRef("pegawai"), lengkap=True
    )
    return list(
        PenugasanAsesor.objects.filter(~Exists(lengkap), periode=periode)
        .values("asesor")
        .annotate(jumlah=Count("pk"), sejak=Min("dibuat_pada"))
        .order_by("asesor")
    )


def _ingat_penilaian(periode: PeriodePenilaian, kerja: dict, butir: Tanda) -> Pengingat:
    if butir.sisa > 0:
        judul = f"Penilaian berakhir {butir.sisa} hari lagi"
    elif butir.sisa == 0:
        judul = "Penilaian berakhir hari ini"
    else:
        judul = f"Penilaian terlambat {-butir.sisa} hari"
    return Pengingat(
        jenis="penilaian",
        objek=f"{periode.pk}:{periode.tanggal_selesai:%Y-%m-%d}",
        tanda=butir,
        penerima_id=kerja["asesor"],
        judul=judul,
        isi=f"{periode.nama}: {kerja['jumlah']} orang belum selesai Anda nilai. "
        f"Batas {tanggal(periode.tanggal_selesai)}, 23.59 WITA.",
        tautan=reverse("penilaian:asesmen-daftar"),
    )


def _hasil_kedaluwarsa(hari_ini: date) -> Iterator[Pengingat]:
    """The latest final result per purpose (M-3) whose validity ends."""
    jatuh = batas_yang_diingatkan(
        hari_ini=hari_ini, tanda=aturan("pengingat_kedaluwarsa", pada=hari_ini)
    )
    for pk, penerima, sampai, nama, terbit in _hasil_terakhir(list(jatuh)):
        butir = jatuh[sampai]
        asal = sampai - timedelta(days=butir.hari)
        if terbit is not None and asal >= terbit.astimezone(WITA).date():
            yield Pengingat(
                jenis="hasil",
                objek=f"{pk}:{sampai:%Y-%m-%d}",
                tanda=butir,
                penerima_id=penerima,
                judul="Hasil penilaian akan habis masa berlakunya",
                isi=f"Hasil {nama} berlaku sampai {tanggal(sampai)}, {butir.sisa} hari "
                "lagi.",
                tautan=reverse("penilaian:profil"),
            )


def _hasil_terakhir(sampai: list[date]) -> QuerySet:
    """Final results that end on these days and that no later one replaces."""
    lebih_baru = Penilaian.objects.filter(
        pegawai=OuterRef("pegawai"),
        periode__tujuan=OuterRef("periode__tujuan"),
        status=Penilaian.Status.FINAL,
    ).filter(
        Q(tanggal_penilaian__gt=OuterRef("tanggal_penilaian"))
        | Q(tanggal_penilaian=OuterRef("tanggal_penilaian"), pk__gt=OuterRef("pk"))
    )
    return (
        Penilaian.objects.filter(
            ~Exists(lebih_baru),
            status=Penilaian.Status.FINAL,
            berlaku_sampai__in=sampai,
            pegawai__pengguna__isnull=False,
        )
        .exclude(pegawai__kedudukan_hukum__in=SELESAI_BEKERJA)
        .order_by("pk")
        .values_list(
            "pk",
            "pegawai__pengguna",
            "berlaku_sampai",
            "periode__nama",
            "periode__diterbitkan_pada",
        )
    )
