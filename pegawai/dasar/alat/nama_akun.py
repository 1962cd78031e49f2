"""Account names as people type them."""

import hashlib
import unicodedata


def rapikan_nama_akun(teks: str) -> str:
    """A NIP typed with spaces, dots or dashes becomes 18 digits; the rest is trimmed."""
    teks = "".join(c for c in teks if unicodedata.category(c) not in {"Cc", "Cf"})
    padat = "".join(
        c
        for c in teks
        if not c.isspace() and c not in ".'’‘`" and unicodedata.category(c) != "Pd"
    )
    if padat.isascii() and padat.isdigit():
        return padat
    return teks.strip()


def kunci_hambatan(nama: str, alamat: str) -> str:
    """The row that counts wrong tries of one account from one address."""
    return hashlib.sha256(f"{nama.strip().lower()}|{alamat}".encode()).hexdigest()
