"""People, organisation, posts and competencies."""

from pegawai.models.agenda import Agenda
from pegawai.models.capaian import CapaianKompetensi
from pegawai.models.impor import BarisImpor, BerkasImpor, NamaImpor, PemetaanKolom
from pegawai.models.jabatan import (
    Golongan,
    Jabatan,
    Jenjang,
    PolaJenjang,
    TingkatPendidikan,
)
from pegawai.models.jejak import JejakLihat
from pegawai.models.kamus import BerkasKompetensi, EdisiKamus, KamusKompetensi
from pegawai.models.kata import KataNama
from pegawai.models.kompetensi import Kompetensi, LevelKompetensi
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import NomorPegawai, Pegawai, RiwayatJabatan
from pegawai.models.penataan import PenataanUnit, RiwayatUnit
from pegawai.models.peran import PemberianPeran, Peran, UsulPeran
from pegawai.models.perbaikan import PermintaanPerbaikan
from pegawai.models.riwayat import (
    RiwayatGolongan,
    RiwayatKedudukan,
    RiwayatPendidikan,
)
from pegawai.models.saringan import SaringanTersimpan
from pegawai.models.standar import StandarButir, StandarKompetensi, StandarSyarat

__all__ = [
    "Agenda",
    "BarisImpor",
    "BerkasImpor",
    "BerkasKompetensi",
    "CapaianKompetensi",
    "EdisiKamus",
    "Golongan",
    "Jabatan",
    "JejakLihat",
    "Jenjang",
    "KamusKompetensi",
    "KataNama",
    "Kompetensi",
    "LevelKompetensi",
    "NamaImpor",
    "NomorPegawai",
    "Pegawai",
    "PemberianPeran",
    "PemetaanKolom",
    "PenataanUnit",
    "Peran",
    "PermintaanPerbaikan",
    "PolaJenjang",
    "RiwayatGolongan",
    "RiwayatJabatan",
    "RiwayatKedudukan",
    "RiwayatPendidikan",
    "RiwayatUnit",
    "SaringanTersimpan",
    "StandarButir",
    "StandarKompetensi",
    "StandarSyarat",
    "TingkatPendidikan",
    "UnitKerja",
    "UsulPeran",
]
