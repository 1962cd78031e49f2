"""Reports of the registry: who is there, who retires when; pages and CSV."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kompetensi.laporan.cakupan import (
    boleh_membuka_laporan,
    cakupan_laporan,
    di_bawah,
    pilihan_unit,
)
from kompetensi.laporan.forms import SaringLaporanForm
from kompetensi.laporan.pensiun import laporan_pensiun
from kompetensi.laporan.queries import susunan_pegawai
from kompetensi.laporan.unduh import csv_pensiun, csv_susunan
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini


def _susun(request, hitung):
    """Kind, scope and filter; a reader of aggregates gets no filter (KEAMANAN C.8-2)."""
    wajib(boleh_membuka_laporan(request.user))
    cakupan = cakupan_laporan(request.user)
    orang, form, saring = cakupan.orang, None, {}
    if not cakupan.agregat:
        unit = pilihan_unit(request.user, cakupan.sekota)
        form = SaringLaporanForm(request.GET, unit=unit)
        saring = form.saring
        if "unit" in saring:
            orang = di_bawah(orang, saring["unit"])
        if "jenis" in saring:
            orang = orang.filter(jenis_kepegawaian=saring["jenis"])
    return {
        "laporan": hitung(cakupan, orang, hari_ini(), saring),
        "saring": form,
        "hari": hari_ini(),
        "sekota": cakupan.sekota,
    }


@require_safe
def pegawai(request):
    """People by agency, status, grade, education, sex, age, kind of post."""
    return render(request, "laporan/pegawai.html", _susun(request, susunan_pegawai))


@require_safe
def pensiun(request):
    """Who retires when."""
    return render(request, "laporan/pensiun.html", _susun(request, laporan_pensiun))


@require_safe
def pegawai_unduh(request):
    """The first report as CSV, with the same filter."""
    isi = _susun(request, susunan_pegawai)
    return _berkas(csv_susunan(isi["laporan"]), f"susunan-pegawai-{isi['hari']}.csv")


@require_safe
def pensiun_unduh(request):
    """The second report as CSV, with the same filter."""
    isi = _susun(request, laporan_pensiun)
    return _berkas(csv_pensiun(isi["laporan"]), f"pensiun-{isi['hari']}.csv")


def _berkas(teks, nama):
    return HttpResponse(
        teks,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )
