"""Assignments: who sees which, what waits for whom, what they collide with."""

from datetime import date

from django.db.models import Q, QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Agenda, Pegawai, Peran
from pegawai.queries.peran import (
    berlaku_sekota,
    pegawai_dalam_cakupan,
    pegawai_sendiri_id,
    punya_peran,
    unit_dalam_cakupan,
)
from penilaian.models import Penugasan, ProgramPembangunan

PENGUSUL = (Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)


def penugasan_terlihat(pengguna: Pengguna) -> QuerySet[Penugasan]:
    """Own and direct reports' assignments, people of one's units, and one's programmes'.

    The leaders see counts on the programme, never rows.
    """
    semua = Penugasan.objects.select_related(
        "program__opd",
        "pegawai__unit_kerja",
        "pegawai__jabatan",
        "pegawai__atasan",
        "diputuskan_oleh",
    )
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    unit = unit_dalam_cakupan(pengguna, *PENGUSUL).values("pk")
    return semua.filter(
        Q(pegawai__in=pegawai_dalam_cakupan(pengguna, *PENGUSUL))
        | Q(program__opd__in=unit)
    )


def daftar_penugasan(
    pengguna: Pengguna, *, status: str = "", saya: bool = False
) -> QuerySet[Penugasan]:
    """The list page, latest start first."""
    daftar = penugasan_terlihat(pengguna)
    if status:
        daftar = daftar.filter(status=status)
    if saya:
        daftar = daftar.filter(pegawai=pegawai_sendiri_id(pengguna) or 0)
    return daftar.order_by("-tanggal_mulai", "pegawai__nama_urut", "pk")


def penugasan_program(
    pengguna: Pengguna, program: ProgramPembangunan
) -> QuerySet[Penugasan]:
    """Assignments of one programme that this account may see by name."""
    return (
        penugasan_terlihat(pengguna)
        .filter(program=program)
        .order_by("status", "tanggal_mulai", "pegawai__nama_urut", "pk")
    )


def jumlah_penugasan(program: ProgramPembangunan) -> dict[str, int]:
    """How many are approved and how many wait: counts without names."""
    status = list(program.penugasan.values_list("status", flat=True))
    return {
        "disetujui": status.count(Penugasan.Status.DISETUJUI),
        "diusulkan": status.count(Penugasan.Status.DIUSULKAN),
    }


def penugasan_menunggu(pengguna: Pengguna) -> QuerySet[Penugasan]:
    """Proposals that this account may decide, the oldest first."""
    semua = Penugasan.objects.select_related(
        "program__opd", "pegawai__unit_kerja", "diusulkan_oleh"
    )
    if not punya_peran(pengguna, Peran.ATASAN):
        return semua.none()
    return semua.filter(
        status=Penugasan.Status.DIUSULKAN, pegawai__atasan=pegawai_sendiri_id(pengguna)
    ).order_by("dibuat_pada", "pk")


def _agenda(pegawai: Pegawai, mulai: date, selesai: date) -> QuerySet[Agenda]:
    return Agenda.objects.filter(
        pegawai=pegawai, tanggal_mulai__lte=selesai, tanggal_selesai__gte=mulai
    ).order_by("tanggal_mulai", "pk")


def agenda_program(pegawai: Pegawai, program: ProgramPembangunan) -> QuerySet[Agenda]:
    """Commitments of the person inside the programme's dates."""
    return _agenda(pegawai, program.tanggal_mulai, program.tanggal_selesai)


def agenda_bentrok(penugasan: Penugasan) -> QuerySet[Agenda]:
    """Other commitments of the person in the assignment's days."""
    return _agenda(
        penugasan.pegawai, penugasan.tanggal_mulai, penugasan.tanggal_selesai
    ).exclude(kunci=kunci_agenda(penugasan))


def kunci_agenda(penugasan: Penugasan) -> str:
    """Key of the assignment's row in the person's agenda."""
    return f"penugasan:{penugasan.pk}"
