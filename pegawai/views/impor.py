"""Import of a staff file: list, upload, preview, choices, progress, result."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.impor import PilihanImporForm, UnggahImporForm
from pegawai.izin import (
    boleh_mengimpor,
    boleh_mengurungkan_impor,
    boleh_menjalankan_impor,
)
from pegawai.queries.impor import (
    daftar_impor,
    impor_terlihat,
    keadaan_impor,
    nama_asing,
    tidak_ada_dalam_berkas,
)
from pegawai.queries.impor_pratinjau import pratinjau
from pegawai.queries.impor_urung import batas_urung, dapat_diurungkan
from pegawai.services.impor import (
    batalkan_impor,
    jalankan_impor,
    pilih_impor,
    unggah_impor,
)
from pegawai.services.impor_ditolak import tulis_ditolak
from pegawai.services.impor_nama import boleh_buat_nama

BISA_DIPILIH = {"baru", "berubah", "dilewati"}


def impor_dituju(request, uid):
    """The import of the address: kind, then see."""
    wajib(boleh_mengimpor(request.user))
    daftar = impor_terlihat(request.user).select_related("oleh", "pekerjaan")
    return get_object_or_404(daftar, uid=uid)


@require_safe
def daftar(request):
    """Imports of this account; all of them for the city."""
    wajib(boleh_mengimpor(request.user))
    halaman = HalamanKunci(daftar_impor(request.user), request.GET)
    return render(request, "pegawai/impor/daftar.html", {"halaman": halaman})


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request):
    """Take a file; its check runs as a job."""
    wajib(boleh_mengimpor(request.user))
    form = UnggahImporForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            impor = unggah_impor(
                berkas=form.cleaned_data["berkas"],
                jenis_berkas=form.cleaned_data["jenis_berkas"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error("berkas", galat.pesan)
        else:
            return redirect(impor)
    return render(request, "pegawai/impor/unggah.html", {"form": form})


@require_safe
def rinci(request, uid):
    """Progress, preview or result, as far as the import has come."""
    impor = impor_dituju(request, uid)
    keadaan = keadaan_impor(impor)
    konteks = {
        "impor": impor,
        "keadaan": keadaan,
        "boleh": boleh_menjalankan_impor(request.user, impor),
    }
    if keadaan["berjalan"]:
        return render(request, "pegawai/impor/berjalan.html", konteks)
    konteks |= pratinjau(impor, request.GET)
    urung = boleh_mengurungkan_impor(request.user, impor)
    konteks["batas_urung"] = batas_urung(impor) if urung else None
    konteks["urung_terbuka"] = urung and dapat_diurungkan(impor)
    konteks["memilih"] = (
        konteks["siap"] and konteks["boleh"] and konteks["jenis"] in BISA_DIPILIH
    )
    return render(request, "pegawai/impor/rinci.html", konteks)


@require_safe
def kemajuan(request, uid):
    """The moving part; sends the browser on when the job is over."""
    impor = impor_dituju(request, uid)
    keadaan = keadaan_impor(impor)
    konteks = {
        "impor": impor,
        "keadaan": keadaan,
        "boleh": boleh_menjalankan_impor(request.user, impor),
    }
    jawaban = render(request, "pegawai/impor/_kemajuan.html", konteks)
    if not keadaan["berjalan"]:
        jawaban = HttpResponse(
            status=200,
            headers={
                "HX-Redirect": reverse("pegawai:impor-rinci", kwargs={"uid": impor.uid})
            },
        )
    return jawaban


@require_http_methods(["GET", "HEAD", "POST"])
def pilih(request, uid):
    """What becomes of unknown names."""
    impor = impor_dituju(request, uid)
    wajib(boleh_menjalankan_impor(request.user, impor))
    halaman = HalamanKunci(nama_asing(impor), request.GET)
    form = PilihanImporForm(
        request.POST or None,
        daftar=halaman,
        boleh_buat=boleh_buat_nama(impor),
    )
    if request.method == "POST" and form.is_valid():
        try:
            pilih_impor(
                impor=impor,
                semua=form.cleaned_data["semua"],
                nama=form.pilihan(),
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Pilihan disimpan dan pratinjau dihitung ulang.")
            return redirect(impor)
    konteks = {"impor": impor, "form": form, "halaman": halaman}
    return render(request, "pegawai/impor/pilih.html", konteks)


@require_POST
def jalankan(request, uid):
    """Queue the run."""
    impor = impor_dituju(request, uid)
    wajib(boleh_menjalankan_impor(request.user, impor))
    try:
        jalankan_impor(
            impor=impor, setuju=request.POST.get("setuju") == "ya", oleh=request.user
        )
    except AturanDilanggar as galat:
        if galat.medan == "setuju":
            return redirect(f"{impor.get_absolute_url()}?setuju=perlu#setuju")
        messages.error(request, galat.pesan)
    return redirect(impor)


@require_POST
def batalkan(request, uid):
    """Drop the preview, or stop the run at its next checkpoint."""
    impor = impor_dituju(request, uid)
    wajib(boleh_menjalankan_impor(request.user, impor))
    batalkan_impor(impor=impor, oleh=request.user)
    messages.info(request, "Impor dibatalkan. Baris yang sudah masuk tetap tersimpan.")
    return redirect(impor)


@require_safe
def ditolak(request, uid):
    """The refused rows as XLSX, to be mended and uploaded again."""
    impor = impor_dituju(request, uid)
    nama = impor.nama_berkas.rsplit(".", 1)[0]
    jawaban = FileResponse(
        tulis_ditolak(impor=impor), as_attachment=True, filename=f"ditolak-{nama}.xlsx"
    )
    jawaban["Cache-Control"] = "no-store"
    return jawaban


@require_safe
def tidak_ada(request, uid):
    """Active people who are not in the file; nothing happens to them."""
    impor = impor_dituju(request, uid)
    halaman = HalamanKunci(tidak_ada_dalam_berkas(impor), request.GET)
    konteks = {"impor": impor, "halaman": halaman}
    return render(request, "pegawai/impor/tidak_ada.html", konteks)
