"""The list of people: filters, columns, pages, kept filters."""

from contextlib import nullcontext
from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.batas import BATAS_CARI, TerlaluLama, batas_waktu
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.ekspor import SimpanSaringanForm
from pegawai.forms.pegawai import SaringPegawaiForm, pasangan_saring
from pegawai.izin import (
    boleh_melihat_daftar_pegawai,
    boleh_mengekspor,
    boleh_mengimpor,
)
from pegawai.queries.kolom import PembacaPribadi, kolom_boleh, kolom_dipilih
from pegawai.queries.pegawai import baris_daftar, pegawai_mirip, pegawai_tepat
from pegawai.queries.saringan import saringan_terlihat, tab_saringan
from pegawai.services.saringan import hapus_saringan, simpan_saringan

UKURAN = 50
SEL_CETAK = 480  # cells of a page for print: its HTML stays under 60 KB (KINERJA)


@require_safe
def daftar(request):
    """List people; an HTMX request gets the table only, `?cetak=1` a longer page."""
    wajib(boleh_melihat_daftar_pegawai(request.user))
    saring = SaringPegawaiForm(request.GET, pengguna=request.user)
    pasangan = pasangan_saring(request.GET)
    kolom = kolom_dipilih(request.user, request.GET.getlist("kolom"))
    kueri = urlencode(pasangan)
    cetak = request.GET.get("cetak") == "1"
    konteks = {
        "halaman": _halaman(request, saring.saring, kolom, cetak),
        "saring": saring,
        "kolom": kolom,
        "pasangan": pasangan,
        "kueri": kueri,
        "cetak": cetak,
        "ekspor_url": reverse("pegawai:ekspor"),
        "boleh_ekspor": boleh_mengekspor(request.user),
        "boleh_pribadi": PembacaPribadi(request.user),
        "boleh_impor": boleh_mengimpor(request.user),
    }
    if not request.htmx:
        konteks["semua_kolom"] = kolom_boleh(request.user)
        konteks["tab"] = tab_saringan(request.user, kueri)
    return render(request, f"pegawai/pegawai/{_templat(request)}", konteks)


def _halaman(request, saring, kolom, cetak):
    """The page of exact answers; when there is none, the most alike; None = too slow."""
    pilihan = (pegawai_tepat, pegawai_mirip) if saring.cari else (pegawai_tepat,)
    try:
        with batas_waktu(BATAS_CARI) if request.GET else nullcontext():
            for pilih in pilihan:
                daftar = pilih(request.user, saring)
                if daftar.query.is_empty() and pilih is not pilihan[-1]:
                    continue  # no name holds these words: nothing to ask
                halaman = HalamanKunci(
                    baris_daftar(daftar, kolom),
                    request.GET,
                    ukuran=max(UKURAN // 2, SEL_CETAK // (len(kolom) + 1))
                    if cetak
                    else UKURAN,
                    hitung=daftar,
                )
                if halaman.jumlah:
                    break
    except TerlaluLama:
        return None
    return halaman


def _templat(request):
    """The table for an HTMX swap; the whole page also when history is restored."""
    potongan = request.htmx and not request.htmx.history_restore_request
    return "_tabel.html" if potongan else "daftar.html"


@require_http_methods(["GET", "HEAD", "POST"])
def saringan(request):
    """One's kept filters; POST keeps one more."""
    wajib(boleh_melihat_daftar_pegawai(request.user))
    form = SimpanSaringanForm(request.POST or None, initial=request.GET.dict())
    if form.is_valid():
        try:
            baru = simpan_saringan(oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, f"Saringan {baru.nama} sudah disimpan.")
            return redirect(baru)
    return render(
        request,
        "pegawai/saringan/daftar.html",
        {"form": form, "daftar": saringan_terlihat(request.user)},
    )


@require_POST
def saringan_hapus(request, uid):
    """Throw one away."""
    wajib(boleh_melihat_daftar_pegawai(request.user))
    satu = get_object_or_404(saringan_terlihat(request.user), uid=uid)
    hapus_saringan(saringan=satu, oleh=request.user)
    messages.success(request, f"Saringan {satu.nama} sudah dihapus.")
    return redirect(reverse("pegawai:saringan-daftar"))
