"""Posts of a unit: make, move to another unit, close, open again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pegawai.dasar.alat.borang import isian, kata_kueri
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.jabatan import BuatJabatanForm, PindahJabatanForm
from pegawai.izin import boleh_mengubah_jabatan
from pegawai.models import UnitKerja
from pegawai.queries.jabatan import jabatan_untuk_rinci
from pegawai.services.jabatan_tata import (
    buat_jabatan,
    buka_jabatan,
    pindahkan_jabatan,
    tutup_jabatan,
)

DUA_ARAH = require_http_methods(["GET", "HEAD", "POST"])


def _kirim(request, form, lakukan, berhasil):
    """One act of a valid form: where to go, or None with the reason on the form."""
    if not form.is_valid():
        return None
    try:
        jabatan = lakukan(oleh=request.user, **form.cleaned_data)
    except AturanDilanggar as galat:
        medan = galat.medan if galat.medan in form.fields else None
        form.add_error(medan, galat.pesan)
        return None
    messages.success(request, berhasil)
    return redirect(jabatan)


@DUA_ARAH
def buat(request, uid):
    """A new post in this unit."""
    wajib(boleh_mengubah_jabatan(request.user))
    unit = get_object_or_404(UnitKerja, uid=uid)
    form = BuatJabatanForm(isian(request))

    def lakukan(**isi):
        return buat_jabatan(unit=unit, **isi)

    if jawaban := _kirim(request, form, lakukan, "Jabatan sudah dibuat."):
        return jawaban
    konteks = {"unit": unit, "form": form}
    return render(request, "pegawai/jabatan/buat.html", konteks)


@DUA_ARAH
def pindah(request, uid):
    """An empty post to another unit."""
    wajib(boleh_mengubah_jabatan(request.user))
    jabatan = get_object_or_404(jabatan_untuk_rinci(), uid=uid)
    cari = kata_kueri(request.POST) or kata_kueri(request.GET)
    form = PindahJabatanForm(
        isian(request), jabatan=jabatan, pengguna=request.user, cari=cari
    )

    def lakukan(**isi):
        return pindahkan_jabatan(jabatan=jabatan, **isi)

    if jawaban := _kirim(request, form, lakukan, "Jabatan sudah dipindahkan."):
        return jawaban
    konteks = {"jabatan": jabatan, "form": form, "cari": cari}
    return render(request, "pegawai/jabatan/pindah.html", konteks)


@require_POST
def tutup(request, uid):
    """A post that nobody holds is no longer used."""
    return _ubah_aktif(request, uid, tutup_jabatan, "Jabatan sudah ditutup.")


@require_POST
def buka(request, uid):
    """A closed post is used again."""
    return _ubah_aktif(request, uid, buka_jabatan, "Jabatan dipakai lagi.")


def _ubah_aktif(request, uid, lakukan, berhasil):
    wajib(boleh_mengubah_jabatan(request.user))
    jabatan = get_object_or_404(jabatan_untuk_rinci(), uid=uid)
    try:
        lakukan(jabatan=jabatan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, berhasil)
    return redirect(jabatan)
