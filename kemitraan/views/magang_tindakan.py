"""What is done with a placement: accept, refuse, start, finish, mark, cancel."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kemitraan.forms.magang import AlasanForm, NilaiForm, NilaiWajibForm, TerimaForm
from kemitraan.izin import (
    boleh_membatalkan_penempatan,
    boleh_membuka_magang,
    boleh_memutuskan_penempatan,
    boleh_menilai_penempatan,
    boleh_menjalankan_penempatan,
)
from kemitraan.models import Penempatan
from kemitraan.queries.magang import pembimbing_pilihan, penempatan_terlihat
from kemitraan.queries.magang_jam import sertifikat_penempatan
from kemitraan.services.magang import (
    batalkan_penempatan,
    mulai_penempatan,
    nilai_penempatan,
    selesaikan_penempatan,
    terima_penempatan,
    tolak_penempatan,
)
from pegawai.dasar.alat.borang import isian
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini


def _lihat(request, uid, boleh):
    """Kind, see, may."""
    wajib(boleh_membuka_magang(request.user))
    penempatan = get_object_or_404(penempatan_terlihat(request.user), uid=uid)
    wajib(boleh(request.user, penempatan))
    return penempatan


def _tindakan(request, penempatan, form, layanan, *, judul, pesan, bahaya=False):
    """Check, act, answer."""
    if request.method == "POST" and form.is_valid():
        try:
            kini = layanan(
                penempatan=penempatan, oleh=request.user, **form.cleaned_data
            )
        except AturanDilanggar as galat:
            form.add_error(
                galat.medan if galat.medan in form.fields else None, galat.pesan
            )
        else:
            messages.success(request, f"{pesan} {_kabar_jam(kini)}".strip())
            return redirect(penempatan)
    konteks = {
        "form": form,
        "penempatan": penempatan,
        "judul": judul,
        "bahaya": bahaya,
    }
    return render(request, "kemitraan/magang/tindakan.html", konteks)


def _kabar_jam(penempatan):
    """What has become of the hours of an ASN; nothing to say for students."""
    if penempatan.pegawai_id is None or penempatan.status != Penempatan.Status.SELESAI:
        return ""
    jp = penempatan.program.pelatihan.jp
    if penempatan.menunggu_nilai:
        return f"{jp} JP tercatat sesudah nilai akhir diisi."
    terbit = sertifikat_penempatan(penempatan)
    return f"{jp} JP dan sertifikat {terbit.nomor} tercatat." if terbit else ""


@require_http_methods(["GET", "POST"])
def terima(request, uid):
    """Accept with a mentor."""
    penempatan = _lihat(request, uid, boleh_memutuskan_penempatan)
    form = TerimaForm(
        isian(request),
        pembimbing=pembimbing_pilihan(penempatan),
        wajib=penempatan.peserta_id is not None,
    )
    return _tindakan(
        request,
        penempatan,
        form,
        terima_penempatan,
        judul="Terima penempatan",
        pesan="Penempatan diterima.",
    )


@require_http_methods(["GET", "POST"])
def tolak(request, uid):
    """Refuse with a reason."""
    return _tindakan(
        request,
        _lihat(request, uid, boleh_memutuskan_penempatan),
        AlasanForm(isian(request)),
        tolak_penempatan,
        judul="Tolak penempatan",
        pesan="Penempatan ditolak.",
        bahaya=True,
    )


@require_POST
def mulai(request, uid):
    """Start."""
    penempatan = _lihat(request, uid, boleh_menjalankan_penempatan)
    try:
        mulai_penempatan(penempatan=penempatan, hari=hari_ini(), oleh=request.user)
    except AturanDilanggar as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, "Penempatan dimulai.")
    return redirect(penempatan)


@require_http_methods(["GET", "POST"])
def selesai(request, uid):
    """Finish, with the mark when it is known."""
    return _tindakan(
        request,
        _lihat(request, uid, boleh_menjalankan_penempatan),
        NilaiForm(isian(request)),
        selesaikan_penempatan,
        judul="Selesaikan penempatan",
        pesan="Penempatan selesai.",
    )


@require_http_methods(["GET", "POST"])
def nilai(request, uid):
    """Give the mark that a finished placement awaits."""
    return _tindakan(
        request,
        _lihat(request, uid, boleh_menilai_penempatan),
        NilaiWajibForm(isian(request)),
        nilai_penempatan,
        judul="Beri nilai akhir",
        pesan="Nilai disimpan.",
    )


@require_http_methods(["GET", "POST"])
def batalkan(request, uid):
    """Cancel with a reason."""
    return _tindakan(
        request,
        _lihat(request, uid, boleh_membatalkan_penempatan),
        AlasanForm(isian(request)),
        batalkan_penempatan,
        judul="Batalkan penempatan",
        pesan="Penempatan dibatalkan.",
        bahaya=True,
    )
