"""Attendance, pass marks and the issue of certificates of one batch."""

from datetime import date

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pegawai.dasar.alat.galat import AturanDilanggar
from pelatihan.forms.angkatan import BorangHasil, BorangKehadiran
from pelatihan.queries.angkatan import (
    lembar_kehadiran,
    potong_lembar,
    siap_sertifikat,
)
from pelatihan.services.hasil import catat_hasil, catat_kehadiran, hari_pelatihan
from pelatihan.services.sertifikat import terbitkan_sertifikat
from pelatihan.views.angkatan import kelola_angkatan


@require_http_methods(["GET", "HEAD", "POST"])
def kehadiran(request, uid):
    """The attendance grid: participants down, days across."""
    angkatan = kelola_angkatan(request, uid)
    peserta, hadir = lembar_kehadiran(request.user, angkatan)
    lembar = potong_lembar(
        hari_pelatihan(angkatan), len(peserta), _hari(request.GET.get("mulai", ""))
    )
    form = BorangKehadiran(
        request.POST if request.method == "POST" else None,
        daftar=peserta,
        hari=lembar.hari,
        hadir=hadir,
    )
    if form.is_bound and form.is_valid():
        try:
            catat_kehadiran(
                angkatan=angkatan,
                hadir=form.isi(),
                hari=lembar.hari,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(None, galat.pesan)
        else:
            messages.success(request, "Kehadiran disimpan.")
            return redirect(request.get_full_path() if lembar.sebagian else angkatan)
    konteks = {"angkatan": angkatan, "form": form, "lembar": lembar}
    return render(request, "pelatihan/angkatan/kehadiran.html", konteks)


def _hari(teks):
    """The day a sheet is asked from; anything else is no wish."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request, uid):
    """Pass marks of all participants on one page, beside how often they were there."""
    angkatan = kelola_angkatan(request, uid)
    peserta, hadir = lembar_kehadiran(request.user, angkatan)
    hari = hari_pelatihan(angkatan)
    for p in peserta:
        p.jumlah_hadir = sum((p.pk, tanggal) in hadir for tanggal in hari)
    form = BorangHasil(
        request.POST if request.method == "POST" else None, daftar=peserta
    )
    if form.is_bound and form.is_valid():
        try:
            catat_hasil(angkatan=angkatan, hasil=form.isi(), oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(None, galat.pesan)
        else:
            messages.success(request, "Hasil disimpan.")
            return redirect(angkatan)
    konteks = {"angkatan": angkatan, "form": form, "jumlah_hari": len(hari)}
    return render(request, "pelatihan/angkatan/nilai.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def terbitkan(request, uid):
    """Confirm, then issue certificates to everybody who passed."""
    angkatan = kelola_angkatan(request, uid)
    if request.method == "POST":
        try:
            terbit = terbitkan_sertifikat(angkatan=angkatan, oleh=request.user)
        except AturanDilanggar as galat:
            messages.error(request, galat.pesan)
        else:
            messages.success(request, f"{len(terbit)} sertifikat diterbitkan.")
        return redirect(angkatan)
    konteks = {"angkatan": angkatan, "peserta": siap_sertifikat(request.user, angkatan)}
    return render(request, "pelatihan/angkatan/terbitkan.html", konteks)
