"""Plans: the list, the own ones, one plan, and its way through the superior."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import JejakLihat, Pegawai
from pegawai.queries.standar import tanpa_standar
from pegawai.services.jejak import catat_lihat
from penilaian.forms.rencana import (
    AlasanForm,
    CatatButirForm,
    SaringRencanaForm,
    TahunForm,
    VersiForm,
)
from penilaian.izin import (
    boleh_membuat_rencana,
    boleh_membuka_rencana,
    boleh_mengajukan_rencana,
    boleh_mengembalikan_rencana,
    boleh_mengubah_rencana,
    boleh_menyetujui_rencana,
)
from penilaian.queries.rencana import (
    butir_rencana,
    daftar_rencana,
    kesenjangan_dan_pelatihan,
    langkah_rencana,
    rencana_saya,
    rencana_terlihat,
    ringkas_butir,
    saran_butir,
    tahun_terbuka,
)
from penilaian.services.rencana import (
    TANPA_ATASAN,
    ajukan_rencana,
    buat_rencana,
    kembalikan_rencana,
    setujui_rencana,
)


@require_safe
def daftar(request):
    """List plans; an HTMX request gets the table only."""
    wajib(boleh_membuka_rencana(request.user))
    saring = SaringRencanaForm(request.GET or None)
    pilihan = saring.cleaned_data if saring.is_valid() else {}
    halaman = HalamanKunci(daftar_rencana(request.user, **pilihan), request.GET)
    templat = "_tabel.html" if request.headers.get("HX-Request") else "daftar.html"
    return render(
        request,
        f"penilaian/rencana/{templat}",
        {
            "halaman": halaman,
            "saring": saring,
            "boleh_membuat": boleh_membuat_rencana(request.user),
        },
    )


@require_safe
def saya(request):
    """The own plans by year, and what can be started."""
    wajib(boleh_membuat_rencana(request.user))
    daftar = list(rencana_saya(request.user))
    ada = {rencana.tahun for rencana in daftar}
    return render(
        request,
        "penilaian/rencana/saya.html",
        {
            "daftar": daftar,
            "tahun_baru": [t for t in tahun_terbuka(hari_ini()) if t not in ada],
        },
    )


@require_POST
def buat(request):
    """Start the own plan of a year, or open the one that is there."""
    wajib(boleh_membuat_rencana(request.user))
    form = TahunForm(request.POST)
    tahun = form.cleaned_data["tahun"] if form.is_valid() else hari_ini().year
    try:
        rencana = buat_rencana(
            pegawai=request.user.pegawai, tahun=tahun, oleh=request.user
        )
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect("penilaian:rencana-saya")
    return redirect(rencana)


@require_safe
def rinci(request, uid):
    """One plan: its lines, the gaps they answer, its trail."""
    wajib(boleh_membuka_rencana(request.user))
    rencana = get_object_or_404(rencana_terlihat(request.user), uid=uid)
    jenis = JejakLihat.Jenis.RENCANA
    catat_lihat(pegawai=rencana.pegawai, jenis=jenis, oleh=request.user)
    return halaman_rencana(request, rencana)


def halaman_rencana(request, rencana, borang_alasan=None, ditolak=None):
    """The plan's page, with a refused reason, or the form of a line refused as done."""
    pengguna = request.user
    milik = boleh_mengubah_rencana(pengguna, rencana)
    menunggu = rencana.status == rencana.Status.DIAJUKAN
    daftar_butir = list(butir_rencana(rencana))
    kesenjangan = kesenjangan_dan_pelatihan(rencana.pegawai, rencana)
    return render(
        request,
        "penilaian/rencana/rinci.html",
        {
            "rencana": rencana,
            "butir": daftar_butir,
            "ringkas": ringkas_butir(daftar_butir),
            "langkah": langkah_rencana(rencana),
            "kesenjangan": kesenjangan,
            "tanpa_standar": not kesenjangan
            and tanpa_standar(Pegawai.objects.filter(pk=rencana.pegawai_id)),
            "saran": saran_butir(kesenjangan),
            "milik": milik,
            "dapat_diisi": milik and rencana.dapat_diubah,
            "boleh_mengajukan": rencana.dapat_diubah
            and boleh_mengajukan_rencana(pengguna, rencana),
            "boleh_memutuskan": menunggu
            and boleh_menyetujui_rencana(pengguna, rencana),
            "tanpa_atasan": TANPA_ATASAN if rencana.pegawai.atasan is None else "",
            "form": borang_alasan or AlasanForm(initial={"versi": rencana.versi}),
            "ditolak": ditolak or CatatButirForm(),
        },
    )


@require_POST
def ajukan(request, uid):
    """Send one plan to the superior."""
    wajib(boleh_membuka_rencana(request.user))
    rencana = get_object_or_404(rencana_terlihat(request.user), uid=uid)
    wajib(boleh_mengajukan_rencana(request.user, rencana))
    try:
        ajukan_rencana(rencana=rencana, versi=_versi(request), oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Rencana diajukan ke atasan langsung Anda.")
    return redirect(rencana)


@require_POST
def setujui(request, uid):
    """Approve one plan."""
    wajib(boleh_membuka_rencana(request.user))
    rencana = get_object_or_404(rencana_terlihat(request.user), uid=uid)
    wajib(boleh_menyetujui_rencana(request.user, rencana))
    try:
        setujui_rencana(rencana=rencana, versi=_versi(request), oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Rencana disetujui.")
    return redirect(rencana)


@require_POST
def kembalikan(request, uid):
    """Return one plan with a reason; what was typed stays when it is refused."""
    wajib(boleh_membuka_rencana(request.user))
    rencana = get_object_or_404(rencana_terlihat(request.user), uid=uid)
    wajib(boleh_mengembalikan_rencana(request.user, rencana))
    form = AlasanForm(request.POST)
    if not form.is_valid():
        return halaman_rencana(request, rencana, form)
    try:
        kembalikan_rencana(rencana=rencana, **form.cleaned_data, oleh=request.user)
    except AturanDilanggar as galat:
        form.add_error(None, galat.pesan)
        return halaman_rencana(request, rencana, form.atas_versi(rencana.versi))
    messages.success(request, "Rencana dikembalikan dengan alasan.")
    return redirect(rencana)


def _versi(request):
    form = VersiForm(request.POST)
    return form.cleaned_data["versi"] if form.is_valid() else None
