"""Tabs of a person's page, the same on this floor and on the pages above it."""

from django import template
from django.urls import NoReverseMatch, reverse

from pegawai.izin import boleh_melihat_perubahan

register = template.Library()

# Label, URL name; those of upper floors are drawn once they exist.
TAB = (
    ("Ringkasan", "pegawai:pegawai-rinci"),
    ("Kompetensi", "penilaian:profil-pegawai"),
    ("Pelatihan", "lembar-pelatihan"),
    ("Penilaian", "lembar-penilaian"),
    ("Rencana", "lembar-rencana"),
    ("Riwayat kepegawaian", "pegawai:pegawai-riwayat"),
    ("Riwayat perubahan", "pegawai:pegawai-perubahan"),
)


@register.inclusion_tag("komponen/tab.html", takes_context=True)
def tab_lembar(context, pegawai):
    """`{% tab_lembar pegawai %}`: tabs that this account may open, the present marked."""
    request = context["request"]
    daftar = []
    for nama, nama_url in TAB:
        if nama_url.endswith("perubahan") and not boleh_melihat_perubahan(
            request.user, pegawai
        ):
            continue
        try:
            url = reverse(nama_url, kwargs={"uid": pegawai.uid})
        except NoReverseMatch:
            continue
        daftar.append({"nama": nama, "url": url, "kini": url == request.path})
    return {"tab": daftar, "label": "Bagian lembar pegawai"}
