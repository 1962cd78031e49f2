"""Import of results: sheet to fill in, upload, preview, run, cancel."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.models.pekerjaan import Pekerjaan
from penilaian.alat.lembar import tulis_lembar
from penilaian.forms.impor import ImporHasilForm
from penilaian.izin import boleh_mengelola_periode
from penilaian.queries.impor import impor_terlihat, isi_templat
from penilaian.queries.periode import periode_terlihat
from penilaian.services.impor import batalkan_impor, minta_jalankan, unggah_hasil

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request, uid):
    """Upload a file; it is only checked."""
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    form = ImporHasilForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            impor = unggah_hasil(
                periode=periode, berkas=form.cleaned_data["berkas"], oleh=request.user
            )
        except AturanDilanggar as galat:
            form.add_error("berkas", galat.pesan)
        else:
            impor.refresh_from_db(fields=["uid"])
            return redirect(impor)
    return render(
        request, "penilaian/impor/buat.html", {"form": form, "periode": periode}
    )


@require_safe
def templat(request, uid):
    """The sheet to fill in, with the participants' numbers as text."""
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    jawaban = HttpResponse(tulis_lembar(*isi_templat(periode)), content_type=XLSX)
    jawaban["Content-Disposition"] = 'attachment; filename="templat-hasil.xlsx"'
    return jawaban


@require_safe
def rinci(request, uid):
    """What would be written, and every refusal by row and column."""
    wajib(boleh_mengelola_periode(request.user))
    impor = get_object_or_404(impor_terlihat(request.user), uid=uid)
    return render(request, "penilaian/impor/rinci.html", {"impor": impor})


@require_POST
def jalankan(request, uid):
    """Write the good rows, all in one transaction."""
    wajib(boleh_mengelola_periode(request.user))
    impor = get_object_or_404(impor_terlihat(request.user), uid=uid)
    try:
        jadi = minta_jalankan(impor=impor, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect(impor)
    if isinstance(jadi, Pekerjaan):
        messages.success(request, "Impor berjalan; Anda boleh pergi dulu.")
        return redirect(jadi)
    messages.success(request, f"{jadi.jumlah_baik} hasil masuk ke periode ini.")
    return redirect(impor)


@require_POST
def batalkan(request, uid):
    """Forget the file."""
    wajib(boleh_mengelola_periode(request.user))
    impor = get_object_or_404(impor_terlihat(request.user), uid=uid)
    batalkan_impor(impor=impor, oleh=request.user)
    messages.success(request, "Berkas dibuang. Tidak ada yang diubah.")
    return redirect(impor.periode)
