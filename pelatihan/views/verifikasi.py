"""Verifying recorded training: the list, accept, refuse, take back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pelatihan.forms.angkatan import BorangAlasan
from pelatihan.forms.riwayat import SaringVerifikasi, VerifikasiForm
from pelatihan.izin import boleh_memverifikasi, boleh_memverifikasi_riwayat
from pelatihan.queries.verifikasi import daftar_verifikasi
from pelatihan.services.riwayat_putus import (
    terima_riwayat,
    tolak_riwayat,
    urungkan_verifikasi,
)
from pelatihan.views.riwayat import lihat_riwayat, tampilkan

MENDAHULUI = {"sudah_diputuskan", VERSI_USANG}


@require_safe
def daftar(request):
    """What this account may verify; what waits longest first."""
    wajib(boleh_memverifikasi(request.user))
    saring = SaringVerifikasi(request.GET)
    halaman = HalamanKunci(
        daftar_verifikasi(request.user, **saring.saring), request.GET
    )
    konteks = {"halaman": halaman, "saring": saring}
    return render(request, "pelatihan/riwayat/verifikasi.html", konteks)


def _periksa(request, uid):
    wajib(boleh_memverifikasi(request.user))
    riwayat = lihat_riwayat(request, uid)
    wajib(boleh_memverifikasi_riwayat(request.user, riwayat))
    return riwayat


def _putuskan(request, uid, putuskan, pesan):
    riwayat = _periksa(request, uid)
    form = VerifikasiForm(request.POST)
    if not form.is_valid():
        return tampilkan(request, riwayat, form)
    try:
        putuskan(riwayat, form.cleaned_data)
    except AturanDilanggar as galat:
        if galat.kode in MENDAHULUI:
            riwayat = lihat_riwayat(request, uid)
            lagi = VerifikasiForm(
                initial=form.cleaned_data | {"jp": riwayat.jp, "versi": riwayat.versi}
            )
            return tampilkan(request, riwayat, lagi, 409, didahului=galat.pesan)
        form.add_error(galat.medan if galat.medan in form.fields else None, galat.pesan)
        return tampilkan(request, riwayat, form)
    messages.success(request, pesan)
    return redirect(riwayat)


@require_POST
def terima(request, uid):
    """Accept; the hours count."""

    def lakukan(riwayat, isi):
        terima_riwayat(riwayat=riwayat, oleh=request.user, **isi)

    return _putuskan(request, uid, lakukan, "Pelatihan terverifikasi; JP-nya dihitung.")


@require_POST
def tolak(request, uid):
    """Refuse with a reason."""

    def lakukan(riwayat, isi):
        versi, alasan = isi["versi"], isi["alasan"]
        tolak_riwayat(riwayat=riwayat, versi=versi, alasan=alasan, oleh=request.user)

    return _putuskan(request, uid, lakukan, "Catatan ditolak dan pegawai dikabari.")


@require_POST
def urungkan(request, uid):
    """Take an acceptance back, with a reason."""
    riwayat = _periksa(request, uid)
    form = BorangAlasan(request.POST)
    if not form.is_valid():
        return tampilkan(request, riwayat, alasan=form)
    try:
        urungkan_verifikasi(
            riwayat=riwayat, alasan=form.cleaned_data["alasan"], oleh=request.user
        )
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Verifikasi diurungkan; JP-nya tidak lagi dihitung.")
    return redirect(riwayat)
