"""Inviting and ending accounts of partners; inviting interns."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kemitraan.forms.undangan import UndangMitraForm, UndangPemagangForm
from kemitraan.izin import (
    boleh_membuka_magang,
    boleh_mengelola_pengguna_mitra,
    boleh_mengundang_pemagang,
)
from kemitraan.queries.magang import penempatan_terlihat
from kemitraan.queries.mitra import mitra_terlihat
from kemitraan.queries.pengguna import pengguna_mitra_terlihat
from kemitraan.services.undangan import (
    akhiri_pengguna_mitra,
    kirim_ulang_undangan,
    undang_pemagang,
    undang_pengguna_mitra,
)
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib


def _mitra(request, uid):
    wajib(boleh_mengelola_pengguna_mitra(request.user))
    return get_object_or_404(mitra_terlihat(request.user), uid=uid)


@require_http_methods(["GET", "HEAD", "POST"])
def undang(request, uid):
    """Invite somebody who speaks for the partner."""
    return _undang(request, _mitra(request, uid))


@reauthentication_required
def _undang(request, mitra):
    form = UndangMitraForm(isian(request))
    if form.is_valid():
        try:
            undang_pengguna_mitra(mitra=mitra, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Undangan dikirim. Tautannya berlaku 72 jam.")
            return redirect(mitra)
    konteks = {
        "form": form,
        "balik": mitra.get_absolute_url(),
        "nama": mitra.nama,
        "judul": "Undang pengguna mitra",
    }
    return render(request, "kemitraan/undangan/undang.html", konteks)


def _anggota(request, uid, akun):
    mitra = _mitra(request, uid)
    daftar = pengguna_mitra_terlihat(request.user, mitra)
    return mitra, get_object_or_404(daftar, pengguna__uid=akun)


@require_POST
def akhiri(request, uid, akun):
    """End a user's membership now."""
    mitra, anggota = _anggota(request, uid, akun)
    akhiri_pengguna_mitra(keanggotaan=anggota, oleh=request.user)
    messages.success(request, "Akses pengguna mitra diakhiri.")
    return redirect(mitra)


@require_POST
def kirim_ulang(request, uid, akun):
    """A new link for somebody who has not set a password."""
    mitra, anggota = _anggota(request, uid, akun)
    try:
        kirim_ulang_undangan(pengguna=anggota.pengguna, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Undangan baru dikirim. Tautan lama batal.")
    return redirect(mitra)


@require_http_methods(["GET", "HEAD", "POST"])
def pemagang(request, uid):
    """Invite the student of a placement."""
    wajib(boleh_membuka_magang(request.user))
    penempatan = get_object_or_404(penempatan_terlihat(request.user), uid=uid)
    wajib(boleh_mengundang_pemagang(request.user, penempatan))
    form = UndangPemagangForm(
        isian(request), initial={"surel": penempatan.peserta.surel}
    )
    if form.is_valid():
        try:
            undang_pemagang(
                penempatan=penempatan, oleh=request.user, **form.cleaned_data
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Undangan dikirim. Tautannya berlaku 72 jam.")
            return redirect(penempatan)
    konteks = {
        "form": form,
        "balik": penempatan.get_absolute_url(),
        "nama": penempatan.nama_orang,
        "judul": "Undang pemagang",
    }
    return render(request, "kemitraan/undangan/undang.html", konteks)
