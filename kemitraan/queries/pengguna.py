"""Accounts that speak for a partner."""

from django.db.models import QuerySet

from kemitraan.models import Mitra, PenggunaMitra, UsulPenggunaMitra
from kemitraan.queries.mitra import mitra_sendiri, mitra_terlihat
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Peran
from pegawai.queries.peran import berlaku_sekota


def pengguna_mitra_terlihat(
    pengguna: Pengguna, mitra: Mitra
) -> QuerySet[PenggunaMitra]:
    """Users of a visible partner, for the administrator; the latest first."""
    daftar = PenggunaMitra.objects.select_related("pengguna").filter(
        mitra__in=mitra_terlihat(pengguna).filter(pk=mitra.pk).values("pk")
    )
    if not berlaku_sekota(pengguna, Peran.ADMIN):
        return daftar.none()
    return daftar.order_by("-tanggal_selesai", "-pk")


def usul_pengguna_terlihat(
    pengguna: Pengguna, mitra: Mitra
) -> QuerySet[UsulPenggunaMitra]:
    """Proposals of one's own institution; every partner's for the administrator."""
    daftar = UsulPenggunaMitra.objects.filter(mitra=mitra).select_related(
        "diusulkan_oleh"
    )
    if not berlaku_sekota(pengguna, Peran.ADMIN):
        daftar = daftar.filter(mitra__in=mitra_sendiri(pengguna).values("pk"))
    return daftar.order_by("-dibuat_pada", "-pk")


def usul_pengguna_menunggu(pengguna: Pengguna) -> QuerySet[UsulPenggunaMitra]:
    """Proposals of all partners that the administrator may decide."""
    if not berlaku_sekota(pengguna, Peran.ADMIN):
        return UsulPenggunaMitra.objects.none()
    return UsulPenggunaMitra.objects.filter(
        status=UsulPenggunaMitra.Status.DIUSULKAN
    ).exclude(diusulkan_oleh=pengguna)
