"""The start page and the task list: what must I do now."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kompetensi.beranda.angka import daftar_angka, perlu_target
from kompetensi.beranda.queries import daftar_tugas, isi_diri, pegawai_beranda
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.queries.aturan import aturan_tampil
from pegawai.models.peran import Peran
from pegawai.queries.peran import peran_berlaku, peran_ditangguhkan

# Roles whose start page is another app's own page.
BERANDA_SENDIRI = {
    frozenset({"MITRA"}): "kemitraan:beranda-mitra",
    frozenset({"PEMAGANG"}): "kemitraan:magang-saya",
}


@require_safe
def beranda(request):
    """Start page of the signed-in account."""
    sendiri = BERANDA_SENDIRI.get(peran_berlaku(request.user))
    if sendiri:
        return redirect(sendiri)
    pegawai = pegawai_beranda(request.user)
    target = aturan_tampil("jp_target") if perlu_target(request.user, pegawai) else {}
    konteks = {
        "tim": Peran.ATASAN in peran_berlaku(request.user),
        "hari": hari_ini(),
        "ditangguhkan": ", ".join(peran_ditangguhkan(request.user)),
        "pegawai": pegawai,
        "tugas": daftar_tugas(request.user, pegawai),
        "angka": daftar_angka(request.user, target.get("PNS", 0)),
    }
    if pegawai is not None:
        konteks |= isi_diri(pegawai, target)
    return render(request, "beranda/beranda.html", konteks)


@require_safe
def tugas(request):
    """All tasks of this account."""
    daftar = daftar_tugas(request.user, pegawai_beranda(request.user))
    return render(request, "beranda/tugas.html", {"tugas": daftar})
