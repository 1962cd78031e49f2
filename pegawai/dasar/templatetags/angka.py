"""Filters for numbers and dates: {% load angka %}."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from pegawai.dasar.alat import angka as alat_angka
from pegawai.dasar.alat import tanggal as alat_tanggal
from pegawai.dasar.alat.peramban import sebut_peramban

register = template.Library()
PATAH = mark_safe("<wbr>")

register.filter("angka", alat_angka.angka)
register.filter("persen", alat_angka.persen)
register.filter("persen_dari", alat_angka.persen_dari)
register.filter("rupiah", alat_angka.rupiah)
register.filter("selisih", alat_angka.selisih)
register.filter("nip", alat_angka.nip)
register.filter("ukuran", alat_angka.ukuran)
register.filter("tanggal", alat_tanggal.tanggal)
register.filter("tanggal_hari", alat_tanggal.tanggal_hari)
register.filter("tanggal_pendek", alat_tanggal.tanggal_pendek)
register.filter("bulan_tahun", alat_tanggal.bulan_tahun)
register.filter("rentang_tanggal", alat_tanggal.rentang_tanggal)
register.filter("jam", alat_tanggal.jam)
register.filter("rentang_jam", alat_tanggal.rentang_jam)
register.filter("waktu", alat_tanggal.waktu)
register.filter("waktu_pendek", alat_tanggal.waktu_pendek)
register.filter("jarak_hari", alat_tanggal.jarak_hari)
register.filter("jarak_jam", alat_tanggal.jarak_jam)
register.filter("peramban", sebut_peramban)


@register.filter
def rentang_pendek(mulai, selesai):
    """24-11-2026 s.d. 02-12-2026, for tables; breaks only between the two dates."""
    a = alat_tanggal.tanggal_pendek(mulai or selesai)
    b = alat_tanggal.tanggal_pendek(selesai or mulai)
    if a == b:
        return format_html('<span class="tanpa-putus">{}</span>', a)
    return format_html(
        '<span><span class="tanpa-putus">{} s.d.</span> '
        '<span class="tanpa-putus">{}</span></span>',
        a,
        b,
    )


@register.filter
def patah(teks):
    """A long word may break after its slash or at-sign, never inside a part."""
    bagian = re.split(r"(?<=[/@])", str(teks))
    return format_html_join(PATAH, "{}", ((b,) for b in bagian))
