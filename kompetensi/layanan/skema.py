"""A demo's database that older code made: its tables no longer fit, so it starts anew.

Before the first installation a change of a model goes into the migration that is there
(README), which Django believes done. The demo holds nothing that anyone would miss.
"""

import hashlib
import json
from pathlib import Path

from kompetensi.layanan import basis
from kompetensi.layanan.pakai import diperlukan
from kompetensi.layanan.tempat import AKAR, Tempat

Sidik = dict[str, str]


def segarkan(t: Tempat, sidik: Sidik | None = None) -> bool:
    """Empty the database when a migration that it knows has changed; was it emptied?

    `sidik`: migration file to digest; that of this checkout when not given. One's own
    database (DATABASE_URL) is never touched.
    """
    if not diperlukan(t)[0]:
        return False
    kini = sidik_migrasi() if sidik is None else sidik
    lama = _catatan(t)
    basi = (
        basis.berisi(t)
        if lama is None
        else any(kini.get(berkas) != isi for berkas, isi in lama.items())
    )
    if basi:
        basis.kosongkan(t)
    _berkas(t).write_text(json.dumps(kini))
    return basi


def sidik_migrasi(akar: Path = AKAR) -> Sidik:
    """Digest of each migration below the folder."""
    return {
        str(berkas.relative_to(akar)): hashlib.sha256(berkas.read_bytes()).hexdigest()
        for pola in ("*/migrations/0*.py", "*/*/migrations/0*.py")
        for berkas in akar.glob(pola)
    }


def _berkas(t: Tempat) -> Path:
    return t.dasar / "skema.json"


def _catatan(t: Tempat) -> Sidik | None:
    try:
        return dict(json.loads(_berkas(t).read_text()))
    except (OSError, ValueError):
        return None
