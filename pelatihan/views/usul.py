"""Courses that OPDs ask for: propose, read, take over, refuse, withdraw."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pelatihan.forms.angkatan import BorangAlasan
from pelatihan.forms.katalog import BorangPelatihan
from pelatihan.forms.usul import BorangUsulPelatihan, SaringUsulPelatihan
from pelatihan.izin import (
    boleh_membuka_usul_pelatihan,
    boleh_memutuskan_usul_pelatihan,
    boleh_menarik_usul_pelatihan,
    boleh_mengusulkan_pelatihan,
)
from pelatihan.queries.katalog import kompetensi_sasaran
from pelatihan.queries.penyelenggara import penyelenggara_terkelola
from pelatihan.queries.usul import (
    daftar_usul_pelatihan,
    unit_pengusul,
    usul_pelatihan_terlihat,
)
from pelatihan.services.usul import (
    ambil_usul_pelatihan,
    tarik_usul_pelatihan,
    tolak_usul_pelatihan,
    usulkan_pelatihan,
)


@require_safe
def daftar(request):
    """Proposals, newest first."""
    wajib(boleh_membuka_usul_pelatihan(request.user))
    saring = SaringUsulPelatihan(request.GET)
    konteks = {
        "halaman": HalamanKunci(
            daftar_usul_pelatihan(request.user, **saring.saring), request.GET
        ),
        "saring": saring,
        "boleh_mengusulkan": boleh_mengusulkan_pelatihan(request.user),
    }
    return render(request, "pelatihan/usul/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request):
    """Ask for a course in the name of an own unit."""
    wajib(boleh_mengusulkan_pelatihan(request.user))
    form = BorangUsulPelatihan(
        isian(request),
        unit=unit_pengusul(request.user),
        kompetensi=kompetensi_sasaran(),
    )
    if form.is_valid():
        try:
            usul = usulkan_pelatihan(isi=form.isi(), oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Usul dikirim dan menunggu analis BKPSDM.")
            return redirect(usul)
    return render(request, "pelatihan/usul/buat.html", {"form": form})


def _usul(request, uid):
    wajib(boleh_membuka_usul_pelatihan(request.user))
    return get_object_or_404(usul_pelatihan_terlihat(request.user), uid=uid)


def _tampilkan(request, usul, form=None):
    konteks = {
        "usul": usul,
        "form": form or BorangAlasan(),
        "boleh_memutuskan": usul.menunggu
        and boleh_memutuskan_usul_pelatihan(request.user, usul),
        "boleh_menarik": usul.menunggu
        and boleh_menarik_usul_pelatihan(request.user, usul),
        "pelatihan_terbuka": usul.pelatihan is not None
        and (
            usul.pelatihan.status == "TERBIT"
            or boleh_memutuskan_usul_pelatihan(request.user, usul)
        ),
    }
    return render(request, "pelatihan/usul/rinci.html", konteks)


@require_safe
def rinci(request, uid):
    """One proposal and what became of it."""
    return _tampilkan(request, _usul(request, uid))


def _awal(usul):
    return {
        "nama": usul.nama,
        "bentuk": usul.bentuk_id,
        "jp": usul.jp,
        "deskripsi": usul.kebutuhan,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def ambil(request, uid):
    """Take it into the catalogue as a draft; the form is the catalogue's own."""
    usul = _usul(request, uid)
    wajib(boleh_memutuskan_usul_pelatihan(request.user, usul))
    sasaran = {usul.kompetensi_id: usul.level} if usul.kompetensi_id else {}
    form = BorangPelatihan(
        isian(request),
        initial=_awal(usul),
        penyelenggara=penyelenggara_terkelola(request.user),
        kompetensi=kompetensi_sasaran(),
        sasaran=sasaran,
    )
    del form.fields["status"]  # always a draft
    if form.is_valid():
        try:
            pelatihan = ambil_usul_pelatihan(
                usul=usul,
                data=form.cleaned_data,
                sasaran=form.sasaran(),
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(
                request, "Usul diambil; pelatihannya tersimpan sebagai draf."
            )
            return redirect(pelatihan)
    konteks = {"form": form, "usul": usul}
    return render(request, "pelatihan/usul/ambil.html", konteks)


@require_POST
def tolak(request, uid):
    """Refuse with a reason."""
    usul = _usul(request, uid)
    wajib(boleh_memutuskan_usul_pelatihan(request.user, usul))
    form = BorangAlasan(request.POST)
    if not form.is_valid():
        return _tampilkan(request, usul, form)
    try:
        tolak_usul_pelatihan(
            usul=usul, alasan=form.cleaned_data["alasan"], oleh=request.user
        )
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Usul ditolak dan pengusul dikabari.")
    return redirect(usul)


@require_POST
def tarik(request, uid):
    """Withdraw what waits."""
    usul = _usul(request, uid)
    wajib(boleh_menarik_usul_pelatihan(request.user, usul))
    try:
        tarik_usul_pelatihan(usul=usul, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Usul ditarik.")
    return redirect(usul)
