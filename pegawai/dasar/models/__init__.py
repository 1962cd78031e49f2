"""Tables that every app needs and that know nothing of the field."""

from pegawai.dasar.models.aturan import Aturan
from pegawai.dasar.models.dokumen import DokumenTerbit, PercobaanPeriksa
from pegawai.dasar.models.pekerjaan import Detak, Pekerjaan
from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.models.pengguna import (
    HambatanMasuk,
    KodeMasuk,
    KunciKirim,
    Pengguna,
    TokenApi,
)
from pegawai.dasar.models.tembolok import Tembolok

__all__ = [
    "Aturan",
    "Detak",
    "DokumenTerbit",
    "HambatanMasuk",
    "KodeMasuk",
    "KunciKirim",
    "Pekerjaan",
    "Pemberitahuan",
    "Pengguna",
    "PercobaanPeriksa",
    "Tembolok",
    "TokenApi",
]
