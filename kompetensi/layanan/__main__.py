"""`python -m kompetensi.layanan demo | uji PERINTAH ... | henti`: what make calls."""

import fcntl
import os
import signal
import subprocess
import sys
from datetime import date

from kompetensi.layanan import kunci, pakai
from kompetensi.layanan.galat import LayananGagal
from kompetensi.layanan.penyelia import demo
from kompetensi.layanan.tempat import AKAR, FOLDER_MODE, periksa_ruang, tempat


def uji(perintah: list[str]) -> int:
    """Run a command with the tests' services; two at once wait for each other."""
    # kompetensi.celery has put its own default there by now
    os.environ["DJANGO_SETTINGS_MODULE"] = "kompetensi.settings_uji"
    os.environ["LAYANAN_MODE"] = "uji"
    t = tempat("uji")
    periksa_ruang(t.dasar, perlu_mb=1000)
    antre = kunci.sendiri(t.dasar / "antre.lock")
    if antre is None:
        print("Uji lain sedang berjalan di folder ini; menunggu ...", flush=True)
        antre = kunci.ambil(t.dasar / "antre.lock", fcntl.LOCK_EX)
    pakai.lengkapi_lingkungan()
    pakai.pastikan_hidup("uji")
    anak = subprocess.Popen(perintah, cwd=AKAR)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells the child itself
    for sinyal in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sinyal, lambda s, _b: anak.send_signal(s))
    kode = anak.wait()
    pakai.lepaskan(t)
    return kode if kode >= 0 else 128 - kode


def henti() -> int:
    """Stop services that a kill -9 left behind; those in use stay."""
    for mode in FOLDER_MODE:
        t = tempat(mode)
        if not t.dasar.exists():
            continue
        sendiri = kunci.sendiri(t.dasar / "dipakai.lock")
        if sendiri is None:
            raise LayananGagal(f"Layanan di {t.dasar} sedang dipakai; hentikan dulu.")
        pakai.hentikan(t)
    return 0


def utama(argumen: list[str]) -> int:
    """Read the command line."""
    match argumen:
        case ["demo"]:
            periksa_pilihan()
            return demo(baca_port())
        case ["uji", *perintah] if perintah:
            return uji(perintah)
        case ["henti"]:
            return henti()
    raise LayananGagal("Pemakaian: python -m kompetensi.layanan demo|uji ...|henti")


def periksa_pilihan() -> None:
    """What the demo's user may choose, before anything starts."""
    for nama in ("DEMO_PEGAWAI", "DEMO_TANGGAL"):
        if not os.environ.get(nama):
            os.environ.pop(nama, None)
    pegawai = os.environ.get("DEMO_PEGAWAI", "1")
    if not pegawai.isdigit() or int(pegawai) < 1:
        raise LayananGagal(f"DEMO_PEGAWAI harus angka di atas nol, bukan {pegawai!r}.")
    tanggal = os.environ.get("DEMO_TANGGAL", "2026-01-01")
    try:
        date.fromisoformat(tanggal)
    except ValueError:
        raise LayananGagal(
            f"DEMO_TANGGAL harus tanggal seperti 2026-11-24, bukan {tanggal!r}."
        ) from None


def baca_port() -> int:
    """PORT from the environment, 8000 when it is empty."""
    isi = os.environ.get("PORT") or "8000"
    if not isi.isdigit() or not 0 < int(isi) < 65536:
        raise LayananGagal(f"PORT harus angka 1 sampai 65535, bukan {isi!r}.")
    return int(isi)


if __name__ == "__main__":
    try:
        sys.exit(utama(sys.argv[1:]))
    except LayananGagal as galat:
        sys.exit(str(galat))
