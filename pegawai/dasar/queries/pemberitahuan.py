"""Notices of one account."""

from django.db.models import QuerySet

from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.models.pengguna import Pengguna


def pemberitahuan_terlihat(pengguna: Pengguna) -> QuerySet[Pemberitahuan]:
    """One's own notices."""
    return Pemberitahuan.objects.filter(penerima=pengguna)


def daftar_pemberitahuan(pengguna: Pengguna) -> QuerySet[Pemberitahuan]:
    """The notice centre, newest first."""
    return pemberitahuan_terlihat(pengguna).order_by("-dibuat_pada", "-pk")


def jumlah_belum_dibaca(pengguna: Pengguna) -> int:
    """Unread notices, at most 100."""
    belum = pemberitahuan_terlihat(pengguna).filter(dibaca_pada__isnull=True)
    return belum.values("pk")[:100].count()
