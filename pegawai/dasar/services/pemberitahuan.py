"""Notices: queued in the act's own transaction, mailed by the outbox."""

from django.utils import timezone

from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.models.pengguna import Pengguna


def kabari(
    *, kunci: str, penerima: Pengguna | None, judul: str, isi: str, tautan: str = ""
) -> None:
    """Queue a notice in the current transaction; the same `kunci` is queued once."""
    if penerima is None:
        return
    surat = Pemberitahuan.Surat
    Pemberitahuan.objects.get_or_create(
        kunci=kunci,
        defaults={
            "penerima": penerima,
            "judul": judul[:200],
            "isi": isi,
            "tautan": tautan,
            "surat": surat.MENUNGGU if penerima.surel else surat.TANPA,
        },
    )


def tandai_dibaca(*, oleh: Pengguna, pk: int | None = None) -> None:
    """Mark one notice, or all, of this account as read."""
    daftar = Pemberitahuan.objects.filter(penerima=oleh, dibaca_pada__isnull=True)
    if pk is not None:
        daftar = daftar.filter(pk=pk)
    daftar.update(dibaca_pada=timezone.now())
