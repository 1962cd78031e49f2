"""Setting up .venv: only when needed, and one plain line when something is missing."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kompetensi.layanan import pasang


@pytest.fixture
def salinan(tmp_path, monkeypatch):
    """A checkout with the requirement files only, and the running Python as venv."""
    for berkas in pasang.PAKET["e2e"]:
        shutil.copy(Path(pasang.AKAR) / berkas, tmp_path)
    (tmp_path / "Makefile").touch()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    monkeypatch.setattr(pasang, "AKAR", str(tmp_path))
    monkeypatch.setattr(pasang, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(pasang, "PY", str(tmp_path / ".venv" / "bin" / "python"))
    return tmp_path


def tandai(salinan, nama):
    (salinan / ".venv" / f".terpasang-{nama}").write_text(pasang.sidik(nama))


def test_paket_yang_belum_ada_dianggap_belum_terpasang(salinan):
    assert not pasang.terpasang("demo")


@pytest.mark.parametrize(
    ("ada", "diminta", "hasil"),
    [
        ("demo", "demo", True),
        ("e2e", "demo", True),
        ("dev", "dev", True),
        ("demo", "dev", False),
        ("dev", "e2e", False),
    ],
)
def test_kumpulan_lebih_besar_mencakup_yang_kecil(salinan, ada, diminta, hasil):
    tandai(salinan, ada)

    assert pasang.terpasang(diminta) is hasil


def test_berkas_paket_berubah_dipasang_lagi(salinan):
    tandai(salinan, "demo")
    with (salinan / "requirements.txt").open("a") as keluaran:
        keluaran.write("# berubah\n")

    assert not pasang.terpasang("demo")


def test_venv_rusak_dianggap_belum_terpasang(salinan):
    tandai(salinan, "demo")
    (salinan / ".venv" / "bin" / "python").unlink()

    assert not pasang.terpasang("demo")


def test_yang_sudah_terpasang_tidak_dipasang_lagi(salinan, capfd):
    tandai(salinan, "demo")

    pasang.utama("demo")

    assert capfd.readouterr().out == ""


def test_disk_penuh_dikatakan_sebelum_memasang(salinan, monkeypatch):
    monkeypatch.setenv("LAYANAN_RUANG_MB", "999999999")

    with pytest.raises(SystemExit, match=r"^Disk hampir penuh: .* lalu ulangi\.$"):
        pasang.utama("demo")


def test_paket_yang_tidak_cocok_dengan_sidiknya_ditolak(salinan, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")  # nothing to find: pip fails at once
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    for berkas in pasang.PAKET["demo"]:
        (salinan / berkas).write_text(f"tidak-ada==1 --hash=sha256:{'0' * 64}\n")

    with pytest.raises(SystemExit, match="Paket tidak dapat dipasang"):
        pasang.pasang("demo")

    assert not pasang.terpasang("demo")


def test_tanpa_modul_venv_pengguna_biasa_diberi_tahu(monkeypatch):
    monkeypatch.setattr(pasang.sys, "executable", "/tidak/ada")
    monkeypatch.setattr(pasang.os, "getuid", lambda: 1000)

    with pytest.raises(SystemExit, match=r"apt-get install python3\.\d+-venv$"):
        pasang.pastikan_modul_venv()


def test_python_lama_diberi_tahu_apa_yang_diperlukan(monkeypatch):
    monkeypatch.setattr(pasang.sys, "version_info", (3, 9))
    monkeypatch.setenv("PATH", "/tidak/ada")

    with pytest.raises(SystemExit, match=r"^Diperlukan Python 3\.11"):
        pasang.periksa_python()


def test_berkas_pemasang_terbaca_python_tanpa_proyek():
    selesai = subprocess.run(
        [sys.executable, "-I", "-S", pasang.__file__, "demo"],
        capture_output=True,
        text=True,
        env={"LAYANAN_RUANG_MB": "999999999", "PATH": "/usr/bin:/bin"},
        check=False,
    )

    assert selesai.stderr == "" or selesai.stderr.startswith("Disk hampir penuh")


def test_semua_paket_bersidik_dan_tanpa_alamat():
    for berkas in pasang.PAKET["e2e"]:
        isi = (Path(pasang.AKAR) / berkas).read_text()

        assert "==" in isi
        assert "--hash=sha256:" in isi
        assert "://" not in isi
        assert "--index-url" not in isi
        assert "--find-links" not in isi
