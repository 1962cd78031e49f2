"""The demo's supervisor: start, stop, take-over, refusals; trivial children."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from kompetensi.layanan import antrean, basis, kunci
from kompetensi.layanan.jaring import sudah_siap
from kompetensi.layanan.proses import akhiri, berpenanda
from kompetensi.layanan.tempat import AKAR, tempat

NASKAH = """
import sys
from kompetensi.layanan.penyelia import Penyelia
from kompetensi.layanan.tempat import tempat
py = sys.executable
sys.exit(Penyelia(
    t=tempat("demo"), port=int(sys.argv[1]),
    persiapan=[[py, "-c", "print('disiapkan', flush=True)"]],
    perintah={"tidur": [py, "-c", sys.argv[2]]},
    siap=lambda port: True,
).jalan())
"""
TIDUR = "import time; time.sleep(600)"


@pytest.fixture
def t(tmp_path, monkeypatch):
    monkeypatch.setenv("LAYANAN_DIR", str(tmp_path / "Demo Uji"))
    for nama in ("DATABASE_URL", "REDIS_URL", "CACHE_URL", "MAKELEVEL"):
        monkeypatch.delenv(nama, raising=False)
    tempat_demo = tempat("demo")
    yield tempat_demo
    akhiri(berpenanda(f"KOMPETENSI_DEMO={tempat_demo.dasar}"), 1)
    antrean.henti(tempat_demo)
    basis.henti(tempat_demo)


@pytest.fixture
def mulai(t):
    """Start a demo; gives the process and the lines up to `sampai`."""
    dimulai = []

    def jalankan(anak=TIDUR, sampai="Ctrl-C untuk berhenti"):
        demo = subprocess.Popen(
            [sys.executable, "-c", NASKAH, "18765", anak],
            cwd=AKAR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "LAYANAN_MODE": "demo"},
            start_new_session=True,
        )
        dimulai.append(demo)
        baris = []
        for satu in demo.stdout:
            baris.append(satu)
            if sampai in satu:
                break
        return demo, "".join(baris)

    yield jalankan
    for demo in dimulai:
        if demo.poll() is None:
            demo.kill()
        demo.wait()
        demo.stdout.close()


def anak_demo(t):
    return berpenanda(f"KOMPETENSI_DEMO={t.dasar}")


@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_demo_mulai_dan_berhenti_tanpa_sisa(t, mulai, sinyal):
    demo, baris = mulai()
    jumlah = len(anak_demo(t))

    demo.send_signal(sinyal)

    assert demo.wait(30) == 0
    assert jumlah == 1
    assert re.search(r"disiapkan[\s\S]*Demo siap dalam .*http://127\.0\.0\.1:", baris)
    assert "pengelola-opd" in baris
    assert anak_demo(t) == []
    assert basis.pid_induk(t) is None
    assert not antrean.siap(t)


def test_demo_mengambil_alih_setelah_penyelia_dibunuh(t, mulai):
    pertama, _ = mulai()
    pertama.kill()
    pertama.wait()

    kedua, baris = mulai()

    assert "Demo siap" in baris
    assert len(anak_demo(t)) == 1
    kedua.send_signal(signal.SIGINT)
    assert kedua.wait(30) == 0
    assert basis.pid_induk(t) is None


def test_demo_mati_bersama_penyelianya(t, mulai):
    demo, _ = mulai()

    demo.kill()
    demo.wait()

    batas = time.monotonic() + 10
    while anak_demo(t) and time.monotonic() < batas:
        time.sleep(0.1)
    assert anak_demo(t) == []


def test_demo_kedua_ditolak(t, mulai):
    pertama, _ = mulai()

    kedua, baris = mulai(sampai="lalu ulangi")

    assert kedua.wait(30) == 1
    assert f"(proses {pertama.pid})" in baris
    assert len(anak_demo(t)) == 1


def test_demo_menghidupkan_lagi_basis_data_yang_mati(t, mulai):
    demo, _ = mulai()
    lama = basis.pid_induk(t)

    os.kill(lama, signal.SIGKILL)
    for baris in demo.stdout:
        if "dijalankan lagi" in baris:
            break

    batas = time.monotonic() + 20
    while not basis.siap(t) and time.monotonic() < batas:
        time.sleep(0.1)
    assert basis.pid_induk(t) not in {None, lama}


def test_demo_menyerah_bila_proses_selalu_mati(t, mulai):
    demo, baris = mulai(anak="raise SystemExit(3)", sampai="berhenti terus-menerus")
    demo.stdout.read()

    assert "Proses tidur berhenti terus-menerus. Lihat catatan di" in baris
    assert demo.wait(30) == 1
    assert basis.pid_induk(t) is None


def test_demo_berhenti_bila_persiapan_gagal(t, mulai, monkeypatch):
    monkeypatch.setitem(
        globals(), "NASKAH", NASKAH.replace("print('disiapkan'", "exit('rusak'")
    )

    demo, baris = mulai(sampai="Langkah persiapan gagal")

    assert "rusak" in baris
    assert demo.wait(30) == 1
    assert basis.pid_induk(t) is None


def test_antre_menunggu_giliran(tmp_path):
    pertama = kunci.sendiri(tmp_path / "antre.lock")

    assert kunci.sendiri(tmp_path / "antre.lock") is None
    kunci.lepas(pertama)
    kedua = kunci.sendiri(tmp_path / "antre.lock")
    assert kedua is not None
    kunci.lepas(kedua)


def test_belum_siap_bila_tidak_ada_yang_menjawab():
    assert sudah_siap(1) is False
