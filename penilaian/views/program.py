"""Programmes: the list, one programme with its readiness, writing it and its needs."""

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
from penilaian.forms.program import (
    CakupanForm,
    KebutuhanForm,
    ProgramForm,
    SaringProgramForm,
)
from penilaian.izin import (
    boleh_melihat_calon,
    boleh_membuat_program,
    boleh_membuka_program,
    boleh_mengubah_program,
)
from penilaian.queries.penugasan import jumlah_penugasan, penugasan_program
from penilaian.queries.program import (
    calon_penugasan,
    daftar_program,
    isi_program,
    kebutuhan_terlihat,
    kesiapan_program,
    kompetensi_untuk_kebutuhan,
    opd_untuk_program,
    program_terlihat,
    samarkan_kesiapan,
)
from penilaian.services.program import (
    buat_program,
    hapus_kebutuhan,
    tambah_kebutuhan,
    ubah_program,
)

FORMULIR = ["GET", "HEAD", "POST"]


@require_safe
def daftar(request):
    """List programmes; an HTMX request gets the table only."""
    wajib(boleh_membuka_program(request.user))
    saring = SaringProgramForm(request.GET or None)
    pilihan = saring.cleaned_data if saring.is_valid() else {}
    halaman = HalamanKunci(daftar_program(request.user, **pilihan), request.GET)
    templat = "_tabel.html" if request.headers.get("HX-Request") else "daftar.html"
    return render(
        request,
        f"penilaian/program/{templat}",
        {
            "halaman": halaman,
            "saring": saring,
            "boleh_membuat": boleh_membuat_program(request.user),
            "boleh_melihat_nama": boleh_melihat_calon(request.user),
        },
    )


@require_safe
def rinci(request, uid):
    """One programme: readiness per need, assignments, and who would fit."""
    wajib(boleh_membuka_program(request.user))
    program = get_object_or_404(program_terlihat(request.user), uid=uid)
    form = CakupanForm(request.GET)
    sekota = form.is_valid() and form.cleaned_data["cakupan"] == "kota"
    lihat_calon = boleh_melihat_calon(request.user)
    kesiapan = kesiapan_program(program, sekota=sekota)
    if not lihat_calon:
        kesiapan = samarkan_kesiapan(kesiapan)
    return render(
        request,
        "penilaian/program/rinci.html",
        {
            "program": program,
            "sekota": sekota,
            "kesiapan": kesiapan,
            "jumlah": jumlah_penugasan(program),
            "boleh_melihat_nama": lihat_calon,
            "penugasan": penugasan_program(request.user, program)
            if lihat_calon
            else [],
            "calon": calon_penugasan(request.user, program, kesiapan, sekota=sekota)
            if lihat_calon and program.terbuka
            else [],
            "boleh_mengubah": boleh_mengubah_program(request.user, program),
        },
    )


@require_http_methods(FORMULIR)
def buat(request):
    """Write down a programme."""
    wajib(boleh_membuat_program(request.user))
    form = ProgramForm(
        request.POST if request.method == "POST" else None,
        opd=opd_untuk_program(request.user),
    )
    if form.is_valid():
        try:
            program = buat_program(**form.isi(), oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Program disimpan. Tambahkan kebutuhannya.")
            return redirect(program)
    return render(request, "penilaian/program/ubah.html", {"form": form})


@require_http_methods(FORMULIR)
def ubah(request, uid):
    """Change a programme; somebody else's change in between gives the conflict page."""
    wajib(boleh_membuat_program(request.user))
    program = get_object_or_404(program_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_program(request.user, program))
    form = ProgramForm(
        request.POST if request.method == "POST" else None,
        initial=isi_program(program),
        opd=opd_untuk_program(request.user),
    )
    if form.is_valid():
        try:
            ubah_program(
                program=program,
                isi=form.isi(),
                versi=form.cleaned_data["versi"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, program)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Program disimpan.")
            return redirect(program)
    return render(
        request, "penilaian/program/ubah.html", {"form": form, "program": program}
    )


@require_http_methods(FORMULIR)
def tambah(request, uid):
    """Add a need to a programme."""
    wajib(boleh_membuat_program(request.user))
    program = get_object_or_404(program_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_program(request.user, program))
    form = KebutuhanForm(
        request.POST if request.method == "POST" else None,
        kompetensi=kompetensi_untuk_kebutuhan(),
    )
    if form.is_valid():
        tambah_kebutuhan(program=program, **form.cleaned_data, oleh=request.user)
        messages.success(request, "Kebutuhan disimpan.")
        return redirect(program)
    return render(
        request, "penilaian/program/kebutuhan.html", {"form": form, "program": program}
    )


@require_POST
def hapus(request, uid):
    """Take a need away."""
    wajib(boleh_membuat_program(request.user))
    kebutuhan = get_object_or_404(kebutuhan_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_program(request.user, kebutuhan.program))
    hapus_kebutuhan(kebutuhan=kebutuhan, oleh=request.user)
    messages.success(request, "Kebutuhan dihapus.")
    return redirect(kebutuhan.program)
