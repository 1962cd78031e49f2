"""Units: the top of the tree, one unit."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from pegawai.dasar.alat.angka import angka
from pegawai.dasar.alat.borang import isian, kata_kueri
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.organisasi import AtasanUnitForm, SaringOrganisasiForm
from pegawai.izin import (
    boleh_melihat_daftar_pegawai,
    boleh_memberi_kode_unit,
    boleh_membuka_organisasi,
    boleh_menata_unit,
    boleh_menata_unit_ini,
    boleh_mengubah_jabatan,
    boleh_mengubah_unit,
    boleh_mengusulkan_penataan_unit,
)
from pegawai.models import UnitKerja
from pegawai.queries.atasan import anggota_unit
from pegawai.queries.organisasi import (
    anak_unit,
    daftar_organisasi,
    ringkasan_unit,
    unit_di_atas,
    unit_untuk_rinci,
)
from pegawai.services.atasan import (
    ganti_atasan_unit,
    hitung_atasan,
    turunkan_atasan_unit,
)


@require_safe
def daftar(request):
    """The city's OPD, or units found by name."""
    wajib(boleh_membuka_organisasi(request.user))
    saring = SaringOrganisasiForm(request.GET)
    halaman = HalamanKunci(daftar_organisasi(**saring.saring), request.GET, ukuran=100)
    return render(
        request,
        "pegawai/organisasi/daftar.html",
        {
            "halaman": halaman,
            "saring": saring,
            "cari": bool(saring.saring),
            "boleh_hitung": boleh_mengubah_jabatan(request.user),
        },
    )


@require_safe
def rinci(request, uid):
    """One unit: head, people, posts, children."""
    wajib(boleh_membuka_organisasi(request.user))
    unit = get_object_or_404(unit_untuk_rinci(), uid=uid)
    return render(
        request,
        "pegawai/organisasi/rinci.html",
        {
            "unit": unit,
            "di_atas": unit_di_atas(unit),
            "halaman": HalamanKunci(anak_unit(unit), request.GET, ukuran=100),
            "boleh_daftar": boleh_melihat_daftar_pegawai(request.user),
            "boleh_atasan": boleh_menata_unit_ini(request.user, unit),
            "boleh_tata": boleh_mengusulkan_penataan_unit(request.user, unit),
            "boleh_ubah_unit": boleh_mengubah_unit(request.user),
            "boleh_jabatan": unit.berlaku_sampai is None
            and boleh_mengubah_jabatan(request.user),
            "boleh_kode": boleh_memberi_kode_unit(request.user, unit),
            **ringkasan_unit(request.user, unit),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def atasan(request, uid):
    """One superior for people of a unit, or their overrides taken back."""
    wajib(boleh_menata_unit(request.user))
    unit = get_object_or_404(UnitKerja, uid=uid)
    wajib(boleh_menata_unit_ini(request.user, unit))
    cari = kata_kueri(request.GET)
    anggota = anggota_unit(unit, cari=cari)
    form = AtasanUnitForm(isian(request), anggota=anggota)
    if form.is_valid():
        try:
            pesan = _tetapkan(request, unit, form)
        except AturanDilanggar as galat:
            form.add_error(galat.medan, galat.pesan)
        else:
            messages.success(request, pesan)
            return redirect(unit)
    konteks = {"unit": unit, "form": form, "anggota": anggota, "cari": cari}
    return render(request, "pegawai/organisasi/atasan.html", konteks)


def _tetapkan(request, unit, form):
    """Set or take back; the sentence that says what was done."""
    isi = {"unit_id": unit.pk, "oleh": request.user, **form.cleaned_data}
    if "turunkan" in request.POST:
        jumlah = turunkan_atasan_unit(**isi)
        akibat = "kembali mengikuti data kepegawaian"
    else:
        jumlah, akibat = ganti_atasan_unit(**isi), "sudah ditetapkan"
    if not jumlah:
        return "Tidak ada atasan yang berubah: semuanya sudah begitu."
    return f"Atasan {angka(jumlah)} pegawai {akibat}."


@require_POST
def hitung(request):
    """Derive all direct superiors again; set ones are left alone."""
    wajib(boleh_mengubah_jabatan(request.user))
    hasil = hitung_atasan(oleh=request.user)
    messages.success(
        request,
        f"Atasan langsung dihitung ulang: {angka(hasil.berubah)} pegawai berubah, "
        f"{angka(hasil.tanpa_atasan)} tanpa atasan.",
    )
    return redirect("pegawai:organisasi-daftar")
