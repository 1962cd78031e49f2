"""Agreements: what is in force on a day, and which of them an account may see."""

from datetime import date

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateField,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from kemitraan.models import Mitra, Perjanjian
from kemitraan.queries.mitra import mitra_sendiri
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Peran, UnitKerja
from pegawai.queries.peran import berlaku_sekota, unit_dalam_cakupan

SEKOTA = (Peran.ANALIS, Peran.ADMIN)
PERAN_UNIT = (*SEKOTA, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)
AKAN_BERAKHIR_HARI = 90
Status = Perjanjian.Status


def _akhir_adendum(induk: str) -> Subquery:
    """Latest end among the signed addenda of the agreement that `induk` names."""
    return Subquery(
        Perjanjian.objects.filter(
            induk=OuterRef(induk),
            jenis=Perjanjian.Jenis.ADENDUM,
            status=Status.DITANDATANGANI,
        )
        .order_by()
        .values("induk")
        .annotate(akhir=Max("tanggal_berakhir"))
        .values("akhir")
    )


def dengan_masa(
    daftar: QuerySet[Perjanjian], *, hari: date | None = None
) -> QuerySet[Perjanjian]:
    """Add `akhir` (the latest extension's, MOU-2), `keadaan`, `induk_berakhir` (MOU-5)."""
    hari = hari or hari_ini()
    akhir = Greatest(
        "tanggal_berakhir",
        Coalesce(_akhir_adendum("pk"), F("tanggal_berakhir")),
        output_field=DateField(),
    )
    induk_akhir = Greatest(
        "induk__tanggal_berakhir",
        Coalesce(_akhir_adendum("induk"), F("induk__tanggal_berakhir")),
        output_field=DateField(),
    )
    return daftar.annotate(akhir=akhir, induk_akhir=induk_akhir).annotate(
        keadaan=Case(
            When(~Q(status=Status.DITANDATANGANI), then=F("status")),
            When(tanggal_mulai__gt=hari, then=Value("AKAN_BERLAKU")),
            When(akhir__lt=hari, then=Value("BERAKHIR")),
            When(
                akhir__lte=_tambah(hari, AKAN_BERAKHIR_HARI),
                then=Value("AKAN_BERAKHIR"),
            ),
            default=Value("BERLAKU"),
            output_field=CharField(),
        ),
        induk_berakhir=Case(
            When(induk__status=Status.DIHENTIKAN, then=Value(True)),
            When(induk_akhir__lt=hari, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
    )


def _tambah(hari: date, jumlah: int) -> date:
    return date.fromordinal(hari.toordinal() + jumlah)


def perjanjian_berlaku(*, hari: date | None = None) -> QuerySet[Perjanjian]:
    """Agreements in force on the day (addenda count through their agreement)."""
    hari = hari or hari_ini()
    return (
        dengan_masa(Perjanjian.objects.all(), hari=hari)
        .exclude(jenis=Perjanjian.Jenis.ADENDUM)
        .filter(status=Status.DITANDATANGANI, tanggal_mulai__lte=hari, akhir__gte=hari)
    )


def mitra_berperjanjian(pengguna: Pengguna) -> QuerySet:
    """Ids of the account's institutions that have an agreement in force (MOU-7)."""
    return (
        perjanjian_berlaku().filter(mitra__in=mitra_sendiri(pengguna)).values("mitra")
    )


def perjanjian_terlihat(pengguna: Pengguna) -> QuerySet[Perjanjian]:
    """The city's for analyst and administrator, the unit's, a partner's own.

    A partner sees nothing that is still a draft of the city, and without an agreement in
    force no agreement at all (MOU-7).
    """
    semua = dengan_masa(
        Perjanjian.objects.select_related("mitra", "opd", "induk", "pic_kota")
    )
    if berlaku_sekota(pengguna, *SEKOTA):
        return semua
    unit = unit_dalam_cakupan(pengguna, *PERAN_UNIT).values("pk")
    milik_mitra = Q(mitra__in=mitra_berperjanjian(pengguna)) & ~Q(
        status=Status.RANCANGAN
    )
    return semua.filter(Q(opd__in=unit) | milik_mitra)


def daftar_perjanjian(
    pengguna: Pengguna, *, cari: str = "", jenis: str = "", keadaan: str = ""
) -> QuerySet[Perjanjian]:
    """The list page: those that end first are first."""
    daftar = perjanjian_terlihat(pengguna)
    if cari:
        daftar = daftar.filter(
            Q(judul__icontains=cari)
            | Q(nomor_kota__icontains=cari)
            | Q(nomor_mitra__icontains=cari)
            | Q(mitra__nama__icontains=cari)
            | Q(mitra__singkatan__icontains=cari)
        )
    if jenis:
        daftar = daftar.filter(jenis=jenis)
    if keadaan:
        daftar = daftar.filter(keadaan=keadaan)
    return daftar.order_by("-tanggal_berakhir", "pk")


def perjanjian_menurut_sisa(pengguna: Pengguna) -> QuerySet[Perjanjian]:
    """What is in force, by days left: the partner's start page."""
    return (
        perjanjian_terlihat(pengguna)
        .filter(keadaan__in=["BERLAKU", "AKAN_BERAKHIR"])
        .exclude(jenis=Perjanjian.Jenis.ADENDUM)
        .order_by("akhir", "pk")
    )


def perjanjian_mitra(pengguna: Pengguna, mitra: Mitra) -> QuerySet[Perjanjian]:
    """A partner's visible agreements, those that end last first."""
    return (
        perjanjian_terlihat(pengguna)
        .filter(mitra=mitra)
        .order_by("-tanggal_berakhir", "pk")
    )


def turunan_terlihat(
    pengguna: Pengguna, perjanjian: Perjanjian
) -> QuerySet[Perjanjian]:
    """PKS and addenda under an agreement, as far as the account sees them."""
    return (
        perjanjian_terlihat(pengguna)
        .filter(induk=perjanjian)
        .order_by("tanggal_mulai", "pk")
    )


def induk_pilihan(pengguna: Pengguna) -> QuerySet[Perjanjian]:
    """MoU under which a PKS can still be written (MOU-5)."""
    return (
        perjanjian_terlihat(pengguna)
        .filter(
            jenis=Perjanjian.Jenis.KESEPAKATAN_BERSAMA,
            keadaan__in=["AKAN_BERLAKU", "BERLAKU", "AKAN_BERAKHIR"],
        )
        .order_by("judul", "pk")
    )


def opd_pilihan() -> QuerySet[UnitKerja]:
    """OPD that can be in charge of an agreement."""
    return UnitKerja.objects.filter(
        jenis=UnitKerja.Jenis.OPD, berlaku_sampai__isnull=True
    ).order_by("nama", "pk")
