"""Vendored files against their lock: `python -m tests.aset`."""

import base64
import hashlib
import json
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "static"


def keluhan() -> list[str]:
    """What is missing, changed, or present without being in the manifest."""
    daftar = json.loads((STATIC / "vendor" / "manifest.json").read_text())
    hasil = []
    for butir in daftar:
        berkas = STATIC / butir["berkas"]
        if not berkas.is_file():
            hasil.append(f"{butir['berkas']}: missing")
        elif sidik(berkas) != butir["sha384"]:
            hasil.append(f"{butir['berkas']}: differs; run `npm run vendor`")
    dikenal = {STATIC / butir["berkas"] for butir in daftar}
    dikenal.add(STATIC / "vendor" / "manifest.json")
    hasil += [
        f"{berkas.relative_to(STATIC)}: not in manifest.json"
        for berkas in sorted((STATIC / "vendor").rglob("*"))
        if berkas.is_file() and berkas not in dikenal
    ]
    return hasil


def sidik(berkas: Path) -> str:
    """A file's subresource-integrity string."""
    isi = hashlib.sha384(berkas.read_bytes()).digest()
    return "sha384-" + base64.b64encode(isi).decode()


if __name__ == "__main__":
    sys.exit("\n".join(keluhan()) or 0)
