"""Nominating people of the own units for a batch."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.forms.pencalonan import CalonkanForm, SaringCalon
from pelatihan.izin import boleh_mencalonkan
from pelatihan.queries.pencalonan import daftar_calon, pegawai_calon
from pelatihan.services.pencalonan import calonkan_peserta
from pelatihan.views.angkatan import lihat_angkatan


@require_http_methods(["GET", "HEAD", "POST"])
def calonkan(request, uid):
    """Search, tick, send: one or many at once."""
    wajib(boleh_mencalonkan(request.user))
    angkatan = lihat_angkatan(request, uid)
    form = CalonkanForm(isian(request), calon=pegawai_calon(request.user))
    if form.is_valid():
        try:
            baru = calonkan_peserta(
                angkatan=angkatan, pegawai=form.cleaned_data["pilih"], oleh=request.user
            )
        except AturanDilanggar as galat:
            form.add_error(None, galat.pesan)
        else:
            messages.success(
                request, _hasil(len(baru), len(form.cleaned_data["pilih"]))
            )
            return redirect(angkatan)
    return _tampilkan(request, angkatan, form)


def _hasil(baru, dipilih):
    if not baru:
        return "Tidak ada yang berubah: semua yang dicentang sudah terdaftar."
    pesan = f"{baru} pegawai dicalonkan. Kursinya disimpan sampai diputuskan."
    lama = dipilih - baru
    return f"{pesan} {lama} lainnya sudah terdaftar." if lama else pesan


def _tampilkan(request, angkatan, form):
    saring = SaringCalon(request.GET)
    daftar = daftar_calon(request.user, angkatan, **saring.saring)
    konteks = {
        "angkatan": angkatan,
        "form": form,
        "saring": saring,
        "halaman": HalamanKunci(daftar, request.GET),
        "menerima": angkatan.menerima_pada(hari_ini()),
        "tahun": hari_ini().year,
    }
    return render(request, "pelatihan/angkatan/calonkan.html", konteks)
