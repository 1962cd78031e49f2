"""Codes of issued documents: 128 random bits as 26 letters and digits (base32)."""

import base64
import re
import secrets

PANJANG = 26
_SERUPA = str.maketrans({"0": "O", "1": "I", "8": "B"})
_SAH = re.compile(rf"[A-Z2-7]{{{PANJANG}}}")


def buat_kode() -> str:
    """A new code."""
    return base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=")


def baca_kode(teks: str) -> str | None:
    """Code out of what was typed: spaces, hyphens and case do not matter."""
    kode = re.sub(r"[\s-]", "", teks).upper().translate(_SERUPA)
    return kode if _SAH.fullmatch(kode) else None


def tulis_kode(kode: str) -> str:
    """In groups of five, as printed: 7Q4MK-2XD9H-…"""
    return "-".join(kode[i : i + 5] for i in range(0, len(kode), 5))
