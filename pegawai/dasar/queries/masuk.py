"""Reads that sign-in needs."""

from django.db.models import QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna, TokenApi


def token_dari_sidik(sidik: str) -> TokenApi | None:
    """The usable token with this SHA-256; its account must be active."""
    return (
        TokenApi.objects.select_related("pengguna")
        .filter(
            sidik=sidik,
            dicabut_pada__isnull=True,
            berlaku_sampai__gte=hari_ini(),
            pengguna__is_active=True,
        )
        .first()
    )


def token_terlihat(pengguna: Pengguna) -> QuerySet[TokenApi]:
    """One's own tokens, newest first."""
    return TokenApi.objects.filter(pengguna=pengguna).order_by("-dibuat_pada", "pk")
