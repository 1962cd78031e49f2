"""A fence around a search: the database gives up before the person does."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction
from psycopg2.errors import QueryCanceled

# KINERJA: no statement of a search takes longer, also at five million people.
BATAS_CARI = 500
LUAS_JUDUL = "Pencarian ini terlalu luas"
LUAS_SARAN = "Tambahkan nama lengkap, NIP, atau saringan lain, lalu coba lagi."


class TerlaluLama(Exception):
    """The statement ran into the fence; the connection is good for the next one."""


@contextmanager
def batas_waktu(milidetik: int) -> Iterator[None]:
    """Statements in this block may take so long each; then TerlaluLama is raised."""
    pagar = f"SET LOCAL statement_timeout = {int(milidetik)}"
    pasang = _dalam_transaksi if connection.in_atomic_block else _per_pernyataan
    try:
        with pasang(pagar):
            yield
    except OperationalError as galat:
        if isinstance(galat.__cause__, QueryCanceled):
            raise TerlaluLama from galat
        raise


def _per_pernyataan(pagar: str) -> AbstractContextManager[None]:
    """The fence goes with each statement and ends with it: no trip of its own.

    PostgreSQL runs both as one transaction. Not for `.iterator()`, which declares a cursor.
    """

    def jalan(execute: Callable, sql: str, *lain: Any) -> Any:
        return execute(f"{pagar}; {sql}", *lain)

    return connection.execute_wrapper(jalan)


@contextmanager
def _dalam_transaksi(pagar: str) -> Iterator[None]:
    """Behind a savepoint, so that the transaction outlives a statement given up."""
    with transaction.atomic():
        _pasang(pagar)
        yield
        _pasang("SET LOCAL statement_timeout = DEFAULT")


def _pasang(perintah: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(perintah)
