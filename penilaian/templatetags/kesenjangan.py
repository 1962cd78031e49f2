"""Rows of the gap table: {% load kesenjangan %}."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

from pegawai.dasar.alat.angka import angka, selisih
from pegawai.dasar.alat.tanggal import tanggal_pendek
from pegawai.dasar.templatetags.bagan import petak

register = template.Library()

BARIS = (
    '<tr><th scope="row"><a href="{}{}/">{}</a></th><td data-label="Tingkat">{}</td>'
    '<td class="angka-kol" data-label="Capaian">{}</td>'
    '<td class="angka-kol" data-label="Standar">{}</td>'
    '<td class="angka-kol" data-label="Selisih">{}</td>{}</tr>'
)
KURANG = '<span class="kurang">{}</span>'
SUMBER = '<td data-label="Sumber">{}, <span class="utuh">{}</span></td>'


@register.simple_tag
def baris_kesenjangan(daftar, profil_url, sumber=None):
    """One row a competency, written directly: as template nodes they are half the page."""
    url = escape(profil_url)
    asal = ""
    if sumber:
        asal = SUMBER.format("Penilaian", tanggal_pendek(sumber.tanggal_penilaian))
    return mark_safe("\n".join([_baris(b, url, _asal(b) or asal) for b in daftar]))


def _asal(b):
    return b.sumber and SUMBER.format(escape(b.sumber), tanggal_pendek(b.tanggal))


def _baris(b, url, asal):
    beda = selisih(b.selisih)
    return BARIS.format(
        url,
        b.kompetensi.uid,
        escape(b.nama),
        petak(b.capaian, b.standar),
        angka(b.capaian),
        angka(b.standar),
        KURANG.format(beda) if b.kesenjangan else beda,
        asal,
    )
