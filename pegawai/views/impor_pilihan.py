"""What the preview lets a person leave out: rows, kinds of change."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.impor import BarisTerpilihForm, JenisPerubahanForm
from pegawai.izin import boleh_menjalankan_impor
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
