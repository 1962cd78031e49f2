"""Organisers made and changed; delicate, so one signs in again when that was long ago."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from pelatihan.forms.penyelenggara import BuatPenyelenggaraForm, UbahPenyelenggaraForm
from pelatihan.izin import boleh_mengelola_penyelenggara
from pelatihan.queries.anggota import penyelenggara_beranggota
from pelatihan.services.penyelenggara import buat_penyelenggara, ubah_penyelenggara

TEMPLAT = "pelatihan/penyelenggara/ubah.html"


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request):
    """Make an organiser."""
    wajib(boleh_mengelola_penyelenggara(request.user))
    return _buat(request)


@reauthentication_required
def _buat(request):
    form = BuatPenyelenggaraForm(isian(request))
    if form.is_valid():
        try:
            penyelenggara = buat_penyelenggara(oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Penyelenggara disimpan. Tambahkan anggotanya.")
            return redirect(penyelenggara)
    return render(request, TEMPLAT, {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Change an organiser."""
    wajib(boleh_mengelola_penyelenggara(request.user))
    penyelenggara = get_object_or_404(penyelenggara_beranggota(request.user), uid=uid)
    return _ubah(request, penyelenggara)


@reauthentication_required
def _ubah(request, penyelenggara):
    form = UbahPenyelenggaraForm(
        isian(request),
        instance=penyelenggara,
        initial={"versi": penyelenggara.versi},
    )
    if form.is_valid():
        try:
            ubah_penyelenggara(
                penyelenggara=penyelenggara, oleh=request.user, **form.cleaned_data
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, penyelenggara)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Penyelenggara disimpan.")
            return redirect(penyelenggara)
    konteks = {"form": form, "penyelenggara": penyelenggara}
    return render(request, TEMPLAT, konteks)
