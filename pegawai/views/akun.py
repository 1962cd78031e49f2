"""One-time codes for the first sign-in: for one person, or a list for a unit."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.queries.kode import kode_terakhir
from pegawai.izin import (
    boleh_memberi_kode,
    boleh_memberi_kode_kepada,
    boleh_memberi_kode_unit,
)
from pegawai.models import UnitKerja
from pegawai.queries.akun import menunggu_kode
from pegawai.queries.pegawai import pegawai_untuk_lembar
from pegawai.services.akun_kode import beri_kode, minta_daftar_kode

SESI = "kode_diberikan"


@require_http_methods(["GET", "HEAD", "POST"])
def kode(request, uid):
    """Give one person a code; the next page shows it this once."""
    wajib(boleh_memberi_kode(request.user))
    daftar = pegawai_untuk_lembar(request.user).select_related("pengguna", "unit_kerja")
    pegawai = get_object_or_404(daftar, uid=uid)
    wajib(boleh_memberi_kode_kepada(request.user, pegawai))
    if request.method == "POST":
        try:
            teks = beri_kode(pegawai=pegawai, oleh=request.user)
        except AturanDilanggar as galat:
            messages.error(request, galat.pesan)
        else:
            request.session[SESI] = {"uid": str(pegawai.uid), "teks": teks}
        return redirect("pegawai:akun-kode", uid=pegawai.uid)
    baru = request.session.pop(SESI, None) or {}
    akun = pegawai.pengguna
    konteks = {
        "pegawai": pegawai,
        "akun": akun,
        "kode": akun and kode_terakhir(akun),
        "teks": baru.get("teks", "") if baru.get("uid") == str(pegawai.uid) else "",
        "sekarang": timezone.now(),
    }
    return render(request, "pegawai/akun/kode.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def kode_unit(request, uid):
    """A printed list for everybody of a unit who never signed in."""
    wajib(boleh_memberi_kode(request.user))
    unit = get_object_or_404(UnitKerja, uid=uid)
    wajib(boleh_memberi_kode_unit(request.user, unit))
    if request.method == "POST":
        return redirect(minta_daftar_kode(unit=unit, oleh=request.user))
    konteks = {"unit": unit, "jumlah": menunggu_kode(request.user, unit).count()}
    return render(request, "pegawai/akun/kode_unit.html", konteks)
