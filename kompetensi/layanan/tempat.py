"""Where the embedded services of this checkout keep their data, sockets and logs."""

import hashlib
import os
import re
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kompetensi.layanan.galat import LayananGagal

AKAR = Path(__file__).resolve().parents[2]
FOLDER_MODE = {"demo": "demo", "uji": "test"}
PANJANG_SOKET = 100  # sun_path holds 107 bytes
NAMA_SOKET_PG = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Tempat:
    """The folders of one mode (`demo` or `uji`) of one checkout."""

    mode: str
    dasar: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.dasar / "pg"

    @property
    def valkey(self) -> Path:
        """Valkey's working folder."""
        return self.dasar / "valkey"

    @property
    def log(self) -> Path:
        """Folder of all logs."""
        return self.dasar / "log"

    @property
    def soket(self) -> Path:
        """Folder of the sockets: short, and free of characters that need quoting."""
        dekat = self.dasar / "run"
        panjang = len(os.fsencode(dekat / f"{NAMA_SOKET_PG}.lock"))
        if re.fullmatch(r"[A-Za-z0-9/._-]+", str(dekat)) and panjang <= PANJANG_SOKET:
            return dekat
        sidik = hashlib.sha256(os.fsencode(self.dasar)).hexdigest()[:12]
        return _folder_sementara() / f"kompetensi-{os.getuid()}-{sidik}"

    @property
    def soket_pg(self) -> Path:
        """PostgreSQL's socket."""
        return self.soket / NAMA_SOKET_PG

    @property
    def soket_valkey(self) -> Path:
        """Valkey's socket."""
        return self.soket / "valkey.sock"

    def alamat(self) -> dict[str, str]:
        """Environment values that lead to these services."""
        return {
            "DATABASE_URL": f"postgresql://aplikasi@/app?host={self.soket}",
            "REDIS_URL": f"redis+socket://{self.soket_valkey}?virtual_host=0",
            "CACHE_URL": f"unix://{self.soket_valkey}?db=1",
        }


def _folder_sementara() -> Path:
    """/tmp where it can be written, so that TMPDIR of one shell does not matter."""
    baku = Path("/tmp")
    return baku if os.access(baku, os.W_OK) else Path(tempfile.gettempdir())


def _folder_var(mode: str) -> Path:
    """var/ in the checkout, or elsewhere: LAYANAN_DIR for all, VAR_DIR for the demo.

    Tests write their files to a VAR_DIR of their own but share one PostgreSQL.
    """
    lain = os.environ.get("LAYANAN_DIR")
    if not lain and mode == "demo":
        lain = os.environ.get("VAR_DIR")
    return (AKAR / (lain or "var")).resolve()


def tempat(mode: str | None = None) -> Tempat:
    """The place of a mode; without one, of LAYANAN_MODE (default `demo`)."""
    mode = mode or os.environ.get("LAYANAN_MODE", "demo")
    if mode not in FOLDER_MODE:
        raise LayananGagal(f"LAYANAN_MODE harus demo atau uji, bukan {mode}.")
    return Tempat(mode, _folder_var(mode) / FOLDER_MODE[mode])


def buat_folder(folder: Path, *, uid: int = -1, gid: int = -1) -> None:
    """Make a private folder; one that somebody else put there is refused."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keadaan = folder.lstat()
    if not stat.S_ISDIR(keadaan.st_mode) or keadaan.st_uid not in {os.getuid(), uid}:
        raise LayananGagal(
            f"Folder {folder} milik pengguna lain. Hapus folder itu, lalu ulangi."
        )
    folder.chmod(0o700)
    if uid >= 0 and keadaan.st_uid != uid:
        os.chown(folder, uid, gid)


def periksa_ruang(folder: Path, *, perlu_mb: int) -> None:
    """Refuse to start on a nearly full disk; half-written data is worse than none."""
    perlu_mb = int(os.environ.get("LAYANAN_RUANG_MB", perlu_mb))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sisa_mb = shutil.disk_usage(folder).free // 2**20
        tulis = folder / f".tulis-{os.getpid()}"
        tulis.write_bytes(b"x")
        tulis.unlink()
    except OSError as galat:
        raise LayananGagal(
            f"Folder {folder} tidak dapat ditulisi ({galat.strerror}). "
            "Periksa izin dan ruang folder itu, lalu ulangi."
        ) from galat
    if sisa_mb < perlu_mb:
        raise LayananGagal(
            f"Disk hampir penuh: ruang kosong di {folder} tinggal {sisa_mb} MB, "
            f"diperlukan {perlu_mb} MB. Kosongkan ruang, lalu ulangi."
        )
