"""Grades, education and standing that an import brings, as history and back again."""

from datetime import date

import pytest

from pegawai.models import (
    Pegawai,
    RiwayatGolongan,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatPendidikan,
)
from pegawai.services.impor_pilihan import pilih_jenis
from tests.pabrik.lembar import NIP, baca, satu
from tests.pabrik.pegawai import JabatanFactory, PegawaiFactory, RiwayatJabatanFactory
from tests.pegawai.services.test_impor_jalan import jalan
from tests.pegawai.services.test_impor_urung import urung

GOLONGAN = ("NIP BARU", "NAMA", "GOL AKHIR NAMA", "TMT GOLONGAN")
PENDIDIKAN = (
    "NIP BARU",
    "NAMA",
    "TINGKAT PENDIDIKAN NAMA",
    "PENDIDIKAN NAMA",
    "TAHUN LULUS",
)
KEDUDUKAN = ("NIP BARU", "NAMA", "KEDUDUKAN HUKUM NAMA")

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def maria():
    return PegawaiFactory(nip=NIP, nama="Maria", golongan=None)


def golongan():
    return list(
        RiwayatGolongan.objects.order_by("tmt").values_list("golongan__kode", "tmt")
    )


def pendidikan():
    return list(
        RiwayatPendidikan.objects.order_by("tahun_lulus").values_list(
            "tingkat_pendidikan__nama", "jurusan", "tahun_lulus"
        )
    )


def naik(analis, kode, tmt):
    return jalan(baca((NIP, "Maria", kode, tmt), kolom=GOLONGAN, oleh=analis))


def lulus(analis, *isi):
    return jalan(baca((NIP, "Maria", *isi), kolom=PENDIDIKAN, oleh=analis))


def keluar(analis, kedudukan="Pensiun"):
    impor = baca((NIP, "Maria", kedudukan), kolom=KEDUDUKAN, oleh=analis)
    return jalan(pilih_jenis(impor=impor, ikut=["kedudukan"], oleh=analis))


def test_jalan_orang_baru_mencatat_golongan_dan_pendidikan(analis):
    jalan(
        baca(
            (NIP, "Maria", "III/a", "01-03-2020", "S-1/Sarjana", "Hukum", "2012"),
            kolom=(*GOLONGAN, *PENDIDIKAN[2:]),
            oleh=analis,
        )
    )

    assert golongan() == [("III/a", date(2020, 3, 1))]
    assert pendidikan() == [("S-1/Sarjana", "Hukum", 2012)]
    assert not RiwayatKedudukan.objects.exists()


def test_jalan_kenaikan_golongan_mencatat_yang_lama_dan_yang_baru(analis, maria):
    naik(analis, "III/a", "01-03-2020")
    RiwayatGolongan.objects.all().delete()

    naik(analis, "III/b", "01-04-2024")

    assert golongan() == [("III/a", date(2020, 3, 1)), ("III/b", date(2024, 4, 1))]


def test_jalan_golongan_yang_sama_lagi_tidak_menambah(analis, maria):
    naik(analis, "III/a", "01-03-2020")

    jalan(baca((NIP, "Maria S.", "III/a", "01-03-2020"), kolom=GOLONGAN, oleh=analis))

    assert golongan() == [("III/a", date(2020, 3, 1))]


def test_jalan_golongan_lain_dengan_tmt_yang_sama_memperbaiki(analis, maria):
    naik(analis, "III/a", "01-03-2020")

    naik(analis, "III/b", "01-03-2020")

    assert golongan() == [("III/b", date(2020, 3, 1))]


def test_jalan_tmt_golongan_mundur_mengganti_di_tempat(analis, maria):
    naik(analis, "III/a", "01-03-2020")

    naik(analis, "III/a", "01-03-2019")

    assert golongan() == [("III/a", date(2019, 3, 1))]


def test_nilai_tmt_golongan_belum_tiba_tidak_dipakai(analis, maria):
    baris = satu(baca((NIP, "Maria", "III/b", "01-04-2099"), kolom=GOLONGAN))

    assert baris.tindakan == "SAMA"
    assert [p["kolom"] for p in baris.peringatan] == ["TMT GOLONGAN"]


