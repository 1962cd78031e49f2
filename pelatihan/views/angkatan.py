"""The organiser's workspace: batches and their acts."""

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
from pelatihan.forms.angkatan import BorangAlasan, BorangAngkatan, SaringAngkatan
from pelatihan.izin import (
    boleh_membuat_pelatihan,
    boleh_membuka_angkatan,
    boleh_mencalonkan,
    boleh_mengelola_angkatan,
    boleh_mengubah_pelatihan,
)
from pelatihan.models import Peserta
from pelatihan.queries.angkatan import (
    angkatan_terlihat,
    daftar_angkatan,
    peserta_angkatan,
    siap_sertifikat,
)
from pelatihan.queries.katalog import pelatihan_terlihat
from pelatihan.services.angkatan import (
    batalkan_angkatan,
    buat_angkatan,
    buka_angkatan,
    mulai_angkatan,
    tutup_angkatan,
    ubah_angkatan,
)
from pelatihan.services.hasil import hari_pelatihan


@require_safe
def daftar(request):
    """Batches: what runs, what is to come, what is over."""
    wajib(boleh_membuka_angkatan(request.user))
    saring = SaringAngkatan(request.GET or None)
    isi = saring.cleaned_data if saring.is_valid() else {}
    halaman = HalamanKunci(
        daftar_angkatan(
            request.user, cari=isi.get("cari", ""), status=isi.get("status", "")
        ),
        request.GET,
    )
    konteks = {
        "halaman": halaman,
        "saring": saring,
        "boleh_membuat": boleh_membuat_pelatihan(request.user),
    }
    return render(request, "pelatihan/angkatan/daftar.html", konteks)


def lihat_angkatan(request, uid):
    """Kind and see, for every page of one batch."""
    wajib(boleh_membuka_angkatan(request.user))
    return get_object_or_404(angkatan_terlihat(request.user), uid=uid)


def kelola_angkatan(request, uid):
    """Kind, see and may: the organiser's acts."""
    angkatan = lihat_angkatan(request, uid)
    wajib(boleh_mengelola_angkatan(request.user, angkatan))
    return angkatan


@require_safe
def rinci(request, uid):
    """One batch: seats, the next act, participants."""
    angkatan = lihat_angkatan(request, uid)
    peserta = peserta_angkatan(request.user, angkatan)
    konteks = {
        "angkatan": angkatan,
        "peserta": peserta,
        "langkah": _langkah(angkatan, peserta),
        "jumlah_hari": len(hari_pelatihan(angkatan)),
        "boleh_mengelola": boleh_mengelola_angkatan(request.user, angkatan),
        "boleh_mencalonkan": boleh_mencalonkan(request.user)
        and angkatan.menerima_pada(hari_ini()),
        "siap": len(siap_sertifikat(request.user, angkatan)),
    }
    return render(request, "pelatihan/angkatan/rinci.html", konteks)


def _langkah(angkatan, peserta):
    """What a running batch waits for: the one button that stands out."""
    ikut = [p for p in peserta if p.ikut]
    if hari_ini() < angkatan.tanggal_selesai or not any(p.jumlah_hadir for p in ikut):
        return "kehadiran"
    dinilai = all(p.status != Peserta.Status.DISETUJUI for p in ikut)
    return "tutup" if dinilai else "nilai"


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request, uid):
    """Make a batch of a course."""
    wajib(boleh_membuat_pelatihan(request.user))
    pelatihan = get_object_or_404(pelatihan_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_pelatihan(request.user, pelatihan))
    form = BorangAngkatan(request.POST or None, pelatihan=pelatihan)
    if request.method == "POST" and form.is_valid():
        angkatan = buat_angkatan(
            pelatihan=pelatihan, data=form.cleaned_data, oleh=request.user
        )
        messages.success(request, "Angkatan disimpan. Buka bila sudah siap.")
        return redirect(angkatan)
    konteks = {"form": form, "pelatihan": pelatihan}
    return render(request, "pelatihan/angkatan/ubah.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Change a batch."""
    angkatan = kelola_angkatan(request, uid)
    form = BorangAngkatan(
        request.POST or None, instance=angkatan, pelatihan=angkatan.pelatihan
    )
    if request.method == "POST" and form.is_valid():
        try:
            ubah_angkatan(
                angkatan=angkatan,
                data=form.cleaned_data,
                versi=form.cleaned_data["versi"] or 0,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, angkatan)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Perubahan disimpan.")
            return redirect(angkatan)
    konteks = {"form": form, "pelatihan": angkatan.pelatihan, "angkatan": angkatan}
    return render(request, "pelatihan/angkatan/ubah.html", konteks)


def _lakukan(request, uid, layanan, pesan):
    angkatan = kelola_angkatan(request, uid)
    try:
        layanan(angkatan=angkatan, oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, pesan)
    return redirect(angkatan)


@require_POST
def buka(request, uid):
    """Announce it."""
    return _lakukan(request, uid, buka_angkatan, "Angkatan dibuka untuk pendaftaran.")


@require_POST
def mulai(request, uid):
    """Start it."""
    return _lakukan(request, uid, mulai_angkatan, "Angkatan dimulai.")


@require_POST
def tutup(request, uid):
    """Close it."""
    return _lakukan(
        request, uid, tutup_angkatan, "Angkatan ditutup. Sertifikat dapat diterbitkan."
    )


@require_http_methods(["GET", "HEAD", "POST"])
def batalkan(request, uid):
    """Call it off, with a reason that the participants get."""
    angkatan = kelola_angkatan(request, uid)
    form = BorangAlasan(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            batalkan_angkatan(
                angkatan=angkatan, alasan=form.cleaned_data["alasan"], oleh=request.user
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Angkatan dibatalkan; peserta dikabari.")
            return redirect(angkatan)
    konteks = {"form": form, "angkatan": angkatan}
    return render(request, "pelatihan/angkatan/batalkan.html", konteks)
