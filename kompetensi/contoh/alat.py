"""What every part of the demo city uses: seed, day, sizes, fast inserts."""

import csv
import random
import re
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pgtrigger
from django.db import connection
from django.db.models import Model

from pegawai.dasar.alat.tanggal import WITA

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


def tanpa_riwayat(*model: type[Model]) -> AbstractContextManager[None]:
    """Skip the history triggers of these models, and no other trigger."""
    return pgtrigger.ignore(
        *(
            f"{m._meta.label}:{t.name}"
            for m in model
            for t in getattr(m._meta, "triggers", [])
            if t.name.startswith(("insert_", "update_", "delete_"))
        )
    )


def sisip(model: type[Model], baris: Iterable[Any], **pilihan: Any) -> list[Any]:
    """Insert many rows in large batches; history of bulk demo rows is not kept."""
    semua = list(baris)
    if not semua:
        return []
    with tanpa_riwayat(model):
        return model._default_manager.bulk_create(semua, batch_size=KELOMPOK, **pilihan)


def jalankan(sql: str, isi: dict[str, Any], *model: type[Model]) -> int:
    """Run one set-based write that keeps no history of these models; rows written.

    pgtrigger puts a positional parameter in front, so that named ones become positional.
    """
    urut = [isi[nama] for nama in re.findall(r"%\((\w+)\)s", sql)]
    with tanpa_riwayat(*model), connection.cursor() as kursor:
        kursor.execute(re.sub(r"%\(\w+\)s", "%s", sql), urut)
        return kursor.rowcount


def hitung_statistik(*model: type[Model]) -> None:
    """ANALYZE (all without models): else the planner takes new tables for empty."""
    tabel = ", ".join(m._meta.db_table for m in model)
    with connection.cursor() as kursor:
        kursor.execute(f"ANALYZE {tabel}")


def undi(topik: str, *kolom: str) -> str:
    """SQL for a number in [0, 1) that depends on the seed, a topic and columns only."""
    teks = " || ':' || ".join(("%(benih)s", f"'{topik}'", *kolom))
    return f"((('x' || substr(md5({teks}), 1, 7))::bit(28)::int) / 268435456.0)"


def siang(hari: date, jam: int = 12) -> datetime:
    """A moment of that day in WITA."""
    return datetime.combine(hari, time(jam), WITA)


def acak_tanggal(acak: random.Random, awal: date, akhir: date) -> date:
    """A day from `awal` to `akhir`, both included."""
    return awal + timedelta(days=acak.randint(0, max(0, (akhir - awal).days)))


def pilih_bobot(acak: random.Random, pilihan: Sequence[tuple[Any, float]]) -> Any:
    """One of (value, weight)."""
    return acak.choices([p for p, _ in pilihan], [b for _, b in pilihan])[0]
