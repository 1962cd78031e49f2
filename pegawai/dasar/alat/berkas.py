"""What an uploaded file must be before anybody stores it."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

LIMA_MB = 5 * 1024 * 1024
AWAL_PDF = b"%PDF-"


def periksa_pdf(berkas: UploadedFile, *, batas: int = LIMA_MB) -> None:
    """Refuse what is too large or does not begin like a PDF, whatever its name says."""
    if (berkas.size or 0) > batas:
        raise ValidationError(
            f"Berkas lebih dari {batas // 1024 // 1024} MB. Kecilkan berkas, lalu unggah "
            "lagi.",
            code="berkas_besar",
        )
    berkas.seek(0)
    awal = berkas.read(len(AWAL_PDF))
    berkas.seek(0)
    if awal != AWAL_PDF:
        raise ValidationError(
            "Berkas ini bukan PDF. Simpan dokumen sebagai PDF, lalu unggah lagi.",
            code="bukan_pdf",
        )
