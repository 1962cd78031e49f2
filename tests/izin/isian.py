"""The forms of a page, read from its HTML: where each goes and what it asks."""

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

MEDAN = {"input", "select", "textarea", "button"}


class Isian(NamedTuple):
    """One form: method, address without query, names of its fields."""

    metode: str
    tujuan: str
    medan: tuple[str, ...]


class _Pembaca(HTMLParser):
    def __init__(self, alamat):
        super().__init__()
        self.alamat, self.kini, self.borang, self.kueri = alamat, None, [], set()

    def handle_starttag(self, tag, attrs):
        sifat = dict(attrs)
        if tag == "form":
            tujuan = (sifat.get("action") or self.alamat).split("?")[0]
            self.kini = (sifat.get("method", "get").lower(), tujuan, set())
            self.borang.append(self.kini)
        elif tag == "a":
            bagian = urlsplit(sifat.get("href") or "")
            if bagian.path in ("", self.alamat):
                self.kueri |= set(parse_qs(bagian.query, keep_blank_values=True))
        elif tag in MEDAN and self.kini and sifat.get("name"):
            self.kini[2].add(sifat["name"])

    def handle_endtag(self, tag):
        if tag == "form":
            self.kini = None


def baca_isian(alamat, html):
    """Its forms, and its own address with every parameter that its links carry."""
    pembaca = _Pembaca(alamat)
    pembaca.feed(html)
    hasil = {Isian(m, t, tuple(sorted(n))) for m, t, n in pembaca.borang}
    tautan = {"q", "cari", "urut", "halaman", "sesudah", "sebelum"} | pembaca.kueri
    return sorted(hasil | {Isian("get", alamat, tuple(sorted(tautan)))})
