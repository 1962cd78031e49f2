"""What the preview lets a person leave out: rows, kinds of change; what headers mean."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.impor import BarisTerpilihForm, JenisPerubahanForm, PemetaanKolomForm
from pegawai.izin import boleh_menjalankan_impor
from pegawai.services.impor_pemetaan import (
    kolom_tujuan,
    pemetaan_kini,
    petakan_kolom,
)
from pegawai.services.impor_pilihan import ikutkan_baris, lewati_baris, pilih_jenis
from pegawai.views.impor import impor_dituju


def _terpilih(request, uid, tindak, kata):
    impor = impor_dituju(request, uid)
    wajib(boleh_menjalankan_impor(request.user, impor))
    form = BarisTerpilihForm(request.POST)
    nomor = form.cleaned_data["baris"] if form.is_valid() else []
    if not nomor:
        messages.error(request, "Pilih dahulu barisnya.")
        return redirect(impor)
    try:
        tindak(impor=impor, nomor=nomor, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, f"{len(nomor)} baris {kata}.")
    return redirect(impor)


@require_POST
def lewati(request, uid):
    """Leave the ticked rows out."""
    return _terpilih(request, uid, lewati_baris, "dilewati")


@require_POST
def ikutkan(request, uid):
    """Take the ticked rows again."""
    return _terpilih(request, uid, ikutkan_baris, "diikutkan lagi")


@require_POST
def jenis(request, uid):
    """Take only the ticked kinds of change."""
    impor = impor_dituju(request, uid)
    wajib(boleh_menjalankan_impor(request.user, impor))
    form = JenisPerubahanForm(request.POST)
    ikut = form.cleaned_data["ikut"] if form.is_valid() else []
    try:
        pilih_jenis(impor=impor, ikut=ikut, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Pilihan disimpan dan pratinjau dihitung ulang.")
    return redirect(impor)


@require_http_methods(["GET", "HEAD", "POST"])
def kolom(request, uid):
    """What the headers of this file mean."""
    impor = impor_dituju(request, uid)
    wajib(boleh_menjalankan_impor(request.user, impor))
    form = PemetaanKolomForm(
        request.POST or None,
        kepala=pemetaan_kini(impor),
        tujuan=kolom_tujuan(),
        initial={"nama": impor.nama_berkas.rsplit(".", 1)[0][:100]},
    )
    if request.method == "POST" and form.is_valid():
        try:
            petakan_kolom(
                impor=impor,
                nama=form.cleaned_data["nama"],
                kolom=form.pemetaan(),
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(None, galat.pesan)
        else:
            return redirect(impor)
    return render(request, "pegawai/impor/kolom.html", {"impor": impor, "form": form})
