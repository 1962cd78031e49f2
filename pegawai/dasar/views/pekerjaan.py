"""Jobs and downloads of one account."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.queries.pekerjaan import (
    daftar_pekerjaan,
    masih_berhak,
    pekerjaan_terlihat,
    unduhan_terlihat,
)
from pegawai.dasar.services.pekerjaan import batalkan_pekerjaan, ulangi_pekerjaan


@require_safe
def daftar(request):
    """One's own jobs, newest first."""
    halaman = HalamanKunci(daftar_pekerjaan(request.user), request.GET)
    konteks = {"halaman": halaman, "saat_ini": timezone.now()}
    return render(request, "dasar/pekerjaan/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One job; an HTMX request gets the moving part only."""
    pekerjaan = get_object_or_404(pekerjaan_terlihat(request.user), uid=uid)
    templat = "_kemajuan.html" if request.headers.get("HX-Request") else "rinci.html"
    konteks = {"pekerjaan": pekerjaan, "saat_ini": timezone.now()}
    jawaban = render(request, f"dasar/pekerjaan/{templat}", konteks)
    jawaban["Cache-Control"] = "no-store"
    return jawaban


@require_POST
def batalkan(request, uid):
    """Ask the job to stop."""
    pekerjaan = get_object_or_404(pekerjaan_terlihat(request.user), uid=uid)
    batalkan_pekerjaan(pekerjaan=pekerjaan, oleh=request.user)
    messages.info(request, "Pembatalan diminta. Pekerjaan berhenti sebentar lagi.")
    return redirect(pekerjaan)


@require_POST
def ulangi(request, uid):
    """Run a failed job again."""
    pekerjaan = get_object_or_404(pekerjaan_terlihat(request.user), uid=uid)
    ulangi_pekerjaan(pekerjaan=pekerjaan, oleh=request.user)
    messages.info(request, "Pekerjaan dimasukkan lagi ke antrean.")
    return redirect(pekerjaan)


@require_safe
def unduh(request, uid):
    """The file of a finished job: its owner's, unexpired, while still entitled to it."""
    daftar = unduhan_terlihat(request.user, sekarang=timezone.now())
    pekerjaan = get_object_or_404(daftar, uid=uid)
    if not masih_berhak(request.user, pekerjaan):
        raise PermissionDenied(
            "Peran Anda berubah sejak berkas ini dibuat dan tidak lagi mencakup isinya. "
            "Buat ekspor baru bila masih Anda perlukan."
        )
    jawaban = FileResponse(
        pekerjaan.berkas.open("rb"),
        as_attachment=True,
        filename=pekerjaan.nama_berkas or pekerjaan.berkas.name.rsplit("/", 1)[-1],
    )
    jawaban["Cache-Control"] = "no-store"
    return jawaban
