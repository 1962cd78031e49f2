"""An ASN who is away at a partner is busy on those days."""

from kemitraan.models import Penempatan
from pegawai.services.agenda import catat_agenda, hapus_agenda

BATAL = {Penempatan.Status.DITOLAK, Penempatan.Status.DIBATALKAN}


def kunci_agenda(penempatan: Penempatan) -> str:
    """Names the one commitment of a placement."""
    return f"penempatan:{penempatan.pk}"


def tulis_agenda(penempatan: Penempatan) -> None:
    """Clashes and calendars read only the agenda; students of partners have none."""
    if penempatan.pegawai is None:
        return
    if penempatan.status in BATAL:
        hapus_agenda(kunci_agenda(penempatan))
        return
    catat_agenda(
        kunci=kunci_agenda(penempatan),
        pegawai=penempatan.pegawai,
        jenis="MAGANG",
        judul=f"Magang di {penempatan.tempat}",
        tanggal_mulai=penempatan.tanggal_mulai,
        tanggal_selesai=penempatan.tanggal_selesai,
        tautan=penempatan.get_absolute_url(),
    )
