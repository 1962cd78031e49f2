"""Grants out of use are suspended after 45 days, and taken back by an administrator."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan, Pengguna, TokenApi
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran import peran_berlaku
from pegawai.services.penangguhan import pulihkan_peran, tangguhkan_peran
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture(autouse=True)
def _bukan_demo(settings):
    settings.DEMO = False
    settings.WAJIB_FAKTOR_KEDUA = False


def lama_tidak_masuk(akun, *, kini=None, **lama):
    """The account's last use and its grants lie this long back."""
    waktu = (kini or timezone.now()) - timedelta(**lama)
    Pengguna.objects.filter(pk=akun.pk).update(last_login=waktu)
    PemberianPeran.objects.filter(pengguna=akun).update(dibuat_pada=waktu)
    return akun


def peran(akun):
    return set(peran_berlaku(Pengguna.objects.get(pk=akun.pk)))


def tangguhkan():
    return tangguhkan_peran(sekarang=timezone.now())


def test_tangguhkan_tepat_empat_puluh_lima_hari(analis):
    kini = timezone.now()
    lama_tidak_masuk(analis, kini=kini, days=44, hours=23, minutes=59)
    belum = (tangguhkan_peran(sekarang=kini), peran(analis))
    lama_tidak_masuk(analis, kini=kini, days=45)

    sudah = (tangguhkan_peran(sekarang=kini), peran(analis))

    assert (belum, sudah) == ((0, {"ANALIS"}), (1, set()))
    assert tangguhkan() == 0  # again changes nothing
    kabar = Pemberitahuan.objects.get(kunci__startswith="peran-ditangguhkan")
    assert kabar.penerima == analis


def test_tangguhkan_berlaku_pada_permintaan_berikut_dan_menyebut_sebabnya(
    client, analis
):
    client.force_login(analis)
    sebelum = client.get("/pegawai/").status_code
    lama_tidak_masuk(analis, days=46)
    tangguhkan()

    sesudah = client.get("/pegawai/").status_code

    assert (sebelum, sesudah) == (200, 403)
    assert "Peran Anda ditangguhkan: Analis" in client.get("/").text


def test_tangguhkan_pengelola_tetap_asn(client):
    unit = UnitKerjaFactory()
    akun = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit)
    PegawaiFactory(pengguna=akun, unit_kerja=unit)
    lama_tidak_masuk(akun, days=50)

    tangguhkan()

    assert peran(akun) == {"ASN"}


def test_tangguhkan_tidak_yang_dipakai_lewat_token_atau_baru_diberi(analis):
    lama_tidak_masuk(analis, days=50)
    TokenApi.objects.create(
        pengguna=analis,
        nama="x",
        sidik="s",
        berlaku_sampai="2099-01-01",
        dipakai_pada=timezone.now() - timedelta(days=2),
    )
    baru = akun_berperan(Peran.ASESOR)  # never signed in, granted today

    assert tangguhkan() == 0
    assert (peran(analis), peran(baru)) == ({"ANALIS"}, {"ASESOR"})


def test_tangguhkan_admin_terakhir_dibiarkan():
    dua = [lama_tidak_masuk(akun_berperan(Peran.ADMIN), days=50) for _ in "ab"]
    sendiri = (tangguhkan(), [peran(a) for a in dua])
    ketiga = akun_berperan(Peran.ADMIN)

    bertiga = tangguhkan()

    assert sendiri == (0, [{"ADMIN"}, {"ADMIN"}])
    assert bertiga == 2
    assert peran(ketiga) == {"ADMIN"}


def test_tangguhkan_di_demo_dan_tanpa_referensi_tidak_berbuat_apa_pun(settings, analis):
    lama_tidak_masuk(analis, days=400)
    settings.DEMO = True

    assert tangguhkan() == 0
    assert peran(analis) == {"ANALIS"}


def test_pulihkan_berlaku_pada_permintaan_berikut_dan_tidak_segera_hilang(
    client, analis, admin
):
    lama_tidak_masuk(analis, days=50)
    tangguhkan()
    pemberian = analis.pemberian_peran.get()
    client.force_login(analis)
    sebelum = client.get("/pegawai/").status_code

    pertama = pulihkan_peran(pemberian=pemberian, oleh=admin)
    kedua = pulihkan_peran(pemberian=pemberian, oleh=admin)

    assert (sebelum, client.get("/pegawai/").status_code) == (403, 200)
    lama_tidak_masuk(analis, days=50)  # what gave it back is not a sign-in
    assert (pertama, kedua, tangguhkan()) == (True, False, 0)


def test_pulihkan_peran_sendiri_dan_yang_berakhir_ditolak(analis, admin):
    pemberian = analis.pemberian_peran.get()
    kode = []
    for ubah, oleh in (({}, analis), ({"berlaku_sampai": "2021-01-01"}, admin)):
        PemberianPeran.objects.filter(pk=pemberian.pk).update(**ubah) if ubah else None
        pemberian.refresh_from_db()
        with pytest.raises(AturanDilanggar) as galat:
            pulihkan_peran(pemberian=pemberian, oleh=oleh)
        kode.append(galat.value.kode)

    assert kode == ["peran_sendiri", "peran_berakhir"]


def test_pulihkan_lewat_halaman(client, analis, admin):
    lama_tidak_masuk(analis, days=50)
    tangguhkan()
    pemberian = analis.pemberian_peran.get()
    client.force_login(admin)
    daftar = client.get("/peran/", {"keadaan": "ditangguhkan"}).text
    halaman = client.get(pemberian.get_absolute_url()).text

    jawaban = client.post(
        reverse("pegawai:peran-pulihkan", kwargs={"uid": pemberian.uid})
    )

    pemberian.refresh_from_db()
    assert jawaban["Location"] == pemberian.get_absolute_url()
    assert "Ditangguhkan" in daftar
    assert "Pulihkan peran" in halaman
    assert pemberian.ditangguhkan_pada is None
    assert "Pulihkan peran" not in client.get(pemberian.get_absolute_url()).text
