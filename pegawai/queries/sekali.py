"""Statements that follow from an account's rights alone: built once, asked all day."""

import sys
from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.queries.peran import hak_akun

TERBANYAK = 1000  # statements that one process keeps


class Pernyataan(NamedTuple):
    """SQL with its values; those at the places `kini` are the moment of asking."""

    sql: str
    isi: tuple[Any, ...]
    kini: tuple[int, ...]


_tersimpan: dict[Hashable, Pernyataan] = {}


def baris_sekali(
    nama: Hashable, pengguna: Pengguna, bangun: Callable[[], QuerySet]
) -> list[tuple]:
    """Rows of `bangun()`, whose columns must be what PostgreSQL gives.

    It must depend on nothing but `nama`, the account, its rights, the day and the moment:
    then the statement is the same until one of the first four is another. Rights are read
    anew for every request, and what the statement asks of the tables is asked anew too.
    """
    kunci = (nama, pengguna.pk, hak_akun(pengguna).kunci)
    pernyataan = _tersimpan.get(kunci)
    if pernyataan is None:
        pernyataan, tetap = _susun(bangun)
        if tetap:
            if len(_tersimpan) >= TERBANYAK:
                _tersimpan.clear()
            _tersimpan[kunci] = pernyataan
    if not pernyataan.sql:
        return []
    isi = list(pernyataan.isi)
    for letak in pernyataan.kini:
        isi[letak] = timezone.now()
    with connection.cursor() as kursor:
        kursor.execute(pernyataan.sql, isi)
        return kursor.fetchall()


def _susun(bangun: Callable[[], QuerySet]) -> tuple[Pernyataan, bool]:
    """The statement, and whether it may be kept: not when it holds another moment."""
    mulai = timezone.now()
    try:
        sql, isi = bangun().query.sql_with_params()
    except EmptyResultSet:
        return Pernyataan("", (), ()), True
    selesai = timezone.now()
    waktu = [ke for ke, x in enumerate(isi) if isinstance(x, datetime)]
    kini = tuple(ke for ke in waktu if mulai <= isi[ke] <= selesai)
    return Pernyataan(sys.intern(sql), tuple(isi), kini), len(kini) == len(waktu)
