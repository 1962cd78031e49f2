"""Undo of an import: what it will do, the act, what it did."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.izin import boleh_mengurungkan_impor
from pegawai.queries.impor_urung import rincian_urung
from pegawai.services.impor_urung import urungkan_impor
from pegawai.views.impor import impor_dituju


@require_http_methods(["GET", "HEAD", "POST"])
def urungkan(request, uid):
    """Preview of the undo, and its result once it is done."""
    impor = impor_dituju(request, uid)
    wajib(boleh_mengurungkan_impor(request.user, impor))
    if request.method == "POST":
        try:
            urungkan_impor(impor=impor, oleh=request.user)
        except AturanDilanggar as galat:
            messages.error(request, galat.pesan)
        return redirect(impor)
    rincian = rincian_urung(impor)
    konteks = {
        "impor": impor,
        "halaman": HalamanKunci(rincian.pop("daftar"), request.GET, ukuran=100),
        **rincian,
    }
    return render(request, "pegawai/impor/urungkan.html", konteks)
