import time
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.models import Pengguna, TokenApi
from pegawai.models import Pegawai
from pegawai.services.akun import ikuti_nomor, sediakan_akun
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory

NOMOR_BARU = "199001012021211001"


def _banyak_pegawai(jumlah):
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO pegawai_pegawai (nip, nama, gelar_depan, gelar_belakang,"
            " jenis_kepegawaian, paruh_waktu, kedudukan_hukum, tanggal_lahir,"
            " jenis_kelamin, pendidikan, surel_dinas, atasan_ditetapkan, atasan_alasan,"
            " sumber, versi)"
            " SELECT '19900101201501' || lpad(n::text, 4, '0'), 'Pegawai ' || n, '', '',"
            " 'PNS', false, 'AKTIF', date '1990-01-01', 'L', '', '', false, '', '', 1"
            " FROM generate_series(1, %s) n",
            [jumlah],
        )


def test_sediakan_akun_7000_satu_pernyataan_tanpa_sidik():
    _banyak_pegawai(7000)

    with CaptureQueriesContext(connection) as kueri:
        mulai = time.perf_counter()
        jumlah = sediakan_akun()
        lama = time.perf_counter() - mulai

    sandi = Pengguna.objects.values_list("password", flat=True)
    assert jumlah == 7000
    assert len([k for k in kueri if "INSERT INTO dasar_pengguna" in k["sql"]]) == 1
    assert len(kueri) <= 5  # with its savepoint and the planner's setting
    assert all(s.startswith("!") for s in sandi)
    assert len(set(sandi)) == 7000
    assert lama < 10  # 0.5 s on a quiet machine; hashing would take minutes


def test_sediakan_akun_bernama_nip_dan_tanpa_sandi():
    pegawai = PegawaiFactory(pengguna=None)

    jumlah = sediakan_akun(daftar_pegawai=[pegawai.pk])

    pegawai.refresh_from_db()
    assert jumlah == 1
    assert pegawai.pengguna.nama_akun == pegawai.nip
    assert not pegawai.pengguna.has_usable_password()
    assert pegawai.pengguna.is_active


def test_sediakan_akun_dua_kali_tidak_mengubah_apa_pun():
    pegawai = PegawaiFactory(pengguna=None)
    sediakan_akun()
    akun = Pegawai.objects.get(pk=pegawai.pk).pengguna_id

    jumlah = sediakan_akun()

    assert jumlah == 0
    assert Pegawai.objects.get(pk=pegawai.pk).pengguna_id == akun


def test_sediakan_akun_hanya_yang_diminta_dan_masih_bekerja():
    diminta = PegawaiFactory(pengguna=None)
    lain = PegawaiFactory(pengguna=None)
    pensiun = PegawaiFactory(pengguna=None, kedudukan_hukum="PENSIUN")

    jumlah = sediakan_akun(daftar_pegawai=[diminta, pensiun])

    tanpa = Pegawai.objects.filter(pengguna=None).order_by("pk")
    assert jumlah == 1
    assert list(tanpa) == [lain, pensiun]


def test_sediakan_akun_memakai_lagi_akun_tertinggal_bernomor_sama():
    pegawai = PegawaiFactory(pengguna=None)
    tertinggal = PenggunaFactory(nama_akun=pegawai.nip)

    jumlah = sediakan_akun()

    pegawai.refresh_from_db()
    assert jumlah == 1
    assert pegawai.pengguna == tertinggal


def test_sediakan_akun_tidak_mengambil_akun_orang_lain():
    pemilik = PegawaiFactory()
    pegawai = PegawaiFactory(pengguna=None)
    Pengguna.objects.filter(pk=pemilik.pengguna_id).update(nama_akun=pegawai.nip)

    jumlah = sediakan_akun()

    pegawai.refresh_from_db()
    assert jumlah == 0
    assert pegawai.pengguna is None


def _ganti_nip(pegawai):
    Pegawai.objects.filter(pk=pegawai.pk).update(nip=NOMOR_BARU)


def _coba_masuk(client, nama):
    return client.post(
        reverse("account_login"), {"login": nama, "password": "kuda-laut-di-teras-7"}
    )


def test_ikuti_nomor_masuk_dengan_nomor_baru_saja(client):
    pegawai = PegawaiFactory()
    pegawai.pengguna.set_password("kuda-laut-di-teras-7")
    pegawai.pengguna.save()
    _ganti_nip(pegawai)

    jumlah = ikuti_nomor(daftar_pegawai=[pegawai.pk])

    assert jumlah == 1
    assert _coba_masuk(client, pegawai.nip).status_code == 200
    assert _coba_masuk(client, NOMOR_BARU).status_code == 302


def test_ikuti_nomor_mengakhiri_sesi_dan_token(client):
    pegawai = PegawaiFactory()
    token = TokenApi.objects.create(
        pengguna=pegawai.pengguna,
        nama="Lembar kerja",
        sidik="a" * 64,
        berlaku_sampai=timezone.localdate() + timedelta(days=30),
    )
    client.force_login(pegawai.pengguna)
    assert client.get(reverse("dasar:pemberitahuan-daftar")).status_code == 200
    _ganti_nip(pegawai)

    ikuti_nomor(daftar_pegawai=[pegawai])

    token.refresh_from_db()
    assert token.dicabut_pada is not None
    assert client.get(reverse("dasar:pemberitahuan-daftar")).status_code == 302


def test_ikuti_nomor_dua_kali_tidak_mengubah_apa_pun(client):
    pegawai = PegawaiFactory()
    _ganti_nip(pegawai)
    ikuti_nomor(daftar_pegawai=[pegawai.pk])
    client.force_login(Pengguna.objects.get(pk=pegawai.pengguna_id))

    jumlah = ikuti_nomor(daftar_pegawai=[pegawai.pk])

    assert jumlah == 0
    assert client.get(reverse("dasar:pemberitahuan-daftar")).status_code == 200


def test_ikuti_nomor_membiarkan_nama_sendiri_dan_orang_lain():
    bernama = PegawaiFactory(pengguna=PenggunaFactory(nama_akun="analis"))
    lain = PegawaiFactory()
    Pegawai.objects.filter(pk=bernama.pk).update(nip=NOMOR_BARU)

    jumlah = ikuti_nomor(daftar_pegawai=[bernama, lain])

    nama = Pengguna.objects.filter(pegawai__in=[bernama, lain]).order_by("pk")
    assert jumlah == 0
    assert {a.nama_akun for a in nama} == {"analis", lain.nip}
