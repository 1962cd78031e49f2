"""Assignments: the list, one assignment, proposing and deciding."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from penilaian.forms.program import (
    AlasanPenugasanForm,
    SaringPenugasanForm,
    UsulPenugasanForm,
)
from penilaian.forms.rencana import VersiForm
from penilaian.izin import (
    boleh_melihat_agenda,
    boleh_melihat_calon,
    boleh_membatalkan_penugasan,
    boleh_membuka_penugasan,
    boleh_memutuskan_penugasan,
    boleh_mengusulkan_penugasan,
)
from penilaian.queries.penugasan import (
    agenda_bentrok,
    agenda_program,
    daftar_penugasan,
    penugasan_terlihat,
)
from penilaian.queries.program import pegawai_diusulkan, program_terlihat
from penilaian.services.penugasan import (
    batalkan_penugasan,
    selesaikan_penugasan,
    setujui_penugasan,
    tolak_penugasan,
    usulkan_penugasan,
)


@require_safe
def daftar(request):
    """List assignments; an HTMX request gets the table only."""
    wajib(boleh_membuka_penugasan(request.user))
    saring = SaringPenugasanForm(request.GET or None)
    pilihan = saring.cleaned_data if saring.is_valid() else {}
    halaman = HalamanKunci(daftar_penugasan(request.user, **pilihan), request.GET)
    nama = "_penugasan" if request.headers.get("HX-Request") else "penugasan_daftar"
    return render(
        request,
        f"penilaian/program/{nama}.html",
        {"halaman": halaman, "saring": saring},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request, uid, pegawai_uid):
    """Propose one person for one programme; commitments of those days are shown."""
    wajib(boleh_melihat_calon(request.user))
    program = get_object_or_404(program_terlihat(request.user), uid=uid)
    pegawai = get_object_or_404(pegawai_diusulkan(request.user), uid=pegawai_uid)
    wajib(boleh_mengusulkan_penugasan(request.user, program, pegawai))
    form = UsulPenugasanForm(
        request.POST if request.method == "POST" else None,
        initial={
            "tanggal_mulai": program.tanggal_mulai,
            "tanggal_selesai": program.tanggal_selesai,
        },
    )
    if form.is_valid():
        try:
            penugasan = usulkan_penugasan(
                program=program,
                pegawai=pegawai,
                **form.cleaned_data,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Usulan dikirim ke atasan langsungnya.")
            return redirect(penugasan)
    return render(
        request,
        "penilaian/program/usulkan.html",
        {
            "form": form,
            "program": program,
            "pegawai": pegawai,
            "bentrok": agenda_program(pegawai, program),
        },
    )


@require_safe
def rinci(request, uid):
    """One assignment and what may be done with it."""
    wajib(boleh_membuka_penugasan(request.user))
    penugasan = get_object_or_404(penugasan_terlihat(request.user), uid=uid)
    return _rinci(request, penugasan)


def _rinci(request, penugasan, borang=None):
    batal = boleh_membatalkan_penugasan(request.user, penugasan)
    return render(
        request,
        "penilaian/program/penugasan_rinci.html",
        {
            "penugasan": penugasan,
            "bentrok": agenda_bentrok(penugasan)
            if boleh_melihat_agenda(request.user, penugasan.pegawai)
            else [],
            "boleh_memutuskan": penugasan.menunggu
            and boleh_memutuskan_penugasan(request.user, penugasan),
            "boleh_membatalkan": batal and penugasan.berlaku,
            "boleh_menyelesaikan": batal
            and penugasan.status == penugasan.Status.DISETUJUI,
            "form": borang or AlasanPenugasanForm(initial={"versi": penugasan.versi}),
        },
    )


@require_POST
def setujui(request, uid):
    """Approve one proposal."""
    wajib(boleh_membuka_penugasan(request.user))
    penugasan = get_object_or_404(penugasan_terlihat(request.user), uid=uid)
    wajib(boleh_memutuskan_penugasan(request.user, penugasan))
    form = VersiForm(request.POST)
    versi = form.cleaned_data["versi"] if form.is_valid() else None
    try:
        setujui_penugasan(penugasan=penugasan, versi=versi, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Penugasan disetujui.")
    return redirect(penugasan)


@require_POST
def tolak(request, uid):
    """Refuse one proposal with a reason."""
    wajib(boleh_membuka_penugasan(request.user))
    penugasan = get_object_or_404(penugasan_terlihat(request.user), uid=uid)
    wajib(boleh_memutuskan_penugasan(request.user, penugasan))
    form = AlasanPenugasanForm(request.POST)
    if not form.is_valid():
        return _rinci(request, penugasan, form)
    try:
        tolak_penugasan(penugasan=penugasan, **form.cleaned_data, oleh=request.user)
    except AturanDilanggar as galat:
        form.add_error(None, galat.pesan)
        return _rinci(request, penugasan, form.atas_versi(penugasan.versi))
    messages.success(request, "Usulan ditolak dengan alasan.")
    return redirect(penugasan)


@require_POST
def batalkan(request, uid):
    """Call one off with a reason."""
    wajib(boleh_membuka_penugasan(request.user))
    penugasan = get_object_or_404(penugasan_terlihat(request.user), uid=uid)
    wajib(boleh_membatalkan_penugasan(request.user, penugasan))
    form = AlasanPenugasanForm(request.POST)
    if not form.is_valid():
        return _rinci(request, penugasan, form)
    alasan = form.cleaned_data["alasan"]
    try:
        batalkan_penugasan(penugasan=penugasan, alasan=alasan, oleh=request.user)
    except AturanDilanggar as galat:
        form.add_error(None, galat.pesan)
        return _rinci(request, penugasan, form)
    messages.success(request, "Penugasan dibatalkan.")
    return redirect(penugasan)


@require_POST
def selesaikan(request, uid):
    """Close one assignment."""
    wajib(boleh_membuka_penugasan(request.user))
    penugasan = get_object_or_404(penugasan_terlihat(request.user), uid=uid)
    wajib(boleh_membatalkan_penugasan(request.user, penugasan))
    try:
        selesaikan_penugasan(penugasan=penugasan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Penugasan ditandai selesai.")
    return redirect(penugasan)
