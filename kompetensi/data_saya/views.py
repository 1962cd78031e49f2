"""One's own account: who I am here, colours, tokens of the API."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kompetensi.data_saya.forms import TokenForm
from kompetensi.data_saya.queries import KELOMPOK, bagian_halaman, pegawai_akun
from kompetensi.data_saya.services import minta_unduhan
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.queries.masuk import token_terlihat
from pegawai.dasar.services.masuk import buat_token, cabut_token, ganti_tema
from pegawai.izin import boleh_meminta_perbaikan
from pegawai.queries.peran import nama_peran, peran_berlaku, perlu_faktor_kedua

TOKEN_BARU = "token_baru"
TEMA = {"sistem", "light", "dark"}


@require_safe
def data_saya(request):
    """What the city holds about this account, and the way to its settings."""
    return render(
        request,
        "data_saya/rinci.html",
        {
            "pegawai": pegawai_akun(request.user),
            "daftar_peran": nama_peran(peran_berlaku(request.user)),
            "boleh_token": perlu_faktor_kedua(request.user),
        },
    )


@require_safe
def isi(request, kode="kepegawaian"):
    """Everything that is held about the person, in three pages, each with its origin."""
    wajib(boleh_meminta_perbaikan(request.user))
    pegawai = pegawai_akun(request.user)
    daftar = bagian_halaman(pegawai, kode)
    if daftar is None:
        raise Http404
    tab = [
        {
            "nama": k.nama,
            "url": reverse("data-saya-bagian", kwargs={"kode": k.kode}),
            "kini": k.kode == kode,
        }
        for k in KELOMPOK
    ]
    konteks = {"pegawai": pegawai, "tab": tab, "daftar": daftar}
    return render(request, "data_saya/isi.html", konteks)


@require_POST
def unduh(request):
    """Ask for the file of all one's data; it appears in the download place."""
    wajib(boleh_meminta_perbaikan(request.user))
    try:
        pekerjaan = minta_unduhan(
            bentuk=request.POST.get("bentuk", ""), oleh=request.user
        )
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
        return redirect("data-saya-isi")
    return redirect(pekerjaan)


@require_POST
def tema(request):
    """Remember the colours."""
    pilihan = request.POST.get("tema", "")
    if pilihan in TEMA:
        ganti_tema(tema=pilihan, oleh=request.user)
        messages.success(request, "Tampilan disimpan.")
    return redirect("data-saya")


def token(request):
    """List one's tokens; make one, whose text the next page shows this once."""
    wajib(perlu_faktor_kedua(request.user))
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _, teks = buat_token(
                **form.cleaned_data, hari_ini=hari_ini(), oleh=request.user
            )
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            request.session[TOKEN_BARU] = teks
            return redirect("token")
    return render(
        request,
        "data_saya/token.html",
        {
            "form": form,
            "teks": request.session.pop(TOKEN_BARU, ""),
            "daftar": token_terlihat(request.user),
        },
    )


@require_POST
def token_cabut(request, uid):
    """Revoke one of one's own tokens."""
    wajib(perlu_faktor_kedua(request.user))
    milik = get_object_or_404(token_terlihat(request.user), uid=uid)
    cabut_token(token=milik, oleh=request.user)
    messages.success(request, "Token dicabut dan tidak dapat dipakai lagi.")
    return redirect("token")
