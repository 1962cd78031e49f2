"""My history, the register of certificates, their files, their revocation."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pelatihan.forms.angkatan import BorangCabut, SaringSertifikat
from pelatihan.izin import (
    boleh_membuka_daftar_sertifikat,
    boleh_membuka_pencabutan,
    boleh_membuka_riwayat,
    boleh_membuka_sertifikat,
    boleh_mencabut_sertifikat,
    boleh_mengurus_sertifikat,
)
from pelatihan.queries.riwayat import rekap_jp, riwayat_pegawai, tahun_riwayat
from pelatihan.queries.sertifikat import (
    daftar_sertifikat,
    register_sertifikat,
    sertifikat_terlihat,
)
from pelatihan.services.sertifikat import cabut_sertifikat
from pelatihan.services.sertifikat_berkas import siapkan_berkas


@require_safe
def riwayat(request):
    """My hours of this year against the target, and my ledger by year."""
    wajib(boleh_membuka_riwayat(request.user))
    pegawai = request.user.pegawai
    konteks = {
        "rekap": rekap_jp(pegawai),
        "tahun": tahun_riwayat(list(riwayat_pegawai(request.user, pegawai))),
    }
    return render(request, "pelatihan/riwayat/daftar.html", konteks)


@require_safe
def daftar(request):
    """The register of certificates, newest first."""
    wajib(boleh_membuka_daftar_sertifikat(request.user))
    saring = SaringSertifikat(request.GET or None)
    cari = saring.cleaned_data["cari"] if saring.is_valid() else ""
    halaman = HalamanKunci(daftar_sertifikat(request.user, cari=cari), request.GET)
    konteks = {
        "halaman": halaman,
        "saring": saring,
        "boleh_unduh": boleh_mengurus_sertifikat(request.user),
    }
    return render(request, "pelatihan/sertifikat/daftar.html", konteks)


@require_safe
def unduh(request, uid):
    """The PDF, as a file; printed now if the job has not come to it yet."""
    wajib(boleh_membuka_sertifikat(request.user))
    sertifikat = get_object_or_404(sertifikat_terlihat(request.user), uid=uid)
    dokumen = siapkan_berkas(dokumen=sertifikat.dokumen)
    jawaban = FileResponse(
        dokumen.berkas.open("rb"),
        as_attachment=True,
        filename=f"sertifikat-{sertifikat.nomor.replace('/', '-')}.pdf",
        content_type="application/pdf",
    )
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    jawaban["Cache-Control"] = "no-store"
    return jawaban


@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request, uid):
    """Revoke, with a class of reason; the public page shows it at once."""
    wajib(boleh_membuka_pencabutan(request.user))
    sertifikat = get_object_or_404(register_sertifikat(request.user), uid=uid)
    wajib(boleh_mencabut_sertifikat(request.user, sertifikat))
    form = BorangCabut(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            cabut_sertifikat(
                sertifikat=sertifikat,
                alasan=form.cleaned_data["alasan"],
                keterangan=form.cleaned_data["keterangan"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Sertifikat dicabut.")
            return redirect("pelatihan:sertifikat-daftar")
    konteks = {"form": form, "sertifikat": sertifikat}
    return render(request, "pelatihan/sertifikat/cabut.html", konteks)
