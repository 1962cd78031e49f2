"""What every part of the demo city uses: seed, day, sizes, fast inserts."""

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pgtrigger
from django.db.models import Model

DATA = Path(__file__).resolve().parent / "data"
KELOMPOK = 2000


@dataclass(frozen=True)
class Kota:
    """How large, on which day, from which seed."""

    jumlah: int
    hari: date
    benih: str

    def acak(self, topik: str) -> random.Random:
        """A generator of its own per topic, so that one topic never moves another."""
        return random.Random(f"{self.benih}:{topik}")

    @property
    def skala(self) -> float:
        """1 for the full city, smaller for a small one."""
        return min(1.0, self.jumlah / 7000)


def baca(nama: str) -> list[dict[str, str]]:
    """Rows of a data file of the demo."""
    with (DATA / nama).open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def sisip(model: type[Model], baris: Iterable[Any], **pilihan: Any) -> list[Any]:
    """Insert many rows in large batches; history of bulk demo rows is not kept."""
    abaikan = [
        f"{model._meta.label}:{t.name}"
        for t in getattr(model._meta, "triggers", [])
        if t.name.startswith(("insert_", "update_", "delete_"))
    ]
    semua = list(baris)
    if not semua:
        return []
    with pgtrigger.ignore(*abaikan):
        return model._default_manager.bulk_create(semua, batch_size=KELOMPOK, **pilihan)


def acak_tanggal(acak: random.Random, awal: date, akhir: date) -> date:
    """A day from `awal` to `akhir`, both included."""
    return awal + timedelta(days=acak.randint(0, max(0, (akhir - awal).days)))


def pilih_bobot(acak: random.Random, pilihan: Sequence[tuple[Any, float]]) -> Any:
    """One of (value, weight)."""
    return acak.choices([p for p, _ in pilihan], [b for _, b in pilihan])[0]
