"""File locks: the kernel drops them when a process dies, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kompetensi.layanan.galat import LayananGagal


def ambil(jalur: Path, cara: int) -> int | None:
    """Open and lock a file; None when another process is in the way."""
    try:
        jalur.parent.mkdir(parents=True, exist_ok=True)
        berkas = os.open(jalur, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError as galat:
        raise LayananGagal(
            f"Folder {jalur.parent} milik pengguna lain. "
            "Jalankan dengan akun yang pertama memakainya, atau hapus folder itu."
        ) from galat
    if os.getuid() == 0:  # in a plain user's checkout it stays that user's
        os.fchown(berkas, jalur.parent.stat().st_uid, jalur.parent.stat().st_gid)
    try:
        fcntl.flock(berkas, cara)
    except BlockingIOError:
        os.close(berkas)
        return None
    return berkas


def lepas(berkas: int) -> None:
    """Give the lock back."""
    os.close(berkas)


@contextmanager
def giliran(jalur: Path) -> Iterator[None]:
    """Hold the file alone; wait for one's turn."""
    berkas = ambil(jalur, fcntl.LOCK_EX)
    assert berkas is not None
    try:
        yield
    finally:
        lepas(berkas)


def sendiri(jalur: Path) -> int | None:
    """Try to hold the file alone, without waiting."""
    return ambil(jalur, fcntl.LOCK_EX | fcntl.LOCK_NB)


def bersama(jalur: Path) -> int:
    """Hold the file together with others."""
    berkas = ambil(jalur, fcntl.LOCK_SH)
    assert berkas is not None
    return berkas
