"""The competency dictionary."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.kompetensi import SaringKompetensiForm
from pegawai.izin import boleh_membuka_standar, boleh_mengubah_kompetensi
from pegawai.queries.kompetensi import daftar_kompetensi, kompetensi_untuk_rinci


@require_safe
def daftar(request):
    """The dictionary."""
    wajib(boleh_membuka_standar(request.user))
    saring = SaringKompetensiForm(request.GET)
    halaman = HalamanKunci(daftar_kompetensi(**saring.saring), request.GET)
    return render(
        request,
        "pegawai/kompetensi/daftar.html",
        {
            "halaman": halaman,
            "saring": saring,
            "boleh_ubah": boleh_mengubah_kompetensi(request.user),
        },
    )


@require_safe
def rinci(request, uid):
    """One competency with its five levels."""
    wajib(boleh_membuka_standar(request.user))
    kompetensi = get_object_or_404(kompetensi_untuk_rinci(), uid=uid)
    boleh = boleh_mengubah_kompetensi(request.user)
    konteks = {"kompetensi": kompetensi, "boleh_ubah": boleh}
    return render(request, "pegawai/kompetensi/rinci.html", konteks)
