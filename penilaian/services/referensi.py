"""Reference data of assessments out of penilaian/referensi."""

from pathlib import Path

from django.db import transaction

from pegawai.services.referensi import baca_csv
from penilaian.models import MetodePenilaian

FOLDER = Path(__file__).resolve().parent.parent / "referensi"


@transaction.atomic
def muat_referensi() -> dict[str, int]:
    """Insert the methods that are missing; edited ones stay as they are."""
    sebelum = MetodePenilaian.objects.count()
    MetodePenilaian.objects.bulk_create(
        [
            MetodePenilaian(
                kode=b["kode"],
                nama=b["nama"],
                pecahan=b["pecahan"] == "1",
                urutan=int(b["urutan"]),
            )
            for b in baca_csv(FOLDER / "metode.csv")
        ],
        ignore_conflicts=True,
    )
    return {"metode_penilaian": MetodePenilaian.objects.count() - sebelum}
