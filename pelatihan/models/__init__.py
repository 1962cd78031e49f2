"""Catalogue, batches, enrolments, the ledger of hours, certificates."""

from pelatihan.models.angkatan import Angkatan
from pelatihan.models.katalog import (
    AnggotaPenyelenggara,
    BentukPengembangan,
    Pelatihan,
    Penyelenggara,
    SasaranPelatihan,
)
from pelatihan.models.peserta import Kehadiran, Peserta
from pelatihan.models.riwayat import RiwayatPengembangan
from pelatihan.models.sertifikat import Sertifikat, UrutSertifikat
from pelatihan.models.usul import UsulPelatihan

__all__ = [
    "AnggotaPenyelenggara",
    "Angkatan",
    "BentukPengembangan",
    "Kehadiran",
    "Pelatihan",
    "Penyelenggara",
    "Peserta",
    "RiwayatPengembangan",
    "SasaranPelatihan",
    "Sertifikat",
    "UrutSertifikat",
    "UsulPelatihan",
]
