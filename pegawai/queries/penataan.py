"""Acts of reorganisation: the list, and what each would move."""

from dataclasses import asdict, dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Jabatan,
    Pegawai,
    PemberianPeran,
    PenataanUnit,
    Peran,
    UnitKerja,
)
from pegawai.queries.peran import (
    SELESAI_BEKERJA,
    berlaku_sekota,
    unit_dalam_cakupan,
)

PILIHAN_TERBANYAK = 20


@dataclass(frozen=True)
class Dampak:
    """How much an act moves."""

    pegawai_langsung: int
    pegawai: int
    jabatan: int
    unit_di_bawah: int
    pemberian: int

    def ringkas(self) -> dict[str, int]:
        """As kept with the act."""
        return asdict(self)


def anak_berlaku(unit: UnitKerja) -> list[UnitKerja]:
    """Open units directly below, in the order in which they are locked."""
    return list(
        UnitKerja.objects.filter(induk=unit, berlaku_sampai__isnull=True).order_by("pk")
    )


def nama_kembar(penataan: PenataanUnit) -> list[str]:
    """Names that would stand twice under the receiving unit."""
    tujuan, unit = penataan.tujuan, penataan.unit_kerja
    di_sana = UnitKerja.objects.filter(induk=tujuan, berlaku_sampai__isnull=True)
    di_sana = di_sana.exclude(pk=unit.pk)
    if penataan.jenis == PenataanUnit.Jenis.PINDAH:
        masuk = [unit.nama_cari]
    else:
        masuk = [anak.nama_cari for anak in anak_berlaku(unit)]
    return list(
        di_sana.filter(nama_cari__in=masuk)
        .order_by("nama_cari")
        .values_list("nama", flat=True)[:5]
    )


def pemberian_terkena(unit: UnitKerja | None) -> QuerySet[PemberianPeran]:
    """Grants over exactly this unit that have not ended."""
    if unit is None:
        return PemberianPeran.objects.none()
    return (
        PemberianPeran.objects.filter(
            unit_kerja=unit,
            dicabut_pada__isnull=True,
            berlaku_sampai__gte=hari_ini(),
        )
        .select_related("pengguna")
        .order_by("peran", "pk")
    )


def dampak_penataan(penataan: PenataanUnit) -> Dampak:
    """People, posts, units and grants that an act moves, as of now.

    Nothing for a unit that is only to be formed.
    """
    unit = penataan.unit_kerja
    if unit is None:
        return Dampak(0, 0, 0, 0, 0)
    orang = Pegawai.objects.exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
    return Dampak(
        pegawai_langsung=orang.filter(unit_kerja=unit).count(),
        pegawai=orang.filter(unit_kerja__jalur__di_bawah=str(unit.jalur)).count(),
        jabatan=Jabatan.objects.filter(unit_kerja=unit, aktif=True).count(),
        unit_di_bawah=UnitKerja.objects.filter(
            jalur__di_bawah=str(unit.jalur), berlaku_sampai__isnull=True
        )
        .exclude(pk=unit.pk)
        .count(),
        pemberian=pemberian_terkena(unit).count(),
    )


def langkah_berikut(penataan: PenataanUnit, *, boleh_setujui: bool) -> str:
    """What happens next to an open act and who does it; empty for one that is over."""
    mulai = tanggal(penataan.berlaku_mulai)
    if penataan.status == PenataanUnit.Status.DISETUJUI:
        return (
            f"Berjalan sendiri mulai {mulai} pukul 00.00 WITA. Sebelum itu masih dapat "
            "dibatalkan."
        )
    if penataan.status != PenataanUnit.Status.DIAJUKAN:
        return ""
    if boleh_setujui:
        return "Belum ada yang berubah. Periksa isi dan akibatnya, lalu setujui."
    nanti = penataan.berlaku_mulai > hari_ini()
    kapan = f"mulai {mulai} pukul 00.00 WITA" if nanti else "seketika itu juga"
    return (
        "Belum ada yang berubah. Usul ini disetujui oleh admin kota, bukan oleh "
        f"pengusulnya; admin sudah diberi tahu. Sesudah disetujui, penataan berlaku {kapan}."
    )


