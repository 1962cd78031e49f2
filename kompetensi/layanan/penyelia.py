"""The demo's supervisor: services, data, web, workers and beat until Ctrl-C.

Children run in sessions of their own, so that Ctrl-C reaches only the supervisor and
the order of stopping is ours; the kernel ends them should the supervisor be killed.
"""

import contextlib
import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from kompetensi.layanan import kunci, pakai, skema
from kompetensi.layanan.galat import LayananGagal
from kompetensi.layanan.jaring import periksa_port, sudah_siap
from kompetensi.layanan.proses import akhiri, berpenanda, mati_bersama_induk
from kompetensi.layanan.tempat import AKAR, Tempat, periksa_ruang, tempat
from kompetensi.layanan.terminal import Berhenti, Penghenti, ambil_terminal

AKUN = (
    "analis admin penyelenggara asesor pengelola-opd kepala-opd "
    "pimpinan mitra atasan asn pemagang"
)
SANDI = "demo-kupang-2026"
RUANG_MB = 700
SABAR_SIAP = 90.0
MATI_CEPAT = 10.0  # a child that dies sooner than this, three times, is beyond help
Perintah = dict[str, list[str]]


@dataclass
class Anak:
    """One child process of the demo."""

    nama: str
    perintah: list[str]
    proses: subprocess.Popen[bytes] | None = None
    sejak: float = 0.0
    gagal: int = 0


