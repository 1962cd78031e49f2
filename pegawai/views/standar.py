"""Competency standards: list, edition, draft."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.forms.standar import (
    SaringStandarForm,
    StandarBaruForm,
    StandarForm,
    kompetensi_standar,
    teknis_lain,
)
from pegawai.izin import (
    boleh_membuka_standar,
    boleh_menerbitkan_standar,
    boleh_mengubah_standar,
    boleh_menyusun_standar,
)
from pegawai.queries.jabatan import jabatan_untuk_rinci, jumlah_tanpa_standar
from pegawai.queries.penyusun import penyusun
from pegawai.queries.standar import (
    butir_standar,
    daftar_standar,
    standar_untuk,
    standar_untuk_rinci,
)
from pegawai.queries.standar_dokumen import (
    dokumen_standar,
    edisi_pembanding,
    lubang_standar,
    standar_untuk_dokumen,
)
from pegawai.services.standar import (
    buat_draf_standar,
    hapus_draf_standar,
    ubah_draf_standar,
)


@require_safe
def daftar(request):
    """List editions."""
    wajib(boleh_membuka_standar(request.user))
    saring = SaringStandarForm(request.GET)
    halaman = HalamanKunci(daftar_standar(request.user, **saring.saring), request.GET)
    konteks = {
        "halaman": halaman,
        "saring": saring,
        "tanpa": jumlah_tanpa_standar(),
        "boleh_susun": boleh_menyusun_standar(request.user),
    }
    return render(request, "pegawai/standar/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One edition."""
    wajib(boleh_membuka_standar(request.user))
    standar = get_object_or_404(standar_untuk_dokumen(request.user), uid=uid)
    dok = dokumen_standar(standar)
    konteks = {
        "standar": standar,
        "dok": dok,
        "lubang": lubang_standar(dok),
        "pembanding": standar.status == "TERBIT" and edisi_pembanding(standar),
        "penyusun": penyusun(standar),
        "boleh_ubah": boleh_mengubah_standar(request.user, standar),
        "boleh_susun": boleh_menyusun_standar(request.user),
        "boleh_terbitkan": boleh_menerbitkan_standar(request.user, standar),
    }
    return render(request, "pegawai/standar/rinci.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request, uid):
    """Draft an edition for a post, copied from what holds today."""
    wajib(boleh_menyusun_standar(request.user))
    jabatan = get_object_or_404(jabatan_untuk_rinci(), uid=uid)
    asal = standar_untuk(jabatan, hari_ini())
    return _buat(request, {"jabatan": jabatan}, asal, jabatan.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
def edisi_baru(request, uid):
    """Draft the next edition for the post or level of this one."""
    wajib(boleh_menyusun_standar(request.user))
    lama = get_object_or_404(standar_untuk_rinci(request.user), uid=uid)
    untuk = {"jabatan": lama.jabatan, "jenjang": lama.jenjang}
    return _buat(request, untuk, lama, lama.get_absolute_url())


def _buat(request, untuk, asal, kembali):
    form = StandarBaruForm(request.POST or None)
    if form.is_valid():
        try:
            standar = buat_draf_standar(**untuk, kepala=form.kepala, oleh=request.user)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Draf dibuat. Sesuaikan tingkatnya di sini.")
            return redirect("pegawai:standar-ubah", uid=standar.uid)
    nama = untuk.get("jabatan") or untuk.get("jenjang")
    konteks = {"form": form, "untuk": nama, "asal": asal, "kembali": kembali}
    return render(request, "pegawai/standar/buat.html", konteks)


def _draf(request, uid):
    standar = get_object_or_404(standar_untuk_rinci(request.user), uid=uid)
    wajib(boleh_mengubah_standar(request.user, standar))
    return standar


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Edit a draft; somebody else's change in between gives the conflict page."""
    wajib(boleh_menyusun_standar(request.user))
    standar = _draf(request, uid)
    butir = list(butir_standar(standar))
    awal = StandarForm.awal(standar, butir)
    form = StandarForm(
        request.POST or None,
        initial=awal,
        kompetensi=kompetensi_standar(butir),
        teknis=teknis_lain(butir),
    )
    if form.is_valid():
        try:
            ubah_draf_standar(
                standar=standar,
                kepala=form.kepala,
                level=form.level,
                versi=form.cleaned_data["versi"],
                isi=form.isi_dokumen,
                syarat=form.syarat,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, standar)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Draf sudah disimpan.")
            if "lagi" in request.POST:
                return redirect("pegawai:standar-ubah", uid=standar.uid)
            return redirect(standar)
    konteks = {"standar": standar, "form": form}
    return render(request, "pegawai/standar/ubah.html", konteks)


@require_POST
def hapus(request, uid):
    """Throw a draft away."""
    wajib(boleh_menyusun_standar(request.user))
    standar = _draf(request, uid)
    try:
        hapus_draf_standar(standar=standar, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect(standar)
    messages.success(request, f"Draf edisi {standar.edisi} sudah dihapus.")
    return redirect("pegawai:standar-daftar")
