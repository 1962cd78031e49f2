"""The competency profile: one's own, and that of people one may see."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.izin import wajib
from pegawai.izin import boleh_melihat_daftar_pegawai
from pegawai.models import JejakLihat, Kompetensi
from pegawai.queries.peran import pegawai_sendiri_id
from pegawai.services.jejak import catat_lihat
from pelatihan.queries.katalog import (
    pelatihan_untuk_kesenjangan,
    pelatihan_untuk_kompetensi,
)
from pelatihan.queries.riwayat import rekap_jp
from penilaian.izin import (
    boleh_membuka_profil,
    boleh_mengunduh_profil,
    punya_profil,
)
from penilaian.queries.kesenjangan import (
    periode_berikutnya,
    profil_pegawai,
    riwayat_kompetensi,
    tingkat_kompetensi,
)
from penilaian.queries.penilaian import (
    pegawai_berprofil,
    pegawai_berprofil_sendiri,
)
from penilaian.services.profil_pdf import cetak_profil

BANYAK = 5  # trainings shown beside a profile


def _sendiri(request):
    wajib(punya_profil(request.user))
    return pegawai_berprofil_sendiri(request.user)


def _orang(request, uid):
    wajib(boleh_membuka_profil(request.user))
    return get_object_or_404(pegawai_berprofil(request.user), uid=uid)


@require_safe
def profil(request):
    """My competency profile."""
    return _tampilkan(request, _sendiri(request))


@require_safe
def profil_orang(request, uid):
    """The profile of a direct report, of a person of one's unit, or of anybody."""
    pegawai = _orang(request, uid)
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.PROFIL, oleh=request.user)
    return _tampilkan(request, pegawai)


def _tampilkan(request, pegawai):
    profil = profil_pegawai(pegawai)
    return render(
        request,
        "penilaian/kesenjangan/profil.html",
        {
            "pegawai": pegawai,
            "sendiri": pegawai.pk == pegawai_sendiri_id(request.user),
            "profil": profil,
            "jp": rekap_jp(pegawai),
            "pelatihan": pelatihan_untuk_kesenjangan(pegawai, BANYAK),
            "berikutnya": None if profil else periode_berikutnya(pegawai),
            "unduh_url": _unduh_url(request.user, pegawai),
            "boleh_daftar": boleh_melihat_daftar_pegawai(request.user),
        },
    )


def _unduh_url(pengguna, pegawai):
    if pegawai.pk == pegawai_sendiri_id(pengguna):
        return reverse("penilaian:profil-unduh")
    if boleh_mengunduh_profil(pengguna, pegawai):
        return reverse("penilaian:profil-pegawai-unduh", args=[pegawai.uid])
    return ""


@require_safe
def unduh(request):
    """My competency profile as a PDF."""
    return _pdf(request, _sendiri(request))


@require_safe
def unduh_orang(request, uid):
    """Another person's, for whom C.3 lets export: the unit's carer and the analyst."""
    pegawai = _orang(request, uid)
    wajib(boleh_mengunduh_profil(request.user, pegawai))
    return _pdf(request, pegawai)


def _pdf(request, pegawai):
    isi = cetak_profil(pegawai=pegawai, oleh=request.user)
    jawaban = HttpResponse(isi, content_type="application/pdf")
    nama = slugify(pegawai.nama)[:80]
    jawaban["Content-Disposition"] = f'attachment; filename="profil-{nama}.pdf"'
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return jawaban


@require_safe
def kompetensi(request, uid, kompetensi):
    """One competency of one person: text of the levels and 'Anda di sini'."""
    pegawai = _orang(request, uid)
    objek = get_object_or_404(
        Kompetensi.objects.prefetch_related("level"), uid=kompetensi
    )
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.PROFIL, oleh=request.user)
    riwayat = list(riwayat_kompetensi(pegawai, objek))
    kini = riwayat[0] if riwayat else None
    lanjut = int(kini.level_capaian or 0) + 1 if kini else None
    return render(
        request,
        "penilaian/kesenjangan/kompetensi.html",
        {
            "pegawai": pegawai,
            "sendiri": pegawai.pk == pegawai_sendiri_id(request.user),
            "kompetensi": objek,
            "kini": kini,
            "riwayat": riwayat,
            "pelatihan": pelatihan_untuk_kompetensi([objek.pk], lanjut)[:BANYAK],
            "tingkat": tingkat_kompetensi(
                objek,
                kini.level_capaian if kini else None,
                kini.level_standar if kini else None,
            ),
        },
    )
