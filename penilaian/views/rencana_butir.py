"""Lines of the own plan: add, edit, remove, record as done."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
)

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from penilaian.forms.rencana import AwalButirForm, ButirRencanaForm, CatatButirForm
from penilaian.izin import (
    boleh_membuka_rencana,
    boleh_mencatat_butir,
    boleh_mengubah_rencana,
)
from penilaian.queries.rencana import butir_terlihat, rencana_terlihat
from penilaian.queries.rencana_butir import awal_butir, isi_butir, pilihan_butir
from penilaian.services.rencana_butir import (
    catat_butir,
    hapus_butir,
    tambah_butir,
    ubah_butir,
)
from penilaian.views.rencana import halaman_rencana


@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request, uid):
    """Add a line; a link from a gap prefills it."""
    wajib(boleh_membuka_rencana(request.user))
    rencana = get_object_or_404(rencana_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_rencana(request.user, rencana))
    awal = AwalButirForm(request.GET)
    asal = awal.cleaned_data if awal.is_valid() else {}
    form = ButirRencanaForm(
        request.POST if request.method == "POST" else None,
        initial=awal_butir(rencana.pegawai, **asal),
        **pilihan_butir(),
    )
    if form.is_valid():
        try:
            tambah_butir(rencana=rencana, isi=form.isi(), oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Butir ditambahkan ke rencana.")
            return redirect(rencana)
    return render(
        request, "penilaian/rencana/butir.html", {"form": form, "rencana": rencana}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Edit a line; somebody else's change in between gives the conflict page."""
    wajib(boleh_membuka_rencana(request.user))
    butir = get_object_or_404(butir_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_rencana(request.user, butir.rencana))
    form = ButirRencanaForm(
        request.POST if request.method == "POST" else None,
        initial=isi_butir(butir),
        **pilihan_butir(butir),
    )
    if form.is_valid():
        try:
            ubah_butir(
                butir=butir,
                isi=form.isi(),
                versi=form.cleaned_data["versi"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(
                    request, form, galat, butir, butir.rencana.get_absolute_url()
                )
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Butir disimpan.")
            return redirect(butir.rencana)
    return render(
        request,
        "penilaian/rencana/butir.html",
        {"form": form, "rencana": butir.rencana, "butir": butir},
    )


@require_POST
def hapus(request, uid):
    """Remove a line."""
    wajib(boleh_membuka_rencana(request.user))
    butir = get_object_or_404(butir_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_rencana(request.user, butir.rencana))
    try:
        hapus_butir(butir=butir, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, f"“{butir.nama_kegiatan}” dihapus dari rencana.")
    return redirect(butir.rencana)


@require_POST
def catat(request, uid):
    """Record a free activity as done."""
    wajib(boleh_membuka_rencana(request.user))
    butir = get_object_or_404(butir_terlihat(request.user), uid=uid)
    wajib(boleh_mencatat_butir(request.user, butir))
    form = CatatButirForm(request.POST, butir=butir)
    if form.is_valid():
        try:
            catat_butir(butir=butir, **form.cleaned_data, oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error("selesai_pada", galat.pesan)
        else:
            messages.success(request, "Kegiatan dicatat selesai.")
            return redirect(butir.rencana)
    return halaman_rencana(request, butir.rencana, ditolak=form)
