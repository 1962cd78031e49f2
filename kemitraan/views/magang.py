"""Placements: list, page, one's own, asking for one in both directions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kemitraan.forms.magang import AjukanKeluarForm, AjukanMasukForm, SaringMagangForm
from kemitraan.izin import (
    boleh_membuka_magang,
    boleh_membuka_magang_saya,
    boleh_mengajukan_keluar,
    boleh_mengajukan_masuk,
    tindakan_penempatan,
)
from kemitraan.models import ProgramMagang
from kemitraan.queries.magang import (
    daftar_penempatan,
    pegawai_pilihan,
    penempatan_sendiri,
    penempatan_terlihat,
    program_terlihat,
    unit_pilihan,
)
from kemitraan.services.magang import (
    ajukan_penempatan_keluar,
    ajukan_penempatan_masuk,
)
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib


@require_safe
def daftar(request):
    """Visible placements."""
    wajib(boleh_membuka_magang(request.user))
    saring = SaringMagangForm(request.GET or None)
    pilihan = saring.cleaned_data if saring.is_valid() else {}
    konteks = {
        "halaman": HalamanKunci(
            daftar_penempatan(request.user, **pilihan), request.GET
        ),
        "saring": saring,
        "boleh_mengajukan_masuk": boleh_mengajukan_masuk(request.user),
        "boleh_mengajukan_keluar": boleh_mengajukan_keluar(request.user),
    }
    return render(request, "kemitraan/magang/daftar.html", konteks)


@require_safe
def rinci(request, uid):
    """One placement and what can be done with it."""
    wajib(boleh_membuka_magang(request.user))
    penempatan = get_object_or_404(penempatan_terlihat(request.user), uid=uid)
    konteks = {
        "penempatan": penempatan,
        "boleh": tindakan_penempatan(request.user, penempatan),
    }
    return render(request, "kemitraan/magang/rinci.html", konteks)


@require_safe
def saya(request):
    """One's own placements and nothing else."""
    wajib(boleh_membuka_magang_saya(request.user))
    konteks = {"daftar_penempatan": penempatan_sendiri(request.user)}
    return render(request, "kemitraan/magang/saya.html", konteks)


def _ajukan(request, form, layanan, judul):
    if request.method == "POST" and form.is_valid():
        try:
            penempatan = layanan(oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Penempatan diajukan.")
            return redirect(penempatan)
    konteks = {"form": form, "judul": judul}
    return render(request, "kemitraan/magang/ajukan.html", konteks)


@require_http_methods(["GET", "POST"])
def ajukan_masuk(request):
    """Ask for a place for a student."""
    wajib(boleh_mengajukan_masuk(request.user))
    form = AjukanMasukForm(
        isian(request),
        program=program_terlihat(request.user, arah=ProgramMagang.Arah.MASUK),
        unit=unit_pilihan(request.user),
    )
    return _ajukan(
        request, form, ajukan_penempatan_masuk, "Ajukan penempatan mahasiswa"
    )


@require_http_methods(["GET", "POST"])
def ajukan_keluar(request):
    """Ask to send an ASN to a partner."""
    wajib(boleh_mengajukan_keluar(request.user))
    form = AjukanKeluarForm(
        isian(request),
        program=program_terlihat(request.user, arah=ProgramMagang.Arah.KELUAR),
        pegawai=pegawai_pilihan(request.user),
    )
    return _ajukan(request, form, ajukan_penempatan_keluar, "Ajukan magang ASN")
