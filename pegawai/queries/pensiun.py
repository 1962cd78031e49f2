"""When people retire: the age of their post, and the day it takes effect (DOMAIN 1.7)."""

from datetime import date

from django.db.models import (
    Case,
    DateField,
    F,
    Func,
    IntegerField,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.aturan import Aturan
from pegawai.dasar.queries.aturan import edisi_aturan
from pegawai.models import Pegawai

TAHUN_KE_DEPAN = 5
# Who counts as at work (KETENTUAN JP-6), as one choice of the list's filter.
DIHITUNG = "DIHITUNG"
KEDUDUKAN_DIHITUNG = (Pegawai.Kedudukan.AKTIF, Pegawai.Kedudukan.TUGAS_BELAJAR)
DEKAT, LEWAT = "dekat", "lewat"


class TmtPensiun(Func):
    """The first of the month after the birthday month in which the age is reached.

    From the first of the birth month, so that 29 February needs no care of its own.
    """

    arity = 2
    output_field = DateField()
    arg_joiner = "::timestamp) + make_interval(months => 1 + 12 * "
    template = "((date_trunc('month', %(expressions)s))::date)"


def edisi_bup() -> Aturan:
    """The rule on retirement ages in force, with its source."""
    return edisi_aturan("bup")


def dengan_pensiun(
    daftar: QuerySet[Pegawai], aturan_bup: dict | None = None
) -> QuerySet[Pegawai]:
    """The same people with `bup` and `tmt_pensiun`.

    The age belongs to the level of the main post; posts named in the rule (teachers) have
    their own, and a post without a level the one for unknown levels.
    """
    nilai = aturan_bup or edisi_bup().nilai
    khusus = [
        When(jabatan__nama_cari__regex=k["pola"], then=Value(k["usia"]))
        for k in nilai["khusus"]
    ]
    jenjang = [
        When(jabatan__jenjang__kode=kode, then=Value(usia))
        for kode, usia in nilai["jenjang"].items()
    ]
    bup = Case(
        *khusus,
        *jenjang,
        default=Coalesce(
            F("jabatan__jenjang__bup"),
            Value(nilai["tanpa_jenjang"]),
            output_field=IntegerField(),
        ),
        output_field=IntegerField(),
    )
    return daftar.annotate(bup=bup).annotate(
        tmt_pensiun=TmtPensiun(F("tanggal_lahir"), F("bup"))
    )


def akhir_masa(hari: date) -> date:
    """Last day of the window: the rest of this year and five more."""
    return date(hari.year + TAHUN_KE_DEPAN, 12, 31)


def pilihan_pensiun(hari: date) -> list[tuple[str, str]]:
    """Choices of the list's filter."""
    tahun = range(hari.year, hari.year + TAHUN_KE_DEPAN + 1)
    return [
        (DEKAT, f"Sampai {tahun[-1]}"),
        *((str(t), f"Tahun {t}") for t in tahun),
        (LEWAT, "Sudah lewat"),
    ]


def saring_pensiun(daftar: QuerySet[Pegawai], pilihan: str) -> QuerySet[Pegawai]:
    """People whose retirement takes effect in a year, within the window, or is overdue."""
    hari = hari_ini()
    daftar = dengan_pensiun(daftar)
    if pilihan == LEWAT:
        return daftar.filter(tmt_pensiun__lte=hari)
    daftar = daftar.filter(tmt_pensiun__gt=hari)
    if pilihan == DEKAT:
        return daftar.filter(tmt_pensiun__lte=akhir_masa(hari))
    return daftar.filter(tmt_pensiun__year=int(pilihan))
