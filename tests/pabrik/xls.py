"""The smallest Excel 97 workbook (.xls): BIFF8 records in a compound file."""

import struct

SEKTOR = 512
AKHIR, BEBAS, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def rekaman(jenis, isi=b""):
    return struct.pack("<HH", jenis, len(isi)) + isi


def bof(jenis):
    return rekaman(0x0809, struct.pack("<HHHHII", 0x0600, jenis, 0, 1996, 0, 6))


def teks(baris, kolom, isi):
    """A cell with its own text (LABEL), two bytes a letter."""
    panjang = struct.pack("<HHHHB", baris, kolom, 0, len(isi), 1)
    return rekaman(0x0204, panjang + isi.encode("utf-16-le"))


def angka(baris, kolom, isi):
    return rekaman(0x0203, struct.pack("<HHHd", baris, kolom, 0, isi))


def buku_xls(*baris, lembar="Data"):
    """Bytes of a workbook with one sheet; text and numbers."""
    nama = lembar.encode("latin-1")
    panjang_lembar = len(rekaman(0x0085, b"\0" * 8 + nama))
    awal = bof(0x0005) + rekaman(0x0042, struct.pack("<H", 1200))
    letak = len(awal) + panjang_lembar + len(rekaman(0x000A))
    daftar = rekaman(0x0085, struct.pack("<IBBBB", letak, 0, 0, len(nama), 0) + nama)
    sel = b"".join(
        (angka if isinstance(isi, float) else teks)(n, k, isi)
        for n, satu in enumerate(baris)
        for k, isi in enumerate(satu)
    )
    isi = awal + daftar + rekaman(0x000A) + bof(0x0010) + sel + rekaman(0x000A)
    return _wadah(isi.ljust(4096, b"\0"))


def _wadah(isi):
    """Sector 0 the FAT, sector 1 the directory, then the stream."""
    potong = -(-len(isi) // SEKTOR)
    rantai = [FAT, AKHIR, *range(3, potong + 2), AKHIR]
    fat = struct.pack(f"<{len(rantai)}I", *rantai).ljust(SEKTOR, b"\xff")
    kepala = struct.pack(
        "<8s16sHHHHHHIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\0" * 16, 0x3E, 3, 0xFFFE, 9, 6,
        0, 0, 0, 1, 1, 0, 4096, AKHIR, 0, AKHIR, 0,
    )  # fmt: skip
    kepala += struct.pack("<109I", 0, *[BEBAS] * 108)
    folder = _entri("Root Entry", 5, AKHIR, 0, anak=1) + _entri(
        "Workbook", 2, 2, len(isi)
    )
    return (
        kepala + fat + folder.ljust(SEKTOR, b"\0") + isi.ljust(potong * SEKTOR, b"\0")
    )


def _entri(nama, jenis, mulai, panjang, anak=BEBAS):
    huruf = nama.encode("utf-16-le") + b"\0\0"
    return (
        huruf.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(huruf), jenis, 1, BEBAS, BEBAS, anak)
        + b"\0" * 36
        + struct.pack("<IQ", mulai, panjang)
    )
