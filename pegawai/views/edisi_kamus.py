"""One edition of a dictionary: its wording, its changes, publishing it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.forms.kamus import ButirForm, EdisiForm
from pegawai.izin import (
    boleh_membuka_standar,
    boleh_menerbitkan,
    boleh_mengubah_edisi,
    boleh_mengubah_kompetensi,
)
from pegawai.queries.kamus import (
    baris_edisi,
    cari_butir,
    edisi_terlihat,
    lubang_edisi,
    perubahan_edisi,
)
from pegawai.queries.penyusun import penyusun
from pegawai.services.kamus import (
    hapus_butir,
    hapus_draf_edisi,
    simpan_butir,
    terbitkan_edisi,
    ubah_draf_edisi,
)


@require_safe
def rinci(request, uid):
    """An edition: what it changes (a draft), what it holds."""
    wajib(boleh_membuka_standar(request.user))
    edisi = get_object_or_404(edisi_terlihat(request.user), uid=uid)
    draf = edisi.status == "DRAF"
    lubang = lubang_edisi(edisi)
    orang = penyusun(edisi)
    boleh = draf and boleh_menerbitkan(request.user)
    konteks = {
        "edisi": edisi,
        "perubahan": perubahan_edisi(edisi) if draf else [],
        "baris": baris_edisi(edisi),
        "lubang": lubang,
        "boleh_ubah": boleh_mengubah_edisi(request.user, edisi),
        "penyusun": orang,
        "menunggu_lain": boleh and request.user in orang,
        "boleh_terbitkan": boleh and not lubang and request.user not in orang,
    }
    return render(request, "pegawai/kamus/edisi.html", konteks)


def _draf(request, uid):
    wajib(boleh_mengubah_kompetensi(request.user))
    edisi = get_object_or_404(edisi_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_edisi(request.user, edisi))
    return edisi


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Change the head of a draft."""
    edisi = _draf(request, uid)
    awal = EdisiForm.awal(edisi)
    form = EdisiForm(request.POST or None, initial=awal)
    if form.is_valid():
        try:
            ubah_draf_edisi(
                edisi=edisi,
                kepala=form.kepala,
                versi=form.cleaned_data["versi"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, edisi)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Draf edisi sudah disimpan.")
            return redirect(edisi)
    konteks = {"edisi": edisi, "form": form, "judul": "Ubah draf edisi"}
    return render(request, "pegawai/kamus/borang.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def butir(request, uid):
    """Reword one competency of a draft (`?kode=`), or add one."""
    edisi = _draf(request, uid)
    kode = request.GET.get("kode", "")
    lama = cari_butir(edisi, kode)
    if kode and lama is None:
        raise Http404
    awal = ButirForm.awal(lama)
    form = ButirForm(request.POST or None, initial=awal)
    if form.is_valid():
        try:
            simpan_butir(
                edisi=edisi,
                butir=form.butir,
                versi=form.cleaned_data["versi"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, edisi)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Rumusan disimpan di draf.")
            return redirect(edisi)
    judul = "Ubah rumusan" if lama else "Tambah kompetensi"
    konteks = {"edisi": edisi, "form": form, "judul": judul, "butir": lama}
    return render(request, "pegawai/kamus/borang.html", konteks)


@require_POST
def butir_hapus(request, uid):
    """Leave one competency out of the draft."""
    edisi = _draf(request, uid)
    try:
        hapus_butir(edisi=edisi, kode=request.POST.get("kode", ""), oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Kompetensi dikeluarkan dari draf.")
    return redirect(edisi)


@require_POST
def terbitkan(request, uid):
    """Put a draft in force."""
    wajib(boleh_menerbitkan(request.user))
    edisi = get_object_or_404(edisi_terlihat(request.user), uid=uid)
    try:
        terbitkan_edisi(edisi=edisi, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Edisi kamus sudah terbit dan berlaku.")
    return redirect(edisi)


@require_POST
def hapus(request, uid):
    """Throw a draft away."""
    edisi = _draf(request, uid)
    kamus = edisi.kamus
    try:
        hapus_draf_edisi(edisi=edisi, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect(edisi)
    messages.success(request, f"Draf edisi {edisi.edisi} sudah dihapus.")
    return redirect(kamus)
