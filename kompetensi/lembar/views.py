"""Tabs of a person's page that combine apps: training, assessments, plans."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kompetensi.lembar.queries import hasil_pegawai, isi_pelatihan, rencana_pegawai
from pegawai.dasar.alat.izin import wajib
from pegawai.izin import (
    boleh_melihat_daftar_pegawai,
    boleh_melihat_pengembangan,
    boleh_membuka_pengembangan,
)
from pegawai.models import JejakLihat
from pegawai.queries.pegawai import pegawai_untuk_lembar
from pegawai.services.jejak import catat_lihat


def _orang(request, uid):
    wajib(boleh_membuka_pengembangan(request.user))
    pegawai = get_object_or_404(pegawai_untuk_lembar(request.user), uid=uid)
    if not boleh_melihat_pengembangan(request.user, pegawai):
        raise Http404
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.LEMBAR, oleh=request.user)
    return pegawai


def _tampilkan(request, nama, pegawai, **isi):
    konteks = {
        "pegawai": pegawai,
        "boleh_daftar": boleh_melihat_daftar_pegawai(request.user),
        **isi,
    }
    return render(request, f"lembar/{nama}.html", konteks)


@require_safe
def pelatihan(request, uid):
    """Hours and trainings of one person."""
    pegawai = _orang(request, uid)
    return _tampilkan(
        request, "pelatihan", pegawai, **isi_pelatihan(request.user, pegawai)
    )


@require_safe
def penilaian(request, uid):
    """Published results of one person."""
    pegawai = _orang(request, uid)
    daftar = hasil_pegawai(request.user, pegawai)
    return _tampilkan(request, "penilaian", pegawai, daftar=daftar)


@require_safe
def rencana(request, uid):
    """Plans of one person."""
    pegawai = _orang(request, uid)
    daftar = rencana_pegawai(request.user, pegawai)
    return _tampilkan(request, "rencana", pegawai, daftar=daftar)
