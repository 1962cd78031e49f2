"""Assessment periods, results and what follows from them."""

from penilaian.models.impor import ImporHasil
from penilaian.models.penilaian import NilaiKompetensi, Penilaian
from penilaian.models.periode import (
    MetodePenilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)
from penilaian.models.program import (
    KebutuhanKompetensi,
    Penugasan,
    ProgramPembangunan,
)
from penilaian.models.rencana import ButirRencana, LangkahRencana, RencanaPengembangan

__all__ = [
    "ButirRencana",
    "ImporHasil",
    "KebutuhanKompetensi",
    "LangkahRencana",
    "MetodePenilaian",
    "NilaiKompetensi",
    "Penilaian",
    "Penugasan",
    "PenugasanAsesor",
    "PeriodePenilaian",
    "ProgramPembangunan",
    "RencanaPengembangan",
]
