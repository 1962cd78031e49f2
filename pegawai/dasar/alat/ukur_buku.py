"""Opens a workbook (.xls, .ods) as a process of its own, and prints its longest sheet.

A damaged or forged one can send its reader round in circles, or to a cell so far away
that the table fills the memory. Here both end this process only. Run by
`arsip.ukur_terbatas`; needs nothing of the project.
"""

import io
import resource
import sys

from python_calamine import CalamineWorkbook

MEMORI = 600 * 1024 * 1024  # address space; 25,000 rows of 67 columns take half
DETIK = 5  # of processor time; 25,000 rows of 67 columns take one


def ukur() -> int:
    """Rows of the longest sheet of the workbook on standard input."""
    for batas, nilai in (
        (resource.RLIMIT_AS, MEMORI),
        (resource.RLIMIT_CPU, DETIK),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(batas, (nilai, nilai))
    buku = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    lembar = (buku.get_sheet_by_name(nama) for nama in buku.sheet_names)
    return max((satu.total_height for satu in lembar), default=0)


if __name__ == "__main__":
    print(ukur())
