"""Agreements: list, page, writing, file."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kemitraan.forms.perjanjian import PerjanjianForm, SaringPerjanjianForm
from kemitraan.izin import boleh_membuka_kemitraan, boleh_mengelola_kemitraan
from kemitraan.queries.magang import program_perjanjian
from kemitraan.queries.perjanjian import (
    daftar_perjanjian,
    induk_pilihan,
    opd_pilihan,
    perjanjian_terlihat,
    turunan_terlihat,
)
from kemitraan.services.perjanjian import buat_perjanjian, ubah_perjanjian
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.views.bentrok import halaman_bentrok


@require_safe
def daftar(request):
    """Visible agreements."""
    wajib(boleh_membuka_kemitraan(request.user))
    saring = SaringPerjanjianForm(request.GET or None)
    pilihan = saring.cleaned_data if saring.is_valid() else {}
    konteks = {
        "halaman": HalamanKunci(
            daftar_perjanjian(request.user, **pilihan), request.GET
        ),
        "saring": saring,
        "boleh_mengelola": boleh_mengelola_kemitraan(request.user),
    }
    return render(request, "kemitraan/perjanjian/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One agreement: facts, addenda, programmes, and what can be done with it."""
    wajib(boleh_membuka_kemitraan(request.user))
    perjanjian = get_object_or_404(perjanjian_terlihat(request.user), uid=uid)
    konteks = {
        "perjanjian": perjanjian,
        "daftar_turunan": turunan_terlihat(request.user, perjanjian),
        "daftar_program": program_perjanjian(perjanjian),
        "boleh_mengelola": boleh_mengelola_kemitraan(request.user),
    }
    return render(request, "kemitraan/perjanjian/rinci.html", konteks)


@require_safe
def berkas(request, uid):
    """The signed text, for whoever sees the agreement; always as an attachment."""
    wajib(boleh_membuka_kemitraan(request.user))
    perjanjian = get_object_or_404(
        perjanjian_terlihat(request.user).exclude(berkas=""), uid=uid
    )
    jawaban = FileResponse(
        perjanjian.berkas.open("rb"),
        as_attachment=True,
        filename=f"perjanjian-{perjanjian.uid}.pdf",
        content_type="application/pdf",
    )
    jawaban["Cache-Control"] = "no-store"
    return jawaban


def _form(request, perjanjian=None):
    lain = {"opd": opd_pilihan(), "induk": induk_pilihan(request.user)}
    if perjanjian is not None:
        lain |= {"instance": perjanjian, "initial": {"versi": perjanjian.versi}}
    if request.method == "POST":
        return PerjanjianForm(request.POST, request.FILES, **lain)
    return PerjanjianForm(**lain)


@require_http_methods(["GET", "POST"])
def buat(request):
    """Begin an agreement."""
    wajib(boleh_mengelola_kemitraan(request.user))
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            perjanjian = buat_perjanjian(
                hari=hari_ini(), oleh=request.user, **form.isi()
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Rancangan perjanjian disimpan.")
            return redirect(perjanjian)
    return render(request, "kemitraan/perjanjian/ubah.html", {"form": form})


@require_http_methods(["GET", "POST"])
def ubah(request, uid):
    """Change an agreement; of a signed one only contacts and file."""
    wajib(boleh_mengelola_kemitraan(request.user))
    perjanjian = get_object_or_404(perjanjian_terlihat(request.user), uid=uid)
    form = _form(request, perjanjian)
    if request.method == "POST" and form.is_valid():
        versi = form.cleaned_data["versi"] or 0
        try:
            ubah_perjanjian(
                perjanjian=perjanjian, versi=versi, oleh=request.user, **form.isi()
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, perjanjian)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Perjanjian disimpan.")
            return redirect(perjanjian)
    konteks = {"form": form, "perjanjian": perjanjian}
    return render(request, "kemitraan/perjanjian/ubah.html", konteks)
