"""Make .venv and install the pinned packages into it, only when they changed.

Run by the system's Python, as a file, before anything is installed; so this is
syntax that an old Python reads, and nothing of the project is imported.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys

AKAR = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VENV = os.path.join(AKAR, ".venv")
PY = os.path.join(VENV, "bin", "python")
PAKET = {
    "demo": ("requirements.txt", "requirements-demo.txt"),
    "dev": ("requirements.txt", "requirements-demo.txt", "requirements-dev.txt"),
    "e2e": (
        "requirements.txt",
        "requirements-demo.txt",
        "requirements-dev.txt",
        "requirements-e2e.txt",
    ),
}
RUANG_MB = {"demo": 900, "dev": 1300, "e2e": 1500}


def gagal(kalimat: str) -> None:
    """End with one plain line."""
    sys.exit(kalimat)


def periksa_python() -> None:
    """Need 3.11; look for a newer one beside an old python3."""
    if sys.version_info >= (3, 11):  # noqa: UP036 -- an old Python reads this
        return
    for nama in ("python3.11", "python3.12", "python3.13"):
        jalur = shutil.which(nama)
        if jalur:
            os.execv(jalur, [jalur, *sys.argv])
    gagal(
        "Diperlukan Python 3.11 atau lebih baru, yang ada Python "
        f"{platform.python_version()}. Pasang yang baru, atau sebutkan: "
        "make demo PYTHON=/jalur/ke/python3.11"
    )


def sidik(nama: str) -> str:
    """Checksum of what the environment should hold."""
    isi = hashlib.sha256()
    for berkas in PAKET[nama]:
        with open(os.path.join(AKAR, berkas), "rb") as masukan:
            isi.update(masukan.read())
    return isi.hexdigest()


def terpasang(nama: str) -> bool:
    """Is this set, or a larger one, installed as it is written now?"""
    for calon in list(PAKET)[list(PAKET).index(nama) :]:
        try:
            with open(os.path.join(VENV, ".terpasang-" + calon)) as masukan:
                if masukan.read().strip() == sidik(calon) and _jalan(PY, "-V"):
                    return True
        except OSError:
            continue
    return False


def _jalan(*perintah: str) -> bool:
    try:
        return (
            subprocess.call(
                perintah, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            == 0
        )
    except OSError:
        return False


def periksa_ruang(nama: str) -> None:
    """Packages need room; say so before pip fails in the middle."""
    perlu = int(os.environ.get("LAYANAN_RUANG_MB", RUANG_MB[nama]))
    sisa = shutil.disk_usage(AKAR).free // 2**20
    if sisa < perlu:
        gagal(
            f"Disk hampir penuh: ruang kosong di {AKAR} tinggal {sisa} MB, "
            f"diperlukan {perlu} MB. Kosongkan ruang, lalu ulangi."
        )


def pastikan_modul_venv() -> None:
    """python3-venv is a package of its own on Debian: root gets it, others are told."""
    if _jalan(sys.executable, "-c", "import venv, ensurepip"):
        return
    paket = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if os.getuid() == 0 and shutil.which("apt-get"):
        print(f"Memasang {paket} ...", flush=True)
        lingkungan = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        pasang = ["apt-get", "install", "-y", "-q", "--no-install-recommends", paket]
        for perintah in (["apt-get", "update", "-q"], pasang):
            subprocess.call(
                perintah,
                env=lingkungan,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        if _jalan(sys.executable, "-c", "import venv, ensurepip"):
            return
    gagal(
        f"Paket {paket} belum terpasang. Minta admin menjalankan: "
        f"apt-get update && apt-get install {paket}"
    )


def buat_venv() -> None:
    """Make .venv unless a working one is there."""
    if _jalan(PY, "-m", "pip", "--version"):
        return
    pastikan_modul_venv()
    print("Membuat .venv ...", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
        gagal("Folder .venv tidak dapat dibuat. Periksa izin dan ruang folder ini.")


def pasang(nama: str) -> None:
    """Install the set, every file checked against its hash."""
    print("Memasang paket (sekali saja, sekitar satu menit) ...", flush=True)
    # Without --no-deps an old pip asks for the newest of `coverage[toml]`, which has no hash
    # here, on the day after its release. The files are complete, so nothing is missed.
    perintah = [PY, "-m", "pip", "install", "-qq", "--require-hashes", "--no-deps"]
    perintah += ["--disable-pip-version-check", "--no-input", "--no-compile"]
    perintah += ["--only-binary=:all:"]
    for berkas in PAKET[nama]:
        perintah += ["-r", os.path.join(AKAR, berkas)]
    if subprocess.call(perintah, stdin=subprocess.DEVNULL):
        gagal(
            "Paket tidak dapat dipasang; alasannya tertulis di atas. "
            "Periksa sambungan internet dan ruang disk, lalu ulangi."
        )
    with open(os.path.join(VENV, ".terpasang-" + nama), "w") as keluaran:
        keluaran.write(sidik(nama))


def utama(nama: str) -> None:
    """Bring .venv up to date with one set of packages; one process at a time."""
    periksa_python()
    if terpasang(nama):
        return
    import fcntl  # noqa: PLC0415 -- absent on some systems

    if platform.system() != "Linux":
        gagal("Perintah ini memerlukan Linux (x86_64 atau aarch64).")
    periksa_ruang(nama)
    with open(os.path.join(AKAR, "Makefile")) as gembok:
        fcntl.flock(gembok, fcntl.LOCK_EX)
        if terpasang(nama):
            return
        buat_venv()
        pasang(nama)


if __name__ == "__main__":
    utama(sys.argv[1])
