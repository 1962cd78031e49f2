"""Dictionaries of competencies: list, one with its owner and editions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.forms.kamus import EdisiBaruForm, KamusBaruForm, KamusForm
from pegawai.izin import boleh_membuka_standar, boleh_mengubah_kompetensi
from pegawai.queries.kamus import (
    daftar_edisi,
    daftar_kamus,
    draf_edisi,
    unit_pemilik,
)
from pegawai.queries.kompetensi import daftar_kompetensi
from pegawai.services.kamus import buat_draf_edisi, buat_kamus, ubah_kamus


@require_safe
def daftar(request):
    """All dictionaries."""
    wajib(boleh_membuka_standar(request.user))
    konteks = {
        "halaman": HalamanKunci(daftar_kamus(), request.GET),
        "boleh_ubah": boleh_mengubah_kompetensi(request.user),
    }
    return render(request, "pegawai/kamus/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One dictionary: owner, editions, competencies in force."""
    wajib(boleh_membuka_standar(request.user))
    kamus = get_object_or_404(daftar_kamus(), uid=uid)
    konteks = {
        "kamus": kamus,
        "edisi": daftar_edisi(request.user, kamus),
        "halaman": HalamanKunci(daftar_kompetensi(kamus=kamus), request.GET),
        "boleh_ubah": boleh_mengubah_kompetensi(request.user),
    }
    return render(request, "pegawai/kamus/rinci.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request):
    """Start a dictionary with its owner."""
    wajib(boleh_mengubah_kompetensi(request.user))
    form = KamusBaruForm(request.POST or None, unit=unit_pemilik())
    if form.is_valid():
        try:
            kamus = buat_kamus(
                nama=form.cleaned_data["nama"],
                kode=form.cleaned_data["kode"],
                pemilik=form.pemilik,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Kamus dibuat. Susun edisi pertamanya.")
            return redirect(kamus)
    return render(request, "pegawai/kamus/buat.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Change the owner; somebody else's change in between gives the conflict page."""
    wajib(boleh_mengubah_kompetensi(request.user))
    kamus = get_object_or_404(daftar_kamus(), uid=uid)
    awal = KamusForm.awal(kamus)
    form = KamusForm(request.POST or None, initial=awal, unit=unit_pemilik())
    if form.is_valid():
        try:
            ubah_kamus(
                kamus=kamus,
                pemilik=form.pemilik,
                versi=form.cleaned_data["versi"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, kamus)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Kamus sudah disimpan.")
            return redirect(kamus)
    konteks = {"kamus": kamus, "form": form}
    return render(request, "pegawai/kamus/ubah.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def edisi_baru(request, uid):
    """Draft the next edition; a draft that is there is continued."""
    wajib(boleh_mengubah_kompetensi(request.user))
    kamus = get_object_or_404(daftar_kamus(), uid=uid)
    draf = draf_edisi(kamus)
    if draf is not None:
        return redirect(draf)
    form = EdisiBaruForm(request.POST or None)
    if form.is_valid():
        edisi = buat_draf_edisi(kamus=kamus, kepala=form.kepala, oleh=request.user)
        messages.success(request, "Draf edisi dibuat. Ubah rumusannya di sini.")
        return redirect(edisi)
    konteks = {"kamus": kamus, "form": form}
    return render(request, "pegawai/kamus/edisi_baru.html", konteks)
