"""Lock a row for an act, and refuse when somebody saved first (KETENTUAN X-1)."""

from datetime import date

from django.db import connection

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.models import Pegawai, UnitKerja

TERJAUH_HARI = 366


def kunci_struktur() -> None:
    """Acts that change who is whose superior go one after the other.

    Taken before any row, so that two of them never wait for each other in a circle: a
    new head's act writes rows of people who are being moved at the same moment. The
    trigger that guards the tree takes the same lock.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai_unitkerja'))")


def kunci_pegawai(pegawai: Pegawai, versi: int | None = None) -> Pegawai:
    """The person's row, locked; `versi` is the one the page was opened with."""
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    if versi is not None and pegawai.versi != versi:
        raise versi_usang("Data pegawai ini")
    return pegawai


def kunci_unit(unit: UnitKerja, versi: int | None = None) -> UnitKerja:
    """The unit's row, locked."""
    unit = UnitKerja.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if versi is not None and unit.versi != versi:
        raise versi_usang("Unit ini")
    return unit


def periksa_tmt(pegawai: Pegawai, tmt: date, *, medan: str = "tmt") -> None:
    """A TMT lies after the birth and at most a year ahead."""
    if tmt <= pegawai.tanggal_lahir:
        raise AturanDilanggar(
            f"TMT {tanggal(tmt)} mendahului tanggal lahir pegawai ini. Periksa tahunnya.",
            kode="tmt_sebelum_lahir",
            medan=medan,
        )
    if (tmt - hari_ini()).days > TERJAUH_HARI:
        raise AturanDilanggar(
            f"TMT {tanggal(tmt)} lebih dari setahun lagi. Periksa tahunnya.",
            kode="tmt_terlalu_jauh",
            medan=medan,
        )
