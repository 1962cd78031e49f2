"""Embedded services: addresses, start, take-over after kill -9, last one out."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import psycopg2
import pytest

from kompetensi.layanan import LayananGagal, antrean, basis, kunci, pakai, skema
from kompetensi.layanan.__main__ import baca_port, utama
from kompetensi.layanan.jaring import periksa_port
from kompetensi.layanan.proses import hidup, jalankan_alat
from kompetensi.layanan.tempat import AKAR, periksa_ruang, tempat

ALAMAT = ("DATABASE_URL", "REDIS_URL", "CACHE_URL")


@pytest.fixture
def t(tmp_path, monkeypatch):
    """A place of its own, in a path with a space and capitals; nothing runs in it."""
    monkeypatch.setenv("LAYANAN_DIR", str(tmp_path / "Folder Uji"))
    monkeypatch.setenv("LAYANAN_MODE", "uji")
    for nama in ALAMAT:
        monkeypatch.delenv(nama, raising=False)
    tempat_uji = tempat()
    yield tempat_uji
    pakai.lepaskan(tempat_uji)
    pakai.hentikan(tempat_uji)


def nyalakan(t):
    with kunci.giliran(t.dasar / "mulai.lock"):
        pakai.nyalakan(t)


def kueri(t, sql):
    sambungan = psycopg2.connect(t.alamat()["DATABASE_URL"])
    try:
        with sambungan.cursor() as kursor:
            kursor.execute(sql)
            return kursor.fetchone()
    finally:
        sambungan.close()


def test_alamat_tanpa_tanda_yang_perlu_dikutip(t):
    alamat = t.alamat()

    assert set(alamat) == set(ALAMAT)
    assert not any(" " in nilai or "%" in nilai for nilai in alamat.values())
    assert len(os.fsencode(f"{t.soket_pg}.lock")) < 107


def test_soket_di_dalam_folder_bila_jalurnya_pendek(monkeypatch):
    monkeypatch.setenv("LAYANAN_DIR", "/srv/asn/var")

    assert str(tempat("demo").soket) == "/srv/asn/var/demo/run"


def test_lengkapi_lingkungan_mengisi_yang_kosong_saja(t, monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://lain:6379/0")

    pakai.lengkapi_lingkungan()

    assert os.environ["DATABASE_URL"] == t.alamat()["DATABASE_URL"]
    assert os.environ["REDIS_URL"] == "redis://lain:6379/0"
    assert pakai.diperlukan(t) == (True, True)
    for nama in ALAMAT:
        monkeypatch.delenv(nama)  # so that the fixture restores what was there


def test_layanan_tidak_diperlukan_bila_alamat_ditetapkan(t, monkeypatch):
    for nama in ALAMAT:
        monkeypatch.setenv(nama, "lain://")

    pakai.pastikan_hidup()

    assert pakai.diperlukan(t) == (False, False)
    assert not t.dasar.exists()


def test_kunci_rahasia_tetap_dan_hanya_terbaca_pemiliknya(t):
    pertama = pakai.kunci_rahasia(t)

    kedua = pakai.kunci_rahasia(t)

    assert pertama == kedua
    assert len(pertama) >= 50
    assert stat.S_IMODE((t.dasar / "kunci_rahasia").stat().st_mode) == 0o600


def test_mode_tidak_dikenal_ditolak(monkeypatch):
    monkeypatch.setenv("LAYANAN_MODE", "lain")

    with pytest.raises(LayananGagal, match="harus demo atau uji"):
        tempat()


def test_layanan_hidup_dengan_peran_tanpa_kuasa_penuh(t):
    nyalakan(t)
    nyalakan(t)  # a second start changes nothing

    assert kueri(
        t,
        "SELECT current_user::text, rolsuper, rolcreatedb FROM pg_roles "
        "WHERE rolname = current_user",
    ) == ("aplikasi", False, True)
    assert pakai.sehat(t)
    assert stat.S_IMODE(t.soket.stat().st_mode) == 0o700


def test_basis_data_hidup_lagi_setelah_kill_9(t):
    nyalakan(t)
    induk = basis.pid_induk(t)
    kueri(t, "SELECT 1")
    os.kill(induk, signal.SIGKILL)

    nyalakan(t)

    assert basis.pid_induk(t) not in {None, induk}
    assert kueri(t, "SELECT 1") == (1,)


def test_basis_data_hidup_meski_pid_lama_milik_program_lain(t):
    nyalakan(t)
    isi = (t.data / "postmaster.pid").read_text().splitlines()
    basis.henti(t)
    (t.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *isi[1:]]))
    t.soket_pg.with_name(f"{t.soket_pg.name}.lock").write_text(f"{os.getpid()}\n")

    nyalakan(t)

    assert kueri(t, "SELECT 1") == (1,)


def test_antrean_hidup_lagi_setelah_kill_9(t):
    nyalakan(t)
    (pid,) = antrean._pid_milik(t)
    os.kill(pid, signal.SIGKILL)

    nyalakan(t)

    assert antrean.siap(t)


def test_data_versi_lain_dibuat_ulang_untuk_uji(t):
    nyalakan(t)
    basis.henti(t)
    (t.data / "PG_VERSION").write_text("14\n")

    nyalakan(t)

    assert (t.data / "PG_VERSION").read_text() != "14\n"


LAMA = {"app/migrations/0001_awal.py": "a"}


@pytest.mark.parametrize(
    ("kini", "dibuat_ulang"),
    [
        (LAMA, False),
        (LAMA | {"app/migrations/0002_lagi.py": "b"}, False),  # Django applies it
        ({"app/migrations/0001_awal.py": "lain"}, True),
        ({}, True),
    ],
)
def test_demo_dari_program_lama_dibuat_ulang(t, kini, dibuat_ulang):
    nyalakan(t)
    skema.segarkan(t, LAMA)
    kueri(t, "CREATE TABLE isi (x int); COMMIT; SELECT 1")

    assert skema.segarkan(t, kini) is dibuat_ulang
    assert (kueri(t, "SELECT to_regclass('isi')") == (None,)) is dibuat_ulang
    assert skema.segarkan(t, kini) is False


def test_demo_tanpa_catatan_dibuat_ulang_bila_sudah_berisi(t):
    nyalakan(t)
    kueri(t, "CREATE TABLE django_migrations (x int); COMMIT; SELECT 1")

    assert skema.segarkan(t, LAMA) is True
    assert kueri(t, "SELECT to_regclass('django_migrations')") == (None,)


def test_basis_data_sendiri_tidak_pernah_dikosongkan(t, monkeypatch):
    nyalakan(t)
    skema.segarkan(t, LAMA)
    monkeypatch.setenv("DATABASE_URL", "postgresql://kantor/asn")

    assert skema.segarkan(t, {}) is False


def test_sidik_migrasi_memuat_setiap_aplikasi():
    assert {Path(f).parts[-3] for f in skema.sidik_migrasi()} == {
        "dasar",
        "pegawai",
        "pelatihan",
        "penilaian",
        "kemitraan",
    }


def test_pemakai_terakhir_menghentikan_layanan(t):
    perintah = "from kompetensi.layanan import pastikan_hidup as p; p(); input()"
    lain = subprocess.Popen(
        [sys.executable, "-c", perintah],
        cwd=AKAR,
        stdin=subprocess.PIPE,
        env={**os.environ, **t.alamat()},
    )
    batas = time.monotonic() + 30
    while not pakai.sehat(t) and time.monotonic() < batas:
        time.sleep(0.1)

    pakai.pastikan_hidup()
    lain.communicate(b"\n")
    masih = pakai.sehat(t)
    pakai.lepaskan(t)

    assert masih
    assert basis.pid_induk(t) is None
    assert not antrean.siap(t)


def test_henti_membersihkan_yang_ditinggal_kill_9(t):
    nyalakan(t)

    assert utama(["henti"]) == 0
    assert basis.pid_induk(t) is None
    assert not t.soket.exists()


def test_henti_menolak_layanan_yang_sedang_dipakai(t):
    pakai.pastikan_hidup()

    with pytest.raises(LayananGagal, match="sedang dipakai"):
        utama(["henti"])
    pid = basis.pid_induk(t)
    assert pid is not None
    assert hidup(pid)


def test_disk_penuh_dikatakan_dalam_satu_kalimat(tmp_path, monkeypatch):
    monkeypatch.setenv("LAYANAN_RUANG_MB", "999999999")

    with pytest.raises(LayananGagal, match=r"^Disk hampir penuh: .* lalu ulangi\.$"):
        periksa_ruang(tmp_path, perlu_mb=1)
    monkeypatch.delenv("LAYANAN_RUANG_MB")
    periksa_ruang(tmp_path, perlu_mb=1)


def test_port_terpakai_menyebut_pemakainya():
    with socket.create_server(("127.0.0.1", 0)) as soket:
        port = soket.getsockname()[1]

        with pytest.raises(LayananGagal) as galat:
            periksa_port(port)

    assert f"Port {port} sedang dipakai" in str(galat.value)
    assert f"(proses {os.getpid()})" in str(galat.value)
    assert f"PORT={port + 1}" in str(galat.value)
    periksa_port(port)


@pytest.mark.parametrize("isi", ["abc", "0", "70000", "-1"])
def test_port_bukan_angka_ditolak(isi, monkeypatch):
    monkeypatch.setenv("PORT", isi)

    with pytest.raises(LayananGagal, match="PORT harus angka"):
        baca_port()


def test_port_kosong_berarti_8000(monkeypatch):
    monkeypatch.setenv("PORT", "")

    assert baca_port() == 8000


def test_perintah_tidak_dikenal_ditolak():
    with pytest.raises(LayananGagal, match="Pemakaian"):
        utama(["lain"])


def test_alat_tanpa_ruang_mengatakan_disk_penuh():
    with pytest.raises(LayananGagal, match=r"^Disk penuh\."):
        jalankan_alat(["/bin/sh", "-c", "echo No space left on device >&2; exit 1"])


def test_alat_gagal_menyebut_keluhannya():
    with pytest.raises(LayananGagal, match=r"^sh gagal: rusak$"):
        jalankan_alat(["/bin/sh", "-c", "echo rusak >&2; exit 1"])
