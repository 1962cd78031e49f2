"""Lists out of the database: CSV by COPY, XLSX row by row; memory flat in both."""

import os
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import xlsxwriter
from django.db import connection
from django.db.models import Expression, Func, QuerySet, TextField, Value
from django.db.models.functions import Concat

PEMISAH = ";"  # what a spreadsheet with Indonesian settings expects
POTONG = 64 * 1024
BOM = b"\xef\xbb\xbf"
BARIS_XLSX = 1_000_000
TIAP = 2000


def aman(isi: Expression | str) -> Func:
    """A leading = + - @, tab or line end gets an apostrophe: no spreadsheet runs it."""
    return Func(
        isi,
        Value("^([=+@\t\r\n-])"),
        Value("'\\1"),
        function="regexp_replace",
        output_field=TextField(),
    )


def sebagai_teks(isi: str) -> Concat:
    """A long number with an apostrophe, else a spreadsheet rounds its last digits."""
    return Concat(Value("'"), isi, output_field=TextField())


def alir_csv(kepala: Iterable[str], daftar: QuerySet) -> Iterator[bytes]:
    """The header, then what COPY sends, as it comes. `daftar` is a `values_list`."""
    yield BOM + PEMISAH.join(kepala).encode() + b"\n"
    yield from _alir_copy(*daftar.query.sql_with_params())


def _alir_copy(sql: str, isi: tuple[Any, ...]) -> Iterator[bytes]:
    """COPY runs in a thread on this thread's connection, which waits at the pipe."""
    connection.ensure_connection()
    mentah = connection.connection
    kursor = mentah.cursor()
    perintah = kursor.mogrify(
        f"COPY ({sql}) TO STDOUT WITH (FORMAT csv, DELIMITER '{PEMISAH}')", isi
    )
    baca, tulis = os.pipe()
    galat: list[BaseException] = []

    def salin() -> None:
        try:
            with os.fdopen(tulis, "wb") as keluar:
                kursor.copy_expert(perintah, keluar, POTONG)
        except BaseException as salah:
            galat.append(salah)

    utas = threading.Thread(target=salin, daemon=True)
    utas.start()
    selesai = False
    try:
        with os.fdopen(baca, "rb") as masuk:
            while potongan := masuk.read(POTONG):
                yield potongan
        selesai = True
    finally:
        if not selesai:
            mentah.cancel()
        utas.join()
        kursor.close()
        if not selesai:
            connection.close()
    if galat:
        raise galat[0]


def tulis_csv(kepala: Iterable[str], daftar: QuerySet) -> IO[bytes]:
    """The same into a file that goes away when it is closed."""
    wadah = tempfile.TemporaryFile()  # noqa: SIM115 -- the caller closes it
    for potongan in alir_csv(kepala, daftar):
        wadah.write(potongan)
    wadah.seek(0)
    return wadah


def tulis_xlsx(
    kepala: Iterable[str],
    daftar: QuerySet,
    *,
    judul: str,
    setiap: Callable[[int], None] = lambda jumlah: None,
) -> IO[bytes]:
    """All cells are text, so that a NIP keeps its digits and nothing is a formula."""
    wadah = tempfile.TemporaryFile()  # noqa: SIM115 -- the caller closes it
    pilihan = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    buku = xlsxwriter.Workbook(wadah, pilihan)
    lembar = buku.add_worksheet(judul)
    teks = buku.add_format({"num_format": "@"})
    tebal = buku.add_format({"bold": True})
    for letak, nama in enumerate(kepala):
        lembar.set_column(letak, letak, 24)
        lembar.write_string(0, letak, nama, tebal)
    lembar.freeze_panes(1, 0)
    for nomor, baris in enumerate(daftar.iterator(chunk_size=TIAP), 1):
        for letak, isi in enumerate(baris):
            if isi:
                lembar.write_string(nomor, letak, str(isi), teks)
        if nomor % TIAP == 0:
            setiap(nomor)
    buku.close()
    wadah.seek(0)
    return wadah
