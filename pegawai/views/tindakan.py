"""Acts on a person: fill in, look at what follows, save; a conflict saves nothing."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pegawai.dasar.alat.borang import isian, kata_kueri
from pegawai.dasar.alat.galat import VERSI_USANG, AturanDilanggar
from pegawai.dasar.alat.izin import wajib
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.views.bentrok import halaman_bentrok
from pegawai.forms import tindakan as borang
from pegawai.izin import (
    boleh_membuka_pegawai,
    boleh_mengubah_kedudukan,
    boleh_mengubah_pegawai,
)
from pegawai.queries.pegawai import pegawai_untuk_lembar
from pegawai.queries.tindakan import (
    golongan_kini,
    jabatan_kini,
    kedudukan_kini,
    nomor_kini,
    pendidikan_kini,
)
from pegawai.services.coba import coba_tindakan
from pegawai.services.golongan import catat_golongan, catat_pendidikan
from pegawai.services.kedudukan import ubah_kedudukan
from pegawai.services.mutasi import batalkan_mutasi, pindahkan_pegawai
from pegawai.services.pegawai import (
    ganti_nomor,
    peringatan_data,
    peringatan_nomor,
    ubah_pegawai,
)
from pegawai.services.rangkap import akhiri_rangkap, tugaskan_rangkap


class Tindakan(NamedTuple):
    """One act: what it is called, asked with, allowed to and done by."""

    judul: str
    borang: type
    lakukan: Callable
    berhasil: str
    boleh: Callable = boleh_mengubah_pegawai
    kini: Callable = jabatan_kini
    ket: str = ""
    pratinjau: bool = True
    peringatan: Callable = lambda pegawai, isi: ()


def _pegawai(request, uid, boleh):
    """Kind, see, may."""
    wajib(boleh_membuka_pegawai(request.user))
    pegawai = get_object_or_404(pegawai_untuk_lembar(request.user), uid=uid)
    wajib(boleh(request.user, pegawai))
    return pegawai


def _jalankan(request, uid, tindakan):
    """Form, preview, act, answer."""
    pegawai = _pegawai(request, uid, tindakan.boleh)
    cari = kata_kueri(request.POST) or kata_kueri(request.GET)
    form = tindakan.borang(
        isian(request), pegawai=pegawai, pengguna=request.user, cari=cari
    )
    if "ubah" not in request.POST and form.is_valid():
        lakukan = partial(
            tindakan.lakukan, pegawai=pegawai, oleh=request.user, **form.cleaned_data
        )
        try:
            if tindakan.pratinjau and "yakin" not in request.POST:
                dampak = coba_tindakan(pegawai, lakukan)
                return _periksa(request, pegawai, form, tindakan, dampak)
            lakukan()
        except AturanDilanggar as galat:
            if galat.kode == VERSI_USANG:
                return halaman_bentrok(request, form, galat, pegawai)
            form.add_error(
                galat.medan if galat.medan in form.fields else None, galat.pesan
            )
        else:
            messages.success(request, tindakan.berhasil)
            if not tindakan.pratinjau:
                for satu in tindakan.peringatan(pegawai, form.cleaned_data):
                    messages.warning(request, f"Tersimpan, tetapi perhatikan: {satu}")
            return redirect(_kembali(tindakan), uid=pegawai.uid)
    konteks = {
        "pegawai": pegawai,
        "form": form,
        "tindakan": tindakan,
        "kini": tindakan.kini(pegawai),
        "cari": cari,
    }
    return render(request, "pegawai/tindakan/isi.html", konteks)


def _kembali(tindakan):
    return "pegawai:pegawai-riwayat" if tindakan.pratinjau else "pegawai:pegawai-rinci"


def _periksa(request, pegawai, form, tindakan, dampak):
    tmt = form.cleaned_data.get("tmt")
    konteks = {
        "pegawai": pegawai,
        "form": form,
        "tindakan": tindakan,
        "baris": form.bandingkan(),
        "dampak": dampak,
        "peringatan": tindakan.peringatan(pegawai, form.cleaned_data),
        "nanti": tmt if tmt is not None and tmt > hari_ini() else None,
    }
    return render(request, "pegawai/tindakan/periksa.html", konteks)


def _laman(judul, borang, lakukan, berhasil, **lain):
    """The view of one act."""
    tindakan = Tindakan(judul, borang, lakukan, berhasil, **lain)

    @require_http_methods(["GET", "HEAD", "POST"])
    def laman(request, uid):
        return _jalankan(request, uid, tindakan)

    return laman


mutasi = _laman(
    "Catat mutasi jabatan",
    borang.MutasiForm,
    pindahkan_pegawai,
    "Mutasi jabatan sudah dicatat.",
    ket="TMT mendatang baru berlaku pukul 00.00 WITA hari itu.",
)
rangkap = _laman(
    "Tugaskan Plt. atau Plh.",
    borang.RangkapForm,
    tugaskan_rangkap,
    "Tugas rangkap sudah dicatat.",
)
rangkap_akhiri = _laman(
    "Akhiri Plt. atau Plh.",
    borang.AkhiriRangkapForm,
    akhiri_rangkap,
    "Tugas rangkap sudah diakhiri.",
)
golongan = _laman(
    "Catat kenaikan golongan",
    borang.GolonganForm,
    catat_golongan,
    "Golongan sudah dicatat.",
    kini=golongan_kini,
)
pendidikan = _laman(
    "Catat pendidikan",
    borang.PendidikanForm,
    catat_pendidikan,
    "Pendidikan sudah dicatat.",
    kini=pendidikan_kini,
    ket="Yang tampil pada lembar pegawai adalah pendidikan tertinggi.",
)
kedudukan = _laman(
    "Ubah kedudukan hukum",
    borang.KedudukanForm,
    ubah_kedudukan,
    "Kedudukan hukum sudah dicatat.",
    boleh=boleh_mengubah_kedudukan,
    kini=kedudukan_kini,
    ket="Pegawai yang keluar tidak dihapus: jabatan, peran, dan akunnya berakhir pada "
    "TMT.",
)
nomor = _laman(
    "Ganti nomor pegawai",
    borang.NomorForm,
    ganti_nomor,
    "Nomor pegawai sudah diganti. Nama akun ikut berganti.",
    kini=nomor_kini,
    peringatan=lambda pegawai, isi: peringatan_nomor(pegawai, isi["nomor"]),
)
ubah = _laman(
    "Ubah data pegawai",
    borang.UbahPegawaiForm,
    ubah_pegawai,
    "Data pegawai sudah disimpan.",
    kini=lambda pegawai: "",
    pratinjau=False,
    peringatan=lambda pegawai, isi: peringatan_data(
        pegawai,
        tanggal_lahir=isi["tanggal_lahir"],
        jenis_kelamin=isi["jenis_kelamin"],
    ),
)


@require_POST
def mutasi_batalkan(request, uid):
    """Take back a move whose day has not come."""
    pegawai = _pegawai(request, uid, boleh_mengubah_pegawai)
    if batalkan_mutasi(pegawai=pegawai, oleh=request.user):
        messages.success(request, "Mutasi yang direncanakan sudah dibatalkan.")
    else:
        messages.info(request, "Tidak ada mutasi yang direncanakan.")
    return redirect("pegawai:pegawai-riwayat", uid=pegawai.uid)