def test_jalan_pendidikan_lebih_tinggi_menambah_tanpa_menghapus(analis, maria):
    lulus(analis, "SLTA", "IPS", "2008")
    RiwayatPendidikan.objects.all().delete()

    lulus(analis, "S-1/Sarjana", "Hukum", "2012")

    assert pendidikan() == [("SLTA", "IPS", 2008), ("S-1/Sarjana", "Hukum", 2012)]


def test_jalan_jurusan_yang_dibetulkan_mengganti_barisnya(analis, maria):
    lulus(analis, "S-1/Sarjana", "Hukm", "2012")

    lulus(analis, "S-1/Sarjana", "Hukum", "2012")

    assert pendidikan() == [("S-1/Sarjana", "Hukum", 2012)]


def test_jalan_keluar_mencatat_kedudukan_dan_mengakhiri_jabatan(analis, maria):
    RiwayatJabatanFactory(pegawai=maria, sampai=date(2026, 12, 31))
    RiwayatJabatanFactory(
        pegawai=maria, jabatan=JabatanFactory(), tmt=date(2027, 1, 1), diterapkan=False
    )
    bawahan = PegawaiFactory(atasan=maria, atasan_ditetapkan=True, atasan_alasan="SK")

    impor = keluar(analis)

    kedudukan = RiwayatKedudukan.objects.get()
    bawahan.refresh_from_db()
    assert (kedudukan.kedudukan_hukum, kedudukan.tmt) == ("PENSIUN", date(2026, 11, 24))
    assert kedudukan.keterangan == f"Impor {impor.nama_berkas}"
    assert RiwayatJabatan.objects.get().sampai == date(2026, 11, 23)
    assert (bawahan.atasan, bawahan.atasan_ditetapkan) == (None, False)


def test_jalan_kedudukan_tidak_dipilih_tidak_mencatat(analis, maria):
    RiwayatJabatanFactory(pegawai=maria)

    jalan(baca((NIP, "Maria S.", "Pensiun"), kolom=KEDUDUKAN, oleh=analis))

    assert not RiwayatKedudukan.objects.exists()
    assert RiwayatJabatan.objects.get().sampai is None


def test_jalan_kembali_bekerja_membuka_akun(analis, maria):
    keluar(analis)
    tutup = Pegawai.objects.get().pengguna.is_active

    keluar(analis, "Aktif")

    assert tutup is False
    assert Pegawai.objects.get().pengguna.is_active
    assert RiwayatKedudukan.objects.get().kedudukan_hukum == "AKTIF"


def test_urung_mengembalikan_riwayat_jabatan_rencana_dan_akun(analis, maria):
    naik(analis, "III/a", "01-03-2020")
    RiwayatJabatanFactory(pegawai=maria, sampai=date(2026, 12, 31))
    RiwayatJabatanFactory(
        pegawai=maria, jabatan=JabatanFactory(), tmt=date(2027, 1, 1), diterapkan=False
    )
    sebelum = list(RiwayatJabatan.objects.order_by("pk").values())
    impor = baca(
        (NIP, "Maria", "III/b", "01-04-2024", "Pensiun", "S-1/Sarjana"),
        kolom=(*GOLONGAN, KEDUDUKAN[2], PENDIDIKAN[2]),
        oleh=analis,
    )
    ikut = ["kedudukan", "golongan", "pendidikan"]
    impor = jalan(pilih_jenis(impor=impor, ikut=ikut, oleh=analis))
    tengah = len(golongan()), len(pendidikan()), RiwayatJabatan.objects.count()

    urung(impor)

    assert tengah == (2, 1, 1)
    assert golongan() == [("III/a", date(2020, 3, 1))]
    assert pendidikan() == []
    assert not RiwayatKedudukan.objects.exists()
    assert list(RiwayatJabatan.objects.order_by("pk").values()) == sebelum
    assert Pegawai.objects.get().pengguna.is_active
