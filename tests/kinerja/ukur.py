"""Time, queries and bytes of a request, and the table that is printed."""

import gzip
import time
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

KALI, PANASKAN = 30, 3
JUDUL = "operasi|N|p50 ms|p95 ms|kueri|byte|gzip|batas p50 ms|rasio|sasaran"


@dataclass
class Hasil:
    """What one operation cost."""

    p50: float
    p95: float
    kueri: int
    byte: int
    gzip: int


def ukur(klien: Client, url: str, kali: int = KALI) -> Hasil:
    """Ask `kali` times in this process, through every middleware of `klien`."""
    for _ in range(PANASKAN):
        jawaban = klien.get(url)
        if jawaban.status_code != 200:
            raise RuntimeError(f"{url} menjawab {jawaban.status_code}")
    with CaptureQueriesContext(connection) as kueri:
        jawaban = klien.get(url)
        banyak = len(kueri)  # the next request forgets them
    lama = []
    for _ in range(kali):
        awal = time.perf_counter()
        klien.get(url)
        lama.append((time.perf_counter() - awal) * 1000)
    lama.sort()
    return Hasil(
        p50=lama[len(lama) // 2],
        p95=lama[int(len(lama) * 0.95)],
        kueri=banyak,
        byte=len(jawaban.content),
        gzip=len(gzip.compress(jawaban.content, 6)),
    )


def ukur_batas(url: str) -> Hasil:
    """The same through a bare view."""
    with override_settings(ROOT_URLCONF="tests.kinerja.batas", MIDDLEWARE=[]):
        return ukur(Client(), url)


def baris(nama: str, n: int, hasil: Hasil, batas: Hasil, sasaran: float) -> str:
    """One row of the table."""
    rasio = hasil.p50 / batas.p50
    tanda = "tercapai" if rasio <= sasaran and hasil.kueri <= 12 else "belum"
    isi = (
        nama,
        n,
        f"{hasil.p50:.1f}",
        f"{hasil.p95:.1f}",
        hasil.kueri,
        hasil.byte,
        hasil.gzip,
        f"{batas.p50:.1f}",
        f"{rasio:.1f}x",
        f"<= {sasaran:g}x {tanda}",
    )
    return "|".join(str(x) for x in isi)


def cetak(tabel: list[str]) -> None:
    """Columns padded to their widest cell."""
    sel = [JUDUL.split("|"), *(b.split("|") for b in tabel)]
    lebar = [max(len(b[k]) for b in sel) for k in range(len(sel[0]))]
    for b in sel:
        print("  ".join(x.ljust(w) for x, w in zip(b, lebar, strict=True)).rstrip())
