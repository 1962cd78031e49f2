"""A person's page: registry facts only."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.pegawai import GantiAtasanForm
from pegawai.izin import (
    boleh_melihat_daftar_pegawai,
    boleh_melihat_data_pribadi,
    boleh_melihat_perubahan,
    boleh_melihat_semua_perubahan,
    boleh_memberi_kode,
    boleh_membuka_pegawai,
    boleh_mengganti_atasan,
    boleh_mengubah_kedudukan,
    boleh_mengubah_pegawai,
)
from pegawai.models import JejakLihat
from pegawai.queries.atasan import bawahan_terlihat
from pegawai.queries.pegawai import (
    asal_atasan,
    pegawai_sendiri,
    pegawai_untuk_lembar,
    riwayat_jabatan,
    riwayat_nomor,
)
from pegawai.queries.ringkasan import jabatan_rangkap, pegawai_ringkasan
from pegawai.queries.riwayat import perubahan_pegawai
from pegawai.queries.tindakan import (
    fakta_bertanggal,
    mutasi_direncanakan,
    rangkap_berjalan,
)
from pegawai.services.atasan import ganti_atasan, turunkan_atasan
from pegawai.services.jejak import catat_lihat


@require_safe
def saya(request):
    """One's own page, for links that do not know the uid."""
    wajib(boleh_membuka_pegawai(request.user))
    pegawai = pegawai_sendiri(request.user)
    wajib(pegawai is not None)
    return redirect(pegawai)


def _terlihat(request, uid):
    """Kind and see: 403 for a role without business here, 404 out of scope."""
    wajib(boleh_membuka_pegawai(request.user))
    return get_object_or_404(pegawai_untuk_lembar(request.user), uid=uid)


@require_safe
def rinci(request, uid):
    """Summary: what the registry says about one person."""
    wajib(boleh_membuka_pegawai(request.user))
    ringkasan = pegawai_ringkasan(request.user, uid)
    if ringkasan is None:
        raise Http404
    pegawai = ringkasan.pegawai
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.LEMBAR, oleh=request.user)
    return render(
        request,
        "pegawai/pegawai/rinci.html",
        {
            "pegawai": pegawai,
            "boleh_daftar": boleh_melihat_daftar_pegawai(request.user),
            "boleh_pribadi": boleh_melihat_data_pribadi(request.user, pegawai),
            "boleh_ubah": boleh_mengubah_pegawai(request.user, pegawai),
            "boleh_ganti_atasan": boleh_mengganti_atasan(request.user, pegawai),
            "boleh_kode": boleh_memberi_kode(request.user)
            and pegawai.pengguna_id != request.user.pk,
            "rangkap": jabatan_rangkap(pegawai) if ringkasan.ada_rangkap else [],
            "asal_atasan": asal_atasan(pegawai),
            "atasan_terlihat": ringkasan.atasan_terlihat,
            "bawahan": _bawahan(request, pegawai) if ringkasan.ada_bawahan else [],
        },
    )


def _bawahan(request, pegawai):
    """A page of the direct reports whom this account may see."""
    daftar = bawahan_terlihat(request.user, pegawai)
    return HalamanKunci(daftar, request.GET, ukuran=20)


@require_safe
def riwayat(request, uid):
    """Posts, grades, education, standing and numbers with TMT and decree."""
    pegawai = _terlihat(request, uid)
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.LEMBAR, oleh=request.user)
    return render(
        request,
        "pegawai/pegawai/riwayat.html",
        {
            "pegawai": pegawai,
            "boleh_daftar": boleh_melihat_daftar_pegawai(request.user),
            "nomor": riwayat_nomor(pegawai),
            "jabatan": riwayat_jabatan(pegawai),
            "fakta": fakta_bertanggal(pegawai),
            "rencana": mutasi_direncanakan(pegawai),
            "ada_rangkap": bool(rangkap_berjalan(pegawai)),
            "boleh_ubah": boleh_mengubah_pegawai(request.user, pegawai),
            "boleh_kedudukan": boleh_mengubah_kedudukan(request.user, pegawai),
        },
    )


@require_safe
def perubahan(request, uid):
    """Who changed what and when; who keeps the registry finds the own acts."""
    pegawai = _terlihat(request, uid)
    wajib(boleh_melihat_perubahan(request.user, pegawai))
    semua = boleh_melihat_semua_perubahan(request.user, pegawai)
    pribadi = boleh_melihat_data_pribadi(request.user, pegawai)
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.LEMBAR, oleh=request.user)
    return render(
        request,
        "pegawai/pegawai/perubahan.html",
        {
            "pegawai": pegawai,
            "boleh_daftar": boleh_melihat_daftar_pegawai(request.user),
            "semua": semua,
            "kejadian": perubahan_pegawai(
                pegawai, pribadi=pribadi, oleh=None if semua else request.user
            ),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def atasan_ganti(request, uid):
    """Override the direct superior."""
    pegawai = _terlihat(request, uid)
    wajib(boleh_mengganti_atasan(request.user, pegawai))
    form = GantiAtasanForm(request.POST or None)
    if form.is_valid():
        try:
            ganti_atasan(pegawai=pegawai, oleh=request.user, **form.cleaned_data)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, "Atasan langsung sudah ditetapkan.")
            return redirect(pegawai)
    return render(
        request,
        "pegawai/pegawai/atasan_ganti.html",
        {"pegawai": pegawai, "form": form, "asal_atasan": asal_atasan(pegawai)},
    )


@require_POST
def atasan_turunkan(request, uid):
    """Let the superior follow the registry again."""
    pegawai = _terlihat(request, uid)
    wajib(boleh_mengganti_atasan(request.user, pegawai))
    turunkan_atasan(pegawai=pegawai, oleh=request.user)
    messages.success(request, "Atasan langsung kembali mengikuti data kepegawaian.")
    return redirect(pegawai)
