"""Pages of an ASN's stay at a partner, from the programme to the hours."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kemitraan.models import ProgramMagang
from kemitraan.services.magang import mulai_penempatan, selesaikan_penempatan
from tests.pabrik.kemitraan import PenempatanKeluarFactory, PerjanjianFactory
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture(autouse=True)
def _hari_ini(settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    with time_machine.travel("2026-11-24T10:00:00+08:00", tick=False):
        yield


@pytest.fixture
def orang():
    return PegawaiFactory(pengguna=PenggunaFactory())


def _masuk(client, akun):
    client.force_login(akun)
    return client


def _isi(**lain):
    return {
        "nama": "Magang ASN 2026",
        "arah": "KELUAR",
        "tanggal_mulai": "1-2-2026",
        "tanggal_selesai": "1-2-2027",
        "jp": "",
    } | lain


def _selesai(orang, analis, nilai=85, **lain):
    penempatan = PenempatanKeluarFactory(
        pegawai=orang,
        status="DITERIMA",
        tanggal_selesai=lain.pop("selesai", date(2026, 11, 24)),
        **lain,
    )
    mulai_penempatan(penempatan=penempatan, hari=date(2026, 11, 24), oleh=analis)
    return selesaikan_penempatan(penempatan=penempatan, nilai_akhir=nilai, oleh=analis)


def test_program_asn_dibuka_dengan_jp_dan_bertaut_ke_katalog(client, analis):
    perjanjian = PerjanjianFactory()
    _masuk(client, analis)

    client.post(reverse("kemitraan:program-buat", args=[perjanjian.uid]), _isi(jp="32"))

    program = ProgramMagang.objects.get()
    halaman = client.get(perjanjian.get_absolute_url()).content.decode()
    assert program.pelatihan.jp == 32
    assert f'href="{program.pelatihan.get_absolute_url()}">32 JP</a>' in halaman


def test_jp_untuk_mahasiswa_ditolak_dan_isian_tetap(client, analis):
    alamat = reverse("kemitraan:program-buat", args=[PerjanjianFactory().uid])
    _masuk(client, analis)

    gagal = client.post(alamat, _isi(arah="MASUK", jp="20"))
    ada = ProgramMagang.objects.exists()
    client.post(alamat, _isi(arah="MASUK"))

    assert "Mahasiswa tidak memperoleh JP" in gagal.content.decode()
    assert 'value="Magang ASN 2026"' in gagal.content.decode()
    assert not ada
    assert ProgramMagang.objects.get().pelatihan is None


def test_menyelesaikan_memberi_tahu_apa_yang_terjadi_dengan_jp(client, analis, orang):
    penempatan = PenempatanKeluarFactory(
        pegawai=orang, status="BERJALAN", tanggal_selesai=date(2026, 11, 24)
    )
    _masuk(client, analis)

    tanpa = client.post(
        reverse("kemitraan:penempatan-selesai", args=[penempatan.uid]), follow=True
    )
    dengan = client.post(
        reverse("kemitraan:penempatan-nilai", args=[penempatan.uid]),
        {"nilai_akhir": "88"},
        follow=True,
    )

    assert "20 JP tercatat sesudah nilai akhir diisi." in tanpa.content.decode()
    assert "20 JP dan sertifikat 0001/" in dengan.content.decode()


def test_jp_tampil_pada_riwayat_dan_magang_saya(client, analis, orang):
    _selesai(orang, analis)
    _masuk(client, orang.pengguna)

    riwayat = client.get(reverse("pelatihan:riwayat-daftar"))
    saya = client.get(reverse("kemitraan:magang-saya")).content.decode()

    assert riwayat.context["rekap"].jp == 20
    assert "2026: 20 JP" in riwayat.content.decode()
    assert "Sertifikat 0001/" in saya


def test_yang_belum_dinilai_belum_tampil_sebagai_jp(client, analis, orang):
    _selesai(orang, analis, nilai=None)
    _masuk(client, orang.pengguna)

    riwayat = client.get(reverse("pelatihan:riwayat-daftar"))
    saya = client.get(reverse("kemitraan:magang-saya")).content.decode()

    assert riwayat.context["rekap"].jp == 0
    assert "20 JP, tercatat sesudah selesai dan dinilai" in saya
    assert "Sertifikat" not in saya


def test_magang_saya_tidak_menambah_kueri_per_baris(client, analis, orang):
    def kueri():
        with CaptureQueriesContext(connection) as tangkap:
            client.get(reverse("kemitraan:magang-saya"))
        return len(tangkap)

    _selesai(orang, analis)
    _masuk(client, orang.pengguna)
    kueri()
    satu = kueri()
    for tahun in (2024, 2025):
        PenempatanKeluarFactory(
            pegawai=orang,
            tanggal_mulai=date(tahun, 1, 1),
            tanggal_selesai=date(tahun, 2, 1),
        )

    assert kueri() == satu
