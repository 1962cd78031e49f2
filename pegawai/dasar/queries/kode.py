"""Which one-time code is meant; the same None for every reason why not."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from pegawai.dasar.alat.kode_masuk import buka_tiket, sidik_kode_masuk
from pegawai.dasar.models.pengguna import KodeMasuk, Pengguna


def kode_terbuka(sekarang: datetime) -> QuerySet[KodeMasuk]:
    """Codes that may still be used."""
    return KodeMasuk.objects.filter(
        dipakai_pada__isnull=True,
        dicabut_pada__isnull=True,
        berlaku_sampai__gt=sekarang,
        pengguna__is_active=True,
    ).select_related("pengguna")


def kode_cocok(*, nama_akun: str, kode: str, sekarang: datetime) -> KodeMasuk | None:
    """The open code with this text, of the account with this name."""
    return (
        kode_terbuka(sekarang)
        .filter(sidik=sidik_kode_masuk(kode), pengguna__nama_akun__iexact=nama_akun)
        .first()
    )


def kode_undangan(*, tiket: str, sekarang: datetime) -> KodeMasuk | None:
    """The open code that an invitation's link names."""
    uid = buka_tiket(tiket)
    return kode_beruid(uid=uid, sekarang=sekarang) if uid else None


def kode_beruid(*, uid: str, sekarang: datetime) -> KodeMasuk | None:
    """The open code with this uid."""
    try:
        return kode_terbuka(sekarang).filter(uid=uid).first()
    except ValidationError:
        return None


def kode_terakhir(pengguna: Pengguna) -> KodeMasuk | None:
    """The latest code of an account, used or not."""
    return KodeMasuk.objects.filter(pengguna=pengguna).order_by("-pk").first()
