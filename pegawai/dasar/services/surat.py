"""The outbox: all that waits for one person leaves as one mail, and nothing is lost."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.kode_masuk import tiket_undangan
from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.models.pengguna import Pengguna

log = logging.getLogger(__name__)
Surat = Pemberitahuan.Surat

UNDANGAN = "undangan:"  # begins `kunci`; the uid of the one-time code follows
SEWA = timedelta(minutes=5)
JEDA_TERLAMA = 60  # minutes
PERCOBAAN_TERBANYAK = 29  # 1, 2, 4 ... 32 minutes, then hourly: 24 hours
SEKALI_JALAN = 500
LAMA_JALAN = timedelta(seconds=50)


@dataclass(frozen=True, slots=True)
class SuratSiap:
    """One person's claimed notices."""

    penerima: Pengguna
    daftar: list[Pemberitahuan]

    @property
    def judul(self) -> str:
        """The notice's own title, or how many there are; one line whatever it holds."""
        if len(self.daftar) == 1:
            teks = self.daftar[0].judul
        else:
            teks = f"{len(self.daftar)} pemberitahuan dari {settings.NAMA_PRODUK}"
        return " ".join(teks.split())


def kirim_semua(*, sekarang: datetime | None = None) -> int:
    """Send until nobody waits, but not longer than a minute; how many mails left."""
    mulai = timezone.now()
    terkirim = 0
    for _ in range(SEKALI_JALAN):
        hasil = kirim_satu_surat(sekarang=sekarang or timezone.now())
        if hasil is None or timezone.now() - mulai > LAMA_JALAN:
            break
        terkirim += hasil
    return terkirim


def kirim_satu_surat(*, sekarang: datetime) -> bool | None:
    """Send one person's waiting notices; None when nobody waits, False when unsent.

    Claim and commit, send outside any transaction, mark: a crash between the mail
    server's acceptance and the mark repeats one mail (with the same Message-ID), nothing
    is ever lost, and one bad address backs off without holding up the others.
    """
    surat = ambil_surat(sekarang=sekarang)
    if surat is None:
        return None
    if not surat.daftar:
        return False
    try:
        buat_surel(surat).send()
    except (OSError, ValueError) as galat:  # SMTP errors are OSError, bad addresses not
        tunda_surat(surat=surat, galat=galat, sekarang=sekarang)
        return False
    tandai_terkirim(surat=surat, sekarang=sekarang)
    return True


def ambil_surat(*, sekarang: datetime) -> SuratSiap | None:
    """Claim the due notices of one person for five minutes, and commit.

    The lock on the account keeps two senders from splitting one person's day.
    """
    jatuh_tempo = _jatuh_tempo(sekarang)
    with transaction.atomic():
        penerima = (
            Pengguna.objects.filter(
                Exists(jatuh_tempo.filter(penerima=OuterRef("pk"))),
            )
            .order_by("pk")
            .select_for_update(skip_locked=True, of=("self",), no_key=True)
            .first()
        )
        if penerima is None:
            return None
        if not penerima.surel or not penerima.is_active:
            jatuh_tempo.filter(penerima=penerima).update(surat=Surat.TANPA)
            return SuratSiap(penerima, [])
        return SuratSiap(penerima, _sewa(penerima, sekarang))


def _jatuh_tempo(sekarang: datetime) -> QuerySet[Pemberitahuan]:
    """Waiting and due, or claimed by a sender that died (the lease is over)."""
    return Pemberitahuan.objects.filter(
        Q(surat=Surat.MENUNGGU) | Q(surat=Surat.DIAMBIL),
        surat_berikutnya_pada__lte=sekarang,
    )


def _sewa(penerima: Pengguna, sekarang: datetime) -> list[Pemberitahuan]:
    """Mark the person's due notices as claimed; those tried too often are dead letters."""
    milik = _jatuh_tempo(sekarang).filter(penerima=penerima)
    milik.filter(surat_percobaan__gte=PERCOBAAN_TERBANYAK).update(surat=Surat.GAGAL)
    daftar = list(milik.select_for_update(of=("self",)).order_by("dibuat_pada", "pk"))
    for kabar in daftar:
        kabar.surat = Surat.DIAMBIL
        kabar.surat_percobaan += 1
        kabar.surat_berikutnya_pada = sekarang + SEWA
    Pemberitahuan.objects.bulk_update(
        daftar, ["surat", "surat_percobaan", "surat_berikutnya_pada"]
    )
    return daftar


def buat_surel(surat: SuratSiap) -> EmailMessage:
    """The mail itself: plain text, stable Message-ID, marked as sent by a machine."""
    for kabar in surat.daftar:
        if kabar.kunci.startswith(UNDANGAN):
            # Made only now: no table holds a link that opens an account.
            tiket = tiket_undangan(kabar.kunci.removeprefix(UNDANGAN))
            kabar.tautan = reverse("dasar:undangan", kwargs={"tiket": tiket})
    ranah = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip("> ")
    isi = render_to_string(
        "surel/pemberitahuan.txt",
        {
            "penerima": surat.penerima,
            "daftar": surat.daftar,
            "alamat": settings.ALAMAT_SITUS.rstrip("/"),
            "instansi": settings.NAMA_INSTANSI,
            "pemda": settings.NAMA_PEMDA,
        },
    )
    return EmailMessage(
        surat.judul,
        isi,
        None,
        [surat.penerima.surel],
        headers={
            "Message-ID": f"<{surat.daftar[0].uid}@{ranah}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _masih_disewa(surat: SuratSiap) -> Iterable[tuple[int, QuerySet[Pemberitahuan]]]:
    """The claimed rows that nobody took over since, by number of tries."""
    percobaan: dict[int, list[int]] = {}
    for kabar in surat.daftar:
        percobaan.setdefault(kabar.surat_percobaan, []).append(kabar.pk)
    for ke, daftar in percobaan.items():
        yield (
            ke,
            Pemberitahuan.objects.filter(
                pk__in=daftar, surat=Surat.DIAMBIL, surat_percobaan=ke
            ),
        )


def tandai_terkirim(*, surat: SuratSiap, sekarang: datetime) -> None:
    """The mail server has it."""
    for _, daftar in _masih_disewa(surat):
        daftar.update(
            surat=Surat.TERKIRIM, surat_terkirim_pada=sekarang, surat_galat=""
        )


def tunda_surat(*, surat: SuratSiap, galat: Exception, sekarang: datetime) -> None:
    """Try again after 1, 2, 4 ... 60 minutes; after a day of trying it is a dead letter."""
    teks = " ".join(f"{type(galat).__name__}: {galat}".split())[:300]
    log.warning("surat untuk akun %s belum terkirim: %s", surat.penerima.pk, teks)
    for ke, daftar in _masih_disewa(surat):
        if ke >= PERCOBAAN_TERBANYAK:
            daftar.update(surat=Surat.GAGAL, surat_galat=teks)
        else:
            jeda = timedelta(minutes=min(JEDA_TERLAMA, 2 ** min(ke - 1, 6)))
            daftar.update(
                surat=Surat.MENUNGGU,
                surat_berikutnya_pada=sekarang + jeda,
                surat_galat=teks,
            )
