"""The demo's port: is it free, and does the demo answer on it?"""

import http.client
import os
import socket
from pathlib import Path

from kompetensi.layanan.galat import LayananGagal
from kompetensi.layanan.proses import program, semua_pid, tunggu


def periksa_port(port: int) -> None:
    """Refuse a taken port in one sentence; one that is just being freed is awaited."""
    if tunggu(lambda: _bebas(port), 3, 0.2):
        return
    pemakai = _pemakai(port)
    raise LayananGagal(
        f"Port {port} sedang dipakai {pemakai or 'program lain'}. "
        f"Hentikan program itu, atau jalankan: make demo PORT={port + 1}"
    )


def _bebas(port: int) -> bool:
    with socket.socket() as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind(("127.0.0.1", port))
        except PermissionError as galat:
            raise LayananGagal(
                f"Port {port} tidak boleh dipakai akun ini. Pilih port di atas 1024, "
                "misalnya: make demo PORT=8001"
            ) from galat
        except OSError:
            return False
    return True


def _pemakai(port: int) -> str:
    """Name and pid of who listens there, where that may be seen."""
    inode = set()
    for tabel in ("tcp", "tcp6"):
        try:
            baris = Path(f"/proc/net/{tabel}").read_text().splitlines()[1:]
        except OSError:
            continue
        kolom = [b.split() for b in baris]
        inode |= {
            f"socket:[{k[9]}]"
            for k in kolom
            if k[3] == "0A" and int(k[1].rpartition(":")[2], 16) == port
        }
    for pid in semua_pid():
        try:
            for jalur in Path(f"/proc/{pid}/fd").iterdir():
                if os.readlink(jalur) in inode:
                    return f"{program(pid)} (proses {pid})"
        except OSError:
            continue
    return ""


def sudah_siap(port: int) -> bool:
    """Does /sehat/siap answer 200?"""
    sambungan = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        sambungan.request("GET", "/sehat/siap")
        return sambungan.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        sambungan.close()
