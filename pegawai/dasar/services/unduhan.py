"""Files of finished jobs: kept for seven days, then taken away."""

import uuid
from datetime import datetime, timedelta
from typing import IO

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from pegawai.dasar.models.pekerjaan import Pekerjaan

MASA_SIMPAN = timedelta(days=7)
SEKALI = 500


def simpan_unduhan(*, pekerjaan: Pekerjaan, berkas: IO[bytes], nama: str) -> None:
    """Attach the file that a job made; a repeated run replaces the file before it."""
    medan = Pekerjaan._meta.get_field("berkas")
    lama = Pekerjaan.objects.values_list("berkas", flat=True).get(pk=pekerjaan.pk)
    akhiran = nama.rsplit(".", 1)[-1]
    jalur = medan.storage.save(
        medan.generate_filename(pekerjaan, f"{uuid.uuid4().hex}.{akhiran}"),
        File(berkas),
    )
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(
        berkas=jalur,
        nama_berkas=nama,
        kedaluwarsa_pada=timezone.now() + MASA_SIMPAN,
    )
    if lama:
        transaction.on_commit(lambda: medan.storage.delete(lama))


def bersihkan_unduhan(*, sekarang: datetime) -> int:
    """Delete files past their day; the row stays and says so. Safe to repeat."""
    medan = Pekerjaan._meta.get_field("berkas")
    habis = Pekerjaan.objects.filter(kedaluwarsa_pada__lte=sekarang).exclude(berkas="")
    jumlah = 0
    for pk, jalur in habis.values_list("pk", "berkas")[:SEKALI]:
        medan.storage.delete(jalur)
        Pekerjaan.objects.filter(pk=pk, berkas=jalur).update(berkas="")
        jumlah += 1
    return jumlah
