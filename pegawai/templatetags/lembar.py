"""Tabs of a person's page, the same on this floor and on the pages above it."""

from django import template
from django.urls import NoReverseMatch, reverse

from pegawai.izin import boleh_melihat_pengembangan, boleh_melihat_perubahan

register = template.Library()


def _siapa_pun(pengguna, pegawai):
    return True


# Label, URL name, for whom; those of upper floors are drawn once they exist.
TAB = (
    ("Ringkasan", "pegawai:pegawai-rinci", _siapa_pun),
    ("Kompetensi", "penilaian:profil-pegawai", boleh_melihat_pengembangan),
    ("Pelatihan", "lembar-pelatihan", boleh_melihat_pengembangan),
    ("Penilaian", "lembar-penilaian", boleh_melihat_pengembangan),
    ("Rencana", "lembar-rencana", boleh_melihat_pengembangan),
    ("Riwayat kepegawaian", "pegawai:pegawai-riwayat", _siapa_pun),
    ("Riwayat perubahan", "pegawai:pegawai-perubahan", boleh_melihat_perubahan),
)


@register.inclusion_tag("komponen/tab.html", takes_context=True)
def tab_lembar(context, pegawai):
    """`{% tab_lembar pegawai %}`: tabs that this account may open, the present marked."""
    request = context["request"]
    daftar = []
    for nama, nama_url, boleh in TAB:
        if not boleh(request.user, pegawai):
            continue
        try:
            url = reverse(nama_url, kwargs={"uid": pegawai.uid})
        except NoReverseMatch:
            continue
        daftar.append({"nama": nama, "url": url, "kini": url == request.path})
    return {"tab": daftar, "label": "Bagian lembar pegawai"}
