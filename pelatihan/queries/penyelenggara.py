"""Which organisers an account works for."""

from django.db.models import QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.peran import Peran
from pegawai.queries.peran import berlaku_sekota, punya_peran
from pelatihan.models import AnggotaPenyelenggara, Penyelenggara


def penyelenggara_terkelola(pengguna: Pengguna) -> QuerySet[Penyelenggara]:
    """Organisers whose work this account does today: an analyst's are all of them.

    A member needs both: the role PENYELENGGARA and a membership in its dates.
    """
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return Penyelenggara.objects.all()
    if not punya_peran(pengguna, Peran.PENYELENGGARA):
        return Penyelenggara.objects.none()
    hari = hari_ini()
    anggota = AnggotaPenyelenggara.objects.filter(
        pengguna=pengguna, tanggal_mulai__lte=hari, tanggal_selesai__gte=hari
    )
    return Penyelenggara.objects.filter(pk__in=anggota.values("penyelenggara"))


def mengelola(pengguna: Pengguna, penyelenggara_id: int) -> bool:
    """Does this account do the work of that organiser? Read once per request."""
    simpan = pengguna.__dict__.setdefault("_kelola", {})
    if penyelenggara_id not in simpan:
        simpan[penyelenggara_id] = (
            penyelenggara_terkelola(pengguna).filter(pk=penyelenggara_id).exists()
        )
    return simpan[penyelenggara_id]


def akun_penyelenggara(penyelenggara_id: int) -> QuerySet[Pengguna]:
    """Accounts of an organiser's members today."""
    hari = hari_ini()
    return Pengguna.objects.filter(
        is_active=True,
        keanggotaan_penyelenggara__penyelenggara=penyelenggara_id,
        keanggotaan_penyelenggara__tanggal_mulai__lte=hari,
        keanggotaan_penyelenggara__tanggal_selesai__gte=hari,
    ).order_by("pk")
