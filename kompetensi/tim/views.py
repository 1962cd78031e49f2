"""My team."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kompetensi.menunggu import jumlah_menunggu
from kompetensi.tim.queries import daftar_tim
from pegawai.dasar.alat.angka import angka
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.queries.peran import pegawai_sendiri_id


@require_safe
def tim(request):
    """Direct reports of the signed-in person."""
    wajib(pegawai_sendiri_id(request.user) is not None)
    menunggu = jumlah_menunggu(request.user)
    return render(
        request,
        "tim/daftar.html",
        {
            "halaman": HalamanKunci(daftar_tim(request.user), request.GET),
            "menunggu": menunggu,
            "buka": f"Buka persetujuan ({angka(menunggu)})",
            "tahun": hari_ini().year,
        },
    )