def _berurut() -> QuerySet[PenataanUnit]:
    return PenataanUnit.objects.select_related(
        "unit_kerja", "tujuan", "diajukan_oleh", "disetujui_oleh"
    ).order_by("-berlaku_mulai", "-pk")


def daftar_penataan(pengguna: Pengguna) -> QuerySet[PenataanUnit]:
    """Acts, the latest day first: all of the city, or those that touch one's own units."""
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return _berurut()
    unit = unit_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD).values("pk")
    return _berurut().filter(
        Q(unit_kerja__in=unit) | Q(tujuan__in=unit) | Q(diajukan_oleh=pengguna)
    )


def penataan_unit(unit: UnitKerja) -> QuerySet[PenataanUnit]:
    """Acts on one unit and acts that made something else part of it."""
    return _berurut().filter(Q(unit_kerja=unit) | Q(tujuan=unit))


def unit_dapat_dituju(pengguna: Pengguna) -> QuerySet[UnitKerja]:
    """Open units that this account may name in an act: those it cares for."""
    return unit_dalam_cakupan(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD).filter(
        berlaku_sampai__isnull=True
    )


def pilihan_tujuan(
    pengguna: Pengguna, unit: UnitKerja, *, cari: str
) -> list[tuple[str, str]]:
    """At most twenty open units to merge into or to move under, never below the unit."""
    daftar = unit_dapat_dituju(pengguna).exclude(jalur__di_bawah=str(unit.jalur))
    kata = cari.lower().split()[:6]
    for bagian in kata:
        daftar = daftar.filter(nama_cari__contains=bagian)
    if not kata:
        daftar = daftar.filter(induk=unit.induk_id)
    return _bernama(daftar)


def pilihan_unit_jabatan(
    pengguna: Pengguna, jabatan: Jabatan, *, cari: str
) -> list[tuple[str, str]]:
    """At most twenty open units for a post; without words those beside its own."""
    unit = jabatan.unit_kerja
    daftar = unit_dapat_dituju(pengguna)
    if unit is not None:
        daftar = daftar.exclude(pk=unit.pk)
    kata = cari.lower().split()[:6]
    for bagian in kata:
        daftar = daftar.filter(nama_cari__contains=bagian)
    if not kata:
        daftar = daftar.filter(induk=unit and unit.induk_id)
    return _bernama(daftar)


def pilihan_jenis_unit(induk: UnitKerja) -> list[tuple[str, str]]:
    """Kinds that a unit under this one may be: one city, no OPD inside an OPD."""
    bukan = {UnitKerja.Jenis.PEMDA}
    if induk.opd_id is not None:
        bukan.add(UnitKerja.Jenis.OPD)
    return [(str(j.value), j.label) for j in UnitKerja.Jenis if j not in bukan]


def unit_terpilih(pengguna: Pengguna, uid: str) -> list[tuple[str, str]]:
    """The unit that a form named, as a choice; nothing when there is none."""
    try:
        kunci = UUID(uid)
    except ValueError:
        return []
    return _bernama(unit_dapat_dituju(pengguna).filter(uid=kunci))


def _bernama(daftar: QuerySet[UnitKerja]) -> list[tuple[str, str]]:
    baris = daftar.order_by("nama_cari", "pk").values_list("uid", "nama", "opd__nama")
    return [
        (str(uid), f"{nama}, {opd}" if opd and opd != nama else nama)
        for uid, nama, opd in baris[:PILIHAN_TERBANYAK]
    ]


def penataan_menunggu(pengguna: Pengguna) -> QuerySet[PenataanUnit]:
    """Acts that wait for this administrator: the second person is another one (C.7)."""
    if not berlaku_sekota(pengguna, Peran.ADMIN):
        return PenataanUnit.objects.none()
    return PenataanUnit.objects.filter(status=PenataanUnit.Status.DIAJUKAN).exclude(
        diajukan_oleh=pengguna
    )
