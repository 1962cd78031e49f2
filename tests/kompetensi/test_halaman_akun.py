"""django-allauth's pages come in our look and our words."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.pabrik.pegawai import PenggunaFactory

SANDI = "empat kata yang panjang"
INGGRIS = re.compile(
    r"\b(Sign|Password|Email|Authenticator|Recovery|Security|Sessions?|Your|Please)\b"
)


@pytest.fixture
def masuk(client):
    pengguna = PenggunaFactory()
    pengguna.set_password(SANDI)
    pengguna.save()
    client.post(
        reverse("account_login"), {"login": pengguna.nama_akun, "password": SANDI}
    )
    client.post(reverse("account_reauthenticate"), {"password": SANDI})
    return pengguna


def teks(respons):
    isi = respons.content.decode()
    return re.sub(r"<[^>]+>", " ", isi.split("<body", 1)[1])


@pytest.mark.parametrize(
    "nama",
    [
        "account_logout",
        "account_change_password",
        "account_email",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "usersessions_list",
    ],
)
def test_halaman_akun_berbahasa_indonesia(client, masuk, nama):
    respons = client.get(reverse(nama))

    assert respons.status_code == 200
    assert 'class="lompat"' in respons.content.decode()
    assert INGGRIS.search(teks(respons).replace("Email", "")) is None


@pytest.mark.parametrize(
    "nama",
    [
        "account_login",
        "account_signup",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
    ],
)
def test_halaman_tamu_berbahasa_indonesia(client, nama):
    respons = client.get(reverse(nama))

    assert respons.status_code == 200
    assert INGGRIS.search(teks(respons)) is None


def test_pasang_aplikasi_autentikator_menampilkan_qr(client, masuk):
    respons = client.get(reverse("mfa_activate_totp"))

    assert 'class="qr"' in respons.content.decode()


def test_lupa_kata_sandi_mengirim_surel_berbahasa_indonesia(client):
    pengguna = PenggunaFactory()
    pengguna.set_password(SANDI)
    pengguna.save()

    client.post(reverse("account_reset_password"), {"email": pengguna.surel})

    assert len(mail.outbox) == 1
    assert "Buat kata sandi baru" in mail.outbox[0].subject
    assert "hanya dapat dipakai satu kali" in mail.outbox[0].body


def test_lupa_kata_sandi_alamat_tak_dikenal_menjawab_sama(client):
    respons = client.post(
        reverse("account_reset_password"), {"email": "bukan@contoh.go.id"}, follow=True
    )

    assert "Periksa surel Anda" in respons.content.decode()


def test_tautan_kata_sandi_rusak_menjelaskan(client):
    respons = client.get(
        reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "a-b"})
    )

    assert "Tautan ini tidak berlaku" in respons.content.decode()


def test_ubah_kata_sandi_salah_menyebut_sebabnya(client, masuk):
    respons = client.post(
        reverse("account_change_password"),
        {"oldpassword": "bukan", "password1": "pendek", "password2": "beda"},
    )
    isi = respons.content.decode()

    assert "Ada masalah" in isi
    assert INGGRIS.search(teks(respons)) is None


def test_masuk_tidak_meninggalkan_pesan(client, masuk):
    respons = client.get(reverse("beranda"))

    assert "pesan-daftar" not in respons.content.decode()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("account_change_password", {}, "Isi kata sandi sekarang."),
        ("account_change_password", {}, "Isi kata sandi baru."),
        ("account_change_password", {"oldpassword": "x"}, "sekarang tidak cocok."),
        ("account_reauthenticate", {}, "Isi kata sandi."),
        ("account_reset_password", {}, "Isi alamat surel."),
        ("account_reset_password", {"email": "bukan"}, "Tulis alamat surel lengkap"),
        ("mfa_activate_totp", {}, "Isi kode."),
    ],
)
def test_isian_yang_salah_disebut_namanya(client, masuk, nama, isi, kata):
    jawaban = client.post(reverse(nama), isi).content.decode()

    assert kata in jawaban
    assert "Bidang ini" not in jawaban


def test_ringkasan_galat_menyebut_medan_seperti_halamannya(client, masuk):
    ubah = client.post(reverse("account_change_password"), {}).content.decode()
    client.logout()
    lupa = client.post(reverse("account_reset_password"), {}).content.decode()

    assert '">Isi kata sandi sekarang.</a>' in ubah
    assert '">Isi alamat surel.</a>' in lupa
