"""What an uploaded file must be before anybody stores it."""

from contextlib import suppress

from django.core.exceptions import ValidationError
from django.core.files.storage import Storage
from django.core.files.uploadedfile import UploadedFile

LIMA_MB = 5 * 1024 * 1024
AWAL_PDF = b"%PDF-"


AWAL_BUKTI = {
    "pdf": AWAL_PDF,
    "jpg": b"\xff\xd8\xff",
    "png": b"\x89PNG\r\n\x1a\n",
}


def _periksa_ukuran(berkas: UploadedFile, batas: int) -> None:
    if (berkas.size or 0) > batas:
        raise ValidationError(
            f"Berkas lebih dari {batas // 1024 // 1024} MB. Kecilkan berkas, lalu unggah "
            "lagi.",
            code="berkas_besar",
        )


def periksa_bukti(berkas: UploadedFile, *, batas: int = LIMA_MB) -> str:
    """Kind of a PDF, JPG or PNG by its first bytes, whatever its name says; else refuse."""
    _periksa_ukuran(berkas, batas)
    berkas.seek(0)
    awal = berkas.read(16)
    berkas.seek(0)
    for jenis, tanda in AWAL_BUKTI.items():
        if awal.startswith(tanda):
            return jenis
    raise ValidationError(
        "Berkas ini bukan PDF, JPG, atau PNG. Foto atau pindai dokumennya, lalu unggah "
        "lagi.",
        code="bukti_bentuk",
    )


def periksa_pdf(berkas: UploadedFile, *, batas: int = LIMA_MB) -> None:
    """Refuse what is too large or does not begin like a PDF, whatever its name says."""
    _periksa_ukuran(berkas, batas)
    berkas.seek(0)
    awal = berkas.read(len(AWAL_PDF))
    berkas.seek(0)
    if awal != AWAL_PDF:
        raise ValidationError(
            "Berkas ini bukan PDF. Simpan dokumen sebagai PDF, lalu unggah lagi.",
            code="bukan_pdf",
        )


class BerkasTitipan:
    """A stored file that goes again when its transaction does not commit.

    Django tells nobody of a rollback; it only forgets what was to run after the commit.
    So the file is tied to that: `on_commit(BerkasTitipan(...))` keeps it when called and
    deletes it when forgotten uncalled, also by a rollback further out.
    """

    def __init__(self, penyimpan: Storage, nama: str) -> None:
        self.penyimpan, self.nama, self.tetap = penyimpan, nama, False

    def __call__(self) -> None:
        """The transaction has committed."""
        self.tetap = True

    def __del__(self) -> None:
        """Forgotten: nothing points to the file."""
        if not self.tetap:
            with suppress(OSError):
                self.penyimpan.delete(self.nama)
