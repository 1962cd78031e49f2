"""Placements that run on after their agreement has ended (KETENTUAN MOU-6)."""

from collections.abc import Iterator
from datetime import date

from kemitraan.models import Penempatan, Perjanjian
from kemitraan.queries.magang import penempatan_melewati
from kemitraan.queries.penerima import kepala_penempatan
from kemitraan.queries.perjanjian import dengan_masa
from pegawai.dasar.alat.pengingat import tanda_jatuh_tempo
from pegawai.dasar.alat.tanggal import tanggal
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pengingat import Pengingat
from pegawai.models import Peran
from pegawai.queries.penerima import pemegang_peran

UNTUK_KEPALA = 14  # days after the end from which the head of the OPD hears as well


def pengingat_magang(hari_ini: date) -> Iterator[Pengingat]:
    """The analyst from the first day on, the head from the fourteenth."""
    daftar = list(
        penempatan_melewati(hari=hari_ini)
        .select_related("program__perjanjian__mitra", "peserta", "pegawai")
        .select_related("unit_kerja__opd")
        .order_by("pk")
    )
    akhir = _akhir({p.program.perjanjian_id for p in daftar}, hari_ini)
    for penempatan in daftar:
        batas = akhir[penempatan.program.perjanjian_id]
        yield from _pengingat(penempatan, batas, hari_ini)


def _akhir(ids: set[int], hari: date) -> dict[int, date]:
    """When each agreement ended: stopped, or the latest extension's last day (MOU-2)."""
    daftar = dengan_masa(Perjanjian.objects.filter(pk__in=ids), hari=hari)
    return {
        pk: min(dihentikan, akhir) if dihentikan else akhir
        for pk, akhir, dihentikan in daftar.values_list(
            "pk", "akhir", "dihentikan_pada"
        )
    }


def _pengingat(penempatan: Penempatan, batas: date, hari: date) -> Iterator[Pengingat]:
    tanda = tanda_jatuh_tempo(
        batas=batas,
        hari_ini=hari,
        sejak=penempatan.tanggal_mulai,
        tanda=(),
        terlambat=aturan("pengingat_terlambat", pada=hari),
    )
    if tanda is None:
        return
    penerima = set(pemegang_peran(Peran.ANALIS, hari=hari))
    if -tanda.hari >= UNTUK_KEPALA:
        penerima |= kepala_penempatan(penempatan, hari)
    for akun in penerima:
        yield Pengingat(
            jenis="magang-melewati",
            objek=f"{penempatan.pk}:{batas:%Y-%m-%d}",
            tanda=tanda,
            penerima_id=akun,
            judul="Magang berjalan sesudah perjanjian berakhir",
            isi=f"{penempatan.nama_orang}, {penempatan.unit_kerja.nama}: perjanjian "
            f"dengan {penempatan.program.perjanjian.mitra.nama} berakhir "
            f"{tanggal(batas)}. Perpanjang perjanjian, atau selesaikan penempatan.",
            tautan=penempatan.get_absolute_url(),
        )
