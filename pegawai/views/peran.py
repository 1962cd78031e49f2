"""Roles: who holds which, granting, proposing, deciding, ending."""

from allauth.account.decorators import reauthentication_required
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
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.forms.peran import (
    AlasanPeranForm,
    BerikanPeranForm,
    SaringPeranForm,
    UsulPeranForm,
)
from pegawai.izin import (
    boleh_membuka_peran,
    boleh_memulihkan_peran,
    boleh_memutuskan_usul_peran,
    boleh_mencabut_peran,
    boleh_mengusulkan_peran,
)
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran import berlaku_sekota
from pegawai.queries.peran_daftar import (
    daftar_pemberian,
    daftar_usul,
    pemberian_akun,
    pemberian_terlihat,
    usul_terlihat,
)
from pegawai.services.penangguhan import pulihkan_peran
from pegawai.services.peran import (
    berikan_peran,
    cabut_peran,
    setujui_usul_peran,
    tolak_usul_peran,
)

SEKOTA = (Peran.ANALIS, Peran.ADMIN)


@require_safe
def daftar(request):
    """Grants, those that end first before the others."""
    wajib(boleh_membuka_peran(request.user))
    saring = SaringPeranForm(request.GET)
    konteks = {
        "halaman": HalamanKunci(
            daftar_pemberian(request.user, **saring.saring), request.GET
        ),
        "saring": saring,
        "hari": hari_ini(),
    }
    return render(request, "pegawai/peran/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One grant, with every other of the same account."""
    wajib(boleh_membuka_peran(request.user))
    pemberian = get_object_or_404(pemberian_terlihat(request.user), uid=uid)
    return _tampilkan(request, pemberian, AlasanPeranForm())


def _tampilkan(request, pemberian, form):
    konteks = {
        "pemberian": pemberian,
        "akun": pemberian.pengguna,
        "daftar": pemberian_akun(request.user, pemberian.pengguna)[:100],
        "boleh_mencabut": boleh_mencabut_peran(request.user, pemberian),
        "boleh_memulihkan": boleh_memulihkan_peran(request.user, pemberian),
        "form": form,
        "hari": hari_ini(),
    }
    return render(request, "pegawai/peran/rinci.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def berikan(request):
    """Grant a role; delicate, so one signs in again when that was long ago."""
    wajib(boleh_membuka_peran(request.user))
    return _berikan(request)


@reauthentication_required
def _berikan(request):
    form = BerikanPeranForm(
        isian(request),
        pengguna=request.user,
        initial={"akun": request.GET.get("akun", ""), "berlaku_mulai": hari_ini()},
    )
    return _simpan(request, form)


def _simpan(request, form):
    if form.is_valid():
        try:
            hasil = berikan_peran(**form.isi(), oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            if isinstance(hasil, PemberianPeran):
                messages.success(request, "Peran diberikan dan berlaku seketika.")
                return redirect(hasil)
            messages.success(
                request, "Usul disimpan dan menunggu keputusan admin lain."
            )
            return redirect("pegawai:peran-usul")
    return render(request, "pegawai/peran/berikan.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request):
    """Propose a role for somebody; an administrator decides."""
    wajib(boleh_mengusulkan_peran(request.user))
    form = UsulPeranForm(
        isian(request),
        pengguna=request.user,
        sekota=berlaku_sekota(request.user, *SEKOTA),
        initial={"akun": request.GET.get("akun", ""), "berlaku_mulai": hari_ini()},
    )
    return _simpan(request, form)


@require_safe
def usul(request):
    """Proposals: all for the administrator, one's own for others."""
    wajib(boleh_mengusulkan_peran(request.user))
    return _daftar_usul(request)


def _daftar_usul(request, **tolak):
    halaman = HalamanKunci(daftar_usul(request.user), request.GET)
    for satu in halaman:
        satu.borang = _borang_tolak(request.user, satu)
    konteks = {
        "halaman": halaman,
        "boleh_daftar": boleh_membuka_peran(request.user),
        **tolak,
    }
    return render(request, "pegawai/peran/usul.html", konteks)


def _borang_tolak(pengguna, usul):
    """The form of a refusal where one may decide; ids of its own on a page of many."""
    if not boleh_memutuskan_usul_peran(pengguna, usul):
        return None
    return AlasanPeranForm(auto_id=f"id_{usul.uid}_%s")


def _usul(request, uid):
    wajib(boleh_membuka_peran(request.user))
    usul = get_object_or_404(usul_terlihat(request.user), uid=uid)
    wajib(request.user.pk not in {usul.diusulkan_oleh_id, usul.pengguna_id})
    return usul


@require_POST
def setujui(request, uid):
    """The second person grants."""
    return _setujui(request, _usul(request, uid))


@reauthentication_required
def _setujui(request, usul):
    try:
        pemberian = setujui_usul_peran(usul=usul, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect("pegawai:peran-usul")
    messages.success(request, "Peran diberikan dan berlaku seketika.")
    return redirect(pemberian)


@require_POST
def tolak(request, uid):
    """Refuse with a reason."""
    usul = _usul(request, uid)
    form = AlasanPeranForm(request.POST)
    if not form.is_valid():
        return _daftar_usul(request, form=form, ditolak=usul)
    try:
        tolak_usul_peran(usul=usul, oleh=request.user, **form.cleaned_data)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Usul ditolak.")
    return redirect("pegawai:peran-usul")


def _milik_lain(request, uid):
    """Somebody else's grant: one's own is neither ended nor given back."""
    wajib(boleh_membuka_peran(request.user))
    pemberian = get_object_or_404(pemberian_terlihat(request.user), uid=uid)
    wajib(pemberian.pengguna_id != request.user.pk)
    return pemberian


@require_POST
def cabut(request, uid):
    """End a grant now."""
    return _cabut(request, _milik_lain(request, uid))


@reauthentication_required
def _cabut(request, pemberian):
    form = AlasanPeranForm(request.POST)
    if not form.is_valid():
        return _tampilkan(request, pemberian, form)
    cabut_peran(pemberian=pemberian, oleh=request.user, **form.cleaned_data)
    messages.success(request, "Peran dicabut dan tidak berlaku lagi.")
    return redirect(pemberian)


@require_POST
def pulihkan(request, uid):
    """Let a suspended grant count again."""
    return _pulihkan(request, _milik_lain(request, uid))


@reauthentication_required
def _pulihkan(request, pemberian):
    try:
        pulihkan_peran(pemberian=pemberian, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Peran dipulihkan dan berlaku seketika.")
    return redirect(pemberian)
