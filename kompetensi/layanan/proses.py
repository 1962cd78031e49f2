"""Processes: who runs, as whom, and how one is started and ended."""

import contextlib
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kompetensi.layanan.galat import LayananGagal

PR_SET_PDEATHSIG = 1
# What the servers and their tools get to see: no PG* variables, no proxies.
LINGKUNGAN_BERSIH = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
    "LC_ALL": "C",
    "TZ": "UTC",
}


_DITINGGAL: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class Pelayan:
    """The account that runs the servers, and the command prefix that leads there."""

    uid: int
    gid: int
    awalan: tuple[str, ...] = ()


def pelayan(data: Path, *jalur: Path) -> Pelayan:
    """Choose who runs the servers: PostgreSQL refuses root.

    Who owns the data keeps it. `jalur` are what that account must reach; where a
    parent folder is closed (root's home), it gets the one capability that opens it,
    which needs CAP_SETPCAP.
    """
    if os.getuid() != 0:
        return Pelayan(os.getuid(), os.getgid())
    uid, gid = _akun(data)
    setpriv = shutil.which("setpriv", path=f"{os.environ.get('PATH', '')}:/usr/bin")
    if not setpriv:
        raise LayananGagal(
            "Perintah setpriv tidak ada. Pasang dengan: apt-get install util-linux"
        )
    awalan = [setpriv, f"--reuid={uid}", f"--regid={gid}"]
    awalan.append("--clear-groups")
    if not all(_terjangkau(j) for j in (data.parent, *jalur)):
        awalan += [
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
        ]
    return Pelayan(uid, gid, tuple(awalan))


def _akun(data: Path) -> tuple[int, int]:
    if data.exists() and data.stat().st_uid:
        return data.stat().st_uid, data.stat().st_gid
    for nama in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            akun = pwd.getpwnam(nama)
            return akun.pw_uid, akun.pw_gid
    return 65534, 65534


def _terjangkau(jalur: Path) -> bool:
    """May any account reach this path? (It itself: read and search.)"""
    induk = [j for j in (jalur, *jalur.parents) if j.exists()]
    terbuka = all(j.stat().st_mode & 0o001 for j in induk)
    return terbuka and bool(induk) and bool(induk[0].stat().st_mode & 0o004)


def ditinggal(server: subprocess.Popen[bytes]) -> None:
    """Keep the handle of a server that may outlive us (Popen warns otherwise)."""
    _DITINGGAL.append(server)


def hidup(pid: int) -> bool:
    """Is this process running (a zombie is not)?"""
    try:
        isi = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return isi.rpartition(")")[2].split()[0] not in {"Z", "X"}


def folder_kerja(pid: int) -> Path | None:
    """The working folder of a process, where it may be read."""
    try:
        return Path(os.readlink(f"/proc/{pid}/cwd"))
    except OSError:
        return None


def program(pid: int) -> str:
    """The name of the program of a process."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def semua_pid() -> Iterator[int]:
    """All processes that are visible here."""
    for nama in os.listdir("/proc"):
        if nama.isdigit():
            yield int(nama)


def berpenanda(penanda: str) -> list[int]:
    """Processes whose environment carries this NAME=value."""
    cari = b"\0" + penanda.encode() + b"\0"
    temuan = []
    for pid in semua_pid():
        try:
            isi = Path(f"/proc/{pid}/environ").read_bytes()
        except OSError:
            continue
        if cari in b"\0" + isi and pid != os.getpid() and hidup(pid):
            temuan.append(pid)
    return temuan


def mati_bersama_induk(sinyal: int) -> Callable[[], None]:
    """A preexec function: the child gets this signal when its parent dies."""
    induk = os.getpid()
    pustaka = ctypes.CDLL(None, use_errno=True)

    def pasang() -> None:
        pustaka.prctl(PR_SET_PDEATHSIG, sinyal)
        if os.getppid() != induk:  # it died before we could ask
            os._exit(1)

    return pasang


def kirim(pid: int, sinyal: int) -> None:
    """Send a signal to a process that may be gone already."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, sinyal)


def tunggu(syarat: Callable[[], bool], detik: float, jeda: float = 0.05) -> bool:
    """Wait until the condition holds; False when the time is over."""
    batas = time.monotonic() + detik
    while not syarat():
        if time.monotonic() > batas:
            return False
        time.sleep(jeda)
    return True


def akhiri(pid_pid: Sequence[int], detik: float = 5) -> None:
    """End processes: TERM, then KILL for those that stay."""
    for sinyal, sabar in ((signal.SIGTERM, detik), (signal.SIGKILL, 5.0)):
        for pid in pid_pid:
            kirim(pid, sinyal)
        if tunggu(lambda: not any(hidup(p) for p in pid_pid), sabar):
            return


def jalankan_alat(perintah: Sequence[str], masukan: str = "") -> str:
    """Run a short tool to its end; its output, or a LayananGagal with its complaint."""
    selesai = subprocess.run(
        perintah,
        input=masukan,
        capture_output=True,
        text=True,
        errors="replace",
        cwd="/",
        env=LINGKUNGAN_BERSIH,
        start_new_session=True,
        check=False,
    )
    if selesai.returncode:
        if "No space left" in selesai.stderr:
            raise LayananGagal("Disk penuh. Kosongkan ruang, lalu ulangi.")
        alat = next(Path(p).name for p in perintah if not _bagian_setpriv(p))
        keluhan = " ".join(selesai.stderr.split()) or f"kode {selesai.returncode}"
        raise LayananGagal(f"{alat} gagal: {keluhan[-500:]}")
    return selesai.stdout


def _bagian_setpriv(bagian: str) -> bool:
    return bagian.startswith("--") or bagian.endswith("/setpriv")
