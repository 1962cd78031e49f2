"""Mail: the outbox and, in the demo, the mails themselves."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.izin import boleh_membuka_surat
from pegawai.queries.surat import daftar_surat_tertahan, keadaan_surat, surat_demo


@require_safe
def daftar(request):
    """States of the outbox, what is held up, the demo's mails."""
    wajib(boleh_membuka_surat(request.user))
    konteks = {
        "keadaan": keadaan_surat(),
        "halaman": HalamanKunci(daftar_surat_tertahan(), request.GET),
        "daftar_surat": surat_demo(),
    }
    return render(request, "pegawai/surat/daftar.html", konteks)
