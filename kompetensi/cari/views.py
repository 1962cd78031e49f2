"""Search of everything."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kompetensi.cari.queries import PENDEK, cari_semua
from pegawai.dasar.alat.borang import kata_kueri
from pegawai.izin import boleh_melihat_daftar_pegawai

TERPANJANG = 100


@require_safe
def cari(request):
    """Results for `?q=`."""
    kata = kata_kueri(request.GET, "q", TERPANJANG)
    hasil = cari_semua(request.user, kata)
    return render(
        request,
        "cari/hasil.html",
        {
            "kata": kata,
            "pendek": len(kata) < PENDEK,
            "hasil": hasil,
            "kosong": not any(hasil.values()),
            "cari_orang": boleh_melihat_daftar_pegawai(request.user),
        },
    )
