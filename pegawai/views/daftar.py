"""The list of people: filters, columns, pages."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.pegawai import SaringPegawaiForm
from pegawai.izin import boleh_melihat_daftar_pegawai
from pegawai.queries.kolom import kolom_dipilih
from pegawai.queries.pegawai import baris_daftar, pegawai_mirip, pegawai_tepat


@require_safe
def daftar(request):
    """List people; an HTMX request gets the table only."""
    wajib(boleh_melihat_daftar_pegawai(request.user))
    saring = SaringPegawaiForm(request.GET, pengguna=request.user)
    kolom = kolom_dipilih(request.user, request.GET.getlist("kolom"))
    halaman = _halaman(request, saring.saring, kolom)
    konteks = {"halaman": halaman, "saring": saring, "kolom": kolom}
    return render(request, f"pegawai/pegawai/{_templat(request)}", konteks)


def _halaman(request, saring, kolom):
    """The page of exact answers; when there is none, the most alike."""
    for pilih in (pegawai_tepat, pegawai_mirip) if saring.cari else (pegawai_tepat,):
        daftar = pilih(request.user, saring)
        baris = baris_daftar(daftar, kolom)
        halaman = HalamanKunci(baris, request.GET, hitung=daftar)
        if halaman:
            break
    return halaman


def _templat(request):
    """The table for an HTMX swap; the whole page also when history is restored."""
    potongan = request.htmx and not request.htmx.history_restore_request
    return "_tabel.html" if potongan else "daftar.html"
