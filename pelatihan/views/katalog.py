"""The catalogue: search, one course with its batches, making and changing courses."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.borang import kata_kueri
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.models import Pegawai
from pegawai.queries.standar import tanpa_standar
from pelatihan.forms.katalog import BorangPelatihan, SaringKatalog
from pelatihan.izin import (
    boleh_membuat_pelatihan,
    boleh_membuka_angkatan,
    boleh_membuka_katalog,
    boleh_membuka_usul_pelatihan,
    boleh_mencalonkan,
    boleh_mendaftar,
    boleh_mengubah_pelatihan,
)
from pelatihan.queries.katalog import (
    daftar_katalog,
    diri_di_katalog,
    kepesertaan_aktif,
    kompetensi_sasaran,
    pelatihan_terlihat,
    pilihan_saring,
    rincian_pelatihan,
    sasaran_pelatihan,
)
from pelatihan.queries.penyelenggara import penyelenggara_terkelola
from pelatihan.queries.riwayat import rekap_jp_akun
from pelatihan.services.katalog import buat_pelatihan, ubah_pelatihan


@require_safe
def daftar(request):
    """The catalogue; without a query it opens on what closes one's own gaps."""
    wajib(boleh_membuka_katalog(request.user))
    pilihan = pilihan_saring(request.user, cari=kata_kueri(request.GET))
    ada_kesenjangan, rekap = diri_di_katalog(request.user)
    awal = {"kesenjangan": "on"} if ada_kesenjangan else None
    saring = SaringKatalog(request.GET or awal, pilihan=pilihan)
    saring.is_valid()
    saringan = saring.saringan()
    halaman = HalamanKunci(
        daftar_katalog(request.user, **saringan), request.GET, ukuran=20
    )
    ikut = kepesertaan_aktif(request.user, [p.pk for p in halaman])
    konteks = {
        "halaman": halaman,
        "baris": [(p, ikut.get(p.pk)) for p in halaman],
        "saring": saring,
        "saringan": saringan,
        "dipakai": sum(map(bool, saringan.values())),
        "ada_kesenjangan": ada_kesenjangan,
        "tanpa_standar": rekap is not None
        and not ada_kesenjangan
        and tanpa_standar(Pegawai.objects.filter(pengguna=request.user)),
        "rekap": rekap,
        "boleh_membuat": boleh_membuat_pelatihan(request.user),
        "boleh_usul": boleh_membuka_usul_pelatihan(request.user),
    }
    return render(request, "pelatihan/katalog/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One course: own status first, then the facts and the batches with their seats."""
    wajib(boleh_membuka_katalog(request.user))
    pelatihan = get_object_or_404(pelatihan_terlihat(request.user), uid=uid)
    konteks = rincian_pelatihan(request.user, pelatihan) | {
        "pelatihan": pelatihan,
        "boleh_mendaftar": boleh_mendaftar(request.user),
        "boleh_mengubah": boleh_mengubah_pelatihan(request.user, pelatihan),
        "boleh_membuka_angkatan": boleh_membuka_angkatan(request.user),
        "boleh_mencalonkan": boleh_mencalonkan(request.user),
        "rekap": rekap_jp_akun(request.user),
    }
    return render(request, "pelatihan/katalog/rinci.html", konteks)


def _borang(request, **isi):
    return BorangPelatihan(
        request.POST or None,
        penyelenggara=penyelenggara_terkelola(request.user),
        kompetensi=kompetensi_sasaran(),
        **isi,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def buat(request):
    """Make a course."""
    wajib(boleh_membuat_pelatihan(request.user))
    form = _borang(request)
    if request.method == "POST" and form.is_valid():
        pelatihan = buat_pelatihan(
            data=form.cleaned_data, sasaran=form.sasaran(), oleh=request.user
        )
        messages.success(request, "Pelatihan disimpan.")
        return redirect(pelatihan)
    return render(request, "pelatihan/katalog/ubah.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Change a course of one's own organiser."""
    wajib(boleh_membuat_pelatihan(request.user))
    pelatihan = get_object_or_404(pelatihan_terlihat(request.user), uid=uid)
    wajib(boleh_mengubah_pelatihan(request.user, pelatihan))
    form = _borang(request, instance=pelatihan, sasaran=sasaran_pelatihan(pelatihan))
    if request.method == "POST" and form.is_valid():
        try:
            ubah_pelatihan(
                pelatihan=pelatihan,
                data=form.cleaned_data,
                sasaran=form.sasaran(),
                versi=form.cleaned_data["versi"] or 0,
                oleh=request.user,
            )
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, pelatihan)
            form.add_error(None, galat.pesan)
        else:
            messages.success(request, "Perubahan disimpan.")
            return redirect(pelatihan)
    konteks = {"form": form, "pelatihan": pelatihan}
    return render(request, "pelatihan/katalog/ubah.html", konteks)
