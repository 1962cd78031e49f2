"""Pages of reorganisation and of units and posts over time."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini, tanggal, tanggal_pendek
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Pegawai, PenataanUnit, Peran, UnitKerja
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    PenataanUnitFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
    akun_berperan,
)


def _url(nama, objek):
    return reverse(f"pegawai:{nama}", kwargs={"uid": objek.uid})


def test_gabung_diusulkan_dilihat_akibatnya_lalu_disetujui(client, analis, admin):
    unit, tujuan = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    orang = PegawaiFactory(unit_kerja=unit)
    akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit, nama="Pengelola A")
    client.force_login(analis)
    isi = {
        "tujuan": str(tujuan.uid),
        "pemberian": "AKHIRI",
        "berlaku_mulai": tanggal_pendek(hari_ini()),
        "nomor_sk": "061/1",
        "versi": 1,
    }

    usul = client.post(_url("penataan-gabung", unit), isi)
    laman = client.get(usul.url)
    client.force_login(admin)
    client.post(_url("penataan-setujui", PenataanUnit.objects.get()))

    assert "1 langsung di unit ini" in laman.text
    assert "Pengelola A" in laman.text
    assert "Setujui penataan" not in laman.text
    orang.refresh_from_db()
    assert orang.unit_kerja == tujuan
    assert "Unit ini sudah ditutup" in client.get(unit.get_absolute_url()).text


def test_pindah_ke_bawah_dirinya_memberi_kalimat(client, analis):
    unit = UnitKerjaFactory()
    anak = UnitKerjaFactory(induk=unit, jenis=UnitKerja.Jenis.BIDANG)
    client.force_login(analis)
    isi = {
        "tujuan": str(anak.uid),
        "berlaku_mulai": tanggal_pendek(hari_ini()),
        "nomor_sk": "061/1",
        "versi": 1,
    }

    respons = client.post(_url("penataan-pindah", unit), isi)

    assert respons.status_code == 200
    assert "tidak dapat berada di bawah unitnya sendiri" in respons.text
    assert "061/1" in respons.text


def test_pindah_tidak_menawarkan_diri_dan_unit_di_bawahnya(client, analis):
    unit, lain = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    anak = UnitKerjaFactory(nama="Dinas A cabang", induk=unit, jenis="BIDANG")
    client.force_login(analis)

    isi = client.get(_url("penataan-pindah", unit), {"cari": "dinas"}).text

    assert str(lain.uid) in isi
    assert f'value="{unit.uid}"' not in isi
    assert str(anak.uid) not in isi


def test_ubah_unit_versi_lama_memberi_laman_bentrok(client, analis):
    unit = UnitKerjaFactory()
    client.force_login(analis)
    url = _url("organisasi-ubah", unit)
    client.post(url, {"kode": "5.01", "versi": 1})

    respons = client.post(url, {"kode": "5.02", "versi": 1})

    assert respons.status_code == 409
    assert "5.01" in respons.text
    assert "5.02" in respons.text
    unit.refresh_from_db()
    assert unit.kode == "5.01"


def test_riwayat_unit_per_tanggal(client, analis, admin):
    unit = UnitKerjaFactory(nama="Dinas Baru")
    unit.riwayat.create(nama="Dinas Lama", berlaku_sampai=date(2025, 12, 31))
    client.force_login(analis)

    dulu = client.get(_url("organisasi-riwayat", unit), {"per": "01-06-2025"})
    daftar = client.get(reverse("pegawai:organisasi-daftar"), {"per": "01-06-2025"})

    assert dulu.context["keadaan"]["nama"] == "Dinas Lama"
    assert "Dinas Lama" in daftar.text
    assert "Sekarang Dinas Baru" in daftar.text


def test_riwayat_jabatan_hanya_orang_yang_terlihat(client):
    jabatan = JabatanFactory()
    dulu = RiwayatJabatanFactory(
        pegawai=PegawaiFactory(nama="Sudah Pindah OPD"),
        jabatan=jabatan,
        sampai=date(2022, 1, 1),
    )
    kini = RiwayatJabatanFactory(
        pegawai=PegawaiFactory(unit_kerja=jabatan.unit_kerja, jabatan=jabatan),
        tmt=date(2022, 1, 2),
    )
    url = _url("jabatan-riwayat", jabatan)

    client.force_login(
        akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=jabatan.unit_kerja)
    )
    pengelola = list(client.get(url).context["halaman"])
    client.force_login(akun_berperan(Peran.ANALIS))
    analis = list(client.get(url).context["halaman"])
    pada = list(client.get(url, {"per": "2021-06-01"}).context["halaman"])

    assert [pengelola, analis, pada] == [[kini], [kini, dulu], [dulu]]


def test_atasan_untuk_yang_dicentang_saja_lalu_dilepas(client, analis):
    sekolah = UnitKerjaFactory(jenis=UnitKerja.Jenis.SEKOLAH)
    kepala = PegawaiFactory(unit_kerja=sekolah, nama="Kepala Sekolah")
    guru, penjaga = PegawaiFactory.create_batch(2, unit_kerja=sekolah)
    client.force_login(analis)
    url = _url("organisasi-atasan", sekolah)
    isi = {"siapa": "PILIHAN", "pilih": [str(guru.uid)]}

    kosong = client.post(url, {"siapa": "PILIHAN"})
    client.post(url, isi | {"atasan": kepala.nip, "alasan": "SK 1"})
    ditetapkan = list(Pegawai.objects.filter(atasan=kepala))
    client.post(url, isi | {"turunkan": 1})

    assert "Centang paling sedikit satu pegawai" in kosong.text
    assert ditetapkan == [guru]
    assert not Pegawai.objects.filter(atasan_ditetapkan=True).exists()
    penjaga.refresh_from_db()
    assert penjaga.versi == 1


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_penataan_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    PenataanUnitFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_max_num_queries(9):
        respons = client.get(reverse("pegawai:penataan-daftar"))

    assert len(respons.context["halaman"]) == jumlah


def test_usul_menyebut_siapa_yang_menyetujui_dan_memberi_tahu_admin(
    client, analis, admin
):
    unit = UnitKerjaFactory()
    client.force_login(analis)
    besok = hari_ini() + timedelta(days=1)
    isi = {"berlaku_mulai": tanggal_pendek(besok), "nomor_sk": "061/1", "versi": 1}
    usul = client.post(_url("penataan-tutup", unit), isi).url

    pengusul = client.get(usul).text
    client.force_login(admin)
    penyetuju = client.get(usul).text
    client.post(_url("penataan-setujui", PenataanUnit.objects.get()))
    disetujui = client.get(usul).text

    assert "lalu setujui" not in pengusul
    assert "disetujui oleh admin kota, bukan oleh pengusulnya" in pengusul
    assert f"mulai {tanggal(besok)} pukul 00.00 WITA" in pengusul
    assert "Tutup unit" in pengusul
    assert "lalu setujui" in penyetuju
    assert "Berjalan sendiri mulai" in disetujui
    assert [k.penerima for k in Pemberitahuan.objects.order_by("pk")] == [admin, analis]


def test_unit_dibentuk_dari_halaman_induknya(client, analis, admin):
    opd = UnitKerjaFactory(nama="Dinas A")
    client.force_login(analis)
    url = _url("penataan-bentuk", opd)
    isi = {
        "nama_baru": "Bidang Data",
        "jenis_baru": "BIDANG",
        "kode_baru": "5.01",
        "berlaku_mulai": tanggal_pendek(hari_ini()),
        "nomor_sk": "061/1",
    }

    induk = client.get(opd.get_absolute_url()).text
    kosong = client.post(url, {})
    usul = client.post(url, isi)
    laman = client.get(usul.url).text
    daftar = client.get(reverse("pegawai:penataan-daftar")).text
    client.force_login(admin)
    client.post(_url("penataan-setujui", PenataanUnit.objects.get()))

    assert url in induk
    assert kosong.status_code == 200
    assert "Isi nama unit." in kosong.text
    assert "Isi tanggal mulai berlaku." in kosong.text
    assert "Perangkat daerah</option>" not in kosong.text
    for teks in ("Bidang Data", "Dinas A", "5.01", "jabatan dibuat dari halaman"):
        assert teks in laman
    assert "Bidang Data" in daftar
    unit = UnitKerja.objects.get(nama="Bidang Data")
    assert unit.induk == opd
    assert "Bentuk unit baru" in client.get(_url("organisasi-riwayat", unit)).text


def test_bentuk_unit_ditolak_menyimpan_isian(client, analis):
    opd = UnitKerjaFactory()
    UnitKerjaFactory(nama="Bidang Data", induk=opd, jenis="BIDANG")
    client.force_login(analis)
    isi = {
        "nama_baru": "bidang data",
        "jenis_baru": "BIDANG",
        "berlaku_mulai": tanggal_pendek(hari_ini()),
        "nomor_sk": "061/77",
    }

    respons = client.post(_url("penataan-bentuk", opd), isi)

    assert "Unit dengan nama ini sudah ada di induk itu." in respons.text
    assert "061/77" in respons.text


def test_riwayat_pemegang_menyebut_yang_belum_mulai(client, analis):
    jabatan = JabatanFactory()
    RiwayatJabatanFactory(
        jabatan=jabatan, tmt=hari_ini() + timedelta(days=9), diterapkan=False
    )
    client.force_login(analis)

    teks = client.get(_url("jabatan-riwayat", jabatan)).text

    assert "Belum mulai" in teks
    assert "Sekarang</td>" not in teks


def test_pengelola_mengusulkan_di_unitnya_dan_melihat_usul_atas_unitnya(
    client, analis, admin
):
    opd, luar = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    bidang = UnitKerjaFactory(nama="Bidang A1", induk=opd, jenis="BIDANG")
    seksi = UnitKerjaFactory(nama="Seksi A2", induk=opd, jenis="SEKSI")
    usul_analis = PenataanUnitFactory(unit_kerja=seksi, diajukan_oleh=analis)
    PenataanUnitFactory(unit_kerja=luar, diajukan_oleh=analis)
    usul_masuk = PenataanUnitFactory(
        jenis="PINDAH",
        unit_kerja=UnitKerjaFactory(nama="Bidang B1", induk=luar, jenis="BIDANG"),
        tujuan=opd,
        nama_baru="",
        diajukan_oleh=analis,
    )
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    client.force_login(pengelola)
    isi = {
        "tujuan": str(seksi.uid),
        "berlaku_mulai": tanggal_pendek(hari_ini()),
        "nomor_sk": "061/1",
        "versi": 1,
    }

    unit = client.get(bidang.get_absolute_url()).text
    ke_luar = client.post(_url("penataan-pindah", bidang), isi | {"tujuan": luar.uid})
    usul = client.post(_url("penataan-pindah", bidang), isi)
    daftar = set(client.get(reverse("pegawai:penataan-daftar")).context["halaman"])
    milik = PenataanUnit.objects.get(diajukan_oleh=pengelola)
    lain = client.post(_url("penataan-batalkan", usul_analis)).status_code
    sendiri = client.post(_url("penataan-setujui", milik)).status_code

    assert _url("penataan-pindah", bidang) in unit
    assert _url("organisasi-ubah", bidang) not in unit
    assert (ke_luar.status_code, usul.url) == (200, milik.get_absolute_url())
    assert daftar == {usul_analis, usul_masuk, milik}
    assert (lain, sendiri) == (403, 403)
    client.post(_url("penataan-batalkan", milik))
    milik.refresh_from_db()
    assert milik.status == "DIBATALKAN"
