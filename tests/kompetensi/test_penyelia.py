"""The demo's supervisor: start, stop, take-over, refusals; trivial children."""

import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import time

import pytest

from kompetensi.layanan import antrean, basis, kunci, pakai
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
    for mode in ("demo", "uji"):
        pakai.hentikan(tempat(mode))


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


def test_ctrl_c_di_terminal_hanya_sampai_ke_demo(t, tmp_path):
    naskah = tmp_path / "demo.py"
    naskah.write_text(NASKAH)
    kulit = shlex.join([sys.executable, str(naskah), "18767", TIDUR])
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(AKAR)
        os.environ["PYTHONPATH"] = str(AKAR)
        os.execv("/bin/sh", ["sh", "-c", f"{kulit}; echo kode=$?"])

    keluaran = baca_sampai(terminal, b"Ctrl-C untuk berhenti")
    os.write(terminal, b"\x1a\x03")  # Ctrl-Z is no way out, Ctrl-C is
    keluaran += baca_sampai(terminal, b"kode=")

    os.waitpid(pid, 0)
    os.close(terminal)
    assert b"kode=0" in keluaran + b"0"
    assert keluaran.rstrip().endswith((b"kode=0", b"kode="))
    assert basis.pid_induk(t) is None


def baca_sampai(terminal, tanda):
    keluaran = b""
    while tanda not in keluaran:
        try:
            keluaran += os.read(terminal, 4096)
        except OSError:  # every process of the terminal has ended
            pytest.fail(keluaran.decode(errors="replace"))
    return keluaran


def test_uji_menjalankan_perintah_dengan_layanan_lalu_menghentikannya(t):
    perintah = (
        "import os, psycopg2; from kompetensi.layanan.tempat import tempat; "
        "psycopg2.connect(os.environ['DATABASE_URL']).close(); "
        "print(os.environ['DJANGO_SETTINGS_MODULE'], tempat().mode); exit(7)"
    )

    selesai = subprocess.run(
        [
            *(sys.executable, "-m", "kompetensi.layanan", "uji"),
            *(sys.executable, "-c", perintah),
        ],
        cwd=AKAR,
        capture_output=True,
        text=True,
        env={**os.environ, "LAYANAN_MODE": "uji"},
        check=False,
    )

    assert selesai.stdout == "kompetensi.settings_uji uji\n"
    assert selesai.returncode == 7
    assert basis.pid_induk(tempat("uji")) is None


def test_salah_perintah_dijawab_satu_kalimat(t):
    selesai = subprocess.run(
        [sys.executable, "-m", "kompetensi.layanan", "demo"],
        cwd=AKAR,
        capture_output=True,
        text=True,
        env={**os.environ, "DEMO_TANGGAL": "24-11"},
        check=False,
    )

    assert selesai.stderr.splitlines() == [
        "DEMO_TANGGAL harus tanggal seperti 2026-11-24, bukan '24-11'."
    ]
    assert selesai.returncode == 1
