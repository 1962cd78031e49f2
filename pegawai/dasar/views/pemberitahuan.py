"""The notice centre of one account."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.queries.pemberitahuan import (
    daftar_pemberitahuan,
    jumlah_belum_dibaca,
    pemberitahuan_terlihat,
)
from pegawai.dasar.services.pemberitahuan import tandai_dibaca


@require_safe
def daftar(request):
    """One's own notices, newest first."""
    return render(
        request,
        "dasar/pemberitahuan/daftar.html",
        {
            "halaman": HalamanKunci(daftar_pemberitahuan(request.user), request.GET),
            "belum_dibaca": jumlah_belum_dibaca(request.user),
        },
    )


@require_POST
def baca(request, uid):
    """Mark one as read and go where it points."""
    kabar = get_object_or_404(pemberitahuan_terlihat(request.user), uid=uid)
    tandai_dibaca(oleh=request.user, pk=kabar.pk)
    if url_has_allowed_host_and_scheme(kabar.tautan, allowed_hosts=None):
        return HttpResponseRedirect(kabar.tautan)
    return redirect("dasar:pemberitahuan-daftar")


@require_POST
def baca_semua(request):
    """Mark all of one's notices as read."""
    tandai_dibaca(oleh=request.user)
    messages.success(request, "Semua pemberitahuan ditandai sudah dibaca.")
    return redirect("dasar:pemberitahuan-daftar")
