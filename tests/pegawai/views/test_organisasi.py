"""Units and posts."""

import pytest
from django.urls import reverse

from pegawai.models import Peran
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    StandarButirFactory,
    UnitKerjaFactory,
    akun_berperan,
)


@pytest.fixture
def opd():
    opd = UnitKerjaFactory(nama="Dinas Kesehatan")
    kepala = JabatanFactory(
        nama="Kepala Dinas Kesehatan",
        unit_kerja=opd,
        jenis="STRUKTURAL",
        jenjang=JenjangFactory(kode="JPT_PRATAMA", jenis="STRUKTURAL", urutan=3),
    )
    PegawaiFactory(nama="Ibu Kepala", unit_kerja=opd, jabatan=kepala)
    return opd


def test_daftar_unit_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(UnitKerjaFactory.create_batch, "/unit/")

    assert len(respons.context["halaman"]) == 3


def test_daftar_unit_menghitung_orang_sampai_ke_bawah(client, analis, opd):
    bidang = UnitKerjaFactory(induk=opd, jenis="BIDANG", nama="Bidang Gizi")
    PegawaiFactory(unit_kerja=bidang)
    PegawaiFactory(unit_kerja=bidang, kedudukan_hukum="PENSIUN")
    client.force_login(analis)

    (baris,) = client.get("/unit/").context["halaman"]
    (temuan,) = client.get("/unit/", {"cari": "gizi"}).context["halaman"]

    assert (baris.jumlah_pegawai, baris.jumlah_anak) == (2, 1)
    assert (temuan, temuan.jumlah_pegawai) == (bidang, 1)


def test_rinci_unit_menyebut_kepala_hanya_bila_terlihat(client, analis, opd):
    client.force_login(analis)
    dengan = client.get(opd.get_absolute_url()).text
    client.force_login(akun_berperan(Peran.PIMPINAN))
    tanpa = client.get(opd.get_absolute_url()).text

    assert "Ibu Kepala" in dengan
    assert "Ibu Kepala" not in tanpa
    assert "Kepala Dinas Kesehatan" in tanpa


def test_rinci_unit_menawarkan_daftar_hanya_bila_ada_yang_terlihat(client, opd):
    dalam = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    luar = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=UnitKerjaFactory())
    client.force_login(dalam)
    dengan = client.get(opd.get_absolute_url()).text
    client.force_login(luar)
    tanpa = client.get(opd.get_absolute_url()).text

    assert "Lihat pegawai" in dengan
    assert "Lihat pegawai" not in tanpa


def test_rinci_unit_menampilkan_jalan_dari_atas(client, analis, opd):
    bidang = UnitKerjaFactory(induk=opd, jenis="BIDANG")
    seksi = UnitKerjaFactory(induk=bidang, jenis="SEKSI")
    client.force_login(analis)

    respons = client.get(seksi.get_absolute_url())

    assert respons.context["di_atas"] == [opd, bidang]


def test_daftar_unit_kepala_ganda(client, analis, opd):
    kembar = UnitKerjaFactory(nama="Dinas Kembar")
    for n in (1, 2):
        JabatanFactory(
            nama=f"Kepala {n}",
            unit_kerja=kembar,
            jenjang=JenjangFactory(kode="JPT_PRATAMA"),
        )
    client.force_login(analis)

    respons = client.get("/unit/", {"kepala": "ganda"})

    assert list(respons.context["halaman"]) == [kembar]


def test_hitung_atasan_lewat_halaman(client, analis, opd):
    staf = PegawaiFactory(unit_kerja=opd)
    client.force_login(analis)

    respons = client.post("/unit/hitung-atasan/", follow=True)

    staf.refresh_from_db()
    assert staf.atasan.nama == "Ibu Kepala"
    assert "1 pegawai berubah, 1 tanpa atasan" in respons.text


def test_atasan_satu_unit_hanya_di_cakupan(client, opd):
    lain = UnitKerjaFactory()
    guru, kepala = PegawaiFactory(unit_kerja=opd), PegawaiFactory(unit_kerja=opd)
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))
    isi = {"siapa": "SEMUA", "atasan": kepala.nip, "alasan": "Kepala sekolah"}

    boleh = client.post(
        reverse("pegawai:organisasi-atasan", kwargs={"uid": opd.uid}), isi
    )
    ditolak = client.post(
        reverse("pegawai:organisasi-atasan", kwargs={"uid": lain.uid}), isi
    )

    guru.refresh_from_db()
    assert (boleh.status_code, ditolak.status_code) == (302, 403)
    assert guru.atasan == kepala


def test_daftar_jabatan_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(JabatanFactory.create_batch, "/jabatan/")

    assert len(respons.context["halaman"]) == 3


def test_rinci_unit_jumlah_kueri_tetap(client, analis, opd, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(
        lambda n: UnitKerjaFactory.create_batch(n, induk=opd, jenis="BIDANG"),
        opd.get_absolute_url(),
    )

    assert len(respons.context["halaman"]) == 3


def test_daftar_jabatan_tanpa_jenjang_standar_dan_pemegang(client, analis):
    unit = UnitKerjaFactory()
    lengkap = PegawaiFactory(unit_kerja=unit).jabatan
    StandarButirFactory(standar__jabatan=lengkap)
    kurang = JabatanFactory(jenjang=None, unit_kerja=unit)
    berjenjang = JabatanFactory(jenjang=JenjangFactory(kode="LAIN"), unit_kerja=unit)
    StandarButirFactory(standar__jabatan=None, standar__jenjang=berjenjang.jenjang)
    client.force_login(analis)

    def saring(tanpa):
        return set(client.get("/jabatan/", {"tanpa": tanpa}).context["halaman"])

    respons = client.get("/jabatan/")
    assert saring("jenjang") == saring("standar") == {kurang}
    assert saring("pemegang") == {kurang, berjenjang}
    assert respons.context["tanpa"] == {"jenjang": 1, "standar": 1}
    assert {j: j.berstandar for j in respons.context["halaman"]} == {
        lengkap: True,
        kurang: False,
        berjenjang: True,
    }


def test_rinci_jabatan_menyebut_standar_jenjang_sebagai_ganti(client, analis):
    jabatan = JabatanFactory()
    butir = StandarButirFactory(standar__jabatan=None, standar__jenjang=jabatan.jenjang)
    client.force_login(analis)

    respons = client.get(jabatan.get_absolute_url())

    assert "belum punya standar sendiri" in respons.text
    assert butir.kompetensi.nama in respons.text


def test_ubah_jabatan_bentrok_menampilkan_kedua_isian(client, analis):
    jabatan = JabatanFactory(nama="Penata", kelas_jabatan=5, versi=2)
    isi = {"nama": "Penata", "jenis": "PELAKSANA", "jenjang": "", "kelas_jabatan": "9"}
    url = reverse("pegawai:jabatan-ubah", kwargs={"uid": jabatan.uid})
    client.force_login(analis)

    bentrok = client.post(url, isi | {"versi": "1"})
    lagi = client.post(url, isi | {"versi": "2"})

    jabatan.refresh_from_db()
    assert bentrok.status_code == 409
    assert [tuple(b) for b in bentrok.context["baris"]] == [
        ("Jenjang", "—", "Pelaksana"),
        ("Kelas jabatan", "9", "5"),
    ]
    assert 'value="2"' in bentrok.text
    assert lagi.status_code == 302
    assert (jabatan.jenjang, jabatan.kelas_jabatan) == (None, 9)
