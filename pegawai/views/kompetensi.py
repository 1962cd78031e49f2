"""The competency dictionary."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.kompetensi import (
    KompetensiBaruForm,
    SaringKompetensiForm,
    UraianForm,
)
from pegawai.izin import boleh_membuka_standar, boleh_mengubah_kompetensi
from pegawai.queries.kompetensi import daftar_kompetensi, kompetensi_untuk_rinci
from pegawai.services.kompetensi import buat_kompetensi, ubah_kompetensi


@require_safe
def daftar(request):
    """The dictionary."""
    wajib(boleh_membuka_standar(request.user))
    saring = SaringKompetensiForm(request.GET)
    halaman = HalamanKunci(daftar_kompetensi(**saring.saring), request.GET)
    return render(
        request,
        "pegawai/kompetensi/daftar.html",
        {
            "halaman": halaman,
            "saring": saring,
            "boleh_ubah": boleh_mengubah_kompetensi(request.user),
        },
    )


@require_safe
def rinci(request, uid):
    """One competency with its five levels."""
    wajib(boleh_membuka_standar(request.user))
    kompetensi = get_object_or_404(kompetensi_untuk_rinci(), uid=uid)
    boleh = boleh_mengubah_kompetensi(request.user)
    konteks = {"kompetensi": kompetensi, "boleh_ubah": boleh}
    return render(request, "pegawai/kompetensi/rinci.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request):
    """Add a competency."""
    wajib(boleh_mengubah_kompetensi(request.user))
    form = KompetensiBaruForm(request.POST or None)
    if form.is_valid():
        isi = {n: form.cleaned_data[n] for n in ("kode", "nama", "jenis", "definisi")}
        try:
            kompetensi = buat_kompetensi(**isi, level=form.level, oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Kompetensi sudah ditambahkan.")
            return redirect(kompetensi)
    return render(request, "pegawai/kompetensi/buat.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Reword; somebody else's change in between gives the conflict page."""
    wajib(boleh_mengubah_kompetensi(request.user))
    kompetensi = get_object_or_404(kompetensi_untuk_rinci(), uid=uid)
    awal = UraianForm.awal(kompetensi)
    form = UraianForm(request.POST or None, initial=awal)
    if form.is_valid():
        isi = {n: form.cleaned_data[n] for n in ("nama", "definisi", "versi")}
        try:
            ubah_kompetensi(
                kompetensi=kompetensi, **isi, level=form.level, oleh=request.user
            )
        except AturanDilanggar as galat:
            return _bentrok(request, form, kompetensi, awal, galat)
        messages.success(request, "Kompetensi sudah disimpan.")
        return redirect(kompetensi)
    konteks = {"kompetensi": kompetensi, "form": form}
    return render(request, "pegawai/kompetensi/ubah.html", konteks)


def _bentrok(request, form, kompetensi, awal, galat):
    konteks = {
        "judul": kompetensi.nama,
        "pesan": galat.pesan,
        "baris": form.bandingkan(awal),
        "form": form.atas_versi(awal["versi"]),
        "kembali": kompetensi.get_absolute_url(),
    }
    return render(request, "pegawai/bentrok.html", konteks, status=409)
