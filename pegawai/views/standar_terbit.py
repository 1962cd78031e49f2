"""A standard before it is published and on paper: comparison, PDF, publishing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.jabatan import SaringJabatanForm
from pegawai.izin import (
    boleh_membuka_standar,
    boleh_menerbitkan,
    boleh_menerbitkan_standar,
    boleh_mengubah_standar,
)
from pegawai.queries.jabatan import daftar_jabatan
from pegawai.queries.penyusun import ikut_menyusun
from pegawai.queries.standar import standar_untuk_rinci
from pegawai.queries.standar_dokumen import (
    bandingkan,
    dokumen_standar,
    edisi_pembanding,
    jumlah_terdampak,
    lubang_standar,
    nama_standar,
    standar_untuk_dokumen,
)
from pegawai.queries.standar_matriks import matriks_standar
from pegawai.services.standar_pdf import cetak_standar
from pegawai.services.standar_terbit import terbitkan_standar


@require_safe
def banding(request, uid):
    """What this edition changes, whom it touches, what still keeps it a draft."""
    wajib(boleh_membuka_standar(request.user))
    standar = get_object_or_404(standar_untuk_dokumen(request.user), uid=uid)
    dok = dokumen_standar(standar)
    lubang = lubang_standar(dok)
    boleh = boleh_menerbitkan_standar(request.user, standar)
    ikut = boleh and ikut_menyusun(request.user, standar)
    konteks = {
        "standar": standar,
        "nama": dok.nama,
        "beda": bandingkan(edisi_pembanding(standar), dok),
        "terdampak": jumlah_terdampak(standar),
        "lubang": lubang,
        "boleh_ubah": boleh_mengubah_standar(request.user, standar),
        "menunggu_lain": ikut,
        "boleh_terbitkan": boleh and not ikut and not any(b.wajib for b in lubang),
    }
    return render(request, "pegawai/standar/banding.html", konteks)


@require_POST
def terbitkan(request, uid):
    """Publish a draft; holes are listed on the comparison."""
    wajib(boleh_menerbitkan(request.user))
    standar = get_object_or_404(standar_untuk_rinci(request.user), uid=uid)
    try:
        terbitkan_standar(standar=standar, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect("pegawai:standar-banding", uid=standar.uid)
    messages.success(request, "Standar sudah terbit dan tidak dapat diubah lagi.")
    return redirect(standar)


@require_safe
def pdf(request, uid):
    """The SKJ document as a PDF; a draft says so on every page."""
    wajib(boleh_membuka_standar(request.user))
    standar = get_object_or_404(standar_untuk_dokumen(request.user), uid=uid)
    jawaban = HttpResponse(cetak_standar(standar), content_type="application/pdf")
    nama = slugify(standar.nama_jabatan or nama_standar(standar))[:80]
    jawaban["Content-Disposition"] = (
        f'attachment; filename="standar-{nama}-{slugify(standar.edisi)}.pdf"'
    )
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return jawaban


@require_safe
def matriks(request):
    """Posts against competencies: level, edition, valid from, drafts that wait."""
    wajib(boleh_membuka_standar(request.user))
    saring = SaringJabatanForm(request.GET)
    halaman = HalamanKunci(daftar_jabatan(saring.saring), request.GET, ukuran=25)
    konteks = {
        "halaman": halaman,
        "saring": saring,
        "matriks": matriks_standar(request.user, list(halaman)),
    }
    return render(request, "pegawai/standar/matriks.html", konteks)
