"""KEAMANAN C.3, roles: penyelenggara 'members of own organiser'."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan, Pengguna
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran import punya_peran
from pelatihan.models import AnggotaPenyelenggara
from pelatihan.queries.anggota import keanggotaan_berlaku
from pelatihan.queries.penyelenggara import penyelenggara_terkelola
from pelatihan.services.anggota import akhiri_anggota, tambah_anggota
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory, akun_berperan
from tests.pabrik.pelatihan import AnggotaPenyelenggaraFactory, PenyelenggaraFactory
from tests.serentak import serentak

SETAHUN = timedelta(days=365)


@pytest.fixture
def anggota():
    return AnggotaPenyelenggaraFactory(tanggal_selesai=hari_ini() + 2 * SETAHUN)


def tambah(anggota, akun, oleh=None, **lain):
    isi = {
        "penyelenggara": anggota.penyelenggara,
        "tanggal_selesai": hari_ini() + SETAHUN,
        "nomor_sk": "800/1",
    }
    return tambah_anggota(akun=akun, oleh=oleh or anggota.pengguna, **isi | lain)


def kode_galat(fungsi, *posisi, **nama):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(*posisi, **nama)
    return galat.value.kode


def segar(akun):
    return Pengguna.objects.get(pk=akun.pk)


def test_tambah_memberi_keanggotaan_dan_peran_lalu_tidak_dua_kali(anggota):
    akun = PegawaiFactory().pengguna

    pertama = tambah(anggota, akun)
    kedua = tambah(anggota, akun)

    assert pertama == kedua
    assert list(penyelenggara_terkelola(segar(akun))) == [anggota.penyelenggara]
    peran = PemberianPeran.objects.get(pengguna=akun)
    assert (peran.peran, peran.berlaku_sampai) == (
        Peran.PENYELENGGARA,
        hari_ini() + SETAHUN,
    )
    assert peran.diberikan_oleh == anggota.pengguna
    assert Pemberitahuan.objects.filter(penerima=akun).count() == 1


def test_tambah_lagi_memindahkan_tanggal_akhir_dan_menyambung_peran(anggota):
    akun = PenggunaFactory()
    tambah(anggota, akun)

    hasil = tambah(anggota, akun, tanggal_selesai=hari_ini() + 2 * SETAHUN)

    rentang = PemberianPeran.objects.filter(pengguna=akun).order_by("berlaku_mulai")
    assert hasil.tanggal_selesai == hari_ini() + 2 * SETAHUN
    assert [(p.berlaku_mulai, p.berlaku_sampai) for p in rentang] == [
        (hari_ini(), hari_ini() + SETAHUN),
        (hari_ini() + SETAHUN + timedelta(days=1), hari_ini() + 2 * SETAHUN),
    ]


def test_tambah_bagi_diri_penyelenggara_lain_dan_bukan_anggota_ditolak(anggota):
    lain = AnggotaPenyelenggaraFactory()
    berakhir = AnggotaPenyelenggaraFactory(
        penyelenggara=anggota.penyelenggara, tanggal_selesai=hari_ini() - timedelta(1)
    )
    akun = PenggunaFactory()

    kode = [
        kode_galat(tambah, anggota, anggota.pengguna),
        kode_galat(tambah, lain, anggota.pengguna, oleh=anggota.pengguna),
        kode_galat(tambah, lain, akun, oleh=anggota.pengguna),
        kode_galat(tambah, anggota, akun, oleh=berakhir.pengguna),
        kode_galat(tambah, anggota, akun, oleh=akun_berperan(Peran.ANALIS)),
    ]

    assert kode == ["diri_sendiri", *["bukan_anggota"] * 4]


def test_tambah_oleh_admin_untuk_penyelenggara_mana_pun_kecuali_diri(admin):
    penyelenggara = PenyelenggaraFactory()
    isi = {
        "penyelenggara": penyelenggara,
        "tanggal_selesai": hari_ini() + SETAHUN,
        "nomor_sk": "1",
        "oleh": admin,
    }

    hasil = tambah_anggota(akun=PenggunaFactory(), **isi)
    sendiri = kode_galat(tambah_anggota, akun=admin, **isi)
    terlalu = kode_galat(
        tambah_anggota,
        akun=PenggunaFactory(),
        **isi | {"tanggal_selesai": hari_ini() + 6 * SETAHUN},
    )

    assert hasil.penyelenggara == penyelenggara
    assert (sendiri, terlalu) == ("diri_sendiri", "anggota_terlalu_lama")


def test_tambah_isian_buruk_ditolak(anggota):
    akun = PenggunaFactory()
    mati = PenggunaFactory(is_active=False)
    lewat = hari_ini() - timedelta(days=1)
    panjang = hari_ini() + 3 * SETAHUN
    tutup = AnggotaPenyelenggaraFactory(penyelenggara__aktif=False)

    kode = [
        kode_galat(tambah, anggota, akun, tanggal_selesai=lewat),
        kode_galat(tambah, anggota, akun, tanggal_selesai=panjang),
        kode_galat(tambah, anggota, mati),
        kode_galat(tambah, anggota, akun_berperan(Peran.MITRA)),
        kode_galat(tambah, anggota, akun_berperan(Peran.PEMAGANG)),
        kode_galat(tambah, tutup, akun),
    ]

    assert kode == [
        "anggota_tanggal",
        "anggota_terlalu_lama",
        "akun_nonaktif",
        "orang_luar",
        "orang_luar",
        "penyelenggara_tidak_aktif",
    ]
    assert tambah(
        anggota, akun, tanggal_selesai=anggota.tanggal_selesai
    ).tanggal_selesai == (anggota.tanggal_selesai)


def test_peran_yang_ditangguhkan_tidak_dilewati(anggota):
    """A suspension is taken back by an administrator only (C.2)."""
    akun = akun_berperan(Peran.PENYELENGGARA)
    PemberianPeran.objects.filter(pengguna=akun).update(
        ditangguhkan_pada=timezone.now()
    )

    assert kode_galat(tambah, anggota, akun) == "peran_ditangguhkan"
    assert not AnggotaPenyelenggara.objects.filter(pengguna=akun).exists()


def test_akhiri_seketika_dan_peran_ikut_bila_tanpa_keanggotaan(anggota):
    akun = PenggunaFactory()
    baru = tambah(anggota, akun)
    dua = AnggotaPenyelenggaraFactory(penyelenggara=anggota.penyelenggara)
    AnggotaPenyelenggaraFactory(pengguna=dua.pengguna)  # works elsewhere too

    for satu in (baru, baru, dua):
        akhiri_anggota(anggota=satu, oleh=anggota.pengguna)

    assert list(keanggotaan_berlaku().filter(penyelenggara=anggota.penyelenggara)) == [
        anggota
    ]
    assert not punya_peran(segar(akun), Peran.PENYELENGGARA)
    assert punya_peran(segar(dua.pengguna), Peran.PENYELENGGARA)
    judul = Pemberitahuan.objects.filter(penerima=akun).values_list("judul", flat=True)
    assert f"Keanggotaan {anggota.penyelenggara.nama} berakhir" in judul


def test_akhiri_diri_penyelenggara_lain_dan_anggota_terakhir_ditolak(anggota, admin):
    lain = AnggotaPenyelenggaraFactory()
    kedua = AnggotaPenyelenggaraFactory(penyelenggara=lain.penyelenggara)

    kode = [
        kode_galat(akhiri_anggota, anggota=anggota, oleh=anggota.pengguna),
        kode_galat(akhiri_anggota, anggota=lain, oleh=anggota.pengguna),
        kode_galat(akhiri_anggota, anggota=anggota, oleh=admin),
    ]
    akhiri_anggota(anggota=kedua, oleh=admin)

    assert kode == ["diri_sendiri", "bukan_anggota", "anggota_terakhir"]
    assert keanggotaan_berlaku().filter(penyelenggara=lain.penyelenggara).count() == 1


@pytest.mark.django_db(transaction=True)
def test_saling_mengakhiri_serentak_seorang_tetap_ada(anggota):
    kedua = AnggotaPenyelenggaraFactory(penyelenggara=anggota.penyelenggara)

    def kerja(pasangan):
        satu, oleh = pasangan
        akhiri_anggota(anggota=satu, oleh=segar(oleh))
        return "berakhir"

    hasil = serentak(kerja, [(anggota, kedua.pengguna), (kedua, anggota.pengguna)])

    assert sorted(map(str, hasil)) == ["berakhir", "bukan_anggota"]
    assert keanggotaan_berlaku().count() == 1
