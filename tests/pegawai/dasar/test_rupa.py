"""What every page keeps: bytes, contrast, a strict CSP, forms sent only once."""

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

AKAR = Path(__file__).resolve().parents[3]
TEMPLAT = sorted((AKAR / "templates").rglob("*.html"))
CSS = (AKAR / "static/css/kompetensi.css").read_text(encoding="utf-8")
FORM_POST = re.compile(r"<form[^>]*method=\"post\".*?</form>", re.S | re.I)


def nama(jalur):
    return jalur.relative_to(AKAR / "templates").as_posix()


def token(awal):
    """Custom properties of the first rule that begins with this text."""
    isi = CSS[CSS.index(awal) :].split("{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"(--[a-z0-9-]+):\s*(#[0-9a-f]{3,6})", isi))


def terang(warna):
    warna = warna.lstrip("#")
    if len(warna) == 3:
        warna = "".join(huruf * 2 for huruf in warna)
    kanal = [int(warna[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    lurus = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanal]
    return 0.2126 * lurus[0] + 0.7152 * lurus[1] + 0.0722 * lurus[2]


def kontras(a, b):
    atas, bawah = sorted((terang(a), terang(b)), reverse=True)
    return (atas + 0.05) / (bawah + 0.05)


TERANG = token(":root,[data-bs-theme=light]")
GELAP = token("[data-bs-theme=dark]")
PASANGAN = [
    ("--netral-teks", "--netral-latar", 4.5),
    ("--netral-teks", "--netral-permukaan", 4.5),
    ("--netral-teks-redup", "--netral-latar", 4.5),
    ("--netral-teks-redup", "--netral-permukaan", 4.5),
    ("--netral-garis-kontrol", "--netral-latar", 3),
    ("--merek", "--netral-latar", 4.5),
    ("--merek", "--netral-permukaan", 4.5),
    ("--merek", "--merek-lembut", 4.5),
    ("--merek-kontras", "--merek", 4.5),
    ("--merek-kontras", "--merek-kuat", 4.5),
    ("--sukses", "--sukses-latar", 4.5),
    ("--peringatan", "--peringatan-latar", 4.5),
    ("--bahaya", "--bahaya-latar", 4.5),
    ("--bahaya", "--netral-latar", 4.5),
    ("--info", "--info-latar", 4.5),
    ("--panas-teks-rendah", "--panas-1", 4.5),
    ("--panas-teks-rendah", "--panas-2", 4.5),
    ("--panas-teks-rendah", "--panas-3", 4.5),
    ("--panas-teks-tinggi", "--panas-4", 4.5),
    ("--panas-teks-tinggi", "--panas-5", 4.5),
]


@pytest.mark.parametrize("tema", [TERANG, GELAP], ids=["terang", "gelap"])
@pytest.mark.parametrize(("depan", "latar", "batas"), PASANGAN)
def test_kontras_token_cukup(tema, depan, latar, batas):
    assert kontras(tema[depan], tema[latar]) >= batas


def test_css_dalam_anggaran():
    assert len(gzip.compress(CSS.encode(), 9)) <= 20 * 1024


def test_ikon_dan_skrip_dalam_anggaran():
    skrip = b"".join(
        gzip.compress((AKAR / "static" / berkas).read_bytes(), 9)
        for berkas in ("vendor/htmx/htmx.min.js", "js/laman.js")
    )

    assert len(skrip) <= 20 * 1024
    assert (AKAR / "static/gambar/ikon.svg").stat().st_size <= 6 * 1024


def test_berkas_luar_sama_dengan_daftarnya():
    manifes = json.loads((AKAR / "static/vendor/manifest.json").read_text())

    for butir in manifes:
        isi = (AKAR / "static" / butir["berkas"]).read_bytes()
        sidik = base64.b64encode(hashlib.sha384(isi).digest()).decode()
        assert butir["sha384"] == f"sha384-{sidik}", butir["berkas"]


@pytest.mark.parametrize("jalur", TEMPLAT, ids=nama)
def test_templat_dapat_dibaca(jalur):
    get_template(nama(jalur))


@pytest.mark.parametrize("jalur", TEMPLAT, ids=nama)
def test_templat_aman_untuk_csp(jalur):
    isi = jalur.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle\s*=", isi)
    assert not re.search(r"<[^>]*\son[a-z]+\s*=", isi)
    assert "<style" not in isi
    assert "javascript:" not in isi
    assert "hx-on" not in isi
    for tag in re.findall(r"<script[^>]*>", isi):
        assert "src=" in tag or "application/json" in tag


@pytest.mark.parametrize("jalur", TEMPLAT, ids=nama)
def test_templat_diawali_keterangan(jalur):
    assert jalur.read_text(encoding="utf-8").startswith("{# ")


@pytest.mark.parametrize("jalur", TEMPLAT, ids=nama)
def test_borang_post_punya_csrf_dan_kunci(jalur):
    for borang in FORM_POST.findall(jalur.read_text(encoding="utf-8")):
        assert "{% csrf_token %}" in borang
        assert "{% kunci_kirim %}" in borang


@pytest.mark.parametrize("jalur", TEMPLAT, ids=nama)
def test_templat_tidak_mematikan_escape(jalur):
    isi = jalur.read_text(encoding="utf-8")

    assert "|safe" not in isi
    assert "autoescape off" not in isi


def test_templat_ditemukan_di_folder_proyek():
    assert str(AKAR / "templates") in [str(d) for d in settings.TEMPLATES[0]["DIRS"]]
