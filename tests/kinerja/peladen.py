"""Two gunicorn servers, product and limit, one sync worker each, asked over HTTP."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

SIAP_DETIK = 30


class Peladen:
    """One running server."""

    def __init__(self, modul: str) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        perintah = [
            *(sys.executable, "-m", "gunicorn", f"{modul}:application"),
            *("--bind", f"127.0.0.1:{self.port}", "--workers", "1"),
            *("--no-control-socket", "--log-level", "error"),
        ]
        lingkungan = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.kinerja.setelan"}
        self.proses = subprocess.Popen(perintah, env=lingkungan)
        self._tunggu()

    def _tunggu(self) -> None:
        batas = time.monotonic() + SIAP_DETIK
        while time.monotonic() < batas:
            try:
                self.minta("/sehat/hidup")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("Peladen ukur tidak siap.")

    def minta(self, url: str, sesi: str = "") -> tuple[float, int, bytes]:
        """Milliseconds, status and body of one request on a connection of its own."""
        kepala = {"Cookie": f"sesi={sesi}"} if sesi else {}
        awal = time.perf_counter()
        sambungan = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sambungan.request("GET", url, headers=kepala)
            jawaban = sambungan.getresponse()
            isi = jawaban.read()
        finally:
            sambungan.close()
        return (time.perf_counter() - awal) * 1000, jawaban.status, isi

    def puncak_mib(self) -> int:
        """Largest resident memory of the worker process so far."""
        anak = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.proses.pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        terbesar = 0
        for pid in anak:
            with open(f"/proc/{pid}/status") as berkas:
                for baris in berkas:
                    if baris.startswith("VmHWM"):
                        terbesar = max(terbesar, int(baris.split()[1]) // 1024)
        return terbesar

    def henti(self) -> None:
        """Stop the server and its worker."""
        self.proses.terminate()
        self.proses.wait(timeout=20)


@contextmanager
def peladen(modul: str) -> Iterator[Peladen]:
    """One server, stopped at the end whatever happens."""
    satu = Peladen(modul)
    try:
        yield satu
    finally:
        satu.henti()


@contextmanager
def dua_peladen() -> Iterator[tuple[Peladen, Peladen]]:
    """Product and limit, stopped at the end whatever happens."""
    with (
        peladen("kompetensi.wsgi") as produk,
        peladen("tests.kinerja.wsgi_batas") as batas,
    ):
        yield produk, batas
