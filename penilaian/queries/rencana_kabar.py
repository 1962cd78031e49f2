"""What waits for the superiors of some people, whoever they are now."""

from collections.abc import Iterable

from django.db.models import QuerySet

from penilaian.models import Penugasan, RencanaPengembangan


def rencana_menunggu_dari(pegawai_ids: Iterable[int]) -> QuerySet[RencanaPengembangan]:
    """Submitted plans of these people."""
    return (
        RencanaPengembangan.objects.filter(
            pegawai__in=list(pegawai_ids),
            status=RencanaPengembangan.Status.DIAJUKAN,
        )
        .select_related("pegawai__atasan__pengguna")
        .order_by("pk")
    )


def penugasan_menunggu_dari(pegawai_ids: Iterable[int]) -> QuerySet[Penugasan]:
    """Undecided proposals for these people."""
    return (
        Penugasan.objects.filter(
            pegawai__in=list(pegawai_ids), status=Penugasan.Status.DIUSULKAN
        )
        .select_related("pegawai__atasan__pengguna", "program")
        .order_by("pk")
    )


def ada_yang_menunggu(pegawai_ids: Iterable[int]) -> bool:
    """Does anything of these people wait for a superior?"""
    ids = list(pegawai_ids)
    return rencana_menunggu_dari(ids).exists() or penugasan_menunggu_dari(ids).exists()
