"""One-time codes of the first sign-in: ten characters that nobody misreads."""

import secrets
import unicodedata

from django.core import signing
from django.utils.crypto import salted_hmac

HURUF = "ABCDEFGHJKLMNPQRTUVWXYZ2346789"  # 30: no 0 O 1 I 5 S
PANJANG = 10  # 49 bits, and five free tries
GARAM = "pegawai.dasar.undangan"


def buat_kode_masuk() -> str:
    """A new code."""
    return "".join(secrets.choice(HURUF) for _ in range(PANJANG))


def baca_kode_masuk(teks: str) -> str:
    """What was typed, without spaces and dashes, in capitals."""
    return "".join(
        c
        for c in teks.upper()
        if not c.isspace() and unicodedata.category(c) not in {"Pd", "Cc", "Cf"}
    )


def tulis_kode_masuk(kode: str) -> str:
    """In two halves, as printed: ABCDE-FGHJK."""
    return f"{kode[:5]}-{kode[5:]}"


def sidik_kode_masuk(kode: str) -> str:
    """HMAC under the site's secret key: fast for thousands, useless without the key."""
    return salted_hmac("pegawai.dasar.kode-masuk", kode, algorithm="sha256").hexdigest()


def tiket_undangan(uid: str) -> str:
    """What stands in the link of an invitation: made when the mail is written."""
    return signing.Signer(salt=GARAM).sign(uid)


def buka_tiket(tiket: str) -> str | None:
    """The code's uid out of the link, None when it was not written by us."""
    try:
        return signing.Signer(salt=GARAM).unsign(tiket)
    except signing.BadSignature:
        return None
