"""Issued documents as anyone may check them; the holder's name stays masked."""

from datetime import datetime

from pegawai.dasar.alat.kode import baca_kode
from pegawai.dasar.models.dokumen import DokumenTerbit, PercobaanPeriksa

PERCOBAAN_PER_JAM = 5  # KETENTUAN S-1


def dokumen_berkode(teks: str) -> DokumenTerbit | None:
    """The document with this code, however it was typed; None when there is none."""
    kode = baca_kode(teks)
    if kode is None:
        return None
    return DokumenTerbit.objects.filter(kode=kode).first()


def nama_samar(dokumen: DokumenTerbit) -> str:
    """`Maria D… S…`; of a one-word name only the first letter."""
    nama = dokumen.keterangan.get("nama_polos") or dokumen.pemegang_nama.split(",")[0]
    kata = nama.split()
    if len(kata) < 2:
        return f"{nama[:1]}…"
    return " ".join([kata[0], *[f"{k[:1]}…" for k in kata[1:]]])


def awal_jam(sekarang: datetime) -> datetime:
    """The hour in which wrong tries are counted."""
    return sekarang.replace(minute=0, second=0, microsecond=0)


def periksa_terkunci(dokumen: DokumenTerbit, sekarang: datetime) -> bool:
    """Were five wrong numbers tried on this code in this hour?"""
    return PercobaanPeriksa.objects.filter(
        kode=dokumen.kode, jam=awal_jam(sekarang), jumlah__gte=PERCOBAAN_PER_JAM
    ).exists()
