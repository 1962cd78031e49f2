import pytest
from django.urls import reverse

from pegawai.dasar.models import KodeMasuk, Pekerjaan, Pemberitahuan, Pengguna
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.akun import menunggu_kode
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PemberianPeranFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)


@pytest.fixture
def unit():
    return UnitKerjaFactory(nama="Dinas Uji")


@pytest.fixture
def pengelola(unit):
    return akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit)


def _kode(client, pegawai, **lain):
    alamat = reverse("pegawai:akun-kode", kwargs={"uid": pegawai.uid})
    return client.post(alamat, follow=True, **lain)


def test_kode_untuk_satu_orang_tampil_sekali_lalu_membuka(client, pengelola, unit):
    pegawai = PegawaiFactory(unit_kerja=unit, pengguna=None)
    client.force_login(pengelola)

    jawaban = _kode(client, pegawai)
    teks = jawaban.context["teks"]
    lagi = client.get(reverse("pegawai:akun-kode", kwargs={"uid": pegawai.uid}))
    client.logout()
    buka = client.post(
        reverse("dasar:kode-masuk"), {"nama_akun": pegawai.nip, "kode": teks}
    )

    assert teks in jawaban.content.decode()
    assert lagi.context["teks"] == ""
    assert buka["Location"] == reverse("dasar:kode-sandi")
    assert KodeMasuk.objects.get().dibuat_oleh == pengelola


def test_kode_untuk_pemegang_peran_hanya_oleh_admin(client, pengelola, analis, unit):
    pegawai = PegawaiFactory(unit_kerja=unit)
    PemberianPeranFactory(pengguna=pegawai.pengguna, peran=Peran.ASESOR)
    hasil = {}
    for nama, akun in {
        "pengelola": pengelola,
        "analis": analis,
        "admin": akun_berperan(Peran.ADMIN),
    }.items():
        client.force_login(akun)
        hasil[nama] = _kode(client, pegawai).status_code

    assert hasil == {"pengelola": 403, "analis": 403, "admin": 200}


def test_kode_untuk_diri_sendiri_ditolak(client, unit):
    pegawai = PegawaiFactory(unit_kerja=unit)
    PemberianPeranFactory(
        pengguna=pegawai.pengguna, peran=Peran.PENGELOLA_OPD, unit_kerja=unit
    )
    client.force_login(pegawai.pengguna)

    assert _kode(client, pegawai).status_code == 403


def test_kode_untuk_akun_bersandi_mengabari_pemiliknya(client, pengelola, unit):
    pegawai = PegawaiFactory(unit_kerja=unit)
    pegawai.pengguna.set_password("kuda biru makan rumput 7")
    pegawai.pengguna.save()
    client.force_login(pengelola)

    _kode(client, pegawai)

    assert Pemberitahuan.objects.get().penerima == pegawai.pengguna


def test_kode_pensiunan_ditolak_dengan_sebab(client, analis):
    pegawai = PegawaiFactory(kedudukan_hukum="PENSIUN")
    client.force_login(analis)

    jawaban = _kode(client, pegawai)

    assert "tidak bekerja lagi" in jawaban.content.decode()
    assert KodeMasuk.objects.count() == 0


def test_daftar_kode_unit_sebagai_pekerjaan(client, pengelola, unit):
    anak = UnitKerjaFactory(induk=unit, jenis="BIDANG")
    di_sini = [PegawaiFactory(unit_kerja=anak, pengguna=None) for _ in range(3)]
    PegawaiFactory(pengguna=None)
    bersandi = PegawaiFactory(unit_kerja=unit)
    Pengguna.objects.filter(pk=bersandi.pengguna_id).update(password="argon2$x")
    client.force_login(pengelola)
    alamat = reverse("pegawai:akun-kode-unit", kwargs={"uid": unit.uid})

    lihat = client.get(alamat)
    client.post(alamat)
    pekerjaan = Pekerjaan.objects.get()
    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    assert lihat.context["jumlah"] == 3
    assert (pekerjaan.status, pekerjaan.hasil) == ("SELESAI", {"kode": 3})
    with pekerjaan.berkas.open("rb") as berkas:
        assert berkas.read(4) == b"%PDF"
    assert set(KodeMasuk.objects.values_list("pengguna__nama_akun", flat=True)) == {
        p.nip for p in di_sini
    }


def test_daftar_kode_unit_setelah_peran_dicabut_gagal(client, pengelola, unit):
    PegawaiFactory(unit_kerja=unit, pengguna=None)
    client.force_login(pengelola)
    client.post(reverse("pegawai:akun-kode-unit", kwargs={"uid": unit.uid}))
    PemberianPeran.objects.filter(pengguna=pengelola).update(
        berlaku_sampai="2020-01-02"
    )
    pekerjaan = Pekerjaan.objects.get()

    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    assert pekerjaan.status == "GAGAL"
    assert KodeMasuk.objects.count() == 0


def test_menunggu_kode_tanpa_pemegang_peran(analis, unit):
    biasa = PegawaiFactory(unit_kerja=unit)
    berperan = PegawaiFactory(unit_kerja=unit)
    PemberianPeranFactory(pengguna=berperan.pengguna, peran=Peran.ASESOR)
    PegawaiFactory(unit_kerja=unit, pengguna=PenggunaFactory(is_active=False))
    PegawaiFactory(unit_kerja=unit, kedudukan_hukum="MENINGGAL")

    assert list(menunggu_kode(analis, unit)) == [biasa]


def test_kode_kedua_membatalkan_yang_pertama(client, pengelola, unit):
    pegawai = PegawaiFactory(unit_kerja=unit)
    client.force_login(pengelola)
    pertama = _kode(client, pegawai).context["teks"]

    kedua = _kode(client, pegawai).context["teks"]

    client.logout()
    alamat = reverse("dasar:kode-masuk")
    isi = {"nama_akun": pegawai.nip}
    assert client.post(alamat, isi | {"kode": pertama}).status_code == 200
    assert client.post(alamat, isi | {"kode": kedua}).status_code == 302
