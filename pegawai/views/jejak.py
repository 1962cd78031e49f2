"""Who looked at my record."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.izin import boleh_meminta_perbaikan
from pegawai.queries.jejak import jejak_sendiri


@require_safe
def saya(request):
    """Reads and exports of one's own record by others, the latest first."""
    wajib(boleh_meminta_perbaikan(request.user))
    halaman = HalamanKunci(jejak_sendiri(request.user), request.GET, ukuran=30)
    return render(request, "pegawai/jejak/saya.html", {"halaman": halaman})
