"""A few rows are found by their keys, however large or freshly filled the tables are."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def lewat_kunci(kursor: Any) -> Iterator[None]:
    """Let the planner use indexes only, inside a transaction.

    A table that has just been filled has no statistics that would say so, and is read
    whole for each row of a chunk. Joins are left to the planner: the history triggers
    need theirs (rencana_kueri.py).
    """
    kursor.execute("SET LOCAL enable_seqscan = off")
    yield
    kursor.execute("SET LOCAL enable_seqscan = on")


@contextmanager
def tanpa_gelung(kursor: Any) -> Iterator[None]:
    """No nested loops: a set of thousands of fresh rows takes 15 s in one."""
    kursor.execute("SET LOCAL enable_nestloop = off")
    yield
    kursor.execute("SET LOCAL enable_nestloop = on")
