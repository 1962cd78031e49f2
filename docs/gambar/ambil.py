"""Take the README's pictures of the running product: `make gambar`.

Without an address it fills a demo city of its own under var/gambar, dated TANGGAL, and
serves it with the clock standing on that day, so that the pictures come out alike; with
one (`python docs/gambar/ambil.py http://127.0.0.1:8000`) it visits a demo that runs.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

AKAR = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
TANGGAL = "2026-11-24"
SANDI = "demo-kupang-2026"
TERBESAR = 150_000  # bytes of one picture
PILIHAN = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]


class Gambar(NamedTuple):
    """One picture: its file, who looks at which page, how wide and how high."""

    nama: str
    akun: str
    jalur: str
    lebar: int = 1180
    tinggi: int = 720


DAFTAR = (
    Gambar("beranda-asn", "asn", "/", 390, 844),
    Gambar("profil-kompetensi", "asn", "/profil/"),
    Gambar("daftar-asn", "analis", "/pegawai/"),
    Gambar("katalog-pelatihan", "asn", "/pelatihan/", tinggi=660),
    Gambar("beranda-mitra", "mitra", "/"),
)


def ambil(alamat: str) -> list[str]:
    """Visit `alamat`, write the pictures, and return what is wrong with them."""
    # Playwright is only there after `make gambar`, and the demo needs its settings first.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        peramban = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=PILIHAN
        )
        keluhan = [k for g in DAFTAR if (k := _satu(peramban, alamat, g))]
        peramban.close()
    return keluhan


def _satu(peramban: Any, alamat: str, gambar: Gambar) -> str:
    konteks = peramban.new_context(
        viewport={"width": gambar.lebar, "height": gambar.tinggi},
        locale="id-ID",
        timezone_id="Asia/Makassar",
        color_scheme="light",
    )
    laman = konteks.new_page()
    laman.goto(f"{alamat}/akun/login/")
    laman.fill("input[name=login]", gambar.akun)
    laman.fill("input[name=password]", SANDI)
    laman.click("main form button[type=submit]")
    laman.wait_for_load_state("networkidle")
    jawaban = laman.goto(alamat + gambar.jalur, wait_until="networkidle")
    if jawaban.status != 200 or "/login/" in laman.url:
        return f"{gambar.nama}: {gambar.jalur} menjawab {jawaban.status}"
    berkas = FOLDER / f"{gambar.nama}.png"
    laman.screenshot(path=berkas)
    konteks.close()
    ukuran = berkas.stat().st_size
    print(f"{berkas.relative_to(AKAR)}: {ukuran // 1000} kB", flush=True)
    return f"{gambar.nama}: {ukuran} byte" if ukuran > TERBESAR else ""


@contextmanager
def kota_contoh() -> Iterator[str]:
    """The address of a demo city whose clock stands on TANGGAL."""
    os.environ |= {
        "LAYANAN_DIR": str(AKAR / "var" / "gambar"),
        "VAR_DIR": str(AKAR / "var" / "gambar"),
        "DEMO": "1",
        "DEMO_TANGGAL": os.environ.get("DEMO_TANGGAL") or TANGGAL,
        "DJANGO_SETTINGS_MODULE": "kompetensi.settings",
    }
    for nama in ("DATABASE_URL", "REDIS_URL", "CACHE_URL"):
        os.environ.pop(nama, None)
    sys.path.insert(0, str(AKAR))
    import time_machine  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.core.servers.basehttp import (  # noqa: PLC0415
        ThreadedWSGIServer,
        WSGIRequestHandler,
    )

    from kompetensi.layanan import pakai  # noqa: PLC0415

    pakai.lengkapi_lingkungan()
    pakai.pastikan_hidup("demo")
    from kompetensi.wsgi import application  # noqa: PLC0415

    call_command("demo", "--siapkan")
    pukul = f"{os.environ['DEMO_TANGGAL']}T09:30:00"
    saat = datetime.fromisoformat(pukul).replace(tzinfo=ZoneInfo("Asia/Makassar"))
    WSGIRequestHandler.log_message = lambda *_a: None
    peladen = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    peladen.set_app(application)
    with time_machine.travel(saat, tick=True):
        Thread(target=peladen.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{peladen.server_port}"
    peladen.shutdown()


def utama() -> int:
    """Take them all; 1 when a page failed or a picture is too large."""
    if not shutil.which("chromium"):
        print("Chromium tidak terpasang (apt install chromium).", file=sys.stderr)
        return 1
    if len(sys.argv) > 1:
        keluhan = ambil(sys.argv[1].rstrip("/"))
    else:
        with kota_contoh() as alamat:
            keluhan = ambil(alamat)
    print("\n".join(keluhan), file=sys.stderr)
    return 1 if keluhan else 0


if __name__ == "__main__":
    sys.exit(utama())
