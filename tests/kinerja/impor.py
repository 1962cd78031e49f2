"""Staff files on top of the city: rows per second, with the reading and without."""

import random
import tempfile
import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai
from pegawai.services.impor_contoh import (
    baris_karangan,
    baris_terdaftar,
    tulis_baris,
    tulis_contoh,
)
from pegawai.services.impor_perintah import impor_berkas

TERBANYAK = 25_000
BARU, BERUBAH = 100, 20  # one row in so many of a monthly file
JABATAN = ("JABATAN NAMA", "JENIS JABATAN NAMA", "TMT JABATAN")
UNIT = ("UNOR NAMA", "UNOR ID", "SATUAN KERJA INDUK NAMA")
PENDIDIKAN = ("TINGKAT PENDIDIKAN NAMA", "TINGKAT PENDIDIKAN ID", "PENDIDIKAN NAMA")
# What changes in turn, to what it is for somebody who differs in the first column.
GANTI = (
    ("GOL AKHIR NAMA", "TMT GOLONGAN"),
    JABATAN,
    (*UNIT, *JABATAN),
    (*PENDIDIKAN, "TAHUN LULUS"),
)


def ukur_impor(n: int) -> Iterator[str]:
    """The month's file of the city, then as many new people, then their file again."""
    banyak = min(n, TERBANYAK)
    with tempfile.TemporaryDirectory() as folder:
        bulanan, baru = Path(folder) / "bulanan.xlsx", Path(folder) / "baru.xlsx"
        tulis_bulanan(bulanan, banyak)
        tulis_contoh(berkas=baru, pegawai=banyak, benih=7, terdaftar=False)
        # As pages are asked before they are timed; a trial leaves nothing behind.
        impor_berkas(jalur=bulanan, uji=True, buat=True)
        yield _ukur("bulanan", bulanan, n)
        yield _ukur("baru", baru, n)
        yield _ukur("lagi", baru, n)


def _ukur(apa: str, berkas: Path, n: int) -> str:
    awal = time.perf_counter()
    with CaptureQueriesContext(connection) as kueri:
        hasil = impor_berkas(jalur=berkas, uji=False, buat=True, tetap=True)
    lama = time.perf_counter() - awal
    basis = sum(float(k["time"]) for k in kueri)
    banyak = sum(hasil[k] for k in ("baru", "berubah", "sama", "ditolak"))
    return (
        f"impor XLSX 67 kolom ({apa}) pada N={n}: {banyak} baris, {lama:.1f} s = "
        f"{banyak / lama:.0f} baris/s (sasaran 4.000), basis data {basis:.1f} s = "
        f"{banyak / basis:.0f} baris/s (sasaran 8.000) {hasil}"
    )


def tulis_bulanan(berkas: Path, banyak: int) -> None:
    """The city as it stands, 1 % of the rows new people and 5 % with one thing changed."""
    acak = random.Random(7)
    orang = Pegawai.objects.select_related(
        "unit_kerja__opd", "jabatan", "golongan", "tingkat_pendidikan"
    ).order_by("pk")
    lama = [baris_terdaftar(p) for p in orang[: banyak - banyak // BARU]]
    teladan = [b for b in lama if b["JENIS JABATAN NAMA"] != "Jabatan Struktural"]
    tmt = f"{hari_ini():01-%m-%Y}"
    for ke, baris in enumerate(islice(teladan, 0, None, BERUBAH)):
        kolom = GANTI[ke % len(GANTI)]
        lain = _teladan(baris, kolom, teladan[ke * BERUBAH + 1 :])
        baris |= {k: tmt if k.startswith("TMT ") else lain[k] for k in kolom}
    terpakai = {b["NIP BARU"] for b in lama}
    baru = []
    for _ in range(banyak // BARU):
        lain = acak.choice(teladan)
        isi = baris_karangan(acak, terpakai) | {k: lain[k] for k in (*UNIT, *JABATAN)}
        terpakai.add(isi["NIP BARU"])
        baru.append(isi)
    tulis_baris(berkas=berkas, daftar=chain(lama, baru))


def _teladan(baris: dict, kolom: tuple[str, ...], daftar: list[dict]) -> dict:
    """Who has it otherwise, of the same kind; another post is one of the same unit."""
    tetap = ("JENIS PEGAWAI NAMA", *(UNIT if kolom == JABATAN else ()))
    return next(
        (
            lain
            for lain in daftar
            if lain[kolom[0]] != baris[kolom[0]]
            and all(lain[k] == baris[k] for k in tetap)
        ),
        baris,
    )
