"""The assessor's desk: own assignments, and entering one person's levels."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.views.bentrok import halaman_bentrok
from penilaian.forms.asesmen import AsesmenForm
from penilaian.izin import boleh_membuka_asesmen, boleh_mengisi_asesmen
from penilaian.queries.penilaian import asesmen_terlihat, daftar_asesmen
from penilaian.queries.wajib import isian_asesmen
from penilaian.services.penilaian import catat_asesmen


@require_safe
def daftar(request):
    """My assignments: what waits first, nearest end first."""
    wajib(boleh_membuka_asesmen(request.user))
    halaman = HalamanKunci(daftar_asesmen(request.user), request.GET)
    return render(request, "penilaian/penilaian/asesmen.html", {"halaman": halaman})


@require_http_methods(["GET", "HEAD", "POST"])
def isi(request, uid):
    """Levels of one person; a closed window shows why instead of a form."""
    wajib(boleh_membuka_asesmen(request.user))
    penugasan = get_object_or_404(asesmen_terlihat(request.user), uid=uid)
    boleh = boleh_mengisi_asesmen(request.user, penugasan)
    konteks = {"penugasan": penugasan, "boleh_mengisi": boleh}
    if not boleh:
        kode = 200 if request.method != "POST" else 403
        return render(request, "penilaian/penilaian/isi.html", konteks, status=kode)
    dinilai, awal = isian_asesmen(penugasan)
    awal.setdefault("tanggal_penilaian", hari_ini())
    form = AsesmenForm(request.POST or None, initial=awal, dinilai=dinilai)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = catat_asesmen(
                penugasan=penugasan,
                level=form.level(),
                tanggal_penilaian=form.cleaned_data["tanggal_penilaian"],
                catatan=form.cleaned_data["catatan"],
                versi=form.cleaned_data["versi"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(
                    request,
                    form,
                    galat,
                    penugasan.pegawai,
                    reverse("penilaian:asesmen-daftar"),
                )
            form.add_error(galat.medan, galat.pesan)
        else:
            sisa = "" if hasil.lengkap else " Masih ada kompetensi yang belum dinilai."
            messages.success(request, f"Nilai {penugasan.pegawai} disimpan.{sisa}")
            return redirect("penilaian:asesmen-daftar")
    return render(request, "penilaian/penilaian/isi.html", {**konteks, "form": form})
