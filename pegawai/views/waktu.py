"""Units and posts over time, and as of one day."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from pegawai.dasar.alat.halaman import HalamanKunci
from pegawai.dasar.alat.izin import wajib
from pegawai.forms.penataan import PerTanggalForm
from pegawai.izin import boleh_melihat_penataan_unit, boleh_membuka_organisasi
from pegawai.models import Jabatan, UnitKerja
from pegawai.queries.penataan import penataan_unit
from pegawai.queries.waktu import (
    keadaan_unit,
    pemegang_sepanjang_waktu,
    riwayat_unit,
)


@require_safe
def unit(request, uid):
    """What a unit was called and where it hung; its head and size on a day."""
    wajib(boleh_membuka_organisasi(request.user))
    unit = get_object_or_404(UnitKerja.objects.select_related("induk"), uid=uid)
    saring = PerTanggalForm(request.GET)
    pada = saring.tanggal
    konteks = {
        "unit": unit,
        "saring": saring,
        "keadaan": keadaan_unit(request.user, unit, pada) if pada else None,
        "riwayat": riwayat_unit(unit),
        "penataan": penataan_unit(unit)[:50],
        "boleh_penataan": boleh_melihat_penataan_unit(request.user, unit),
    }
    return render(request, "pegawai/organisasi/riwayat.html", konteks)


@require_safe
def jabatan(request, uid):
    """Who held a post when, as far as this account may see the people."""
    wajib(boleh_membuka_organisasi(request.user))
    jabatan = get_object_or_404(Jabatan.objects.select_related("unit_kerja"), uid=uid)
    saring = PerTanggalForm(request.GET)
    halaman = HalamanKunci(
        pemegang_sepanjang_waktu(request.user, jabatan, saring.tanggal), request.GET
    )
    konteks = {"jabatan": jabatan, "saring": saring, "halaman": halaman}
    return render(request, "pegawai/jabatan/riwayat.html", konteks)
