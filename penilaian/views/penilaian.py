"""One result, read."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.izin import wajib
from pegawai.models import JejakLihat
from pegawai.queries.peran import pegawai_sendiri_id
from pegawai.services.jejak import catat_lihat
from penilaian.izin import boleh_melihat_catatan, boleh_membuka_hasil
from penilaian.queries.kesenjangan import baris_hasil, masa_hasil
from penilaian.queries.penilaian import hasil_rinci


@require_safe
def rinci(request, uid):
    """A published result with its levels, frozen standard and category."""
    wajib(boleh_membuka_hasil(request.user))
    hasil = get_object_or_404(hasil_rinci(request.user), uid=uid)
    catat_lihat(pegawai=hasil.pegawai, jenis=JejakLihat.Jenis.PROFIL, oleh=request.user)
    return render(
        request,
        "penilaian/penilaian/rinci.html",
        {
            "hasil": hasil,
            "pegawai": hasil.pegawai,
            "daftar": baris_hasil(hasil),
            "masa": masa_hasil(hasil),
            "sendiri": hasil.pegawai_id == pegawai_sendiri_id(request.user),
            "boleh_melihat_catatan": boleh_melihat_catatan(request.user, hasil),
        },
    )
