"""Partners: written by the analyst, edited by one person at a time."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from kemitraan.models import Mitra
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.models.pengguna import Pengguna

GANDA = {
    "mitra_nama_unik": "Mitra dengan nama ini sudah ada.",
    "kemitraan_mitra_kode": "Kode mitra ini sudah dipakai.",
}


def buat_mitra(*, oleh: Pengguna, **isi: Any) -> Mitra:
    """Add a partner."""
    try:
        with transaction.atomic():
            return Mitra.objects.create(**isi)
    except IntegrityError as galat:
        raise _ganda(galat) from galat


def ubah_mitra(*, mitra: Mitra, versi: int, oleh: Pengguna, **isi: Any) -> Mitra:
    """Change a partner; refused when somebody else changed it meanwhile (X-1)."""
    try:
        with transaction.atomic():
            diubah = Mitra.objects.filter(pk=mitra.pk, versi=versi).update(
                **isi, versi=F("versi") + 1
            )
    except IntegrityError as galat:
        raise _ganda(galat) from galat
    if not diubah:
        raise versi_usang("Data mitra ini")
    mitra.refresh_from_db()
    return mitra


def _ganda(galat: IntegrityError) -> AturanDilanggar:
    for nama, pesan in GANDA.items():
        if nama in str(galat):
            return AturanDilanggar(pesan, kode="mitra_ganda")
    raise galat
