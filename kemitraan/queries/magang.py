"""Placements: which of them an account may see."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from kemitraan.models import Penempatan, Perjanjian, ProgramMagang
from kemitraan.queries.magang_jam import dengan_sertifikat
from kemitraan.queries.mitra import mitra_sendiri
from kemitraan.queries.perjanjian import (
    mitra_berperjanjian,
    perjanjian_berlaku,
    perjanjian_terlihat,
)
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, Peran, UnitKerja
from pegawai.queries.peran import (
    berlaku_sekota,
    pegawai_sendiri_id,
    unit_dalam_cakupan,
)

PERAN_UNIT = (Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)
SESUDAH_SELESAI = timedelta(days=14)  # an intern still reads this long (KEAMANAN C.2)
Status = Penempatan.Status
JenisUnit = UnitKerja.Jenis
UNIT_LAYANAN = (
    JenisUnit.SEKOLAH,
    JenisUnit.PUSKESMAS,
    JenisUnit.KELURAHAN,
    JenisUnit.UPTD,
)
BELUM_TUNTAS = Q(status=Status.BERJALAN) | Q(
    status=Status.SELESAI, nilai_akhir__isnull=True
)


def _semua() -> QuerySet[Penempatan]:
    return Penempatan.objects.select_related(
        "program__perjanjian__mitra",
        "program__pelatihan",
        "peserta",
        "pegawai",
        "unit_kerja",
        "pembimbing",
    ).annotate(melewati=_melewati(hari_ini()))


def _melewati(hari: date) -> Combinable:
    """Runs on although its agreement is over, before anyone decides (MOU-6)."""
    berlaku = perjanjian_berlaku(hari=hari).filter(pk=OuterRef("program__perjanjian"))
    return Q(status=Status.BERJALAN) & ~Exists(berlaku)


def penempatan_melewati(*, hari: date) -> QuerySet[Penempatan]:
    """All placements that run on after their agreement."""
    return Penempatan.objects.filter(_melewati(hari))


def penempatan_terlihat(pengguna: Pengguna) -> QuerySet[Penempatan]:
    """The city's for the analyst, the unit's, those one mentors, a partner's own.

    A partner without an agreement in force sees only what still runs or awaits a mark
    (MOU-7).
    """
    semua = _semua()
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    unit = unit_dalam_cakupan(pengguna, *PERAN_UNIT).values("pk")
    syarat = Q(unit_kerja__in=unit)
    pegawai = pegawai_sendiri_id(pengguna)
    if pegawai is not None:
        syarat |= Q(pembimbing=pegawai)
    syarat |= Q(program__perjanjian__mitra__in=mitra_berperjanjian(pengguna))
    milik = Q(program__perjanjian__mitra__in=mitra_sendiri(pengguna).values("pk"))
    return semua.filter(syarat | (milik & BELUM_TUNTAS))


def membimbing(pengguna: Pengguna) -> bool:
    """Does this account mentor somebody?"""
    pegawai = pegawai_sendiri_id(pengguna)
    return (
        pegawai is not None and Penempatan.objects.filter(pembimbing=pegawai).exists()
    )


def daftar_penempatan(
    pengguna: Pengguna, *, cari: str = "", status: str = "", arah: str = ""
) -> QuerySet[Penempatan]:
    """The list page: the latest starts first."""
    daftar = penempatan_terlihat(pengguna)
    if cari:
        daftar = daftar.filter(
            Q(peserta__nama__icontains=cari)
            | Q(peserta__nim__icontains=cari)
            | Q(pegawai__nama__icontains=cari)
            | Q(unit_kerja__nama__icontains=cari)
        )
    if status:
        daftar = daftar.filter(status=status)
    if arah:
        daftar = daftar.filter(program__arah=arah)
    return daftar.order_by("-tanggal_mulai", "pk")


def penempatan_menunggu(pengguna: Pengguna) -> QuerySet[Penempatan]:
    """Requests that this account may decide now: the unit's head, never one's own."""
    unit = unit_dalam_cakupan(pengguna, Peran.KEPALA_OPD)
    return Penempatan.objects.filter(
        status=Status.DIAJUKAN, unit_kerja__in=unit.values("pk")
    ).exclude(pegawai__isnull=False, pegawai=pegawai_sendiri_id(pengguna))


def menunggu_nilai_mitra(pengguna: Pengguna) -> QuerySet[Penempatan]:
    """ASN whom this partner has received and not marked; their hours wait for it."""
    return (
        penempatan_terlihat(pengguna)
        .filter(
            status=Status.SELESAI,
            nilai_akhir__isnull=True,
            program__arah=ProgramMagang.Arah.KELUAR,
            program__perjanjian__mitra__in=mitra_sendiri(pengguna).values("pk"),
        )
        .order_by("tanggal_selesai", "pk")
    )


def penempatan_terbuka(pengguna: Pengguna) -> QuerySet[Penempatan]:
    """What is not over, by its end: start pages."""
    return (
        penempatan_terlihat(pengguna)
        .filter(status__in=[Status.DIAJUKAN, Status.DITERIMA, Status.BERJALAN])
        .order_by("tanggal_selesai", "pk")
    )


def penempatan_sendiri(pengguna: Pengguna) -> QuerySet[Penempatan]:
    """One's own: the intern's (until 14 days after the end), the ASN's at a partner."""
    milik = Q(
        peserta__pengguna=pengguna,
        tanggal_selesai__gte=hari_ini() - SESUDAH_SELESAI,
    ) | Q(pegawai__pengguna=pengguna)
    daftar = _semua().filter(milik).order_by("-tanggal_mulai", "pk")
    return dengan_sertifikat(daftar)


