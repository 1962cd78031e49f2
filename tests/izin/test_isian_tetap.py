"""A refused form keeps all that was typed: every form of every page, with values refused."""

import uuid
from html.parser import HTMLParser

import pytest
from django.db import transaction

from tests.izin.test_tahan import HALAMAN, buka_halaman

TANGGAL_BURUK = "31-02-2026"
BIARKAN = {"hidden", "file", "submit", "button", "reset", "image", "password"}


class _Borang(HTMLParser):
    """POST forms of a page: field -> (kind, values it holds now, options)."""

    def __init__(self, alamat):
        super().__init__()
        self.alamat, self.kini, self.semua = alamat, None, []
        self.pilih = self.luas = None

    def handle_starttag(self, tag, attrs):
        s = dict(attrs)
        if tag == "form":
            self.kini = None
            if s.get("method", "get").lower() == "post":
                tujuan = (s.get("action") or self.alamat).split("?")[0]
                self.kini = {"tujuan": tujuan, "medan": {}, "tetap": {}}
                self.semua.append(self.kini)
        nama = s.get("name")
        if self.kini is None or (tag != "option" and not nama):
            return
        medan = self.kini["medan"]
        if tag == "input":
            self._input(medan, nama, s)
        elif tag == "select":
            self.pilih = medan.setdefault(nama, ["pilih", [], []])
        elif tag == "option" and self.pilih is not None:
            self.pilih[2].append(s.get("value", ""))
            if "selected" in s:
                self.pilih[1].append(s.get("value", ""))
        elif tag == "textarea":
            self.luas = medan.setdefault(nama, ["teks", [""], []])

    def _input(self, medan, nama, s):
        jenis, nilai = s.get("type", "text"), s.get("value", "")
        if jenis in BIARKAN:
            if jenis == "hidden":
                self.kini["tetap"].setdefault(nama, []).append(nilai)
        elif jenis in {"checkbox", "radio"}:
            m = medan.setdefault(nama, [jenis, [], []])
            m[2].append(s.get("value", "on"))
            if "checked" in s:
                m[1].append(s.get("value", "on"))
        else:
            tanggal = jenis == "date" or "tanggal" in nama or "tmt" in nama
            medan.setdefault(nama, ["tanggal" if tanggal else "teks", [nilai], []])

    def handle_data(self, data):
        if self.luas is not None:
            self.luas[1][0] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.kini = None
        elif tag == "select":
            self.pilih = None
        elif tag == "textarea":
            self.luas = None


def _borang(tujuan, jawaban):
    pembaca = _Borang(tujuan)
    pembaca.feed(jawaban.content.decode())
    return pembaca.semua


def _ketik(borang, ke):
    """What a person types: every field has a value, dates that no calendar has."""
    isi = {}
    for n, (nama, (jenis, _, pilihan)) in enumerate(borang["medan"].items()):
        if jenis == "tanggal":
            isi[nama] = [TANGGAL_BURUK]
        elif jenis == "teks":
            isi[nama] = [f"Ketikan {ke}-{n}"]
        elif jenis == "checkbox":
            isi[nama] = pilihan[:1]
        elif pilihan:
            isi[nama] = [pilihan[-1]]
    return isi


def _hilang(isi, sesudah):
    """Fields whose typed values the answer no longer holds."""
    hilang = []
    for nama, nilai in isi.items():
        ada = [b["medan"][nama] for b in sesudah if nama in b["medan"]]
        if not any(set(nilai) <= {v.strip() for v in m[1]} for m in ada):
            hilang.append((nama, nilai, [m[1] for m in ada]))
    return hilang


@pytest.mark.parametrize("url", HALAMAN)
def test_isian_yang_ditolak_tetap_ada(dunia_bersama, url, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    tujuan, peramban = buka_halaman(dunia_bersama, url)
    halaman = peramban.get(tujuan)
    if halaman.streaming:
        list(halaman.streaming_content)
    if "text/html" not in halaman.headers["Content-Type"]:
        return
    salah = []

    for ke, borang in enumerate(_borang(tujuan, halaman)):
        isi = _ketik(borang, ke)
        if not isi:
            continue
        kirim = borang["tetap"] | isi | {"kunci_kirim": str(uuid.uuid4())}
        with transaction.atomic():
            jawaban = peramban.post(borang["tujuan"], kirim)
            transaction.set_rollback(True)
        if jawaban.streaming:
            list(jawaban.streaming_content)
        elif jawaban.status_code != 302:
            hilang = _hilang(isi, _borang(borang["tujuan"], jawaban))
            salah += [(borang["tujuan"], *h) for h in hilang]

    assert salah == []
