"""Invented names in the manner of the region."""

import random
import string
from functools import cache

from kompetensi.contoh.alat import baca


@cache
def daftar_nama(kelompok: str) -> list[str]:
    """First names of men or women, or family names."""
    return [b["nama"] for b in baca("nama.csv") if b["kelompok"] == kelompok]


def nama_orang(acak: random.Random, kelamin: str) -> str:
    """First name, sometimes an initial, family name."""
    depan = acak.choice(daftar_nama(f"DEPAN_{kelamin}"))
    tengah = f" {acak.choice(string.ascii_uppercase)}." if acak.random() < 0.45 else ""
    return f"{depan}{tengah} {acak.choice(daftar_nama('MARGA'))}"
