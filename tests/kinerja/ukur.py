"""Time, queries and bytes of a page against a bare view, and the table printed."""

import gzip
import math
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.kinerja.peladen import Peladen

KALI, PANASKAN = 40, 5
JUDUL = "operasi|N|p50 ms|p95 ms|kueri|byte|gzip|batas p50 ms|rasio|sasaran"


@dataclass(frozen=True)
class Tugas:
    """A page, as whom, the bare view that reads the same rows, the ratio to reach."""

    nama: str
    klien: Client
    url: str
    batas: str
    sasaran: float

    @property
    def sesi(self) -> str:
        """Session cookie of the signed-in account."""
        return self.klien.cookies["sesi"].value


@dataclass(frozen=True)
class Hasil:
    """What one operation cost."""

    p50: float
    p95: float
    batas: float
    kueri: int
    byte: int
    gzip: int


def ukur(tugas: Tugas, produk: Peladen, batas: Peladen) -> Hasil:
    """Ask page and limit in turns, so that noise of the machine meets both."""
    lama: list[float] = []
    pembanding: list[float] = []
    for ke in range(PANASKAN + KALI):
        ms, status, isi = produk.minta(tugas.url, tugas.sesi)
        if status != 200:
            raise RuntimeError(f"{tugas.url} menjawab {status}")
        ms_batas, status_batas, _ = batas.minta(tugas.batas)
        if status_batas != 200:
            raise RuntimeError(f"{tugas.batas} menjawab {status_batas}")
        if ke >= PANASKAN:
            lama.append(ms)
            pembanding.append(ms_batas)
    lama.sort()
    pembanding.sort()
    return Hasil(
        p50=lama[KALI // 2],
        p95=lama[int(KALI * 0.95)],
        batas=pembanding[KALI // 2],
        kueri=_kueri(tugas),
        byte=len(isi),
        gzip=len(gzip.compress(isi, 6)),
    )


def _kueri(tugas: Tugas) -> int:
    """Queries of the page, counted in this process."""
    with CaptureQueriesContext(connection) as kueri:
        tugas.klien.get(tugas.url)
        return len(kueri)


def baris(tugas: Tugas, n: int, hasil: Hasil) -> str:
    """One row of the table."""
    rasio = hasil.p50 / hasil.batas
    tercapai = rasio <= tugas.sasaran and hasil.kueri <= 12
    sasaran = "12 kueri" if math.isinf(tugas.sasaran) else f"<= {tugas.sasaran:g}x"
    isi = (
        tugas.nama,
        n,
        f"{hasil.p50:.1f}",
        f"{hasil.p95:.1f}",
        hasil.kueri,
        hasil.byte,
        hasil.gzip,
        f"{hasil.batas:.1f}",
        f"{rasio:.1f}x",
        f"{sasaran} {'tercapai' if tercapai else 'belum'}",
    )
    return "|".join(str(x) for x in isi)


def cetak(tabel: list[str]) -> None:
    """Columns padded to their widest cell."""
    sel = [JUDUL.split("|"), *(b.split("|") for b in tabel)]
    lebar = [max(len(b[k]) for b in sel) for k in range(len(sel[0]))]
    for b in sel:
        print("  ".join(x.ljust(w) for x, w in zip(b, lebar, strict=True)).rstrip())
