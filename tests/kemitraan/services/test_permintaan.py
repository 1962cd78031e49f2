"""KEAMANAN C.3, subject requests: mitra B m, analis process; UU PDP 3 x 24 hours."""

from datetime import timedelta

import pytest

from kemitraan.models import PermintaanData
from kemitraan.queries.permintaan import data_dipegang
from kemitraan.services.permintaan import (
    ajukan_permintaan_data,
    batalkan_permintaan_data,
    terima_permintaan_data,
    tolak_permintaan_data,
)
from kemitraan.services.permintaan_pengingat import ingatkan_permintaan_data
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Peran
from tests.pabrik.kemitraan import PenggunaMitraFactory, PermintaanDataFactory
from tests.pabrik.pegawai import PenggunaFactory, akun_berperan
from tests.serentak import serentak

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def anggota():
    return PenggunaMitraFactory()


def ajukan(anggota, jenis="SALINAN", isi=""):
    return ajukan_permintaan_data(jenis=jenis, isi=isi, oleh=anggota.pengguna)


def kode_galat(fungsi, *posisi, **nama):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(*posisi, **nama)
    return galat.value.kode


def judul(akun):
    kabar = Pemberitahuan.objects.filter(penerima=akun).order_by("pk")
    return list(kabar.values_list("judul", flat=True))


def test_ajukan_berjam_tiga_kali_24_dan_dua_kali_satu(anggota, analis):
    pertama, kedua = ajukan(anggota), ajukan(anggota)

    assert pertama == kedua
    assert pertama.mitra == anggota.mitra
    assert pertama.batas_pada - pertama.diajukan_pada == timedelta(hours=72)
    assert judul(analis) == ["Permintaan data pribadi"]


def test_ajukan_bukan_mitra_dan_tanpa_isi_ditolak(anggota):
    luar = PenggunaFactory()

    kode = [
        kode_galat(ajukan_permintaan_data, jenis="SALINAN", isi="", oleh=luar),
        kode_galat(ajukan, anggota, "LAIN", "  "),
        kode_galat(ajukan, anggota, "NAMA", "x" * 151),
    ]

    assert kode == ["bukan_mitra", "isi_kosong", "nama_panjang"]
    assert ajukan(anggota, "NAMA", "x" * 150).status == "DIAJUKAN"


def test_terima_nama_langsung_diganti_lain_perlu_jawaban(anggota, analis):
    nama = ajukan(anggota, "NAMA", "Maria  Dolorosa")
    lain = ajukan(anggota, "LEMBAGA", "Alamat kampus pindah.")

    pertama = terima_permintaan_data(permintaan=nama, oleh=analis)
    kedua = terima_permintaan_data(permintaan=nama, oleh=analis)
    kode = kode_galat(terima_permintaan_data, permintaan=lain, oleh=analis)
    hasil = terima_permintaan_data(
        permintaan=lain, alasan="Alamat sudah diganti.", oleh=analis
    )

    anggota.pengguna.refresh_from_db()
    assert anggota.pengguna.nama == "Maria Dolorosa"
    assert pertama.diputuskan_pada == kedua.diputuskan_pada
    assert (kode, hasil.status) == ("tindak_lanjut_kosong", "DITERIMA")
    assert judul(anggota.pengguna) == ["Permintaan data diterima"] * 2


def test_tolak_beralasan_lalu_tidak_dapat_diterima(anggota, analis):
    permintaan = ajukan(anggota)

    kosong = kode_galat(
        tolak_permintaan_data, permintaan=permintaan, alasan=" ", oleh=analis
    )
    hasil = tolak_permintaan_data(
        permintaan=permintaan, alasan="Identitas tidak cocok.", oleh=analis
    )
    lagi = kode_galat(
        terima_permintaan_data, permintaan=permintaan, oleh=akun_berperan(Peran.ANALIS)
    )

    assert (kosong, hasil.status, lagi) == (
        "alasan_kosong",
        "DITOLAK",
        "sudah_diputuskan",
    )
    assert ajukan(anggota) != permintaan


def test_bukan_analis_dan_pemohon_sendiri_tidak_memutuskan(anggota, admin, analis):
    permintaan = ajukan(anggota)
    milik_analis = PermintaanDataFactory(pengguna=analis)

    kode = {
        kode_galat(terima_permintaan_data, permintaan=p, oleh=akun)
        for p, akun in [
            (permintaan, admin),
            (permintaan, anggota.pengguna),
            (milik_analis, analis),
        ]
    }

    assert kode == {"bukan_pemutus"}
    assert terima_permintaan_data(permintaan=permintaan, oleh=analis).bersalinan


def test_batalkan_milik_sendiri_selagi_menunggu(anggota, analis):
    permintaan, lain = ajukan(anggota), ajukan(anggota, "LAIN", "Telepon.")
    tolak_permintaan_data(permintaan=lain, alasan="x", oleh=analis)

    kode = [
        kode_galat(batalkan_permintaan_data, permintaan=permintaan, oleh=analis),
        kode_galat(batalkan_permintaan_data, permintaan=lain, oleh=anggota.pengguna),
    ]
    for _ in range(2):
        hasil = batalkan_permintaan_data(permintaan=permintaan, oleh=anggota.pengguna)

    assert kode == ["bukan_sendiri", "sudah_diputuskan"]
    assert hasil.status == "DIBATALKAN"


def test_salinan_berisi_miliknya_saja(anggota):
    lain = PenggunaMitraFactory(mitra=anggota.mitra)
    PermintaanDataFactory(pengguna=lain.pengguna, jenis="LAIN", isi="Rahasia orang.")
    ajukan(anggota, "LAIN", "Telepon saya.")

    data = data_dipegang(anggota.pengguna)

    assert data["akun"]["nama_akun"] == anggota.pengguna.nama_akun
    assert [k["mitra__nama"] for k in data["keanggotaan"]] == [anggota.mitra.nama]
    assert [p["isi"] for p in data["permintaan_data"]] == ["Telepon saya."]


@pytest.mark.django_db(transaction=True)
def test_ajukan_serentak_satu_permintaan(anggota):
    hasil = serentak(lambda _: ajukan(anggota) and "terkirim", range(4))

    assert hasil == ["terkirim"] * 4
    assert PermintaanData.objects.count() == 1


def test_ingatkan_sekali_pada_jam_ke_48_yang_diputuskan_tidak(anggota, analis):
    permintaan, lain = ajukan(anggota), ajukan(anggota, "LAIN", "Telepon.")
    tolak_permintaan_data(permintaan=lain, alasan="x", oleh=analis)
    saat = permintaan.diajukan_pada + timedelta(hours=48)

    jumlah = [
        ingatkan_permintaan_data(sekarang=s)
        for s in (saat - timedelta(seconds=1), saat, saat + timedelta(hours=30))
    ]

    assert jumlah == [0, 1, 0]
    assert judul(analis).count("Permintaan data pribadi belum diputuskan") == 1
