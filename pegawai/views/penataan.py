"""Reorganisation: propose an act on a unit, look at what moves, approve, take back."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.borang import isian, kata_kueri
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.forms.penataan import (
    GabungUnitForm,
    GantiNamaForm,
    PembentukanForm,
    PenataanForm,
    PindahUnitForm,
    UbahUnitForm,
)
from pegawai.izin import (
    boleh_melihat_penataan,
    boleh_membatalkan_penataan,
    boleh_mengubah_unit,
    boleh_mengusulkan_penataan,
    boleh_mengusulkan_penataan_unit,
    boleh_menyetujui_penataan,
)
from pegawai.models import PenataanUnit, UnitKerja
from pegawai.queries.penataan import (
    daftar_penataan,
    dampak_penataan,
    langkah_berikut,
    pemberian_terkena,
)
from pegawai.services.organisasi import ubah_unit
from pegawai.services.penataan import (
    ajukan_penataan,
    batalkan_penataan,
    setujui_penataan,
)
from pegawai.services.penataan_bentuk import ajukan_pembentukan

DUA_ARAH = require_http_methods(["GET", "HEAD", "POST"])
Jenis = PenataanUnit.Jenis
BORANG = {
    Jenis.NAMA: GantiNamaForm,
    Jenis.PINDAH: PindahUnitForm,
    Jenis.GABUNG: GabungUnitForm,
    Jenis.TUTUP: PenataanForm,
}


@require_safe
def daftar(request):
    """All acts, the latest day first."""
    wajib(boleh_melihat_penataan(request.user))
    halaman = HalamanKunci(daftar_penataan(request.user), request.GET)
    return render(request, "pegawai/penataan/daftar.html", {"halaman": halaman})


@require_safe
def rinci(request, uid):
    """One act with what it moves; who may approves or takes it back here."""
    wajib(boleh_melihat_penataan(request.user))
    penataan = get_object_or_404(daftar_penataan(request.user), uid=uid)
    terbuka = penataan.status in {"DIAJUKAN", "DISETUJUI"}
    boleh_setujui = boleh_menyetujui_penataan(request.user, penataan)
    return render(
        request,
        "pegawai/penataan/rinci.html",
        {
            "penataan": penataan,
            "dampak": dampak_penataan(penataan).ringkas()
            if terbuka
            else penataan.hasil,
            "pemberian": pemberian_terkena(penataan.unit_kerja) if terbuka else [],
            "terbuka": terbuka,
            "langkah": langkah_berikut(penataan, boleh_setujui=boleh_setujui),
            "boleh_setujui": boleh_setujui,
            "boleh_batalkan": terbuka
            and boleh_membatalkan_penataan(request.user, penataan),
        },
    )


def _unit(request, uid):
    """Kind, see, may."""
    wajib(boleh_mengusulkan_penataan(request.user))
    unit = get_object_or_404(UnitKerja, uid=uid)
    wajib(boleh_mengusulkan_penataan_unit(request.user, unit))
    return unit


def _ajukan(request, uid, jenis):
    """Form of one act; a sent one becomes a proposal whose page is the preview."""
    unit = _unit(request, uid)
    cari = kata_kueri(request.POST) or kata_kueri(request.GET)
    form = BORANG[jenis](isian(request), unit=unit, pengguna=request.user, cari=cari)
    if form.is_valid():
        lakukan = partial(ajukan_penataan, unit=unit, jenis=jenis, oleh=request.user)
        try:
            penataan = lakukan(**form.cleaned_data)
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, unit)
            medan = galat.medan if galat.medan in form.fields else None
            form.add_error(medan, galat.pesan)
        else:
            messages.success(request, "Usul sudah dicatat. Belum ada yang berubah.")
            return redirect(penataan)
    konteks = {"unit": unit, "form": form, "jenis": Jenis(jenis), "cari": cari}
    return render(request, "pegawai/penataan/ajukan.html", konteks)


@DUA_ARAH
def bentuk(request, uid):
    """A new unit under this one."""
    induk = _unit(request, uid)
    form = PembentukanForm(isian(request), unit=induk)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            penataan = ajukan_pembentukan(
                induk=induk,
                nama=isi["nama_baru"],
                singkatan=isi["singkatan_baru"],
                jenis_unit=isi["jenis_baru"],
                kode=isi["kode_baru"],
                berlaku_mulai=isi["berlaku_mulai"],
                nomor_sk=isi["nomor_sk"],
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Usul sudah dicatat. Belum ada yang berubah.")
            return redirect(penataan)
    konteks = {"unit": induk, "form": form, "jenis": Jenis.BENTUK}
    return render(request, "pegawai/penataan/ajukan.html", konteks)


@DUA_ARAH
def nama(request, uid):
    """Another name."""
    return _ajukan(request, uid, Jenis.NAMA)


@DUA_ARAH
def pindah(request, uid):
    """Another parent."""
    return _ajukan(request, uid, Jenis.PINDAH)


@DUA_ARAH
def gabung(request, uid):
    """Into another unit."""
    return _ajukan(request, uid, Jenis.GABUNG)


@DUA_ARAH
def tutup(request, uid):
    """The end of an empty unit."""
    return _ajukan(request, uid, Jenis.TUTUP)


@require_POST
def setujui(request, uid):
    """Approve what somebody else proposed."""
    wajib(boleh_melihat_penataan(request.user))
    penataan = get_object_or_404(daftar_penataan(request.user), uid=uid)
    wajib(boleh_menyetujui_penataan(request.user, penataan))
    try:
        penataan = setujui_penataan(penataan=penataan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, f"Penataan unit: {penataan.get_status_display()}.")
    return redirect(penataan)


@require_POST
def batalkan(request, uid):
    """Take a proposal back."""
    wajib(boleh_melihat_penataan(request.user))
    penataan = get_object_or_404(daftar_penataan(request.user), uid=uid)
    wajib(boleh_membatalkan_penataan(request.user, penataan))
    try:
        batalkan_penataan(penataan=penataan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Usul penataan dibatalkan.")
    return redirect(penataan)


@DUA_ARAH
def ubah(request, uid):
    """Facts of a unit that carry no date."""
    wajib(boleh_mengubah_unit(request.user))
    unit = get_object_or_404(UnitKerja, uid=uid)
    awal = {n: getattr(unit, n) for n in ("kode", "singkatan", "unor_id", "versi")}
    form = UbahUnitForm(isian(request), initial=awal)
    if form.is_valid():
        try:
            ubah_unit(unit=unit, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, unit)
            form.add_error(None, galat.pesan)
        else:
            messages.success(request, "Data unit sudah disimpan.")
            return redirect(unit)
    konteks = {"unit": unit, "form": form}
    return render(request, "pegawai/penataan/ubah.html", konteks)
