import hashlib
from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kompetensi.masuk import KataSetempat
from pegawai.dasar.alat.nama_akun import rapikan_nama_akun
from pegawai.dasar.alat.tanggal import WITA, hari_ini
from pegawai.dasar.models import Pengguna, TokenApi
from pegawai.models import Pegawai
from pegawai.queries.peran import peran_berlaku
from pegawai.services.kedudukan import ubah_kedudukan
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory, akun_berperan

SANDI = "kuda biru makan rumput 7"


@pytest.fixture
def pengguna():
    pengguna = PenggunaFactory(nama_akun="199001012020121007", surel="a@contoh.go.id")
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def masuk(client, login, sandi=SANDI, **lain):
    return client.post(
        reverse("account_login"), {"login": login, "password": sandi}, **lain
    )


@pytest.mark.parametrize(
    "login",
    [
        "199001012020121007",
        "19900101 202012 1 007",
        "19900101\u00a0202012\u00a01\u00a0007",
        "A@CONTOH.go.id",
    ],
)
def test_masuk_dengan_nip_berspasi_atau_surel(client, pengguna, login):
    jawaban = masuk(client, login)

    assert (jawaban.status_code, jawaban["Location"]) == (302, "/")


def test_asn_tanpa_surel_dapat_masuk(client):
    pegawai = PegawaiFactory(pengguna__surel="")
    pegawai.pengguna.set_password(SANDI)
    pegawai.pengguna.save()

    assert masuk(client, pegawai.nip).status_code == 302


@pytest.mark.parametrize("ditutup", [True, False])
def test_masuk_sesudah_pensiun_ditolak_dengan_sebabnya(client, analis, ditutup):
    """AK-7; also when the account was left open. The same sign-in worked before."""
    pegawai = PegawaiFactory()
    pegawai.pengguna.set_password(SANDI)
    pegawai.pengguna.save()
    semula = masuk(client, pegawai.nip)["Location"]
    halaman = client.get("/saya/data/").status_code
    if ditutup:
        ubah_kedudukan(
            pegawai=pegawai,
            kedudukan_hukum="PENSIUN",
            tmt=hari_ini(),
            nomor_sk="1",
            oleh=analis,
        )
    else:
        Pegawai.objects.filter(pk=pegawai.pk).update(kedudukan_hukum="PENSIUN")

    berikut = client.get("/saya/data/").status_code
    lagi = Client()
    jawaban = masuk(lagi, pegawai.nip)
    salah = masuk(Client(), pegawai.nip, "bukan sandi")

    assert (semula, halaman) == ("/", 200)
    assert berikut in {302, 403}
    assert jawaban["Location"] == reverse("account_inactive")
    assert "pensiun, pindah instansi" in lagi.get(jawaban["Location"]).text
    assert "_auth_user_id" not in lagi.session
    assert "ditutup" not in salah.text


@pytest.mark.parametrize(
    ("kedudukan", "peran_kemarin", "peran_hari_ini"),
    [
        ("PENSIUN", {"ASN", "ANALIS"}, set()),
        ("CLTN", {"ASN", "ANALIS"}, {"ASN", "ANALIS"}),
    ],
)
def test_hak_berakhir_pukul_nol_pada_tmt_walau_tugas_malam_belum_jalan(
    analis, kedudukan, peran_kemarin, peran_hari_ini
):
    """AK-7: rights end with the day, the status with the job."""
    pegawai = PegawaiFactory(pengguna=analis)
    analis.set_password(SANDI)
    analis.save()
    tmt = hari_ini() + timedelta(days=3)
    ubah_kedudukan(
        pegawai=pegawai, kedudukan_hukum=kedudukan, tmt=tmt, nomor_sk="1", oleh=None
    )

    hasil = {}
    for nama, detik in (("kemarin", -1), ("hari_ini", 0)):
        saat = datetime.combine(tmt, time(), WITA) + timedelta(seconds=detik)
        with time_machine.travel(saat, tick=False):
            akun = Pengguna.objects.get(pk=analis.pk)
            tujuan = masuk(Client(), analis.nama_akun)["Location"]
            hasil[nama] = (
                set(peran_berlaku(akun)),
                tujuan != reverse("account_inactive"),
            )

    assert hasil["kemarin"] == (peran_kemarin, True)
    assert hasil["hari_ini"] == (peran_hari_ini, bool(peran_hari_ini))


@pytest.mark.parametrize(
    ("login", "sandi"), [("199001012020121007", "salah"), ("x", SANDI)]
)
def test_masuk_salah_satu_pesan_untuk_semua_sebab(client, pengguna, login, sandi):
    jawaban = masuk(client, login, sandi)

    assert jawaban.status_code == 200
    assert "NIP atau kata sandi tidak cocok." in jawaban.content.decode()
    assert login in jawaban.content.decode()


def test_percobaan_keenam_ditunda_tetapi_tempat_lain_tetap_bisa(client, pengguna):
    for _ in range(6):
        masuk(client, pengguna.nama_akun, "salah")

    ditunda = masuk(client, pengguna.nama_akun)
    tempat_lain = masuk(Client(REMOTE_ADDR="10.1.1.2"), pengguna.nama_akun)

    assert "Terlalu banyak percobaan" in ditunda.content.decode()
    assert tempat_lain.status_code == 302


def test_tunda_berakhir_tanpa_kunci_tetap(client, pengguna):
    for _ in range(6):
        masuk(client, pengguna.nama_akun, "salah")

    with time_machine.travel(timezone.now() + timedelta(minutes=6), tick=False):
        jawaban = masuk(client, pengguna.nama_akun)

    assert jawaban.status_code == 302


def test_pendaftaran_tertutup(client):
    isi = client.get(reverse("account_signup")).content.decode()

    assert "password1" not in isi


@pytest.mark.parametrize(
    "sandi", ["kupangkupangkupang", "bkpsdm12bkpsdm12", "123412341234123"]
)
def test_kata_setempat_ditolak(sandi):
    with pytest.raises(ValidationError):
        KataSetempat().validate(sandi)


def test_kata_sandi_berkata_kata_diterima():
    KataSetempat().validate(SANDI)


def test_rapikan_nama_akun_tidak_merusak_surel():
    assert rapikan_nama_akun(" budi-2@contoh.go.id ") == "budi-2@contoh.go.id"


def test_peran_luas_tanpa_faktor_kedua_hanya_melihat_pendaftarannya(client, settings):
    settings.WAJIB_FAKTOR_KEDUA = True
    client.force_login(akun_berperan("ANALIS"))

    jawaban = client.get("/")

    assert (jawaban.status_code, jawaban["Location"]) == (302, reverse("mfa_index"))


def test_asn_tidak_diminta_faktor_kedua(client, settings, referensi):
    settings.WAJIB_FAKTOR_KEDUA = True
    client.force_login(PegawaiFactory().pengguna)

    assert client.get("/").status_code == 200


def test_token_api_sah_dan_setelah_dicabut(client, pengguna):
    teks = "kpg_rahasia"
    token = TokenApi.objects.create(
        pengguna=pengguna,
        nama="uji",
        sidik=hashlib.sha256(teks.encode()).hexdigest(),
        berlaku_sampai=date(2099, 1, 1),
    )
    kepala = {"HTTP_AUTHORIZATION": f"Bearer {teks}"}

    sah = client.get("/api/v1/skema/", **kepala).status_code
    token.dicabut_pada = timezone.now()
    token.save()
    dicabut = client.get("/api/v1/skema/", **kepala).status_code

    assert (sah != 401, dicabut) == (True, 401)
