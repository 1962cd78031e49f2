"""My records of training taken elsewhere: write, read, correct, withdraw."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.models import JejakLihat
from pegawai.services.jejak import catat_lihat
from pelatihan.forms.angkatan import BorangAlasan
from pelatihan.forms.riwayat import CatatRiwayatForm, VerifikasiForm
from pelatihan.izin import (
    boleh_melihat_bukti,
    boleh_membuka_catatan,
    boleh_membuka_riwayat,
    boleh_memverifikasi,
    boleh_memverifikasi_riwayat,
    boleh_mengubah_riwayat,
)
from pelatihan.queries.verifikasi import riwayat_kembar, riwayat_untuk_rinci
from pelatihan.services.riwayat import catat_riwayat, tarik_riwayat, ubah_riwayat

JENIS_BERKAS = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}


@require_http_methods(["GET", "HEAD", "POST"])
def catat(request):
    """Record training taken elsewhere, with evidence."""
    wajib(boleh_membuka_riwayat(request.user))
    pegawai = request.user.pegawai
    form = CatatRiwayatForm(isian(request), request.FILES or None)
    if form.is_valid():
        try:
            riwayat = catat_riwayat(
                pegawai=pegawai,
                isi=form.isi(),
                bukti=form.cleaned_data["bukti"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            return _kembali(request, form, galat)
        messages.success(request, "Tercatat dan dikirim untuk verifikasi.")
        return redirect(riwayat)
    return render(request, "pelatihan/riwayat/catat.html", {"form": form})


def _kembali(request, form, galat, riwayat=None):
    """The form again, with a link to the record that is there already."""
    form.add_error(galat.medan, galat.pesan)
    kembar = None
    if galat.kode == "sudah_tercatat":
        pk = riwayat.pk if riwayat else None
        kembar = riwayat_kembar(request.user.pegawai, form.isi(), kecuali=pk)
    konteks = {"form": form, "riwayat": riwayat, "kembar": kembar}
    return render(request, "pelatihan/riwayat/catat.html", konteks)


def lihat_riwayat(request, uid):
    """Kind and see, for every page of one record."""
    wajib(boleh_membuka_catatan(request.user))
    return get_object_or_404(riwayat_untuk_rinci(request.user), uid=uid)


@require_safe
def rinci(request, uid):
    """One record: what it says, its evidence, the decision."""
    riwayat = lihat_riwayat(request, uid)
    jenis = JejakLihat.Jenis.PELATIHAN
    catat_lihat(pegawai=riwayat.pegawai, jenis=jenis, oleh=request.user)
    return tampilkan(request, riwayat)


def tampilkan(request, riwayat, form=None, status=200, *, alasan=None, **lain):
    """The page of one record with the forms its reader may use."""
    boleh = boleh_memverifikasi_riwayat(request.user, riwayat)
    awal = {"jp": riwayat.jp, "versi": riwayat.versi}
    konteks = {
        "riwayat": riwayat,
        "milik": riwayat.pegawai.pengguna_id == request.user.pk,
        "pemeriksa": boleh_memverifikasi(request.user),
        "boleh_memutuskan": boleh and riwayat.menunggu,
        "boleh_mengurungkan": boleh
        and riwayat.terhitung
        and not hasattr(riwayat, "sertifikat"),
        "boleh_mengubah": boleh_mengubah_riwayat(request.user, riwayat),
        "boleh_bukti": bool(riwayat.bukti)
        and boleh_melihat_bukti(request.user, riwayat),
        "form": form or (alasan if alasan else VerifikasiForm(initial=awal)),
        "form_alasan": alasan or BorangAlasan(),
        **lain,
    }
    return render(request, "pelatihan/riwayat/rinci.html", konteks, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Correct one's own record and send it again."""
    wajib(boleh_membuka_riwayat(request.user))
    riwayat = lihat_riwayat(request, uid)
    wajib(boleh_mengubah_riwayat(request.user, riwayat))
    form = CatatRiwayatForm(isian(request), request.FILES or None, riwayat=riwayat)
    if form.is_valid():
        try:
            ubah_riwayat(
                riwayat=riwayat,
                isi=form.isi(),
                bukti=form.cleaned_data["bukti"] or None,
                versi=form.cleaned_data["versi"] or 0,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, riwayat)
            return _kembali(request, form, galat, riwayat)
        messages.success(request, "Perbaikan disimpan dan dikirim untuk verifikasi.")
        return redirect(riwayat)
    konteks = {"form": form, "riwayat": riwayat}
    return render(request, "pelatihan/riwayat/catat.html", konteks)


@require_POST
def tarik(request, uid):
    """Withdraw one's own record."""
    wajib(boleh_membuka_riwayat(request.user))
    riwayat = lihat_riwayat(request, uid)
    wajib(boleh_mengubah_riwayat(request.user, riwayat))
    try:
        tarik_riwayat(riwayat=riwayat, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Catatan ditarik.")
    return redirect(riwayat)


@require_safe
def bukti(request, uid):
    """The evidence, as a download, for the person and who verifies."""
    riwayat = lihat_riwayat(request, uid)
    wajib(bool(riwayat.bukti) and boleh_melihat_bukti(request.user, riwayat))
    jenis = JejakLihat.Jenis.PELATIHAN
    catat_lihat(pegawai=riwayat.pegawai, jenis=jenis, oleh=request.user)
    jawaban = FileResponse(
        riwayat.bukti.open("rb"),
        as_attachment=True,
        filename=f"bukti-{riwayat.uid}.{riwayat.bukti_jenis}",
        content_type=JENIS_BERKAS[riwayat.bukti_jenis],
    )
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    jawaban["Cache-Control"] = "no-store"
    return jawaban
