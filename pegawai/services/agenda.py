"""A person's dated commitments, written by the apps that make them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from pegawai.models.agenda import Agenda
from pegawai.models.pegawai import Pegawai


@transaction.atomic
def catat_agenda(
    *,
    kunci: str,
    pegawai: Pegawai,
    jenis: str,
    judul: str,
    tanggal_mulai: date,
    tanggal_selesai: date,
    tautan: str = "",
) -> Agenda:
    """Write or change the commitment named by `kunci` (e.g. `peserta:12`)."""
    agenda, _ = Agenda.objects.update_or_create(
        kunci=kunci,
        defaults={
            "pegawai": pegawai,
            "jenis": jenis,
            "judul": judul[:300],
            "tanggal_mulai": tanggal_mulai,
            "tanggal_selesai": tanggal_selesai,
            "tautan": tautan,
        },
    )
    return agenda


def hapus_agenda(*kunci: str) -> None:
    """Take commitments back; unknown keys change nothing."""
    Agenda.objects.filter(kunci__in=kunci).delete()


def pindahkan_agenda(
    *, kunci: Iterable[str], tanggal_mulai: date, tanggal_selesai: date
) -> None:
    """Move commitments to other days, set-based."""
    Agenda.objects.filter(kunci__in=list(kunci)).update(
        tanggal_mulai=tanggal_mulai, tanggal_selesai=tanggal_selesai
    )
