"""Assessment periods, results and what follows from them."""

from penilaian.models.penilaian import NilaiKompetensi, Penilaian
from penilaian.models.periode import (
    MetodePenilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)

__all__ = [
    "MetodePenilaian",
    "NilaiKompetensi",
    "Penilaian",
    "PenugasanAsesor",
    "PeriodePenilaian",
]