def program_terlihat(pengguna: Pengguna, *, arah: str) -> QuerySet[ProgramMagang]:
    """Programmes of visible agreements that are signed and not over, in one direction."""
    hari = hari_ini()
    perjanjian = perjanjian_terlihat(pengguna).filter(
        keadaan__in=["AKAN_BERLAKU", "BERLAKU", "AKAN_BERAKHIR"]
    )
    return (
        ProgramMagang.objects.filter(
            arah=arah, tanggal_selesai__gte=hari, perjanjian__in=perjanjian.values("pk")
        )
        .select_related("perjanjian__mitra")
        .order_by("perjanjian__mitra__nama_urut", "nama", "pk")
    )


def program_perjanjian(perjanjian: Perjanjian) -> QuerySet[ProgramMagang]:
    """Programmes of one agreement (the caller has checked that it is visible)."""
    return (
        ProgramMagang.objects.filter(perjanjian=perjanjian)
        .select_related("pelatihan")
        .order_by("tanggal_mulai", "pk")
    )


def pembimbing_pilihan(penempatan: Penempatan) -> QuerySet[Pegawai]:
    """Who can mentor here: people of the unit and of its bidang, by name.

    Schools, puskesmas and kelurahan of an OPD are units of their own: with them the list
    of Dinas Pendidikan would have thousands.
    """
    unit = penempatan.unit_kerja
    return (
        Pegawai.objects.filter(
            unit_kerja__jalur__di_bawah=str(unit.jalur),
            kedudukan_hukum=Pegawai.Kedudukan.AKTIF,
        )
        .exclude(~Q(unit_kerja=unit), unit_kerja__jenis__in=UNIT_LAYANAN)
        .order_by("nama_urut", "pk")
    )


def jumlah_berjalan(daftar: QuerySet[Penempatan]) -> int:
    """How many of these run today."""
    return daftar.filter(status=Status.BERJALAN).order_by().values("pk").count()


def unit_pilihan(pengguna: Pengguna) -> QuerySet[UnitKerja]:
    """Where a student can be placed: any OPD; for a unit's carer every unit of it."""
    ada = UnitKerja.objects.filter(berlaku_sampai__isnull=True)
    if berlaku_sekota(pengguna, Peran.ANALIS) or mitra_sendiri(pengguna).exists():
        return ada.filter(jenis=UnitKerja.Jenis.OPD).order_by("nama", "pk")
    unit = unit_dalam_cakupan(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)
    return ada.filter(pk__in=unit.values("pk")).order_by("nama", "pk")


def pegawai_pilihan(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Whom the account may send out: people of its units."""
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return Pegawai.objects.all()
    unit = unit_dalam_cakupan(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)
    return Pegawai.objects.filter(unit_kerja__in=unit.values("pk"))
