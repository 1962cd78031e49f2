"""Notices that what waits for a superior has come to another one."""

from typing import Any

from django.db import transaction

from pegawai.dasar.models import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Pegawai
from penilaian.queries.rencana_kabar import (
    penugasan_menunggu_dari,
    rencana_menunggu_dari,
)


def _akun(atasan: Pegawai | None) -> Pengguna | None:
    return atasan.pengguna if atasan else None


@transaction.atomic
def kabari_atasan_baru(
    *, pekerjaan: Pekerjaan | None = None, pegawai_ids: list[int]
) -> dict[str, Any]:
    """Tell the present superiors of these people what waits; told once per superior."""
    jumlah = 0
    for rencana in rencana_menunggu_dari(pegawai_ids):
        orang = rencana.pegawai
        kabari(
            kunci=f"rencana-diajukan:{rencana.pk}:{rencana.versi}:{orang.atasan_id}",
            penerima=_akun(orang.atasan),
            judul="Rencana pengembangan menunggu persetujuan Anda",
            isi=f"Anda kini atasan langsung {orang.nama_lengkap}. Rencana pengembangan "
            f"tahun {rencana.tahun} menunggu keputusan Anda.",
            tautan=rencana.get_absolute_url(),
        )
        jumlah += 1
    for penugasan in penugasan_menunggu_dari(pegawai_ids):
        orang = penugasan.pegawai
        kabari(
            kunci=f"penugasan-diusulkan:{penugasan.pk}:{orang.atasan_id}",
            penerima=_akun(orang.atasan),
            judul="Usulan penugasan menunggu persetujuan Anda",
            isi=f"Anda kini atasan langsung {orang.nama_lengkap}, yang diusulkan pada "
            f"program {penugasan.program.nama}.",
            tautan=penugasan.get_absolute_url(),
        )
        jumlah += 1
    return {"menunggu": jumlah}
