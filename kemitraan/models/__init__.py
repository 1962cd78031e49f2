"""Facts and constraints of partners, agreements and internships."""

from kemitraan.models.magang import Penempatan, PesertaMagang, ProgramMagang
from kemitraan.models.mitra import Mitra, PenggunaMitra
from kemitraan.models.perjanjian import Perjanjian
from kemitraan.models.permintaan import PermintaanData
from kemitraan.models.usul import UsulPenggunaMitra

__all__ = [
    "Mitra",
    "Penempatan",
    "PenggunaMitra",
    "Perjanjian",
    "PermintaanData",
    "PesertaMagang",
    "ProgramMagang",
    "UsulPenggunaMitra",
]
