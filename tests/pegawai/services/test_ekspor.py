"""The export job: rights when it runs, a workbook of texts, seven days."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pemberitahuan import Pemberitahuan
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.dasar.services.unduhan import bersihkan_unduhan
from pegawai.models import JejakLihat, PemberianPeran, Peran
from pegawai.queries.pegawai import SaringPegawai
from pegawai.services.ekspor import minta_ekspor
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan


@pytest.fixture(autouse=True)
def _berkas(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def minta(oleh, bentuk="xlsx", **saring):
    return minta_ekspor(
        bentuk=bentuk, saring=SaringPegawai(**saring), kolom=["unit"], uid=[], oleh=oleh
    )


def test_tulis_ekspor_xlsx_semua_sel_teks(analis):
    pegawai = PegawaiFactory(nama="=1+1")
    pekerjaan = minta(analis, unit=pegawai.unit_kerja)

    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    assert pekerjaan.status == "SELESAI"
    with pekerjaan.berkas.open("rb") as berkas:
        isi = CalamineWorkbook.from_filelike(berkas).get_sheet_by_index(0).to_python()
    assert isi == [
        ["NIP", "Nama", "Unit kerja"],
        [pegawai.nip, "=1+1", pegawai.unit_kerja.nama],
    ]
    assert JejakLihat.objects.get().jenis == "EKSPOR"
    assert Pemberitahuan.objects.get().penerima == analis


def test_tulis_ekspor_dua_kali_menyisakan_satu_berkas(
    analis, tmp_path, django_capture_on_commit_callbacks
):
    PegawaiFactory()
    pekerjaan = minta(analis, bentuk="csv")
    jalankan(pk=pekerjaan.pk)
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(status="ANTRE")

    with django_capture_on_commit_callbacks(execute=True):
        jalankan(pk=pekerjaan.pk)

    assert len(list(tmp_path.rglob("*.csv"))) == 1


def test_tulis_ekspor_hak_yang_dicabut_sebelum_berjalan_menggagalkan():
    pegawai = PegawaiFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=pegawai.unit_kerja)
    pekerjaan = minta(pengelola)
    PemberianPeran.objects.update(dicabut_pada=timezone.now())

    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    assert (pekerjaan.status, pekerjaan.berkas.name) == ("GAGAL", "")
    assert "tidak lagi mencakup ekspor" in pekerjaan.galat
    assert not JejakLihat.objects.exists()


def test_unduh_ekspor_hanya_selama_cakupannya_masih_berlaku(client):
    """KEAMANAN C.8 rule 9: only its owner, and only while still entitled."""
    opd = UnitKerjaFactory()
    bidang = UnitKerjaFactory(induk=opd, jenis="BIDANG")
    PegawaiFactory(unit_kerja=opd)
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    pekerjaan = minta(pengelola)
    jalankan(pk=pekerjaan.pk)
    alamat = reverse("dasar:pekerjaan-unduh", kwargs={"uid": pekerjaan.uid})

    kode = []
    for ubah in ({}, {"unit_kerja": bidang}, {"dicabut_pada": timezone.now()}):
        PemberianPeran.objects.update(**ubah) if ubah else None
        client.force_login(pengelola)
        jawaban = client.get(alamat)
        kode.append(jawaban.status_code)
        if jawaban.streaming:
            list(jawaban.streaming_content)

    assert kode == [200, 403, 403]
    assert "Buat ekspor baru" in jawaban.text


def test_minta_ekspor_dua_kali_ditolak(analis):
    minta(analis)

    with pytest.raises(AturanDilanggar) as galat:
        minta(analis)

    assert galat.value.kode == "ekspor_masih_berjalan"


def test_bersihkan_unduhan_setelah_tujuh_hari(analis, client):
    PegawaiFactory()
    pekerjaan = minta(analis)
    jalankan(pk=pekerjaan.pk)
    pekerjaan.refresh_from_db()
    kini = timezone.now()

    belum = bersihkan_unduhan(sekarang=kini + timedelta(days=6, hours=23))
    sudah = bersihkan_unduhan(sekarang=kini + timedelta(days=7, minutes=1))
    lagi = bersihkan_unduhan(sekarang=kini + timedelta(days=8))

    assert (belum, sudah, lagi) == (0, 1, 0)
    assert not pekerjaan.berkas.storage.exists(pekerjaan.berkas.name)
