"""Reference data of this app out of pelatihan/referensi; loading twice changes nothing."""

from pathlib import Path

from django.db import transaction

from pegawai.services.referensi import baca_csv
from pelatihan.models import BentukPengembangan

FOLDER = Path(__file__).resolve().parent.parent / "referensi"


@transaction.atomic
def muat_referensi() -> dict[str, int]:
    """All reference data of the app, as the command muat_referensi asks for it."""
    return {"bentuk_pengembangan": muat_bentuk()}


def muat_bentuk() -> int:
    """Forms of learning; what the office has edited since stays as it is."""
    sebelum = BentukPengembangan.objects.count()
    BentukPengembangan.objects.bulk_create(
        [
            BentukPengembangan(
                kode=b["kode"],
                nama=b["nama"],
                jalur=b["jalur"].upper(),
                kode_bkn=b["kode_bkn"],
                jp_nasional=int(b["jp_nasional"]) if b["jp_nasional"] else None,
                jp_internasional=(
                    int(b["jp_internasional"]) if b["jp_internasional"] else None
                ),
                satuan=b["satuan"],
                perlu_konfirmasi=b["perlu_konfirmasi"] == "ya",
                sumber=b["sumber"],
                urutan=ke,
            )
            for ke, b in enumerate(baca_csv(FOLDER / "bentuk_pengembangan.csv"), 1)
        ],
        ignore_conflicts=True,
    )
    return BentukPengembangan.objects.count() - sebelum
