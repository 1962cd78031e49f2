"""A partner's own proposals of users, and the administrator's decision."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kemitraan.forms.undangan import AlasanUsulForm, UsulPenggunaForm
from kemitraan.izin import (
    boleh_membuka_beranda_mitra,
    boleh_mengelola_pengguna_mitra,
    milik_mitra,
)
from kemitraan.queries.mitra import mitra_terlihat
from kemitraan.queries.pengguna import usul_pengguna_terlihat
from kemitraan.services.usul import (
    terima_usul_pengguna,
    tolak_usul_pengguna,
    usulkan_pengguna_mitra,
)
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request, uid):
    """Propose a user of one's own institution; the earlier proposals beside."""
    wajib(boleh_membuka_beranda_mitra(request.user))
    mitra = get_object_or_404(mitra_terlihat(request.user), uid=uid)
    wajib(milik_mitra(request.user, mitra))
    form = UsulPenggunaForm(isian(request))
    if form.is_valid():
        try:
            usulkan_pengguna_mitra(mitra=mitra, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Usul dikirim dan menunggu admin BKPSDM.")
            return redirect("kemitraan:pengguna-usulkan", uid=mitra.uid)
    konteks = {
        "form": form,
        "mitra": mitra,
        "daftar": usul_pengguna_terlihat(request.user, mitra)[:50],
    }
    return render(request, "kemitraan/undangan/usulkan.html", konteks)


def _usul(request, uid, usul):
    wajib(boleh_mengelola_pengguna_mitra(request.user))
    mitra = get_object_or_404(mitra_terlihat(request.user), uid=uid)
    return mitra, get_object_or_404(
        usul_pengguna_terlihat(request.user, mitra), uid=usul
    )


@require_POST
def terima(request, uid, usul):
    """Invite whom the partner named."""
    return _terima(request, *_usul(request, uid, usul))


@reauthentication_required
def _terima(request, mitra, usul):
    try:
        terima_usul_pengguna(usul=usul, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Undangan dikirim. Tautannya berlaku 72 jam.")
    return redirect(mitra)


@require_POST
def tolak(request, uid, usul):
    """Refuse with a reason."""
    mitra, usul = _usul(request, uid, usul)
    form = AlasanUsulForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Isi alasan penolakan.")
        return redirect(mitra)
    try:
        tolak_usul_pengguna(usul=usul, oleh=request.user, **form.cleaned_data)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Usul ditolak.")
    return redirect(mitra)
