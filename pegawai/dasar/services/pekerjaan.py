"""Jobs: made in the act's transaction, taken once, with progress, cancel and resume."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from pegawai.dasar.alat.antrean import bangunkan
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pekerjaan import Detak, Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna

JALANKAN = "pegawai.dasar.tasks.jalankan_pekerjaan"
MATI_SETELAH = timedelta(seconds=60)
PERCOBAAN_TERBANYAK = 60
Status = Pekerjaan.Status


class PekerjaanDibatalkan(Exception):
    """Raised inside a job at the next checkpoint after somebody cancelled it."""


class BelumGiliran(Exception):
    """Raised by a job that must wait for another one: it goes back to the queue."""


@transaction.atomic
def buat_pekerjaan(
    *,
    tugas: str,
    judul: str = "",
    oleh: Pengguna | None,
    tautan: str = "",
    **argumen: Any,
) -> Pekerjaan:
    """Write the job and wake a worker on commit.

    `tugas` is the dotted path of a service `f(*, pekerjaan, **argumen)`; it may run more
    than once and must continue from its own checkpoint.
    """
    pekerjaan = Pekerjaan.objects.create(
        pemilik=oleh,
        judul=judul or tugas.rsplit(".", 1)[-1].replace("_", " "),
        tugas=tugas,
        argumen=argumen,
        tautan=tautan,
    )
    bangunkan(JALANKAN, pk=pekerjaan.pk)
    return pekerjaan


@transaction.atomic
def mulai_pekerjaan(
    *, tugas: str, judul: str, tautan: str, **argumen: Any
) -> Pekerjaan:
    """A job that this very process is running; a worker takes it over should it die."""
    return Pekerjaan.objects.create(
        judul=judul,
        tugas=tugas,
        argumen=argumen,
        tautan=tautan,
        status=Status.BERJALAN,
        percobaan=1,
        mulai_pada=timezone.now(),
        detak_pada=timezone.now(),
    )


@transaction.atomic
def ambil_pekerjaan(*, pk: int, sekarang: datetime) -> Pekerjaan | None:
    """Claim a waiting job, or one whose worker died; None when it is not to be run."""
    mati = Q(status=Status.BERJALAN, detak_pada__lt=sekarang - MATI_SETELAH)
    pekerjaan = (
        Pekerjaan.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(Q(status=Status.ANTRE) | mati, pk=pk)
        .first()
    )
    if pekerjaan is None:
        return None
    pekerjaan.percobaan += 1
    if pekerjaan.percobaan > PERCOBAAN_TERBANYAK:
        pekerjaan.status = Status.GAGAL
        pekerjaan.galat = "Pekerjaan berhenti berulang kali. Hubungi BKPSDM."
        pekerjaan.selesai_pada = sekarang
        pekerjaan.save()
        return None
    pekerjaan.status = Status.BERJALAN
    pekerjaan.mulai_pada = pekerjaan.mulai_pada or sekarang
    pekerjaan.detak_pada = sekarang
    pekerjaan.save()
    return pekerjaan


def jalankan(*, pk: int) -> None:
    """Take the job and run its service to the end, a cancel, or a named failure."""
    pekerjaan = ambil_pekerjaan(pk=pk, sekarang=timezone.now())
    if pekerjaan is not None:
        laksanakan(pekerjaan=pekerjaan)


def laksanakan(*, pekerjaan: Pekerjaan) -> None:
    """Run the service of a job that this process holds, and write how it ended."""
    try:
        fungsi = _fungsi(pekerjaan.tugas)
        hasil = fungsi(pekerjaan=pekerjaan, **pekerjaan.argumen)
    except BelumGiliran:
        _antrekan_lagi(pekerjaan)
    except PekerjaanDibatalkan:
        _akhiri(pekerjaan, Status.DIBATALKAN)
    except AturanDilanggar as galat:
        _akhiri(pekerjaan, Status.GAGAL, galat=galat.pesan)
    except Exception:
        _akhiri(
            pekerjaan,
            Status.GAGAL,
            galat="Terjadi kesalahan yang tidak diduga. Coba lagi; bila terulang, "
            f"hubungi BKPSDM dan sebut nomor rujukan {str(pekerjaan.uid)[:8].upper()}.",
        )
        raise
    else:
        _akhiri(pekerjaan, Status.SELESAI, hasil=hasil)


def _fungsi(jalur: str) -> Callable[..., dict[str, Any] | None]:
    modul, nama = jalur.rsplit(".", 1)
    if ".services." not in modul and not modul.startswith("kompetensi."):
        raise ValueError(f"not a service: {jalur}")
    return getattr(import_module(modul), nama)


def _akhiri(
    pekerjaan: Pekerjaan, status: str, *, galat: str = "", hasil: Any = None
) -> None:
    ubah: dict[str, Any] = {
        "status": status,
        "galat": galat,
        "selesai_pada": timezone.now(),
    }
    if hasil is not None:
        ubah["hasil"] = hasil
    if status == Status.SELESAI:
        ubah["jumlah_selesai"] = F("jumlah_total")
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(**ubah)


def _antrekan_lagi(pekerjaan: Pekerjaan) -> None:
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(
        status=Status.ANTRE,
        percobaan=F("percobaan") - 1,
        mulai_pada=None,
        detak_pada=None,
    )


def bangunkan_berikutnya(*, tugas: Iterable[str]) -> None:
    """Wake a worker for the oldest queued job of these kinds."""
    pk = (
        Pekerjaan.objects.filter(status=Status.ANTRE, tugas__in=list(tugas))
        .order_by("pk")
        .values_list("pk", flat=True)
        .first()
    )
    if pk is not None:
        bangunkan(JALANKAN, pk=pk)


def lapor_kemajuan(
    *, pekerjaan: Pekerjaan, selesai: int, total: int, langkah: str = ""
) -> None:
    """Progress and heartbeat; raises PekerjaanDibatalkan when a cancel was asked.

    Call it inside the chunk's own transaction, so that the figures tell what is kept.
    """
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(
        jumlah_selesai=selesai,
        jumlah_total=total,
        langkah=langkah,
        detak_pada=timezone.now(),
    )


def periksa_batal(*, pekerjaan: Pekerjaan) -> None:
    """Stop here when the owner asked for it; call it between chunks."""
    if Pekerjaan.objects.filter(pk=pekerjaan.pk, minta_batal=True).exists():
        raise PekerjaanDibatalkan


def batalkan_pekerjaan(*, pekerjaan: Pekerjaan, oleh: Pengguna) -> None:
    """Ask a running job to stop; a waiting one ends at once. Repeats change nothing."""
    milik = Pekerjaan.objects.filter(pk=pekerjaan.pk, pemilik=oleh)
    if not milik.filter(status=Status.ANTRE).update(
        status=Status.DIBATALKAN, selesai_pada=timezone.now(), minta_batal=True
    ):
        milik.filter(status=Status.BERJALAN).update(minta_batal=True)


def ulangi_pekerjaan(*, pekerjaan: Pekerjaan, oleh: Pengguna) -> None:
    """Put a failed job back in the queue."""
    with transaction.atomic():
        if Pekerjaan.objects.filter(
            pk=pekerjaan.pk, pemilik=oleh, status=Status.GAGAL
        ).update(status=Status.ANTRE, galat="", percobaan=0, selesai_pada=None):
            bangunkan(JALANKAN, pk=pekerjaan.pk)


def catat_detak(*, nama: str, sekarang: datetime) -> None:
    """Write a service's heartbeat."""
    Detak.objects.update_or_create(nama=nama, defaults={"pada": sekarang})


def sapu_pekerjaan(*, sekarang: datetime) -> int:
    """Wake workers for jobs that nobody took (Redis was away, a worker died)."""
    mati = Q(status=Status.BERJALAN) & (
        Q(detak_pada__lt=sekarang - MATI_SETELAH) | Q(detak_pada__isnull=True)
    )
    antre = Q(status=Status.ANTRE, dibuat_pada__lt=sekarang - timedelta(seconds=20))
    daftar = list(
        Pekerjaan.objects.filter(antre | mati).values_list("pk", flat=True)[:200]
    )
    for pk in daftar:
        bangunkan(JALANKAN, pk=pk)
    return len(daftar)
