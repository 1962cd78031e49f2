"""Legal standing over time: a person leaves by status, and the account with it (AK-7)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, RiwayatJabatan, RiwayatKedudukan
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services.akun import AKHIRI_SESI, AKHIRI_TOKEN
from pegawai.services.atasan_turunan import cakupan_jabatan, hitung_atasan
from pegawai.services.kunci_baris import (
    kunci_pegawai,
    kunci_struktur,
    periksa_tmt,
)

TUTUP_AKUN = """
UPDATE dasar_pengguna a SET is_active = false
  FROM pegawai_pegawai p
 WHERE p.pengguna_id = a.id AND a.is_active
   AND p.kedudukan_hukum = ANY(%(selesai)s) AND p.id = ANY(%(orang)s::bigint[])
RETURNING a.id
"""
CABUT_PERAN = """
UPDATE pegawai_pemberianperan SET dicabut_pada = now()
 WHERE pengguna_id = ANY(%(akun)s::bigint[]) AND dicabut_pada IS NULL
"""


@transaction.atomic
def ubah_kedudukan(
    *,
    pegawai: Pegawai,
    kedudukan_hukum: str,
    tmt: date,
    nomor_sk: str,
    keterangan: str = "",
    oleh: Pengguna | None,
    versi: int | None = None,
) -> Pegawai:
    """Record a legal standing from `tmt` on; from then on it is what holds.

    Leaving ends the posts, the account, its grants and tokens; nothing is deleted.
    """
    kunci_struktur()
    pegawai = kunci_pegawai(pegawai)
    if RiwayatKedudukan.objects.filter(
        pegawai=pegawai, kedudukan_hukum=kedudukan_hukum, tmt=tmt, nomor_sk=nomor_sk
    ).exists():
        return pegawai
    pegawai = kunci_pegawai(pegawai, versi)
    periksa_tmt(pegawai, tmt)
    with jelaskan_kekangan(RiwayatKedudukan):
        RiwayatKedudukan.objects.create(
            pegawai=pegawai,
            kedudukan_hukum=kedudukan_hukum,
            tmt=tmt,
            nomor_sk=nomor_sk,
            keterangan=keterangan,
            diterapkan=False,
        )
    terapkan_kedudukan(pegawai=pegawai, oleh=oleh)
    return pegawai


def terapkan_kedudukan(*, pegawai: Pegawai, oleh: Pengguna | None) -> bool:
    """Make the latest standing that has begun the present one; did anything change?"""
    mulai = RiwayatKedudukan.objects.filter(pegawai=pegawai, tmt__lte=hari_ini())
    mulai.filter(diterapkan=False).update(diterapkan=True)
    kini = mulai.order_by("-tmt").first()
    if kini is None or kini.kedudukan_hukum == pegawai.kedudukan_hukum:
        return False
    kembali = pegawai.kedudukan_hukum in SELESAI_BEKERJA
    pegawai.kedudukan_hukum = kini.kedudukan_hukum
    pegawai.versi += 1
    pegawai.save(update_fields=["kedudukan_hukum", "versi"])
    orang = [pegawai.pk]
    if kini.kedudukan_hukum in SELESAI_BEKERJA:
        orang += _akhiri_jabatan(pegawai, kini.tmt)
        akhiri_akun(daftar_pegawai=[pegawai.pk])
    elif kembali and pegawai.pengguna_id:
        # The account opens again; roles must be granted anew.
        Pengguna.objects.filter(pk=pegawai.pengguna_id).update(is_active=True)
    hitung_atasan(oleh=oleh, cakupan=cakupan_jabatan(_jabatan(pegawai), orang=orang))
    return True


def _jabatan(pegawai: Pegawai) -> list[int | None]:
    """Every post whose holder the person may have been: the main one, acting ones."""
    rangkap = RiwayatJabatan.objects.filter(pegawai=pegawai).exclude(
        jenis=RiwayatJabatan.Jenis.UTAMA
    )
    return [pegawai.jabatan_id, *rangkap.values_list("jabatan_id", flat=True)]


def _akhiri_jabatan(pegawai: Pegawai, tmt: date) -> list[int]:
    """Posts end the day before; those that would begin later never do.

    Returns the people whose superior had been set to this person.
    """
    jabatan = RiwayatJabatan.objects.filter(pegawai=pegawai)
    jabatan.filter(tmt__gte=tmt, diterapkan=False).delete()
    jabatan.filter(Q(sampai__isnull=True) | Q(sampai__gte=tmt)).update(
        sampai=Greatest(F("tmt"), tmt - timedelta(days=1))
    )
    bawahan = Pegawai.objects.filter(atasan=pegawai, atasan_ditetapkan=True)
    dilepas = list(bawahan.values_list("pk", flat=True))
    bawahan.update(
        atasan=None, atasan_ditetapkan=False, atasan_alasan="", versi=F("versi") + 1
    )
    return dilepas


@transaction.atomic
def akhiri_akun(*, daftar_pegawai: Iterable[int]) -> int:
    """Close accounts of those among these people who have left; how many were closed.

    Sign-in, grants, tokens and open sessions end together (KEAMANAN C.8 rule 10).
    """
    isi: dict[str, Any] = {
        "orang": list(daftar_pegawai),
        "selesai": [str(k) for k in SELESAI_BEKERJA],
    }
    with connection.cursor() as kursor:
        kursor.execute(TUTUP_AKUN, isi)
        akun = [baris[0] for baris in kursor.fetchall()]
        if akun:
            for perintah in (CABUT_PERAN, AKHIRI_TOKEN, AKHIRI_SESI):
                kursor.execute(perintah, {"akun": akun})
    return len(akun)


@transaction.atomic
def buka_akun(*, daftar_pegawai: Iterable[int]) -> int:
    """Open the accounts of those among these people who work here; how many were opened.

    For who had left and is back; roles must be granted anew.
    """
    return (
        Pengguna.objects.filter(pegawai__in=list(daftar_pegawai), is_active=False)
        .exclude(pegawai__kedudukan_hukum__in=SELESAI_BEKERJA)
        .update(is_active=True)
    )
