"""What every decision on a request does and says alike."""

from django.db.models import Model
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import jam, tanggal


def wajib_alasan(alasan: str, kalimat: str) -> str:
    """The reason in one line; none: `alasan_kosong`, with the sentence, at its field."""
    alasan = " ".join(alasan.split())
    if not alasan:
        raise AturanDilanggar(kalimat, kode="alasan_kosong", medan="alasan")
    return alasan


def sudah_diputuskan(
    apa: str, hal: Model, *, jenis: str = "diputuskan", kode: str = "sudah_diputuskan"
) -> AturanDilanggar:
    """ "Usul ini sudah ditolak oleh ... pada ...": the later of two deciders reads this.

    `jenis` names the pair of columns: `<jenis>_oleh` and `<jenis>_pada`.
    """
    siapa, kapan = (getattr(hal, f"{jenis}_{k}") for k in ("oleh", "pada"))
    oleh = f" oleh {siapa}" if siapa else ""
    pada = f" pada {tanggal(kapan)} pukul {jam(kapan)}" if kapan else ""
    status = hal.get_status_display().lower()  # type: ignore[attr-defined]
    return AturanDilanggar(f"{apa} ini sudah {status}{oleh}{pada}.", kode=kode)


def tandai_putusan(hal: Model, *, status: str, alasan: str, oleh: Model) -> None:
    """Set the four columns of a decision; saving is the caller's."""
    nilai = {
        "status": status,
        "alasan": alasan,
        "diputuskan_oleh": oleh,
        "diputuskan_pada": timezone.now(),
    }
    for medan, isi in nilai.items():
        setattr(hal, medan, isi)
