"""What is done with an agreement: discuss, sign, stop, extend, open a programme."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kemitraan.forms.perjanjian import (
    HentikanForm,
    PerpanjangForm,
    ProgramForm,
    TandatanganForm,
)
from kemitraan.izin import boleh_mengelola_kemitraan
from kemitraan.queries.perjanjian import perjanjian_terlihat
from kemitraan.services.magang_program import buat_program
from kemitraan.services.perjanjian import (
    bahas_perjanjian,
    hentikan_perjanjian,
    perpanjang_perjanjian,
    tandatangani_perjanjian,
)
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini


@require_POST
def bahas(request, uid):
    """Send the draft into discussion."""
    wajib(boleh_mengelola_kemitraan(request.user))
    perjanjian = get_object_or_404(perjanjian_terlihat(request.user), uid=uid)
    bahas_perjanjian(perjanjian=perjanjian, oleh=request.user)
    messages.success(request, "Rancangan kini dibahas dengan mitra.")
    return redirect(perjanjian)


def _tindakan(request, uid, *, kelas, judul, ket, pesan, laksanakan, bahaya=False):
    """A form page of one act: see, check, act, answer."""
    wajib(boleh_mengelola_kemitraan(request.user))
    perjanjian = get_object_or_404(perjanjian_terlihat(request.user), uid=uid)
    form = kelas(isian(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            laksanakan(perjanjian=perjanjian, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(
                galat.medan if galat.medan in form.fields else None, galat.pesan
            )
        else:
            messages.success(request, pesan)
            return redirect(perjanjian)
    konteks = {
        "form": form,
        "perjanjian": perjanjian,
        "judul": judul,
        "ket": ket,
        "bahaya": bahaya,
    }
    return render(request, "kemitraan/perjanjian/tindakan.html", konteks)


def _hari_ini(layanan):
    return lambda **isi: layanan(hari=hari_ini(), **isi)


@require_http_methods(["GET", "POST"])
def tandatangani(request, uid):
    """Record the signatures."""
    return _tindakan(
        request,
        uid,
        kelas=TandatanganForm,
        judul="Catat tanda tangan",
        ket="Sesudah ditandatangani, isi perjanjian hanya berubah lewat adendum.",
        pesan="Tanda tangan dicatat.",
        laksanakan=_hari_ini(tandatangani_perjanjian),
    )


@require_http_methods(["GET", "POST"])
def hentikan(request, uid):
    """Stop a signed agreement."""
    return _tindakan(
        request,
        uid,
        kelas=HentikanForm,
        judul="Hentikan perjanjian",
        ket="Penempatan yang berjalan dapat diselesaikan; pengajuan baru ditolak.",
        pesan="Perjanjian dihentikan.",
        laksanakan=_hari_ini(hentikan_perjanjian),
        bahaya=True,
    )


@require_http_methods(["GET", "POST"])
def perpanjang(request, uid):
    """Draft the addendum that extends it."""
    return _tindakan(
        request,
        uid,
        kelas=PerpanjangForm,
        judul="Perpanjang dengan adendum",
        ket="Adendum berlaku sesudah ditandatangani kedua pihak.",
        pesan="Rancangan adendum dibuat.",
        laksanakan=_hari_ini(perpanjang_perjanjian),
    )


@require_http_methods(["GET", "POST"])
def program(request, uid):
    """Open an internship programme."""
    return _tindakan(
        request,
        uid,
        kelas=ProgramForm,
        judul="Buka program magang",
        ket="Mitra dapat mengajukan mahasiswa sesudah program dibuka. Program magang "
        "ASN juga masuk katalog pelatihan; lengkapi sasaran kompetensinya di sana.",
        pesan="Program magang dibuka.",
        laksanakan=buat_program,
    )
