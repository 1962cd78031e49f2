"""Publishing a period, with what still hinders it; taking a person out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.models.pekerjaan import Pekerjaan
from penilaian.izin import boleh_menerbitkan_periode, boleh_mengelola_periode
from penilaian.queries.penilaian import daftar_peserta
from penilaian.queries.periode import belum_lengkap, periode_terlihat, tanpa_standar
from penilaian.services.periode import keluarkan_peserta
from penilaian.services.terbit import minta_terbitkan


@require_http_methods(["GET", "HEAD", "POST"])
def terbitkan(request, uid):
    """Check, then publish: results become visible to people, superiors and units."""
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    wajib(boleh_menerbitkan_periode(request.user, periode))
    if request.method == "POST":
        try:
            jadi = minta_terbitkan(periode=periode, oleh=request.user)
        except AturanDilanggar as galat:
            messages.error(request, galat.pesan)
            return redirect("penilaian:periode-terbitkan", uid=uid)
        if isinstance(jadi, Pekerjaan):
            messages.success(request, "Penerbitan berjalan; Anda boleh pergi dulu.")
        else:
            messages.success(request, "Hasil terbit dan setiap pegawai dikabari.")
        return redirect(jadi)
    return render(
        request,
        "penilaian/periode/terbitkan.html",
        {
            "periode": periode,
            "jumlah": periode.penilaian.count(),
            "kurang": belum_lengkap(periode),
            "tanpa_standar": tanpa_standar(periode),
        },
    )


@require_POST
def keluarkan(request, uid, penilaian):
    """Take one person out of a period that is not published."""
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    objek = get_object_or_404(daftar_peserta(periode), uid=penilaian)
    try:
        keluarkan_peserta(penilaian=objek, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, f"{objek.pegawai} dikeluarkan dari periode ini.")
    return redirect("penilaian:periode-hasil", uid=uid)
