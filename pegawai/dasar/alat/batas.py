"""A fence around a search: the database gives up before the person does."""

from collections.abc import Iterator
from contextlib import contextmanager

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
    di_dalam = connection.in_atomic_block
    try:
        with transaction.atomic():
            _pasang(f"SET LOCAL statement_timeout = {int(milidetik)}")
            yield
            if di_dalam:  # else it ends with the transaction
                _pasang("SET LOCAL statement_timeout = DEFAULT")
    except OperationalError as galat:
        if isinstance(galat.__cause__, QueryCanceled):
            raise TerlaluLama from galat
        raise


def _pasang(perintah: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(perintah)
