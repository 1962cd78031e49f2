"""Dictionaries and standards go out as files and come back as drafts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.alat.rumusan import sidik
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.berkas_kompetensi import BerkasKompetensiForm
from pegawai.izin import boleh_membuka_standar, boleh_menyusun_standar
from pegawai.queries.kamus import berkas_kompetensi, daftar_kamus, perubahan_berkas
from pegawai.queries.standar_berkas import usul_berbeda
from pegawai.services.kamus_berkas import (
    baca_moodle,
    baca_xlsx,
    ekspor_moodle,
    ekspor_xlsx,
    simpan_berkas_kamus,
    terapkan_berkas_kamus,
)
from pegawai.services.standar_berkas import (
    baca_standar,
    ekspor_standar,
    simpan_berkas_standar,
)
from pegawai.services.standar_terapkan import terapkan_berkas_standar

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TAMPIL = 100  # differing standards shown in full; the rest is counted


def _berkas(isi, jenis, nama):
    jawaban = HttpResponse(isi, content_type=jenis)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban


def _kamus(request, uid):
    wajib(boleh_membuka_standar(request.user))
    return get_object_or_404(daftar_kamus(), uid=uid)


@require_safe
def kamus_xlsx(request, uid):
    """The dictionary in force as a workbook."""
    kamus = _kamus(request, uid)
    return _berkas(ekspor_xlsx(kamus), XLSX, f"kamus-{slugify(kamus.kode)}.xlsx")


@require_safe
def kamus_moodle(request, uid):
    """The dictionary in force as Moodle's competency framework."""
    kamus = _kamus(request, uid)
    nama = f"kerangka-{slugify(kamus.kode)}.csv"
    return _berkas(ekspor_moodle(kamus), "text/csv; charset=utf-8", nama)


@require_safe
def standar_xlsx(request):
    """All standards in force as a workbook."""
    wajib(boleh_membuka_standar(request.user))
    return _berkas(ekspor_standar(), XLSX, "standar-jabatan.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def kamus_impor(request, uid):
    """Read a file of one dictionary; nothing changes before the differences are seen."""
    wajib(boleh_menyusun_standar(request.user))
    kamus = _kamus(request, uid)
    form = BerkasKompetensiForm(request.POST or None, request.FILES or None, csv=True)
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            isi = baca_moodle(berkas.read()) if form.moodle else baca_xlsx(berkas)
            hasil = simpan_berkas_kamus(
                kamus=kamus, nama_berkas=berkas.name, isi=isi, oleh=request.user
            )
        except AturanDilanggar as galat:
            form.add_error("berkas", galat.pesan)
        else:
            return redirect(hasil)
    konteks = {"form": form, "kamus": kamus}
    return render(request, "pegawai/kamus/impor.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def standar_impor(request):
    """Read a workbook of standards; nothing changes before the differences are seen."""
    wajib(boleh_menyusun_standar(request.user))
    form = BerkasKompetensiForm(request.POST or None, request.FILES or None, csv=False)
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            hasil = simpan_berkas_standar(
                nama_berkas=berkas.name, isi=baca_standar(berkas), oleh=request.user
            )
        except AturanDilanggar as galat:
            form.add_error("berkas", galat.pesan)
        else:
            return redirect(hasil)
    return render(request, "pegawai/standar/impor.html", {"form": form})


@require_safe
def rinci(request, uid):
    """What the file would change."""
    wajib(boleh_menyusun_standar(request.user))
    berkas = get_object_or_404(berkas_kompetensi(), uid=uid)
    if berkas.kamus is not None:
        perubahan = perubahan_berkas(berkas)
        konteks = {
            "berkas": berkas,
            "perubahan": perubahan,
            "dilihat": sidik(perubahan),
        }
        return render(request, "pegawai/kamus/berkas.html", konteks)
    beda = usul_berbeda(berkas)
    konteks = {
        "berkas": berkas,
        "beda": beda[:TAMPIL],
        "jumlah_beda": len(beda),
        "jumlah_sama": len(berkas.isi) - len(beda),
        "dilihat": sidik(beda),
        "sisa": max(len(beda) - TAMPIL, 0),
    }
    return render(request, "pegawai/standar/berkas.html", konteks)


@require_POST
def terapkan(request, uid):
    """Put the differences into drafts, when they are still those that were shown."""
    wajib(boleh_menyusun_standar(request.user))
    berkas = get_object_or_404(berkas_kompetensi(), uid=uid)
    dilihat = request.POST.get("dilihat", "")
    try:
        if berkas.kamus is not None:
            edisi = terapkan_berkas_kamus(
                berkas=berkas, dilihat=dilihat, oleh=request.user
            )
            messages.success(request, "Isi berkas sudah masuk ke draf edisi.")
            return redirect(edisi)
        jumlah = terapkan_berkas_standar(
            berkas=berkas, dilihat=dilihat, oleh=request.user
        )
    except AturanDilanggar as galat:
        lagi = " Periksa lagi perbedaannya." if galat.kode == VERSI_USANG else ""
        messages.error(request, galat.pesan + lagi)
    else:
        if jumlah:
            messages.success(request, f"{jumlah} draf standar disusun dari berkas.")
        else:
            messages.info(request, "Tidak ada draf baru: isi berkas sudah diterapkan.")
    return redirect(berkas)
