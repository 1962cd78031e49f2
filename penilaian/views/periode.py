"""Periods: list, page, plan, change, open, close."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from penilaian.forms.periode import PeriodeForm, TugaskanForm
from penilaian.izin import (
    boleh_membuka_hasil_periode,
    boleh_membuka_periode,
    boleh_mengelola_periode,
)
from penilaian.queries.penilaian import daftar_hasil_periode
from penilaian.queries.periode import (
    daftar_periode,
    kemajuan_per_unit,
    kemajuan_periode,
    penugasan_periode,
    periode_terlihat,
)
from penilaian.services.periode import (
    buat_periode,
    buka_periode,
    tugaskan_asesor,
    tutup_periode,
    ubah_periode,
)

MEDAN = (
    "nama",
    "tujuan",
    "metode",
    "jenis_kompetensi",
    "tanggal_mulai",
    "tanggal_selesai",
    "surplus_menutup",
)


@require_safe
def daftar(request):
    """All periods this account manages or monitors."""
    wajib(boleh_membuka_periode(request.user))
    return render(
        request,
        "penilaian/periode/daftar.html",
        {
            "halaman": HalamanKunci(daftar_periode(request.user), request.GET),
            "boleh_mengelola": boleh_mengelola_periode(request.user),
        },
    )


@require_safe
def rinci(request, uid):
    """One period: facts, progress by OPD, and what can be done now."""
    wajib(boleh_membuka_periode(request.user))
    periode = get_object_or_404(
        periode_terlihat(request.user).select_related("metode", "diterbitkan_oleh"),
        uid=uid,
    )
    boleh = boleh_mengelola_periode(request.user)
    return render(
        request,
        "penilaian/periode/rinci.html",
        {
            "periode": periode,
            "kemajuan": kemajuan_periode(request.user, periode),
            "per_unit": kemajuan_per_unit(request.user, periode),
            "boleh_mengelola": boleh,
            "boleh_membuka_hasil": boleh_membuka_hasil_periode(request.user),
            "penugasan": penugasan_periode(periode) if boleh else None,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request):
    """Plan a period."""
    wajib(boleh_mengelola_periode(request.user))
    form = PeriodeForm(
        request.POST or None,
        initial={
            "tujuan": "PEMETAAN",
            "jenis_kompetensi": ["MANAJERIAL", "SOSIAL_KULTURAL"],
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            periode = buat_periode(**_isian(form), oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Periode disimpan sebagai rencana.")
            return redirect(periode)
    return render(request, "penilaian/periode/buat.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Change a period."""
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    awal = {medan: getattr(periode, medan) for medan in (*MEDAN, "versi")}
    form = PeriodeForm(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        versi = form.cleaned_data["versi"] or 0
        try:
            ubah_periode(
                periode=periode, versi=versi, oleh=request.user, **_isian(form)
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, periode)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Perubahan periode disimpan.")
            return redirect(periode)
    return render(
        request, "penilaian/periode/ubah.html", {"form": form, "periode": periode}
    )


def _isian(form):
    return {medan: form.cleaned_data[medan] for medan in MEDAN}


@require_POST
def buka(request, uid):
    """Open for entries."""
    return _lakukan(request, uid, buka_periode, "Periode dibuka. Asesor dapat mengisi.")


@require_POST
def tutup(request, uid):
    """No more entries."""
    return _lakukan(
        request, uid, tutup_periode, "Periode ditutup. Hasil belum terlihat siapa pun."
    )


def _lakukan(request, uid, layanan, pesan):
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    try:
        layanan(periode=periode, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, pesan)
    return redirect(periode)


@require_http_methods(["GET", "HEAD", "POST"])
def asesor(request, uid):
    """Give an assessor people to assess."""
    wajib(boleh_mengelola_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    form = TugaskanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            jumlah = tugaskan_asesor(
                periode=periode,
                asesor=form.cleaned_data["asesor"],
                daftar_pegawai=form.cleaned_data["nip"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, f"{jumlah} penugasan asesor disimpan.")
            return redirect(periode)
    return render(
        request, "penilaian/periode/asesor.html", {"form": form, "periode": periode}
    )


@require_safe
def hasil(request, uid):
    """Results of a period: with drafts for the analyst, published in scope for units."""
    wajib(boleh_membuka_hasil_periode(request.user))
    periode = get_object_or_404(periode_terlihat(request.user), uid=uid)
    daftar = daftar_hasil_periode(request.user, periode)
    return render(
        request,
        "penilaian/periode/hasil.html",
        {
            "periode": periode,
            "halaman": HalamanKunci(daftar, request.GET),
            "boleh_mengelola": boleh_mengelola_periode(request.user),
        },
    )