@dataclass
class Penyelia:
    """Runs the demo of one place.

    `persiapan` go first, one by one; `perintah` are the children, of which those
    named in `belakangan` are not waited for.
    """

    t: Tempat
    port: int
    perintah: Perintah
    persiapan: list[list[str]]
    belakangan: frozenset[str] = frozenset()
    siap: Callable[[int], bool] = sudah_siap
    anak: list[Anak] = field(default_factory=list)
    gembok: int | None = None
    penghenti: Penghenti = field(default_factory=Penghenti)

    def jalan(self) -> int:
        """Start everything, watch it, stop everything; the exit code."""
        kembalikan = ambil_terminal()
        self.penghenti.pasang()
        try:
            self._mulai()
            self._jaga()
        except Berhenti:
            kode = 0
        except LayananGagal as galat:
            print(galat, file=sys.stderr, flush=True)
            kode = 1
        except OSError as galat:
            print(_keluhan(galat), file=sys.stderr, flush=True)
            kode = 1
        finally:
            self._henti()
            kembalikan()
        return kode

    @property
    def penanda(self) -> str:
        """NAME=value in the environment of every child, to find what was left."""
        return f"KOMPETENSI_DEMO={self.t.dasar}"

    def _mulai(self) -> None:
        awal = time.monotonic()
        periksa_ruang(self.t.dasar, perlu_mb=RUANG_MB)
        self._kunci()
        akhiri(berpenanda(self.penanda), 3)
        periksa_port(self.port)
        _kata("Menyalakan basis data dan antrean ...")
        self.t.log.mkdir(mode=0o700, exist_ok=True)
        os.environ["LAYANAN_MODE"] = self.t.mode
        os.environ["PORT"] = str(self.port)
        os.environ.setdefault("DEMO", "1")
        os.environ.setdefault("ALAMAT_SITUS", f"http://127.0.0.1:{self.port}")
        os.environ.setdefault("SECRET_KEY", pakai.kunci_rahasia(self.t))
        pakai.lengkapi_lingkungan()
        pakai.pastikan_hidup("demo")
        self.penghenti.periksa()
        if skema.segarkan(self.t):
            _kata(
                "Program ini lebih baru daripada data demo: kota contoh dibuat ulang."
            )
        _kata("Menyiapkan data demo ...")
        for langkah in self.persiapan:
            self._tunggui(langkah)
        _kata("Menyalakan web, pekerja dan penjadwal ...")
        self._lahirkan_semua(self.perintah.keys() - self.belakangan)
        self._tunggu_siap()
        self._lahirkan_semua(self.belakangan)
        _sambut(self.port, time.monotonic() - awal, self.t)

    def _kunci(self) -> None:
        """One demo a checkout; one that is just stopping is waited for."""
        batas = time.monotonic() + 25
        catatan = self.t.dasar / "demo.keadaan"
        while True:
            self.gembok = kunci.sendiri(self.t.dasar / "demo.lock")
            if self.gembok is not None:
                catatan.write_text(f"jalan {os.getpid()} {self.port}")
                return
            isi = catatan.read_text().split() if catatan.exists() else []
            if isi[:1] != ["berhenti"] or time.monotonic() > batas:
                pid, port = [*isi[1:], "?", "?"][:2]
                raise LayananGagal(
                    f"Demo sudah berjalan di http://127.0.0.1:{port}/ (proses {pid}). "
                    "Hentikan yang itu dengan Ctrl-C, lalu ulangi."
                )
            self.penghenti.tidur(0.2)

    def _tunggui(self, perintah: list[str]) -> None:
        """Run one step of the preparation to its end."""
        langkah = self._buka(perintah, keluaran=None)
        while langkah.poll() is None:
            if self.penghenti.diminta:
                akhiri([langkah.pid], 5)
            time.sleep(0.05)
        self.penghenti.periksa()
        if langkah.returncode:
            raise LayananGagal(
                f"Langkah persiapan gagal (kode {langkah.returncode}): "
                f"{' '.join(perintah[1:])}"
            )

    def _buka(
        self, perintah: list[str], keluaran: int | None
    ) -> subprocess.Popen[bytes]:
        nama, _, nilai = self.penanda.partition("=")
        return subprocess.Popen(
            perintah,
            stdin=subprocess.DEVNULL,
            stdout=keluaran,
            stderr=None if keluaran is None else subprocess.STDOUT,
            cwd=AKAR,
            env=os.environ | {nama: nilai, "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
            preexec_fn=mati_bersama_induk(signal.SIGTERM),
        )

    def _lahirkan_semua(self, nama_nama: Collection[str]) -> None:
        for nama in self.perintah:  # their order is ours
            if nama in nama_nama:
                self.anak.append(Anak(nama, self.perintah[nama]))
                self._lahirkan(self.anak[-1])
                self.penghenti.periksa()

    def _lahirkan(self, anak: Anak) -> None:
        jalur = self.t.log / f"{anak.nama}.log"
        cara = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        cara |= 0 if anak.gagal else os.O_TRUNC
        log = os.open(jalur, cara, 0o600)
        try:
            anak.proses = self._buka(anak.perintah, log)
        finally:
            os.close(log)
        anak.sejak = time.monotonic()

    def _tunggu_siap(self) -> None:
        batas = time.monotonic() + SABAR_SIAP
        while not self.siap(self.port):
            self._rawat()
            if time.monotonic() > batas:
                raise LayananGagal(
                    f"Demo belum siap setelah {SABAR_SIAP:.0f} detik. "
                    f"Lihat catatan di {self.t.log}"
                )
            self.penghenti.tidur(0.2)

    def _jaga(self) -> None:
        """Watch children and services for ever."""
        while True:
            self._rawat()
            self.penghenti.tidur(1)

    def _rawat(self) -> None:
        """Bring back what died; give up on what dies at once again and again."""
        for anak in self.anak:
            if anak.proses is None or anak.proses.poll() is None:
                continue
            sebentar = time.monotonic() - anak.sejak < MATI_CEPAT
            anak.gagal = anak.gagal + 1 if sebentar else 1
            if anak.gagal >= 3:
                raise LayananGagal(
                    f"Proses {anak.nama} berhenti terus-menerus. "
                    f"Lihat catatan di {self.t.log / anak.nama}.log"
                )
            _kata(f"Proses {anak.nama} berhenti; dijalankan lagi.")
            self._lahirkan(anak)
        if pakai.sehat(self.t):
            return
        _kata("Basis data atau antrean berhenti; dijalankan lagi.")
        with kunci.giliran(self.t.dasar / "mulai.lock"):
            pakai.nyalakan(self.t)

    def _henti(self) -> None:
        """Stop children (beat and web first), then Valkey, then PostgreSQL."""
        if self.gembok is None:
            return
        if self.anak:
            _kata("Menghentikan demo ...")
        (self.t.dasar / "demo.keadaan").write_text(f"berhenti {os.getpid()}")
        hidup = [a.proses for a in reversed(self.anak) if a.proses]
        for proses in hidup:
            if proses.poll() is None:
                proses.terminate()
        akhiri([p.pid for p in hidup if p.poll() is None], 10)
        for proses in hidup:
            proses.wait()
        akhiri(berpenanda(self.penanda), 2)
        pakai.lepaskan(self.t)
        kunci.lepas(self.gembok)
        if self.anak:
            _kata("Demo berhenti.")


def _keluhan(galat: OSError) -> str:
    if galat.errno == errno.ENOSPC:
        return "Disk penuh. Kosongkan ruang, lalu ulangi."
    return f"Demo tidak dapat berjalan: {galat.strerror} ({galat.filename})."


def _kata(kalimat: str) -> None:
    with contextlib.suppress(OSError):  # the terminal is gone; stopping goes on
        print(kalimat, flush=True)


def _sambut(port: int, detik: float, t: Tempat) -> None:
    _kata(
        f"\nDemo siap dalam {detik:.1f} detik: http://127.0.0.1:{port}/\n"
        f"Akun  : {AKUN}\n"
        f"Sandi : {SANDI}\n"
        f"Catatan: {t.log}\n"
        "Ctrl-C untuk berhenti.\n"
    )


def demo(port: int) -> int:
    """Run the demo of this checkout."""
    py = [sys.executable]
    kelola = [*py, "manage.py"]
    celery = [*py, "-m", "celery", "-A", "kompetensi"]
    pekerja = ["worker", "--loglevel=INFO", "--without-gossip", "--without-mingle"]
    return Penyelia(
        t=tempat("demo"),
        port=port,
        persiapan=[[*kelola, "demo", "--siapkan"]],
        belakangan=frozenset({"surat", "penjadwal"}),
        perintah={
            "web": [
                *(*py, "-m", "gunicorn", "kompetensi.wsgi:application", "--preload"),
                *("--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"),
                *("--workers", "2", "--threads", "4", "--no-control-socket"),
                *("--graceful-timeout", "5", "--access-logfile", "-"),
            ],
            "pekerja": [
                *(*celery, *pekerja, "-Q", "bawaan,kerja", "-c", "2", "-n", "umum@%h")
            ],
            "surat": [*celery, *pekerja, "-Q", "surat", "-c", "1", "-n", "surat@%h"],
            "penjadwal": [
                *(*celery, "beat", "--loglevel=INFO", "--pidfile="),
                "--scheduler=celery.beat:Scheduler",
            ],
        },
    ).jalan()
