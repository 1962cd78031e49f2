"""Enrolments: ask, see, approve, refuse, give back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pelatihan.forms.angkatan import BorangAlasan
from pelatihan.izin import (
    boleh_membatalkan_peserta,
    boleh_membuka_katalog,
    boleh_membuka_peserta,
    boleh_memutuskan_peserta,
    boleh_mendaftar,
    boleh_mengelola_angkatan,
)
from pelatihan.queries.angkatan import angkatan_untuk_mendaftar
from pelatihan.queries.peserta import peserta_terlihat
from pelatihan.services.peserta import batalkan_peserta, daftarkan_peserta
from pelatihan.services.peserta_putus import setujui_peserta, tolak_peserta


@require_POST
def daftar(request, uid):
    """Ask a seat for oneself; whoever loses the race gets a page that says so."""
    wajib(boleh_membuka_katalog(request.user))
    angkatan = get_object_or_404(angkatan_untuk_mendaftar(request.user), uid=uid)
    wajib(boleh_mendaftar(request.user))
    try:
        daftarkan_peserta(
            angkatan=angkatan, pegawai=request.user.pegawai, oleh=request.user
        )
    except AturanDilanggar as galat:
        konteks = {"angkatan": angkatan, "galat": galat}
        return render(request, "pelatihan/peserta/gagal.html", konteks, status=409)
    messages.success(
        request, "Pendaftaran terkirim. Kursi Anda disimpan sampai diputuskan."
    )
    return redirect(angkatan.pelatihan)


def _peserta(request, uid):
    wajib(boleh_membuka_peserta(request.user))
    return get_object_or_404(peserta_terlihat(request.user), uid=uid)


def _halaman(request, peserta, form, status=200):
    konteks = {
        "peserta": peserta,
        "form": form,
        "boleh_memutuskan": peserta.menunggu
        and boleh_memutuskan_peserta(request.user, peserta),
        "boleh_mengelola": boleh_mengelola_angkatan(request.user, peserta.angkatan),
        "milik": peserta.pegawai.pengguna_id == request.user.pk,
        "boleh_membatalkan": boleh_membatalkan_peserta(request.user, peserta)
        and peserta.status in {"DIAJUKAN", "DISETUJUI"}
        and peserta.angkatan.status == "DIBUKA",
    }
    return render(request, "pelatihan/peserta/rinci.html", konteks, status=status)


@require_safe
def rinci(request, uid):
    """One enrolment with the act that is next."""
    return _halaman(request, _peserta(request, uid), BorangAlasan())


@require_POST
def setujui(request, uid):
    """Approve."""
    peserta = _peserta(request, uid)
    wajib(boleh_memutuskan_peserta(request.user, peserta))
    try:
        setujui_peserta(peserta=peserta, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Pendaftaran disetujui.")
    return redirect(peserta)


@require_POST
def tolak(request, uid):
    """Refuse with a reason; the seat is freed."""
    peserta = _peserta(request, uid)
    wajib(boleh_memutuskan_peserta(request.user, peserta))
    form = BorangAlasan(request.POST)
    if form.is_valid():
        try:
            tolak_peserta(
                peserta=peserta, alasan=form.cleaned_data["alasan"], oleh=request.user
            )
        except AturanDilanggar as galat:
            messages.error(request, galat.pesan)
        else:
            messages.success(request, "Pendaftaran ditolak dan kursinya dilepas.")
        return redirect(peserta)
    return _halaman(request, peserta, form)


@require_POST
def batalkan(request, uid):
    """Give one's own seat back, or take a nomination back."""
    peserta = _peserta(request, uid)
    wajib(boleh_membatalkan_peserta(request.user, peserta))
    try:
        batalkan_peserta(peserta=peserta, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Pendaftaran dibatalkan dan kursinya dilepas.")
    return redirect(peserta)
