"""The outbox as the administrator sees it, and the demo's mail files."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Count, QuerySet

from pegawai.dasar.models.pemberitahuan import Pemberitahuan

BERKAS_TERBANYAK = 50
BATAS_BACA = 200_000


class SuratDemo(NamedTuple):
    """One mail out of a file under EMAIL_FILE_PATH."""

    kepada: str
    judul: str
    tanggal: datetime | None
    isi: str


def keadaan_surat() -> list[dict]:
    """How many notices are in each state of the outbox."""
    jumlah = dict(
        Pemberitahuan.objects.order_by()
        .values_list("surat")
        .annotate(jumlah=Count("pk"))
    )
    return [
        {"nama": nama, "jumlah": jumlah.get(kode, 0)}
        for kode, nama in Pemberitahuan.Surat.choices
    ]


def daftar_surat_tertahan() -> QuerySet[Pemberitahuan]:
    """What could not be sent yet or at all, newest first; never the text (C.8 rule 8)."""
    return (
        Pemberitahuan.objects.filter(surat__in=["GAGAL", "MENUNGGU", "DIAMBIL"])
        .exclude(surat_galat="")
        .select_related("penerima")
        .order_by("-dibuat_pada", "-pk")
    )


def surat_demo() -> list[SuratDemo]:
    """The newest mails that the demo wrote to files instead of sending; else nothing."""
    if not settings.DEMO:
        return []
    map_surat = Path(settings.EMAIL_FILE_PATH)
    if not map_surat.is_dir():
        return []
    berkas = sorted(
        map_surat.glob("*.log"), key=lambda b: b.stat().st_mtime, reverse=True
    )
    hasil: list[SuratDemo] = []
    for satu in berkas[:BERKAS_TERBANYAK]:
        hasil += reversed(_surat_dalam(satu))
    return hasil[:BERKAS_TERBANYAK]


def _surat_dalam(berkas: Path) -> list[SuratDemo]:
    """Django's file backend puts a line of dashes after each mail."""
    bagian = berkas.read_bytes()[-BATAS_BACA:].split(b"\n" + b"-" * 79 + b"\n")
    return [_baca(mentah.strip(b"\n")) for mentah in bagian if mentah.strip()]


def _baca(mentah: bytes) -> SuratDemo:
    pesan = message_from_bytes(mentah, policy=policy.default)
    isi = pesan.get_body(("plain",))
    return SuratDemo(
        kepada=str(pesan["To"] or ""),
        judul=str(pesan["Subject"] or ""),
        tanggal=_pada(pesan["Date"]),
        isi=isi.get_content() if isi is not None else "",
    )


def _pada(tajuk: Any) -> datetime | None:
    """When a mail was written; its header is machine's English, people read it in WITA."""
    pada = getattr(tajuk, "datetime", None)
    if pada is not None and pada.tzinfo is None:  # "-0000": UTC of an unnamed place
        return pada.replace(tzinfo=UTC)
    return pada
