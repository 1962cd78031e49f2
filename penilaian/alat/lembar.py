"""Write a small workbook whose text stays text (an NIP never becomes a number)."""

import io
from collections.abc import Sequence

import xlsxwriter


def tulis_lembar(kepala: Sequence[str], baris: Sequence[Sequence[str]]) -> bytes:
    """Bytes of an XLSX with one sheet; every cell is typed text, no formula."""
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi, {"in_memory": True}) as buku:
        teks = buku.add_format({"num_format": "@"})
        tebal = buku.add_format({"bold": True})
        lembar = buku.add_worksheet("Hasil")
        lembar.set_column(0, 0, 22, teks)
        lembar.set_column(1, 1, 36)
        lembar.freeze_panes(1, 2)
        for k, nama in enumerate(kepala):
            lembar.write_string(0, k, nama, tebal)
        for b, sel in enumerate(baris, 1):
            for k, nilai in enumerate(sel):
                lembar.write_string(b, k, nilai, teks if k == 0 else None)
    return isi.getvalue()
