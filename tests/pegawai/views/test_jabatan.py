"""Pages of a post: make, correct, move, close, open again."""

from django.urls import reverse

from pegawai.models import Jabatan, Pegawai, Peran
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
    akun_berperan,
)


def _url(nama, objek):
    return reverse(f"pegawai:{nama}", kwargs={"uid": objek.uid})


def test_jabatan_dibuat_dari_halaman_unit(client, analis):
    unit = UnitKerjaFactory(nama="Dinas A")
    client.force_login(analis)
    url = _url("jabatan-buat", unit)

    halaman = client.get(unit.get_absolute_url()).text
    kosong = client.post(url, {}).text
    dibuat = client.post(url, {"nama": "Arsiparis", "jenis": "FUNGSIONAL"})
    ganda = client.post(url, {"nama": "arsiparis", "jenis": "FUNGSIONAL"}).text

    assert url in halaman
    assert "Isi nama jabatan." in kosong
    assert dibuat.url == Jabatan.objects.get().get_absolute_url()
    assert "Arsiparis sudah ada di Dinas A." in ganda
    assert 'value="arsiparis"' in ganda


def test_jabatan_ditutup_hilang_dari_daftar_lalu_dibuka_lagi(client, analis):
    jabatan = JabatanFactory(nama="Juru Ketik")
    client.force_login(analis)

    client.post(_url("jabatan-tutup", jabatan))
    laman = client.get(jabatan.get_absolute_url()).text
    daftar = client.get("/jabatan/").text
    tertutup = client.get("/jabatan/", {"tanpa": "tutup"}).text
    client.post(_url("jabatan-buka", jabatan))

    assert "Jabatan ini sudah ditutup" in laman
    assert "Buka lagi" in laman
    assert "Juru Ketik" not in daftar
    assert "Juru Ketik" in tertutup
    assert "Juru Ketik" in client.get("/jabatan/").text


def test_tutup_jabatan_yang_dipegang_memberi_kalimat(client, analis):
    jabatan = PegawaiFactory().jabatan
    client.force_login(analis)

    respons = client.post(_url("jabatan-tutup", jabatan), follow=True)

    assert "masih dipegang 1 orang" in respons.text
    jabatan.refresh_from_db()
    assert jabatan.aktif


def test_jabatan_dipindahkan_lewat_pencarian_unit(client, analis):
    jabatan, tujuan = JabatanFactory(), UnitKerjaFactory(nama="Kecamatan Alak")
    tertutup = UnitKerjaFactory(nama="Kelurahan Alak", berlaku_sampai="2026-01-01")
    client.force_login(analis)
    url = _url("jabatan-pindah", jabatan)

    cari = client.get(url, {"cari": "alak"})
    kosong = client.post(url, {})
    client.post(url, {"unit": str(tujuan.uid)})

    assert "Kecamatan Alak" in cari.text
    assert tertutup.nama not in cari.text
    assert "Pilih unit baru." in kosong.text
    jabatan.refresh_from_db()
    assert jabatan.unit_kerja == tujuan


def test_ubah_jabatan_bernama_kembar_memberi_kalimat_dan_menyimpan_isian(
    client, analis
):
    jabatan = JabatanFactory(nama="Penata")
    JabatanFactory(nama="Arsiparis", unit_kerja=jabatan.unit_kerja)
    client.force_login(analis)
    isi = {"nama": "ARSIPARIS", "kelas_jabatan": 8, "versi": 1}

    respons = client.post(_url("jabatan-ubah", jabatan), isi)

    assert respons.status_code == 200
    assert "Jabatan ini sudah ada di unit itu." in respons.text
    assert 'value="ARSIPARIS"' in respons.text


def test_pemegang_disebut_hanya_kepada_yang_boleh_melihat_orangnya(
    client, analis, settings
):
    """The number of holders is the city's structure; their names are personal."""
    settings.WAJIB_FAKTOR_KEDUA = False
    opd, lain = UnitKerjaFactory(), UnitKerjaFactory()
    jabatan = JabatanFactory(unit_kerja=opd)
    for nama, kedudukan in (("Maria Seran", "AKTIF"), ("Rudi Pensiunan", "PENSIUN")):
        RiwayatJabatanFactory(
            pegawai=PegawaiFactory(
                nama=nama, jabatan=jabatan, unit_kerja=opd, kedudukan_hukum=kedudukan
            ),
            jabatan=jabatan,
        )
    PegawaiFactory(nama="Bukan Pemegang", unit_kerja=opd)
    maria = Pegawai.objects.get(nama="Maria Seran")
    pelihat = {
        "analis": analis,
        "pengelola": akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd),
        "diri": maria.pengguna,
        "pengelola lain": akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=lain),
        "pimpinan": akun_berperan(Peran.PIMPINAN),
        "rekan": PegawaiFactory(unit_kerja=opd).pengguna,
    }

    tampil = {}
    for siapa, akun in pelihat.items():
        client.force_login(akun)
        rinci = client.get(jabatan.get_absolute_url()).text
        riwayat = client.get(_url("jabatan-riwayat", jabatan)).text
        assert "1 orang memegang jabatan ini" in rinci
        tampil[siapa] = tuple("Maria Seran" in isi for isi in (rinci, riwayat))
        assert "Bukan Pemegang" not in rinci + riwayat
        assert "Rudi Pensiunan" not in rinci

    boleh = {"analis", "pengelola", "diri"}
    assert tampil == {siapa: (siapa in boleh, siapa in boleh) for siapa in pelihat}
