"""Organisers and their members: who works for whom, until when."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.borang import isian, kata_kueri
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.forms.anggota import TambahAnggotaForm
from pelatihan.izin import boleh_mengelola_anggota, boleh_mengelola_penyelenggara
from pelatihan.queries.anggota import (
    anggota_terlihat,
    daftar_penyelenggara,
    penyelenggara_beranggota,
)
from pelatihan.services.anggota import akhiri_anggota, tambah_anggota


@require_safe
def daftar(request):
    """Organisers: one's own, or all for the administrator."""
    wajib(boleh_mengelola_anggota(request.user))
    cari = kata_kueri(request.GET)
    halaman = HalamanKunci(daftar_penyelenggara(request.user, cari=cari), request.GET)
    konteks = {
        "halaman": halaman,
        "cari": cari,
        "boleh_membuat": boleh_mengelola_penyelenggara(request.user),
    }
    return render(request, "pelatihan/penyelenggara/daftar.html", konteks)


def _penyelenggara(request, uid):
    wajib(boleh_mengelola_anggota(request.user))
    return get_object_or_404(penyelenggara_beranggota(request.user), uid=uid)


@require_safe
def rinci(request, uid):
    """One organiser with its members."""
    penyelenggara = _penyelenggara(request, uid)
    konteks = {
        "penyelenggara": penyelenggara,
        "halaman": HalamanKunci(
            anggota_terlihat(request.user, penyelenggara), request.GET
        ),
        "hari": hari_ini(),
        "boleh_mengubah": boleh_mengelola_penyelenggara(request.user),
    }
    return render(request, "pelatihan/penyelenggara/rinci.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request, uid):
    """Add an existing account; delicate, so one signs in again when that was long ago."""
    return _tambah(request, _penyelenggara(request, uid))


@reauthentication_required
def _tambah(request, penyelenggara):
    form = TambahAnggotaForm(isian(request))
    if form.is_valid():
        try:
            anggota = tambah_anggota(
                penyelenggara=penyelenggara, oleh=request.user, **form.cleaned_data
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, f"{anggota.pengguna} menjadi anggota.")
            return redirect(penyelenggara)
    konteks = {"form": form, "penyelenggara": penyelenggara}
    return render(request, "pelatihan/penyelenggara/tambah.html", konteks)


@require_POST
def akhiri(request, uid, akun):
    """End a membership now."""
    penyelenggara = _penyelenggara(request, uid)
    daftar = anggota_terlihat(request.user, penyelenggara)
    anggota = get_object_or_404(daftar, pengguna__uid=akun)
    return _akhiri(request, penyelenggara, anggota)


@reauthentication_required
def _akhiri(request, penyelenggara, anggota):
    try:
        akhiri_anggota(anggota=anggota, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, f"Keanggotaan {anggota.pengguna} diakhiri.")
    return redirect(penyelenggara)
