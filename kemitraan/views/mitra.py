"""Partners: list, page, writing; the partner's own start page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kemitraan.forms.mitra import MitraForm, SaringMitraForm
from kemitraan.forms.undangan import AlasanUsulForm
from kemitraan.izin import (
    boleh_membuka_beranda_mitra,
    boleh_membuka_kemitraan,
    boleh_mengelola_kemitraan,
    boleh_mengelola_pengguna_mitra,
    milik_mitra,
)
from kemitraan.queries.beranda import isi_beranda_mitra
from kemitraan.queries.mitra import daftar_mitra, mitra_terlihat
from kemitraan.queries.pengguna import (
    pengguna_mitra_terlihat,
    usul_pengguna_terlihat,
)
from kemitraan.queries.perjanjian import perjanjian_mitra
from kemitraan.services.mitra import buat_mitra, ubah_mitra
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.views.bentrok import halaman_bentrok


@require_safe
def daftar(request):
    """Visible partners, by name."""
    wajib(boleh_membuka_kemitraan(request.user))
    saring = SaringMitraForm(request.GET or None)
    pilihan = saring.cleaned_data if saring.is_valid() else {}
    konteks = {
        "halaman": HalamanKunci(daftar_mitra(request.user, **pilihan), request.GET),
        "saring": saring,
        "boleh_mengelola": boleh_mengelola_kemitraan(request.user),
    }
    return render(request, "kemitraan/mitra/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One partner with its agreements."""
    wajib(boleh_membuka_kemitraan(request.user))
    mitra = get_object_or_404(mitra_terlihat(request.user), uid=uid)
    konteks = {
        "mitra": mitra,
        "daftar_perjanjian": perjanjian_mitra(request.user, mitra),
        "boleh_mengelola": boleh_mengelola_kemitraan(request.user),
        "boleh_pengguna": boleh_mengelola_pengguna_mitra(request.user),
        "daftar_pengguna": pengguna_mitra_terlihat(request.user, mitra)[:50],
        "daftar_usul": _usul_menunggu(request.user, mitra),
        "boleh_mengusulkan": milik_mitra(request.user, mitra),
        "hari": hari_ini(),
    }
    return render(request, "kemitraan/mitra/rinci.html", konteks)


def _usul_menunggu(pengguna, mitra):
    """What waits for the administrator, each with a form of its own (ids differ)."""
    if not boleh_mengelola_pengguna_mitra(pengguna):
        return []
    daftar = list(usul_pengguna_terlihat(pengguna, mitra).filter(status="DIUSULKAN"))
    for usul in daftar:
        usul.borang = AlasanUsulForm(auto_id=f"id_{usul.uid}_%s")
    return daftar


@require_http_methods(["GET", "POST"])
def buat(request):
    """Add a partner."""
    wajib(boleh_mengelola_kemitraan(request.user))
    form = MitraForm(isian(request))
    if request.method == "POST" and form.is_valid():
        try:
            mitra = buat_mitra(oleh=request.user, **form.isi())
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Mitra disimpan.")
            return redirect(mitra)
    return render(request, "kemitraan/mitra/ubah.html", {"form": form})


@require_http_methods(["GET", "POST"])
def ubah(request, uid):
    """Change a partner."""
    wajib(boleh_mengelola_kemitraan(request.user))
    mitra = get_object_or_404(mitra_terlihat(request.user), uid=uid)
    form = MitraForm(isian(request), instance=mitra, initial={"versi": mitra.versi})
    if request.method == "POST" and form.is_valid():
        versi = form.cleaned_data["versi"] or 0
        try:
            ubah_mitra(mitra=mitra, versi=versi, oleh=request.user, **form.isi())
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, mitra)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Mitra disimpan.")
            return redirect(mitra)
    konteks = {"form": form, "mitra": mitra}
    return render(request, "kemitraan/mitra/ubah.html", konteks)


@require_safe
def beranda(request):
    """The partner's start page: agreements by days left, then its people."""
    wajib(boleh_membuka_beranda_mitra(request.user))
    konteks = isi_beranda_mitra(request.user)
    return render(request, "kemitraan/mitra/beranda.html", konteks)
