"""Correction requests: asked by the person, decided by who keeps the registry."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.perbaikan import (
    AjukanPerbaikanForm,
    PutusanForm,
    SaringPerbaikanForm,
)
from pegawai.izin import (
    boleh_membatalkan_perbaikan,
    boleh_membuka_perbaikan,
    boleh_meminta_perbaikan,
    boleh_memutuskan_perbaikan,
)
from pegawai.models import JejakLihat, PermintaanPerbaikan
from pegawai.queries.pegawai import pegawai_sendiri
from pegawai.queries.perbaikan import (
    KOLOM,
    banding_nilai,
    daftar_perbaikan,
    nilai_kini,
    perbaikan_sendiri,
    perbaikan_terbuka,
    perbaikan_terlihat,
    peringatan_nip,
    pilihan_medan,
    sebut_nilai,
)
from pegawai.services.jejak import catat_lihat
from pegawai.services.perbaikan import (
    ajukan_perbaikan,
    batalkan_perbaikan,
    terima_perbaikan,
    tolak_perbaikan,
)

JENIS_BERKAS = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
MENDAHULUI = {"sudah_diputuskan", "nilai_berubah"}


@require_safe
def daftar(request):
    """What this account may decide; the nearest limit first."""
    wajib(boleh_membuka_perbaikan(request.user))
    saring = SaringPerbaikanForm(request.GET or None)
    halaman = HalamanKunci(
        daftar_perbaikan(request.user, status=saring.saring), request.GET
    )
    konteks = {"halaman": halaman, "saring": saring}
    return render(request, "pegawai/perbaikan/daftar.html", konteks)


@require_safe
def saya(request):
    """One's own requests."""
    wajib(boleh_meminta_perbaikan(request.user))
    halaman = HalamanKunci(perbaikan_sendiri(request.user), request.GET, ukuran=20)
    return render(request, "pegawai/perbaikan/saya.html", {"halaman": halaman})


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request):
    """Choose what is wrong (?medan=), then say what is right, with evidence."""
    wajib(boleh_meminta_perbaikan(request.user))
    pegawai = pegawai_sendiri(request.user)
    medan = request.GET.get("medan", "")
    if medan not in PermintaanPerbaikan.Medan.values:
        konteks = {"pilihan": pilihan_medan(pegawai)}
        return render(request, "pegawai/perbaikan/pilih.html", konteks)
    form = AjukanPerbaikanForm(request.POST or None, request.FILES or None, medan=medan)
    if form.is_valid():
        try:
            perbaikan = ajukan_perbaikan(
                pegawai=pegawai, medan=medan, oleh=request.user, **form.cleaned_data
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Permintaan terkirim.")
            return redirect(perbaikan)
    konteks = {
        "form": form,
        "terbuka": None if form.is_bound else perbaikan_terbuka(request.user, medan),
        "sebutan": PermintaanPerbaikan.Medan(medan).label,
        "tercatat": sebut_nilai(medan, nilai_kini(pegawai, medan)),
    }
    return render(request, "pegawai/perbaikan/ajukan.html", konteks)


def _terlihat(request, uid):
    """Kind and see: who asked, and who may decide."""
    wajib(
        boleh_meminta_perbaikan(request.user) or boleh_membuka_perbaikan(request.user)
    )
    return get_object_or_404(perbaikan_terlihat(request.user), uid=uid)


@require_safe
def rinci(request, uid):
    """One request: what is stored, what is asked, the clock, the answer."""
    perbaikan = _terlihat(request, uid)
    jenis = JejakLihat.Jenis.PERBAIKAN
    catat_lihat(pegawai=perbaikan.pegawai, jenis=jenis, oleh=request.user)
    return _tampilkan(request, perbaikan)


def _langsung(perbaikan):
    """One field that accepting writes; a block is put right elsewhere, and in words."""
    return perbaikan.medan in KOLOM


def _tampilkan(request, perbaikan, form=None, **lain):
    kini, langsung = (
        nilai_kini(perbaikan.pegawai, perbaikan.medan),
        _langsung(perbaikan),
    )
    konteks = {
        "perbaikan": perbaikan,
        "banding": banding_nilai(perbaikan),
        "peringatan": peringatan_nip(perbaikan),
        "langsung": langsung,
        "milik": boleh_membatalkan_perbaikan(request.user, perbaikan),
        "boleh_memutuskan": perbaikan.menunggu
        and boleh_memutuskan_perbaikan(request.user, perbaikan),
        "form": form or PutusanForm(initial={"nilai_dilihat": kini}, langsung=langsung),
        **lain,
    }
    templat = "pegawai/perbaikan/rinci.html"
    return render(request, templat, konteks, status=409 if lain else 200)


def _putuskan(request, uid, putuskan, pesan):
    wajib(boleh_membuka_perbaikan(request.user))
    perbaikan = _terlihat(request, uid)
    wajib(boleh_memutuskan_perbaikan(request.user, perbaikan))
    form = PutusanForm(request.POST, langsung=_langsung(perbaikan))
    if not form.is_valid():
        return _tampilkan(request, perbaikan, form)
    try:
        putuskan(perbaikan, form.cleaned_data)
    except AturanDilanggar as galat:
        if galat.kode in MENDAHULUI:
            perbaikan = _terlihat(request, uid)
            return _tampilkan(request, perbaikan, didahului=galat.pesan)
        form.add_error(galat.medan if galat.medan == "alasan" else None, galat.pesan)
        return _tampilkan(request, perbaikan, form)
    messages.success(request, pesan)
    return redirect(perbaikan)


@require_POST
def terima(request, uid):
    """Accept one request."""

    def lakukan(perbaikan, isi):
        terima_perbaikan(perbaikan=perbaikan, oleh=request.user, **isi)

    return _putuskan(request, uid, lakukan, "Permintaan diterima.")


@require_POST
def tolak(request, uid):
    """Refuse one request."""

    def lakukan(perbaikan, isi):
        alasan = isi["alasan"]
        tolak_perbaikan(perbaikan=perbaikan, alasan=alasan, oleh=request.user)

    return _putuskan(request, uid, lakukan, "Permintaan ditolak.")


@require_POST
def batalkan(request, uid):
    """Withdraw one's own request."""
    wajib(boleh_meminta_perbaikan(request.user))
    perbaikan = _terlihat(request, uid)
    wajib(boleh_membatalkan_perbaikan(request.user, perbaikan))
    try:
        batalkan_perbaikan(perbaikan=perbaikan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Permintaan dibatalkan.")
    return redirect(perbaikan)


@require_safe
def bukti(request, uid):
    """The evidence, as a download, for who asked and who decides."""
    perbaikan = _terlihat(request, uid)
    jenis = JejakLihat.Jenis.PERBAIKAN
    catat_lihat(pegawai=perbaikan.pegawai, jenis=jenis, oleh=request.user)
    jawaban = FileResponse(
        perbaikan.bukti.open("rb"),
        as_attachment=True,
        filename=f"bukti-{perbaikan.uid}.{perbaikan.bukti_jenis}",
        content_type=JENIS_BERKAS[perbaikan.bukti_jenis],
    )
    jawaban["Cache-Control"] = "no-store"
    return jawaban
