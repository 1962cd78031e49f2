"""PDFs by Typst: a template file and data as JSON, never text pasted together."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings

FOLDER = Path("templates") / "cetak"


@cache
def _templat(nama: str) -> bytes:
    return (settings.BASE_DIR / FOLDER / f"{nama}.typ").read_bytes()


def buat_pdf(templat: str, data: dict[str, Any]) -> bytes:
    """Compile templates/cetak/<templat>.typ; it reads `json(bytes(sys.inputs.data))`.

    Fonts are the ones inside Typst, so the result is the same on every machine; the
    standard is PDF/UA-1 (readable by screen readers).
    """
    return typst.compile(
        _templat(templat),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )


def kode_qr(teks: str) -> str:
    """QR code of a text as SVG."""
    return segno.make(teks, error="m").svg_inline(border=2)
