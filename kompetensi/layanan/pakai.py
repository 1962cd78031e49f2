"""Who uses the services: every user holds a shared lock, the last one out stops them.

So a command starts them when nobody has, a demo and a command can run side by side,
and nothing is left when both are gone.
"""

import atexit
import contextlib
import os
import secrets
from pathlib import Path

from kompetensi.layanan import antrean, basis, kunci
from kompetensi.layanan.tempat import Tempat, periksa_ruang, tempat

_pegangan: dict[Path, int] = {}


def alamat() -> dict[str, str]:
    """Environment values that lead to this checkout's embedded services."""
    return tempat().alamat()


def lengkapi_lingkungan() -> None:
    """Fill in the addresses of what the environment does not name.

    Without a database of one's own this is a demo (unless tests run): the demo's
    switch and its secret key are filled in as well.
    """
    t = tempat()
    if t.mode == "demo" and "DATABASE_URL" not in os.environ:
        os.environ.setdefault("DEMO", "1")
        if os.environ["DEMO"] == "1" and not os.environ.get("SECRET_KEY"):
            os.environ["SECRET_KEY"] = kunci_rahasia(t)
    for nama, nilai in t.alamat().items():
        os.environ.setdefault(nama, nilai)


def kunci_rahasia(t: Tempat) -> str:
    """The demo's SECRET_KEY: made once, readable by its owner only."""
    berkas = t.dasar / "kunci_rahasia"
    try:
        isi = berkas.read_text().strip()
    except FileNotFoundError:
        isi = ""
    if len(isi) >= 50:
        return isi
    t.dasar.mkdir(parents=True, exist_ok=True)
    baru = berkas.with_name(f"{berkas.name}.{os.getpid()}")
    tulis = os.open(baru, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(tulis, "w") as keluar:
        keluar.write(secrets.token_urlsafe(64))
    baru.replace(berkas)
    return berkas.read_text().strip()


def diperlukan(t: Tempat) -> tuple[bool, bool]:
    """Which embedded services does this environment point at: PostgreSQL, Valkey?"""
    ini = {n: os.environ.get(n, nilai) == nilai for n, nilai in t.alamat().items()}
    return ini["DATABASE_URL"], ini["REDIS_URL"] or ini["CACHE_URL"]


def pastikan_hidup(mode: str | None = None) -> None:
    """Start the services that are ours and not up; stop them at exit if we are last."""
    t = tempat(mode)
    if not any(diperlukan(t)) or t.dasar in _pegangan:
        return
    periksa_ruang(t.dasar, perlu_mb=200)
    with kunci.giliran(t.dasar / "mulai.lock"):
        _pegangan[t.dasar] = kunci.bersama(t.dasar / "dipakai.lock")
        atexit.register(lepaskan, t, os.getpid())
        nyalakan(t)


def nyalakan(t: Tempat) -> None:
    """Start what is needed and not up. The caller holds `mulai.lock`."""
    pg, valkey = diperlukan(t)
    if any((pg, valkey)):
        t.log.mkdir(mode=0o700, parents=True, exist_ok=True)
    if valkey:
        antrean.mulai(t)
    if pg:
        basis.mulai(t)


def sehat(t: Tempat) -> bool:
    """Do the services that are needed still live? Cheap enough for every second."""
    pg, valkey = diperlukan(t)
    return (not pg or basis.pid_induk(t) is not None) and (
        not valkey or antrean.siap(t)
    )


def lepaskan(t: Tempat, pid: int | None = None) -> None:
    """Stop using the services; the last one stops them, Valkey first."""
    if t.dasar not in _pegangan or pid not in {None, os.getpid()}:
        return
    with kunci.giliran(t.dasar / "mulai.lock"):
        kunci.lepas(_pegangan.pop(t.dasar))
        terakhir = kunci.sendiri(t.dasar / "dipakai.lock")
        if terakhir is None:
            return
        hentikan(t)
        kunci.lepas(terakhir)


def hentikan(t: Tempat) -> None:
    """Stop both services, whoever started them; leave no folder in /tmp."""
    antrean.henti(t)
    basis.henti(t)
    if t.soket.parent != t.dasar:
        with contextlib.suppress(OSError):
            t.soket.rmdir()
