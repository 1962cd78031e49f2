"""Progress of approved plans: the state follows the lines."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from pegawai.dasar.models import Pekerjaan
from pelatihan.models import RiwayatPengembangan
from penilaian.models import ButirRencana, RencanaPengembangan
from penilaian.queries.rencana import dengan_kemajuan

Status = RencanaPengembangan.Status
DISETUJUI = (Status.DISETUJUI, Status.BERJALAN, Status.SELESAI)


@transaction.atomic
def segarkan_kemajuan_rencana(*, pegawai_ids: Iterable[int]) -> int:
    """Set the approved plans of these people to what their lines say; returns changes.

    No line begun: DISETUJUI; some: BERJALAN; all done: SELESAI. Repeats change nothing.
    """
    rencana = RencanaPengembangan.objects.select_for_update().filter(
        pegawai__in=list(pegawai_ids), status__in=DISETUJUI
    )
    butir = dengan_kemajuan(ButirRencana.objects.filter(rencana__in=rencana))
    kemajuan: dict[int, set[str]] = {r.pk: set() for r in rencana}
    for rencana_id, keadaan in butir.values_list("rencana_id", "kemajuan"):
        kemajuan[rencana_id].add(keadaan)
    berubah = 0
    for pk, keadaan in kemajuan.items():
        status = _status(keadaan)
        berubah += (
            RencanaPengembangan.objects.filter(pk=pk)
            .exclude(status=status)
            .update(status=status)
        )
    return berubah


def segarkan_kemajuan_dari_riwayat(
    *, pekerjaan: Pekerjaan | None = None, riwayat_ids: list[int]
) -> dict[str, Any]:
    """The same for the people of these verified rows of the ledger (a job)."""
    pegawai = RiwayatPengembangan.objects.filter(pk__in=riwayat_ids)
    berubah = segarkan_kemajuan_rencana(
        pegawai_ids=pegawai.values_list("pegawai", flat=True)
    )
    return {"berubah": berubah}


def _status(keadaan: set[str]) -> str:
    if keadaan == {"SELESAI"}:
        return Status.SELESAI
    return Status.DISETUJUI if keadaan <= {"BELUM"} else Status.BERJALAN
