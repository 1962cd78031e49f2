"""The first sign-in by a one-time code: number and code, then one's own password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.nama_akun import kunci_hambatan
from pegawai.dasar.forms.kode import KodeMasukForm, SandiPertamaForm
from pegawai.dasar.queries.kode import kode_beruid, kode_cocok, kode_undangan
from pegawai.dasar.services.kode import TIDAK_BERLAKU, pakai_kode
from pegawai.dasar.services.masuk import (
    bebaskan_masuk,
    catat_gagal_masuk,
    jeda_masuk,
)

SESI = "kode_masuk"
TERLALU_SERING = (
    "Terlalu banyak percobaan. Coba lagi dalam 5 menit atau hubungi pengelola "
    "kepegawaian OPD Anda."
)


@login_not_required
@sensitive_post_parameters("kode")
@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request):
    """Number and code; one sentence for every reason why they do not open."""
    if request.user.is_authenticated:
        return redirect("beranda")
    form = KodeMasukForm(isian(request))
    if form.is_valid():
        kode = _periksa(request, form)
        if kode is not None:
            return _lanjut(request, kode)
    return render(request, "dasar/kode/masuk.html", {"form": form})


def _periksa(request, form):
    """The code, or None with the reason on the form; wrong ones slow the next down."""
    nama, pada = form.cleaned_data["nama_akun"], timezone.now()
    kunci = kunci_hambatan(nama, request.META.get("REMOTE_ADDR") or "lokal")
    if jeda_masuk(kunci=kunci, pada=pada):
        form.add_error(None, TERLALU_SERING)
        return None
    kode = kode_cocok(nama_akun=nama, kode=form.cleaned_data["kode"], sekarang=pada)
    if kode is None:
        catat_gagal_masuk(kunci=kunci, pada=pada)
        form.add_error(None, TIDAK_BERLAKU)
    else:
        bebaskan_masuk(kunci=kunci)
    return kode


def _lanjut(request, kode):
    request.session.cycle_key()
    request.session[SESI] = str(kode.uid)
    return redirect("dasar:kode-sandi")


@login_not_required
@require_safe
def undangan(request, tiket):
    """The link of an invitation mail: the same as a right code."""
    if request.user.is_authenticated:
        return redirect("beranda")
    kode = kode_undangan(tiket=tiket, sekarang=timezone.now())
    if kode is None:
        return render(request, "dasar/kode/habis.html", status=404)
    return _lanjut(request, kode)


@login_not_required
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def sandi(request):
    """One's own password; saving it uses the code up."""
    kode = kode_beruid(uid=request.session.get(SESI, ""), sekarang=timezone.now())
    if kode is None:
        messages.error(request, TIDAK_BERLAKU)
        return redirect("dasar:kode-masuk")
    form = SandiPertamaForm(isian(request), pengguna=kode.pengguna)
    if form.is_valid():
        try:
            pakai_kode(
                kode=kode, sandi=form.cleaned_data["sandi"], sekarang=timezone.now()
            )
        except AturanDilanggar as galat:
            messages.error(request, galat.pesan)
            return redirect("dasar:kode-masuk")
        del request.session[SESI]
        messages.success(
            request, "Kata sandi disimpan. Masuk dengan kata sandi baru Anda."
        )
        return redirect("account_login")
    konteks = {"form": form, "nama": kode.pengguna.nama}
    return render(request, "dasar/kode/sandi.html", konteks)
