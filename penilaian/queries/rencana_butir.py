"""What the form of one line offers and begins with."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import CapaianKompetensi, Kompetensi, Pegawai
from pelatihan.models import BentukPengembangan, Pelatihan
from penilaian.models import ButirRencana
from penilaian.queries.rencana import pelatihan_dapat_direncanakan


def pilihan_butir(butir: ButirRencana | None = None) -> dict[str, QuerySet]:
    """Choices of the form; a line keeps its own training even when it left the catalogue."""
    pelatihan = pelatihan_dapat_direncanakan()
    if butir is not None and butir.pelatihan_id:
        pelatihan = Pelatihan.objects.filter(
            Q(pk__in=pelatihan.values("pk")) | Q(pk=butir.pelatihan_id)
        )
    return {
        "kompetensi": Kompetensi.objects.filter(aktif=True).order_by(
            "jenis", "urutan", "nama", "pk"
        ),
        "pelatihan": pelatihan.order_by("nama", "pk"),
        "bentuk": BentukPengembangan.objects.order_by("urutan", "kode"),
    }


def awal_butir(
    pegawai: Pegawai, kompetensi: UUID | None = None, pelatihan: UUID | None = None
) -> dict[str, Any]:
    """First values of a new line: the gap's required level, the next quarter."""
    awal: dict[str, Any] = {
        "kompetensi": kompetensi,
        "pelatihan": pelatihan,
        "triwulan": min(4, (hari_ini().month - 1) // 3 + 2),
        "level_target": 3,
    }
    if kompetensi is not None:
        capaian = CapaianKompetensi.objects.filter(
            pegawai=pegawai, kompetensi__uid=kompetensi
        ).first()
        if capaian is not None:
            awal["level_target"] = capaian.level_standar or min(
                5, int(capaian.level) + 1
            )
    return awal


def isi_butir(butir: ButirRencana) -> dict[str, Any]:
    """The stored line as values of its form."""
    return {
        "kompetensi": butir.kompetensi.uid,
        "level_target": butir.level_target,
        "pelatihan": butir.pelatihan.uid if butir.pelatihan else None,
        "kegiatan": butir.kegiatan,
        "bentuk": butir.bentuk.kode,
        "jp": butir.jp,
        "triwulan": butir.triwulan,
        "catatan": butir.catatan,
        "versi": butir.versi,
    }
