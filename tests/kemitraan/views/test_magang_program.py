"""Which internship programmes a request may name."""

import pytest
from django.urls import reverse

from kemitraan.models import Penempatan, ProgramMagang
from pegawai.models import Peran
from tests.pabrik.kemitraan import PenggunaMitraFactory, ProgramMagangFactory
from tests.pabrik.pegawai import UnitKerjaFactory, akun_berperan


@pytest.fixture(autouse=True)
def _tanpa_faktor_kedua(settings):
    settings.WAJIB_FAKTOR_KEDUA = False


def _ditawarkan(client, akun):
    client.force_login(akun)
    borang = client.get(reverse("kemitraan:penempatan-ajukan")).context["form"]
    return set(borang.fields["program"].queryset)


def test_ajukan_hanya_menawarkan_program_yang_terlihat_dan_belum_berakhir(client):
    opd = UnitKerjaFactory()
    milik = ProgramMagangFactory(perjanjian__opd=opd)
    lain = ProgramMagangFactory()
    ProgramMagangFactory(perjanjian=milik.perjanjian, arah="KELUAR")
    habis = ProgramMagangFactory(perjanjian=milik.perjanjian)
    ProgramMagang.objects.filter(pk=habis.pk).update(tanggal_selesai="2025-12-31")
    mitra = PenggunaMitraFactory(mitra=milik.perjanjian.mitra).pengguna
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)

    assert _ditawarkan(client, akun_berperan(Peran.ANALIS)) == {milik, lain}
    assert _ditawarkan(client, pengelola) == {milik}
    assert _ditawarkan(client, mitra) == {milik}


def test_ajukan_program_mitra_lain_yang_ditebak_ditolak(client):
    milik, lain = ProgramMagangFactory(), ProgramMagangFactory()
    client.force_login(PenggunaMitraFactory(mitra=milik.perjanjian.mitra).pengguna)
    isi = {
        "nama": "Gracia Riwu",
        "nim": "2310020093",
        "program_studi": "Administrasi Publik",
        "unit_kerja": UnitKerjaFactory().pk,
        "tanggal_mulai": "1-10-2026",
        "tanggal_selesai": "1-12-2026",
    }
    alamat = reverse("kemitraan:penempatan-ajukan")

    ditebak = client.post(alamat, isi | {"program": lain.pk})
    sebelum = Penempatan.objects.count()
    client.post(alamat, isi | {"program": milik.pk})

    assert "program" in ditebak.context["form"].errors
    assert sebelum == 0
    assert Penempatan.objects.get().program == milik
