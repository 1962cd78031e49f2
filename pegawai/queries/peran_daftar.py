"""Grants and proposals as the administrator reads them."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import PemberianPeran, Peran, UnitKerja, UsulPeran
from pegawai.queries.peran import berlaku_sekota, unit_dalam_cakupan

HAMPIR = timedelta(days=30)


def pemberian_terlihat(pengguna: Pengguna) -> QuerySet[PemberianPeran]:
    """All for the administrator; nobody else reads the list (C.3)."""
    if not berlaku_sekota(pengguna, Peran.ADMIN):
        return PemberianPeran.objects.none()
    return PemberianPeran.objects.select_related("pengguna", "unit_kerja")


def daftar_pemberian(
    pengguna: Pengguna,
    *,
    cari: str = "",
    peran: str = "",
    unit: str = "",
    keadaan: str = "",
) -> QuerySet[PemberianPeran]:
    """The list: what ends first comes first; without a filter, what has not ended."""
    hari = hari_ini()
    daftar = pemberian_terlihat(pengguna)
    berjalan = Q(dicabut_pada__isnull=True, berlaku_sampai__gte=hari)
    saring = {
        "": berjalan,
        "hampir": berjalan & Q(berlaku_sampai__lte=hari + HAMPIR),
        "akan": berjalan & Q(berlaku_mulai__gt=hari),
        "ditangguhkan": berjalan & Q(ditangguhkan_pada__isnull=False),
        "berakhir": ~berjalan,
    }
    daftar = daftar.filter(saring.get(keadaan, berjalan))
    if peran:
        daftar = daftar.filter(peran=peran)
    if unit:
        daftar = daftar.filter(
            unit_kerja__in=UnitKerja.objects.filter(
                nama_cari__contains=" ".join(unit.lower().split())
            ).values("pk")
        )
    if cari:
        daftar = daftar.filter(
            Q(pengguna__nama__icontains=cari) | Q(pengguna__nama_akun__icontains=cari)
        )
    return daftar.order_by("berlaku_sampai", "pk")


def pemberian_akun(pengguna: Pengguna, akun: Pengguna) -> QuerySet[PemberianPeran]:
    """Every grant one account ever had, the latest first."""
    return (
        pemberian_terlihat(pengguna)
        .filter(pengguna=akun)
        .select_related("diberikan_oleh", "disetujui_oleh", "dicabut_oleh")
        .order_by("-berlaku_mulai", "-pk")
    )


def usul_terlihat(pengguna: Pengguna) -> QuerySet[UsulPeran]:
    """Proposals: all for the administrator, one's own for others."""
    semua = UsulPeran.objects.select_related(
        "pengguna", "unit_kerja", "diusulkan_oleh", "diputuskan_oleh"
    )
    if berlaku_sekota(pengguna, Peran.ADMIN):
        return semua
    return semua.filter(diusulkan_oleh=pengguna)


def daftar_usul(pengguna: Pengguna) -> QuerySet[UsulPeran]:
    """What waits comes first, then the latest."""
    return usul_terlihat(pengguna).order_by("diputuskan_pada", "-pk")


def usul_menunggu(pengguna: Pengguna) -> QuerySet[UsulPeran]:
    """What this administrator may decide: not what one proposed or gets oneself."""
    if not berlaku_sekota(pengguna, Peran.ADMIN):
        return UsulPeran.objects.none()
    return (
        usul_terlihat(pengguna)
        .filter(status=UsulPeran.Status.DIUSULKAN)
        .exclude(Q(diusulkan_oleh=pengguna) | Q(pengguna=pengguna))
    )


def unit_bernama(pengguna: Pengguna, teks: str) -> list[UnitKerja]:
    """Units one may name in a grant, by their name or code; at most ten."""
    if berlaku_sekota(pengguna, Peran.ADMIN, Peran.ANALIS):
        daftar = UnitKerja.objects.all()
    else:
        daftar = unit_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD)
    daftar = daftar.filter(berlaku_sampai__isnull=True)
    kata = " ".join(teks.lower().split())
    tepat = list(daftar.filter(Q(nama_cari=kata) | Q(kode__iexact=kata))[:2])
    if len(tepat) == 1:
        return tepat
    for bagian in kata.split()[:6]:
        daftar = daftar.filter(nama_cari__contains=bagian)
    return list(daftar.order_by("nama_cari", "pk")[:10])


def admin_sekota() -> QuerySet[Pengguna]:
    """Accounts that are administrators of the city today."""
    hari = hari_ini()
    return Pengguna.objects.filter(
        is_active=True,
        pk__in=PemberianPeran.objects.filter(
            peran=Peran.ADMIN,
            unit_kerja__isnull=True,
            dicabut_pada__isnull=True,
            ditangguhkan_pada__isnull=True,
            berlaku_mulai__lte=hari,
            berlaku_sampai__gte=hari,
        ).values("pengguna"),
    ).order_by("pk")
