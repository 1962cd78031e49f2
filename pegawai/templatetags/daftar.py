"""Rows and columns of the list of people: {% load daftar %}."""

from functools import lru_cache
from html import escape as _aman

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe

from pegawai.dasar.alat.angka import nip

register = template.Library()
CONTOH = "00000000-0000-4000-8000-000000000000"


CENTANG = (
    '<td class="pilih"><input class="form-check-input" type="checkbox" '
    'name="pilih" value="{}" aria-label="Pilih {}"></td>'
)
NAMA = (
    '<th scope="row"><a href="ALAMAT">{}</a>'
    '<span class="sub"><span class="utuh">{}</span></span></th>'
)
NAMA_CETAK = (
    '<th scope="row">{}<span class="sub"><span class="utuh">{}</span></span></th>'
)
PILIHAN = (
    '<div class="form-check"><input class="form-check-input" type="checkbox" '
    'name="kolom" value="{}" id="kolom-{}"{}><label class="form-check-label" '
    'for="kolom-{}">{}</label></div>'
)
SEL = '<td data-label="{}">{{}}</td>'


@register.simple_tag
def baris_pegawai(halaman, kolom, pribadi, pilih, cetak=False):
    """The rows of the table, escaped a row at a time: 50 rows cost 1 ms instead of 8.

    `pribadi.boleh(row)` says whether class F2 may be shown; `pilih` puts a tick box in front;
    on paper (`cetak`) a name leads nowhere.
    """
    kolom = tuple(kolom)
    tulis = _bentuk(kolom, bool(pilih), bool(cetak)).format
    # All that `_isi` gives is escaped; to ask it of each piece again costs 2 ms a page.
    return mark_safe(
        "\n".join([tulis(*_isi(b, kolom, pribadi, pilih, cetak)) for b in halaman])
    )


@lru_cache(maxsize=200)
def _bentuk(kolom, pilih, cetak):
    """The pattern of a row: what is the same in all of them stands in it."""
    alamat = reverse("pegawai:pegawai-rinci", kwargs={"uid": CONTOH})
    nama = NAMA_CETAK if cetak else NAMA.replace("ALAMAT", alamat.replace(CONTOH, "{}"))
    sel = "".join(SEL.format(_harfiah(k.judul)) for k in kolom)
    return f"<tr>{CENTANG if pilih else ''}{nama}{sel}</tr>"


def _harfiah(teks):
    """A text as part of a pattern."""
    return str(escape(teks)).replace("{", "{{").replace("}", "}}")


@register.simple_tag
def pilihan_kolom(semua, dipilih):
    """Tick boxes of the columns."""
    return _kotak(tuple(semua or ()), frozenset(k.kode for k in dipilih))


@lru_cache(maxsize=200)
def _kotak(semua, kini):
    return format_html_join(
        "\n",
        PILIHAN,
        (
            (k.kode, k.kode, " checked" if k.kode in kini else "", k.kode, k.judul)
            for k in semua
        ),
    )


def nama_lengkap(baris):
    """The name with its titles, from a row of values."""
    depan = f"{baris['gelar_depan']} " if baris["gelar_depan"] else ""
    belakang = f", {baris['gelar_belakang']}" if baris["gelar_belakang"] else ""
    return f"{depan}{baris['nama']}{belakang}"


def _isi(baris, kolom, pribadi, pilih, cetak):
    """What stands in the gaps of one row, escaped."""
    nama, nomor = _aman(nama_lengkap(baris)), _aman(nip(baris["nip"]))
    uid = str(baris["uid"])  # of PostgreSQL's type uuid: nothing to escape
    isi = [uid, nama] if pilih else []
    isi += [nama, nomor] if cetak else [uid, nama, nomor]
    for k in kolom:
        if not k.pribadi:
            isi.append(_sel(*k.tampil(baris)))
        elif pribadi.boleh(baris):
            isi.append(_sel.__wrapped__(*k.tampil(baris)))
        else:
            isi.append("—")
    return isi


@lru_cache(maxsize=5000)
def _sel(teks, sub):
    """Posts, units, grades: the same words on every page. Personal data are not kept."""
    if not sub:
        return escape(teks or "—")
    return format_html('<span>{} <span class="sub">{}</span></span>', teks or "—", sub)
