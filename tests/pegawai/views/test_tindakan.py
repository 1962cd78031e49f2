"""Acts on a person through the pages: fill in, preview, save, conflict."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.angka import nip
from pegawai.dasar.alat.tanggal import hari_ini, tanggal_pendek
from pegawai.models import (
    Pegawai,
    Peran,
    RiwayatJabatan,
    RiwayatKedudukan,
    TingkatPendidikan,
)
from tests.pabrik.pegawai import (
    GolonganFactory,
    JabatanFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
    akun_berperan,
)

SEMUA = [
    "pegawai-ubah",
    "mutasi-buat",
    "rangkap-buat",
    "rangkap-akhiri",
    "golongan-catat",
    "pendidikan-catat",
    "kedudukan-ubah",
    "nomor-ganti",
]


def _url(nama, pegawai):
    return reverse(f"pegawai:{nama}", kwargs={"uid": pegawai.uid})


def _mutasi(jabatan, **lain):
    return {
        "jabatan": str(jabatan.uid),
        "tmt": tanggal_pendek(hari_ini()),
        "nomor_sk": "800/1",
        "versi": 1,
        **lain,
    }


def test_mutasi_diperiksa_dulu_baru_disimpan(client, analis):
    pegawai, jabatan = PegawaiFactory(), JabatanFactory()
    client.force_login(analis)
    url = _url("mutasi-buat", pegawai)

    periksa = client.post(url, _mutasi(jabatan))
    pegawai.refresh_from_db()
    sebelum = pegawai.jabatan
    simpan = client.post(url, _mutasi(jabatan, yakin=1))

    assert periksa.status_code == 200
    assert "Belum ada yang disimpan" in periksa.text
    assert f"{jabatan.unit_kerja} mulai melihatnya" in periksa.text
    assert sebelum != jabatan
    assert simpan.url == _url("pegawai-riwayat", pegawai)
    pegawai.refresh_from_db()
    assert pegawai.jabatan == jabatan


def test_mutasi_mendatang_menyebut_kapan_berlaku(client, analis):
    pegawai = PegawaiFactory()
    client.force_login(analis)
    besok = tanggal_pendek(hari_ini() + timedelta(days=1))
    url = _url("mutasi-buat", pegawai)
    isi = _mutasi(JabatanFactory(), tmt=besok)

    respons = client.post(url, isi)
    client.post(url, isi | {"yakin": 1})

    assert "pukul 00.00 WITA" in respons.text
    riwayat = client.get(_url("pegawai-riwayat", pegawai))
    assert "Mutasi direncanakan" in riwayat.text
    client.post(_url("mutasi-batalkan", pegawai))
    riwayat = client.get(_url("pegawai-riwayat", pegawai))
    assert "Mutasi direncanakan" not in riwayat.text


def test_mutasi_ditolak_menyimpan_isian(client, analis):
    pegawai = PegawaiFactory()
    client.force_login(analis)

    respons = client.post(
        _url("mutasi-buat", pegawai),
        _mutasi(JabatanFactory(nama="Penata Data"), tmt="01-01-1980"),
    )

    assert "mendahului tanggal lahir" in respons.text
    assert "01-01-1980" in respons.text
    assert "Penata Data" in respons.text
    assert not RiwayatJabatan.objects.filter(pegawai=pegawai).exists()


def test_mutasi_pengelola_hanya_ke_unit_kelolaannya(client):
    opd = UnitKerjaFactory()
    pegawai = PegawaiFactory(unit_kerja=opd)
    luar, dalam = JabatanFactory(), JabatanFactory(unit_kerja=opd)
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))
    url = _url("mutasi-buat", pegawai)

    ditolak = client.post(url, _mutasi(luar, yakin=1))
    diterima = client.post(url, _mutasi(dalam, yakin=1))

    assert (ditolak.status_code, diterima.status_code) == (200, 302)
    assert luar.nama not in ditolak.text


def test_mutasi_mencari_jabatan_menurut_unit(client, analis):
    pegawai = PegawaiFactory()
    JabatanFactory(nama="Arsiparis", unit_kerja=UnitKerjaFactory(nama="Kecamatan Alak"))
    JabatanFactory(nama="Arsiparis", unit_kerja=UnitKerjaFactory(nama="Dinas Lain"))
    client.force_login(analis)

    respons = client.get(_url("mutasi-buat", pegawai), {"cari": "arsip alak"})

    assert "Arsiparis, Kecamatan Alak" in respons.text
    assert "Arsiparis, Dinas Lain" not in respons.text


def test_ubah_kedua_dengan_versi_lama_memberi_laman_bentrok(client, analis):
    pegawai = PegawaiFactory(nama="Yohana Tefa")
    client.force_login(analis)
    url = _url("pegawai-ubah", pegawai)
    isi = {
        "nama": "Yohana Tefa Neno",
        "tanggal_lahir": "01-01-1990",
        "jenis_kelamin": "P",
        "versi": 1,
    }
    client.post(url, isi)

    respons = client.post(url, isi | {"nama": "Johana Tefa"})

    assert respons.status_code == 409
    assert "Johana Tefa" in respons.text
    assert "Yohana Tefa Neno" in respons.text
    assert Pegawai.objects.get(pk=pegawai.pk).nama == "Yohana Tefa Neno"
    client.post(url, isi | {"nama": "Johana Tefa", "versi": 2})
    assert Pegawai.objects.get(pk=pegawai.pk).nama == "Johana Tefa"


def test_ubah_data_yang_berbeda_dengan_nip_tersimpan_dengan_peringatan(client, analis):
    pegawai = PegawaiFactory(nip="199001012020122007")
    client.force_login(analis)
    isi = {"nama": "Yohana", "tanggal_lahir": "02-01-1990", "jenis_kelamin": "L"}

    beda = client.post(_url("pegawai-ubah", pegawai), isi | {"versi": 1}, follow=True)
    isi |= {"tanggal_lahir": "01-01-1990", "jenis_kelamin": "P", "versi": 2}
    sama = client.post(_url("pegawai-ubah", pegawai), isi, follow=True)

    assert "Data pegawai sudah disimpan." in beda.text
    assert "Tanggal lahir berbeda dengan digit 1–8 NIP." in beda.text
    assert "Jenis kelamin berbeda dengan digit ke-15 NIP." in beda.text
    assert "perhatikan" not in sama.text


def test_ubah_data_lahir_sesudah_tmt_ditolak_dan_isian_tetap(client, analis):
    pegawai = PegawaiFactory(tmt_cpns="2001-01-01")
    client.force_login(analis)
    isi = {"nama": "Yohana", "tanggal_lahir": "02-01-2001", "jenis_kelamin": "L"}

    jawaban = client.post(_url("pegawai-ubah", pegawai), isi | {"versi": 1})

    assert jawaban.status_code == 200
    assert "Tanggal lahir harus sebelum TMT" in jawaban.text
    assert 'value="02-01-2001"' in jawaban.text
    assert 'value="Yohana"' in jawaban.text


def test_kedudukan_pensiun_menyebut_akun_ditutup(client, analis):
    pegawai = PegawaiFactory()
    RiwayatJabatanFactory(pegawai=pegawai)
    client.force_login(analis)
    isi = {
        "kedudukan_hukum": "PENSIUN",
        "tmt": tanggal_pendek(hari_ini()),
        "nomor_sk": "882/1",
        "versi": 1,
    }

    periksa = client.post(_url("kedudukan-ubah", pegawai), isi)
    client.post(_url("kedudukan-ubah", pegawai), isi | {"yakin": 1})

    assert "Akun ditutup" in periksa.text
    pegawai.pengguna.refresh_from_db()
    assert not pegawai.pengguna.is_active


def test_nomor_berbeda_tanggal_lahir_hanya_peringatan(client, analis):
    pegawai = PegawaiFactory(
        nip="199001012023211001", jenis_kepegawaian="PPPK", golongan=None
    )
    client.force_login(analis)
    isi = {
        "nomor": "19900202 202622 1 002",
        "berlaku_mulai": tanggal_pendek(hari_ini()),
        "nomor_sk": "1",
        "versi": 1,
    }

    periksa = client.post(_url("nomor-ganti", pegawai), isi)
    client.post(_url("nomor-ganti", pegawai), isi | {"yakin": 1})

    assert "Perhatikan" in periksa.text
    pegawai.refresh_from_db()
    assert pegawai.nip == "199002022026221002"


def test_golongan_tampil_pada_riwayat_dengan_tmt_dan_sk(client, analis):
    pegawai = PegawaiFactory()
    GolonganFactory(kode="III/b", pangkat="Penata Muda Tingkat I", urutan=10)
    client.force_login(analis)
    isi = {"golongan": "III/b", "tmt": "01-04-2024", "nomor_sk": "823/7", "versi": 1}

    client.post(_url("golongan-catat", pegawai), isi | {"yakin": 1})

    respons = client.get(_url("pegawai-riwayat", pegawai))
    assert "Penata Muda Tingkat I" in respons.text
    assert "823/7" in respons.text


@pytest.mark.parametrize("nama", SEMUA)
def test_tindakan_atas_diri_sendiri_ditolak(client, nama):
    analis = PegawaiFactory()
    akun_berperan(Peran.ANALIS).pemberian_peran.update(pengguna=analis.pengguna)
    client.force_login(analis.pengguna)

    sendiri = client.get(_url(nama, analis))
    orang_lain = client.get(_url(nama, PegawaiFactory()))

    assert (sendiri.status_code, orang_lain.status_code) == (403, 200)


@pytest.mark.parametrize("jumlah", [1, 3])
def test_riwayat_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_max_num_queries
):
    pegawai = PegawaiFactory()
    for n in range(jumlah):
        RiwayatJabatanFactory(
            pegawai=pegawai,
            jabatan=JabatanFactory(),
            tmt=hari_ini() - timedelta(days=100 * (n + 1)),
            sampai=hari_ini() - timedelta(days=100 * (n + 1) - 9),
        )
    client.force_login(analis)

    with django_assert_max_num_queries(12):
        respons = client.get(_url("pegawai-riwayat", pegawai))

    assert len(respons.context["jabatan"]) == jumlah


def test_tindakan_menyebut_yang_berlaku_sekarang(client, analis):
    sarjana = TingkatPendidikan.objects.get_or_create(
        kode="40", defaults={"nama": "S-1/Sarjana", "urutan": 8}
    )[0]
    pegawai = PegawaiFactory(
        tmt_golongan=date(2024, 4, 1),
        tingkat_pendidikan=sarjana,
        pendidikan="Ilmu Hukum",
        tahun_lulus=2012,
    )
    RiwayatKedudukan.objects.create(
        pegawai=pegawai, kedudukan_hukum="AKTIF", tmt=date(2019, 2, 1), diterapkan=True
    )
    client.force_login(analis)

    kini = {
        nama: client.get(_url(nama, pegawai)).context["kini"]
        for nama in SEMUA
        if nama not in {"rangkap-buat", "rangkap-akhiri"}
    }

    assert kini == {
        "pegawai-ubah": "",
        "mutasi-buat": f"{pegawai.jabatan}, {pegawai.unit_kerja}, sejak 1 Januari 2021",
        "golongan-catat": "Penata Muda (III/a), sejak 1 April 2024",
        "pendidikan-catat": "S-1/Sarjana, Ilmu Hukum, lulus 2012",
        "kedudukan-ubah": "Aktif, sejak 1 Februari 2019",
        "nomor-ganti": nip(pegawai.nip),
    }


def test_akhiri_rangkap_hanya_ditawarkan_bila_ada_yang_berjalan(client, analis):
    tanpa, plt = PegawaiFactory(), PegawaiFactory()
    RiwayatJabatanFactory(
        pegawai=plt, jabatan=JabatanFactory(), jenis="PLT", tmt=date(2024, 1, 1)
    )
    client.force_login(analis)

    lembar = [client.get(_url("pegawai-riwayat", p)).text for p in (tanpa, plt)]
    laman = [client.get(_url("rangkap-akhiri", p)).text for p in (tanpa, plt)]

    assert ["Akhiri Plt./Plh." in isi for isi in lembar] == [False, True]
    assert ["Tidak ada tugas Plt. atau Plh." in isi for isi in laman] == [True, False]
    assert ["Hari terakhir" in isi for isi in laman] == [False, True]


def test_mutasi_pencarian_kosong_tidak_menawarkan_borang(client, analis):
    pegawai = PegawaiFactory()
    client.force_login(analis)
    url = _url("mutasi-buat", pegawai)

    kosong, ada = client.get(url, {"cari": "zzzz"}), client.get(url)

    assert "Tidak ada jabatan yang cocok" in kosong.text
    assert 'name="nomor_sk"' not in kosong.text
    assert 'name="nomor_sk"' in ada.text
