"""Delays of sign-in, API tokens, keys of forms sent once."""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import HambatanMasuk, Pengguna, TokenApi

BEBAS = 5  # wrong tries before the delay starts (KEAMANAN B.9)
JEDA_TERLAMA = 300
LUPA_SETELAH = timedelta(hours=1)


def jeda_masuk(*, kunci: str, pada: datetime) -> bool:
    """Must this account wait at this address?"""
    return HambatanMasuk.objects.filter(kunci=kunci, boleh_lagi_pada__gt=pada).exists()


@transaction.atomic
def catat_gagal_masuk(*, kunci: str, pada: datetime) -> None:
    """Count a wrong password: five are free, then 2^n seconds, at most five minutes."""
    baris, _ = HambatanMasuk.objects.select_for_update().get_or_create(
        kunci=kunci, defaults={"terakhir_pada": pada}
    )
    if baris.terakhir_pada < pada - LUPA_SETELAH:
        baris.jumlah = 0
    baris.jumlah += 1
    baris.terakhir_pada = pada
    if baris.jumlah > BEBAS:
        jeda = min(JEDA_TERLAMA, 2 ** min(baris.jumlah - BEBAS, 9))
        baris.boleh_lagi_pada = pada + timedelta(seconds=jeda)
    baris.save()


def bebaskan_masuk(*, kunci: str) -> None:
    """Forget the wrong tries after a right one."""
    HambatanMasuk.objects.filter(kunci=kunci).delete()


@transaction.atomic
def buat_token(
    *, nama: str, lingkup: str, berlaku_sampai: date, hari_ini: date, oleh: Pengguna
) -> tuple[TokenApi, str]:
    """Make a token for oneself; the text is returned once and never stored."""
    if not hari_ini <= berlaku_sampai <= hari_ini + timedelta(days=365):
        raise AturanDilanggar(
            "Masa berlaku token paling lama satu tahun dari hari ini.",
            kode="token_masa_berlaku",
            medan="berlaku_sampai",
        )
    teks = "kpg_" + secrets.token_urlsafe(32)
    token = TokenApi.objects.create(
        pengguna=oleh,
        nama=nama,
        lingkup=lingkup,
        berlaku_sampai=berlaku_sampai,
        sidik=hashlib.sha256(teks.encode()).hexdigest(),
    )
    return token, teks


def cabut_token(*, token: TokenApi, oleh: Pengguna) -> None:
    """Revoke one's own token; it stops at the next request."""
    TokenApi.objects.filter(pk=token.pk, pengguna=oleh, dicabut_pada=None).update(
        dicabut_pada=timezone.now()
    )


def ganti_tema(*, tema: str, oleh: Pengguna) -> None:
    """Remember the colours this account wants on every device."""
    Pengguna.objects.filter(pk=oleh.pk).exclude(tema=tema).update(tema=tema)


def ganti_kunci_sesi(*, lama: str | None, baru: str | None) -> None:
    """The list of one's sessions follows a session that got a new id."""
    if lama and baru:
        UserSession.objects.filter(session_key=lama).update(session_key=baru)
