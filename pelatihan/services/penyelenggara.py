"""Organisers: made and changed by the administrator."""

from django.db import IntegrityError, transaction
from django.db.models import F

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.models.pengguna import Pengguna
from pelatihan.models import Penyelenggara

GANDA = {
    "penyelenggara_nama_unik": ("nama", "Penyelenggara dengan nama ini sudah ada."),
    "penyelenggara_kode": ("kode", "Kode ini sudah dipakai penyelenggara lain."),
}


def buat_penyelenggara(
    *, kode: str, nama: str, kontak: str, oleh: Pengguna
) -> Penyelenggara:
    """Make an organiser; its code stays, for it stands in the certificates' numbers."""
    try:
        with transaction.atomic():
            return Penyelenggara.objects.create(kode=kode, nama=nama, kontak=kontak)
    except IntegrityError as galat:
        raise _ganda(galat) from galat


def ubah_penyelenggara(
    *,
    penyelenggara: Penyelenggara,
    versi: int,
    nama: str,
    kontak: str,
    aktif: bool,
    oleh: Pengguna,
) -> Penyelenggara:
    """Change it; an inactive one takes no new members and no new courses.

    Issued certificates keep the name they were issued with.
    """
    try:
        with transaction.atomic():
            diubah = Penyelenggara.objects.filter(
                pk=penyelenggara.pk, versi=versi
            ).update(nama=nama, kontak=kontak, aktif=aktif, versi=F("versi") + 1)
    except IntegrityError as galat:
        raise _ganda(galat) from galat
    if not diubah:
        raise versi_usang("Penyelenggara ini")
    penyelenggara.refresh_from_db()
    return penyelenggara


def _ganda(galat: IntegrityError) -> AturanDilanggar:
    for nama, (medan, pesan) in GANDA.items():
        if nama in str(galat):
            return AturanDilanggar(pesan, kode="penyelenggara_ganda", medan=medan)
    raise galat
