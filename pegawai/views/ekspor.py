"""Export of the list of people: what the filter shows, or the ticked rows."""

from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.ekspor import EksporForm, uid_dipilih
from pegawai.forms.pegawai import SaringPegawaiForm, pasangan_saring
from pegawai.izin import boleh_mengekspor, wajib_sandi_lagi_untuk_ekspor
from pegawai.queries.ekspor import (
    LANGSUNG_TERBANYAK,
    jumlah_sepilihan,
    sepilihan,
)
from pegawai.services.ekspor import alirkan_csv, minta_ekspor, nama_berkas

# A whole city's people ask for a fresh sign-in (KEAMANAN B.5 row 33).
sandi_lagi = reauthentication_required(
    enabled=lambda request: wajib_sandi_lagi_untuk_ekspor(request.user)
)


@require_http_methods(["GET", "HEAD", "POST"])
@sandi_lagi
def ekspor(request):
    """How many rows, which columns, which form of file; POST makes it."""
    wajib(boleh_mengekspor(request.user))
    saring = SaringPegawaiForm(request.GET, pengguna=request.user)
    if not saring.is_valid():
        messages.error(request, "Saringan ini keliru. Perbaiki dahulu, lalu ekspor.")
        return redirect(
            f"{reverse('pegawai:pegawai-daftar')}?{request.GET.urlencode()}"
        )
    uid = uid_dipilih(request.GET)
    jumlah = jumlah_sepilihan(sepilihan(request.user, saring.saring, uid))
    form = EksporForm(request.POST or None, kolom=request.GET.getlist("kolom"))
    if form.is_valid():
        try:
            return _buat(request, form.cleaned_data, saring.saring, uid, jumlah)
        except AturanDilanggar as galat:
            form.add_error(None, galat.pesan)
    konteks = {
        "form": form,
        "jumlah": jumlah,
        "terlalu_luas": jumlah > LANGSUNG_TERBANYAK,
        "kembali": f"{reverse('pegawai:pegawai-daftar')}"
        f"?{urlencode(pasangan_saring(request.GET))}",
        "dipilih": bool(uid),
    }
    return render(request, "pegawai/ekspor/buat.html", konteks)


def _buat(request, isi, saring, uid, jumlah):
    """A small CSV at once; everything else in the download centre."""
    if isi["bentuk"] == "csv" and jumlah <= LANGSUNG_TERBANYAK:
        lain = [(k, v) for k, v in pasangan_saring(request.GET) if k != "kolom"]
        kolom = [("kolom", k) for k in isi["kolom"]]
        kueri = urlencode([*lain, *kolom, *(("pilih", u) for u in uid)])
        return redirect(f"{reverse('pegawai:ekspor-csv')}?{kueri}")
    pekerjaan = minta_ekspor(
        bentuk=isi["bentuk"],
        saring=saring,
        kolom=isi["kolom"],
        uid=uid,
        oleh=request.user,
    )
    if isi["bentuk"] == "csv":
        messages.info(
            request,
            "Saringan ini terlalu luas untuk ekspor langsung; kami kirim lewat Pusat "
            "Unduhan.",
        )
    return redirect(pekerjaan)


@require_safe
@sandi_lagi
def ekspor_csv(request):
    """The file itself, streamed; each export leaves its trail."""
    wajib(boleh_mengekspor(request.user))
    saring = SaringPegawaiForm(request.GET, pengguna=request.user)
    uid = uid_dipilih(request.GET)
    if not saring.is_valid() or _terlalu_luas(request.user, saring.saring, uid):
        return redirect(f"{reverse('pegawai:ekspor')}?{request.GET.urlencode()}")
    isi = alirkan_csv(
        saring=saring.saring,
        kolom=request.GET.getlist("kolom"),
        uid=uid,
        oleh=request.user,
    )
    jawaban = StreamingHttpResponse(isi, content_type="text/csv; charset=utf-8")
    jawaban["Content-Disposition"] = f'attachment; filename="{nama_berkas("csv")}"'
    jawaban["Cache-Control"] = "no-store"
    return jawaban


def _terlalu_luas(pengguna, saring, uid):
    return jumlah_sepilihan(sepilihan(pengguna, saring, uid)) > LANGSUNG_TERBANYAK
