"""Whatever is typed or guessed into a page: a sentence, never a 500 (KEAMANAN B.3-13)."""

import uuid
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.izin.isian import baca_isian
from tests.izin.jalan import PER_URL, alamat, klien

KASAR = {
    "nul": "a\x00b",
    "angka_besar": "9" * 40,
    "aneh": "'\"\\%_<script>{{7*7}}\u202e𝕏" * 20,
    "bukan_apa_pun": "2026-13-45",
}
SUNGUH = {"csrfmiddlewaretoken", "kunci_kirim", "yakin"}
PELAKU = ("analis", "admin", "asn", "mitra", "penyelenggara", "asesor", "pemagang")
# The sign-in library's own forms, and the health page, which answers 503 by design.
LEWATI = ("account_", "mfa_", "usersessions_", "socialaccount_", "sehat-siap")


def _pelaku(url):
    """Who may open the page: (row, principal), one a page."""
    for baris in PER_URL[url]:
        if baris["metode"] == "GET" and baris["letak"] not in {"luar", "tiada"}:
            for pelaku in PELAKU:
                if "200" in baris[pelaku].split("|"):
                    return baris, pelaku
    return None


HALAMAN = {
    url: siapa
    for url in sorted(PER_URL)
    if not url.startswith(LEWATI) and (siapa := _pelaku(url))
}


def buka_halaman(dunia_bersama, url):
    """Address of the page and a browser of who may open it."""
    baris, pelaku = HALAMAN[url]
    dunia = SimpleNamespace(**vars(dunia_bersama))
    return alamat(baris, dunia), klien(dunia, pelaku)


def _isi(isian, kasar):
    isi = {n: kasar for n in isian.medan if n not in SUNGUH}
    return isi | {"kunci_kirim": str(uuid.uuid4())}


def _teks(jawaban):
    """The page; a file is read to its end, which closes it."""
    if not jawaban.streaming:
        return jawaban.content.decode(errors="ignore")
    list(jawaban.streaming_content)
    return ""


def _kirim(peramban, isian, kasar):
    """Status of one sending; what it wrote is taken back."""
    with transaction.atomic():
        try:
            kirim = peramban.post if isian.metode == "post" else peramban.get
            jawaban = kirim(isian.tujuan, _isi(isian, kasar))
            _teks(jawaban)
            return jawaban.status_code
        except Exception as galat:
            return repr(galat)[:150]
        finally:
            transaction.set_rollback(True)


@pytest.mark.parametrize("url", HALAMAN)
def test_isian_kasar_tidak_pernah_500(dunia_bersama, url, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    tujuan, peramban = buka_halaman(dunia_bersama, url)
    salah = []

    for isian in baca_isian(tujuan, _teks(peramban.get(tujuan))):
        for nama, kasar in KASAR.items():
            kode = _kirim(peramban, isian, kasar)
            if not isinstance(kode, int) or kode >= 500:
                salah.append(f"{isian.metode} {isian.tujuan} {nama}: {kode}")

    assert salah == []
