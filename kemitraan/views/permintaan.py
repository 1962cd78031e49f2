"""A partner's user asks about the own data; the analyst answers."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from kemitraan.forms.permintaan import (
    AjukanPermintaanForm,
    JawabPermintaanForm,
    SaringPermintaanForm,
)
from kemitraan.izin import (
    boleh_membuka_beranda_mitra,
    boleh_membuka_permintaan_data,
    boleh_memproses_permintaan_data,
    boleh_memutuskan_permintaan_data,
)
from kemitraan.queries.permintaan import (
    daftar_permintaan_data,
    data_dipegang,
    permintaan_data_terlihat,
)
from kemitraan.services.permintaan import (
    ajukan_permintaan_data,
    batalkan_permintaan_data,
    terima_permintaan_data,
    tolak_permintaan_data,
)
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib


@require_safe
def daftar(request):
    """One's own requests; all for the analyst."""
    wajib(boleh_membuka_permintaan_data(request.user))
    saring = SaringPermintaanForm(request.GET)
    konteks = {
        "halaman": HalamanKunci(
            daftar_permintaan_data(request.user, **saring.saring), request.GET
        ),
        "saring": saring,
        "boleh_mengajukan": boleh_membuka_beranda_mitra(request.user),
    }
    return render(request, "kemitraan/permintaan/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request):
    """Ask for a copy of what is held, or for a correction."""
    wajib(boleh_membuka_beranda_mitra(request.user))
    form = AjukanPermintaanForm(isian(request))
    if form.is_valid():
        try:
            permintaan = ajukan_permintaan_data(oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Permintaan terkirim.")
            return redirect(permintaan)
    return render(request, "kemitraan/permintaan/ajukan.html", {"form": form})


def _permintaan(request, uid):
    wajib(boleh_membuka_permintaan_data(request.user))
    return get_object_or_404(permintaan_data_terlihat(request.user), uid=uid)


def _tampilkan(request, permintaan, form=None):
    konteks = {
        "permintaan": permintaan,
        "milik": permintaan.pengguna_id == request.user.pk,
        "boleh_memutuskan": permintaan.menunggu
        and boleh_memutuskan_permintaan_data(request.user, permintaan),
        "form": form or JawabPermintaanForm(),
    }
    return render(request, "kemitraan/permintaan/rinci.html", konteks)


@require_safe
def rinci(request, uid):
    """One request with its clock and its answer."""
    return _tampilkan(request, _permintaan(request, uid))


def _putuskan(request, uid, putuskan, pesan):
    wajib(boleh_memproses_permintaan_data(request.user))
    permintaan = _permintaan(request, uid)
    wajib(boleh_memutuskan_permintaan_data(request.user, permintaan))
    form = JawabPermintaanForm(request.POST)
    if form.is_valid():
        try:
            putuskan(permintaan=permintaan, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, pesan)
            return redirect(permintaan)
    return _tampilkan(request, _permintaan(request, uid), form)


@require_POST
def terima(request, uid):
    """Accept."""
    return _putuskan(request, uid, terima_permintaan_data, "Permintaan diterima.")


@require_POST
def tolak(request, uid):
    """Refuse with a reason."""
    return _putuskan(request, uid, tolak_permintaan_data, "Permintaan ditolak.")


@require_POST
def batalkan(request, uid):
    """Withdraw one's own."""
    wajib(boleh_membuka_beranda_mitra(request.user))
    permintaan = _permintaan(request, uid)
    wajib(permintaan.pengguna_id == request.user.pk)
    try:
        batalkan_permintaan_data(permintaan=permintaan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Permintaan dibatalkan.")
    return redirect(permintaan)


@require_safe
def salinan(request, uid):
    """The copy, for the person alone, once it was granted."""
    wajib(boleh_membuka_beranda_mitra(request.user))
    permintaan = _permintaan(request, uid)
    wajib(permintaan.bersalinan and permintaan.pengguna_id == request.user.pk)
    jawaban = JsonResponse(
        data_dipegang(request.user),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    jawaban["Content-Disposition"] = 'attachment; filename="data-saya.json"'
    jawaban["Cache-Control"] = "no-store"
    return jawaban
