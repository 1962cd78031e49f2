"""Reminders of agreements that end: MOU-2, MOU-3, MOU-8 on top of R-1."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Max, Q
from django.utils import timezone

from kemitraan.models import PenggunaMitra, Perjanjian
from kemitraan.queries.perjanjian import perjanjian_berlaku
from kemitraan.services.pengingat_magang import pengingat_magang
from pegawai.dasar.alat.pengingat import Tanda, batas_yang_diingatkan
from pegawai.dasar.alat.tanggal import WITA, tanggal
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pengingat import Pengingat, tulis_pengingat
from pegawai.models import Peran
from pegawai.queries.penerima import pemegang_peran

HARI_UNTUK_MITRA = 60  # the partner's users hear at 60 and 30 days (MOU-8)


def ingatkan(*, hari_ini: date, sekarang: datetime | None = None) -> int:
    """Write today's reminders of agreements in force; how many were new."""
    tanda = aturan("pengingat_perjanjian", pada=hari_ini)
    jatuh = batas_yang_diingatkan(hari_ini=hari_ini, tanda=tanda)
    daftar = (
        perjanjian_berlaku(hari=hari_ini)
        .filter(akhir__in=list(jatuh))
        .select_related("mitra", "opd")
        .annotate(
            adendum_pada=Max(
                "turunan__dibuat_pada",
                filter=Q(
                    turunan__jenis=Perjanjian.Jenis.ADENDUM,
                    turunan__status=Perjanjian.Status.DITANDATANGANI,
                ),
            )
        )
        .order_by("pk")
    )
    butir = [
        pengingat
        for perjanjian in daftar
        if _sudah_ada(perjanjian, jatuh[perjanjian.akhir])
        for pengingat in _pengingat(perjanjian, jatuh[perjanjian.akhir], hari_ini)
    ]
    butir += pengingat_magang(hari_ini)
    return tulis_pengingat(daftar=butir, sekarang=sekarang or timezone.now())


def _sudah_ada(perjanjian: Perjanjian, tanda: Tanda) -> bool:
    """Marks before the start, the entry or the extension are skipped (R-1, MOU-3)."""
    dibuat = perjanjian.adendum_pada or perjanjian.dibuat_pada
    sejak = max(perjanjian.tanggal_mulai, dibuat.astimezone(WITA).date())
    return date.fromordinal(perjanjian.akhir.toordinal() - tanda.hari) >= sejak


def _pengingat(perjanjian: Perjanjian, tanda: Tanda, hari: date) -> Iterator[Pengingat]:
    for penerima in _penerima(perjanjian, tanda, hari):
        yield Pengingat(
            jenis="perjanjian",
            objek=f"{perjanjian.pk}:{perjanjian.akhir:%Y-%m-%d}",
            tanda=tanda,
            penerima_id=penerima,
            judul=f"Perjanjian berakhir {tanda.sisa} hari lagi"
            if tanda.sisa
            else "Perjanjian berakhir hari ini",
            isi=f"{_sebutan(perjanjian)} berakhir {tanggal(perjanjian.akhir)}.",
            tautan=perjanjian.get_absolute_url(),
        )


def _penerima(perjanjian: Perjanjian, tanda: Tanda, hari: date) -> set[int]:
    penerima = set(pemegang_peran(Peran.ANALIS, hari=hari))
    penerima |= set(pemegang_peran(Peran.PENGELOLA_OPD, hari=hari, unit=perjanjian.opd))
    if perjanjian.pic_kota_id is not None:
        penerima.add(perjanjian.pic_kota_id)
    if tanda.hari <= HARI_UNTUK_MITRA:
        penerima |= set(
            PenggunaMitra.objects.filter(
                mitra=perjanjian.mitra_id,
                tanggal_mulai__lte=hari,
                tanggal_selesai__gte=hari,
                pengguna__in=pemegang_peran(Peran.MITRA, hari=hari),
            ).values_list("pengguna", flat=True)
        )
    return penerima


def _sebutan(perjanjian: Perjanjian) -> str:
    """The title, with the partner unless the title names it."""
    judul, mitra = perjanjian.judul, perjanjian.mitra.nama
    return judul if mitra.lower() in judul.lower() else f"{judul} ({mitra})"
