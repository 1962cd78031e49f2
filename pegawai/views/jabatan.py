"""Posts: the list with what is missing, one post with its standard."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.forms.jabatan import JabatanForm, SaringJabatanForm
from pegawai.izin import (
    boleh_membuka_organisasi,
    boleh_mengubah_jabatan,
    boleh_menyusun_standar,
)
from pegawai.queries.jabatan import (
    daftar_jabatan,
    jabatan_untuk_rinci,
    jumlah_pemegang,
    jumlah_tanpa,
    pemegang_terlihat,
)
from pegawai.queries.standar import butir_standar, standar_jabatan, standar_untuk
from pegawai.services.jabatan import ubah_jabatan


@require_safe
def daftar(request):
    """List posts; an HTMX request gets the table only."""
    wajib(boleh_membuka_organisasi(request.user))
    saring = SaringJabatanForm(request.GET)
    halaman = HalamanKunci(daftar_jabatan(saring.saring), request.GET)
    potongan = request.htmx and not request.htmx.history_restore_request
    templat = "_tabel.html" if potongan else "daftar.html"
    konteks = {"halaman": halaman, "saring": saring}
    if not potongan:
        konteks["tanpa"] = jumlah_tanpa()
    return render(request, f"pegawai/jabatan/{templat}", konteks)


@require_safe
def rinci(request, uid):
    """One post: facts, holders, the standard that holds today."""
    wajib(boleh_membuka_organisasi(request.user))
    jabatan = get_object_or_404(jabatan_untuk_rinci(), uid=uid)
    standar = standar_untuk(jabatan, hari_ini())
    return render(
        request,
        "pegawai/jabatan/rinci.html",
        {
            "jabatan": jabatan,
            "standar": standar,
            "butir": butir_standar(standar),
            "edisi": standar_jabatan(request.user, jabatan),
            "pemegang": HalamanKunci(
                pemegang_terlihat(request.user, jabatan), request.GET, ukuran=20
            ),
            "jumlah_pemegang": jumlah_pemegang(jabatan),
            "boleh_ubah": boleh_mengubah_jabatan(request.user),
            "boleh_susun": boleh_menyusun_standar(request.user),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request, uid):
    """Correct a post; somebody else's change gives the conflict page."""
    wajib(boleh_mengubah_jabatan(request.user))
    jabatan = get_object_or_404(jabatan_untuk_rinci(), uid=uid)
    awal = {
        "nama": jabatan.nama,
        "jenis": jabatan.jenis,
        "jenjang": jabatan.jenjang.kode if jabatan.jenjang else "",
        "kelas_jabatan": jabatan.kelas_jabatan,
        "versi": jabatan.versi,
    }
    form = JabatanForm(isian(request), initial=awal)
    if form.is_valid():
        try:
            ubah_jabatan(jabatan=jabatan, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, jabatan)
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Jabatan sudah disimpan.")
            return redirect(jabatan)
    konteks = {"jabatan": jabatan, "form": form}
    return render(request, "pegawai/jabatan/ubah.html", konteks)
