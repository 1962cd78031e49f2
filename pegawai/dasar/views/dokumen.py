"""The public check of an issued document; works without sign-in and without script."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.kode import baca_kode, tulis_kode
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.forms.dokumen import BorangKode, BorangNip
from pegawai.dasar.queries.dokumen import dokumen_berkode, nama_samar
from pegawai.dasar.services.dokumen import cocokkan_nomor

PER_MENIT = 60  # KEAMANAN B.9


def dibatasi(pandangan):
    """At most 60 checks a minute from one address; then a polite 429."""

    @wraps(pandangan)
    def dalam(request, *args, **kwargs):
        menit = timezone.now().strftime("%H%M")
        kunci = f"periksa:{request.META.get('REMOTE_ADDR', '')}:{menit}"
        cache.add(kunci, 0, 90)
        try:
            jumlah = cache.incr(kunci)
        except ValueError:
            jumlah = 1
        if jumlah > PER_MENIT:
            jawaban = render(request, "429.html", status=429)
            jawaban["Retry-After"] = "60"
            return jawaban
        return pandangan(request, *args, **kwargs)

    return dalam


@login_not_required
@require_safe
@dibatasi
def cari(request):
    """Type a code; a well-formed one leads to its own address."""
    borang = BorangKode(request.GET if "kode" in request.GET else None)
    if borang.is_valid():
        kode = baca_kode(borang.cleaned_data["kode"])
        if kode is not None:
            return redirect("dasar:dokumen-periksa", kode=kode)
        borang.add_error(
            "kode", "Kode terdiri atas 26 huruf dan angka. Periksa lalu coba lagi."
        )
    return render(request, "dasar/dokumen/periksa.html", {"borang_kode": borang})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@dibatasi
def periksa(request, kode):
    """Valid, expired, revoked or unknown; the name stays masked until the whole NIP is given."""
    dokumen = dokumen_berkode(kode)
    konteks = {
        "borang_kode": BorangKode(
            initial={"kode": tulis_kode(baca_kode(kode) or kode)}
        ),
        "dokumen": dokumen,
        "dicari": True,
        "diperiksa_pada": timezone.now(),
        "habis": dokumen is not None and dokumen.habis_pada(hari_ini()),
    }
    if dokumen is None:
        return render(request, "dasar/dokumen/periksa.html", konteks, status=404)
    borang = BorangNip(request.POST if request.method == "POST" else None)
    terbuka = borang.is_bound and borang.is_valid() and _cocok(borang, dokumen)
    konteks |= {
        "form": borang,
        "terbuka": terbuka,
        "nama": dokumen.pemegang_nama if terbuka else nama_samar(dokumen),
    }
    jawaban = render(request, "dasar/dokumen/periksa.html", konteks)
    jawaban["Cache-Control"] = "no-store"
    return jawaban


def _cocok(borang, dokumen):
    try:
        cocok = cocokkan_nomor(
            dokumen=dokumen,
            nomor=borang.cleaned_data["nip"],
            sekarang=timezone.now(),
        )
    except AturanDilanggar as galat:
        borang.add_error("nip", galat.pesan)
        return False
    if not cocok:
        borang.add_error("nip", "NIP ini tidak cocok dengan pemegang sertifikat.")
    return cocok
