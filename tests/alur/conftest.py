"""A real browser for journeys, driven from one thread of its own.

While Playwright's synchronous API is open in a thread, Django's ORM refuses to work in it;
so the browser lives in a one-thread executor and the test stays on the main thread.
"""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.alamat import lingkungan_pekerja

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AKAR = Path(__file__).resolve().parents[2]
PILIHAN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BATAS_MS = 15000
# CI sets ALUR_WAJIB=1: there a missing browser is a failure, elsewhere a reason to skip.
TANPA_PERAMBAN = ""
if os.environ.get("ALUR_WAJIB") != "1":
    if not CHROMIUM:
        TANPA_PERAMBAN = "Chromium tidak terpasang (apt install chromium)"
    elif not find_spec("playwright"):
        TANPA_PERAMBAN = "Playwright tidak terpasang (requirements-e2e.txt)"


class Laman:
    """A browser page whose every call runs in the browser's thread."""

    def __init__(self, jalan, alamat, *, js):
        self._jalan, self.alamat, self.js = jalan, alamat, js
        self.kesalahan = []
        self._page = jalan(self._buka)

    def _buka(self):
        konteks = self._jalan.peramban.new_context(
            java_script_enabled=self.js,
            locale="id-ID",
            timezone_id="Asia/Makassar",
            viewport={"width": 1366, "height": 900},
            accept_downloads=True,
        )
        konteks.set_default_timeout(BATAS_MS)
        page = konteks.new_page()
        page.on("console", self._catat)
        page.on("pageerror", lambda galat: self.kesalahan.append(str(galat)))
        return page

    def _catat(self, pesan):
        if pesan.type == "error" and "Content Security Policy" in pesan.text:
            self.kesalahan.append(pesan.text)

    def lakukan(self, fungsi):
        """Run `fungsi(page)` in the browser's thread and return its result."""
        return self._jalan(fungsi, self._page)

    def buka(self, jalur):
        return self.lakukan(lambda p: p.goto(self.alamat + jalur).status)

    def isi(self, label, nilai):
        self.lakukan(lambda p: p.get_by_label(label, exact=False).first.fill(nilai))

    def pilih(self, label, teks):
        self.lakukan(
            lambda p: p.get_by_label(label, exact=False).first.select_option(label=teks)
        )

    def klik(self, teks, *, peran="button"):
        def tekan(p):
            p.get_by_role(peran, name=teks).first.click()
            p.wait_for_load_state("load")

        try:
            self.lakukan(tekan)
        except Exception as galat:
            pesan = f"{peran} {teks!r} tidak dapat ditekan di {self.url()}"
            raise AssertionError(f"{pesan}\n{self.teks()[:3000]}") from galat

    def ikuti(self, teks):
        self.klik(teks, peran="link")

    def teks(self):
        return self.lakukan(lambda p: p.inner_text("body"))

    def url(self):
        return self.lakukan(lambda p: p.url).removeprefix(self.alamat)

    def masuk(self, akun, sandi=None):
        self.buka("/akun/login/")
        self.isi("NIP atau alamat surel", akun)
        sandi = sandi or settings.DEMO_SANDI
        self.lakukan(lambda p: p.locator("input[name=password]").fill(sandi))
        self.lakukan(lambda p: p.locator("main form button[type=submit]").first.click())
        self.lakukan(lambda p: p.wait_for_load_state("load"))

    def keluar(self):
        self.lakukan(lambda p: p.context.clear_cookies())

    def tunggu_teks(self, teks, detik=30):
        """Wait until the page says it; without JavaScript the page is loaded again."""
        batas = time.monotonic() + detik
        while time.monotonic() < batas:
            if teks in self.teks():
                return
            time.sleep(0.5)
            if not self.js:
                self.lakukan(lambda p: p.reload())
        raise AssertionError(
            f"{teks!r} tidak muncul: {self.url()}\n{self.teks()[:3000]}"
        )

    def tutup(self):
        self.lakukan(lambda p: p.context.close())


class Penjalan:
    """Runs functions in the browser's thread; owns the browser."""

    def __init__(self):
        self._utas = ThreadPoolExecutor(1)
        self(self._mulai)

    def __call__(self, fungsi, *argumen):
        return self._utas.submit(fungsi, *argumen).result(timeout=120)

    def _mulai(self):
        self._playwright = (
            import_module("playwright.sync_api").sync_playwright().start()
        )
        self.peramban = self._playwright.chromium.launch(
            executable_path=CHROMIUM, args=PILIHAN
        )

    def tutup(self):
        self(self.peramban.close)
        self(self._playwright.stop)
        self._utas.shutdown()


@pytest.fixture(scope="session")
def penjalan():
    penjalan = Penjalan()
    yield penjalan
    penjalan.tutup()


@pytest.fixture(params=[True, False], ids=["js", "tanpa-js"])
def laman(request, penjalan, transactional_db, live_server):
    """A fresh browser context, once with JavaScript and once without."""
    laman = Laman(penjalan, live_server.url, js=request.param)
    yield laman
    laman.tutup()
    assert laman.kesalahan == []


@pytest.fixture
def kota_kecil(transactional_db):
    """A demo city of 300 people."""
    call_command("isi_contoh", "--pegawai", "300", verbosity=0)


@pytest.fixture
def pekerja(transactional_db, tmp_path):
    """A real Celery worker on this test's own database and queue index."""
    catatan = (tmp_path / "pekerja.log").open("w")
    proses = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "celery", "-A", "kompetensi", "worker",
         "-Q", "bawaan,kerja,surat", "-c", "1", "-l", "WARNING"],
        cwd=AKAR, env=lingkungan_pekerja(), stdout=catatan, stderr=catatan,
    )  # fmt: skip
    yield proses
    proses.terminate()
    proses.wait(30)
    catatan.close()


def pytest_collection_modifyitems(items):
    for butir in items:
        if "/alur/" in str(butir.path):
            butir.add_marker(pytest.mark.alur)
            if TANPA_PERAMBAN:
                butir.add_marker(pytest.mark.skip(reason=TANPA_PERAMBAN))
