import uuid
from datetime import timedelta

from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pengguna, TokenApi
from tests.pabrik.pegawai import PegawaiFactory


def kirim_token(client, hari):
    sampai = hari_ini() + timedelta(days=hari)
    isian = {
        "nama": "SIMPEG",
        "lingkup": "BACA",
        "berlaku_sampai": f"{sampai:%d-%m-%Y}",
        "kunci_kirim": str(uuid.uuid4()),
    }
    return client.post(reverse("token"), isian, follow=True)


def test_buat_token_ditampilkan_sekali_dan_disimpan_tersandi(client, analis):
    client.force_login(analis)

    pertama = kirim_token(client, 30).content.decode()
    kedua = client.get(reverse("token")).content.decode()

    assert "kpg_" in pertama
    assert "kpg_" not in kedua
    assert TokenApi.objects.get(pengguna=analis).sidik not in pertama


def test_buat_token_lebih_dari_setahun_ditolak_dan_isian_tetap(client, analis):
    client.force_login(analis)

    isi = kirim_token(client, 400).content.decode()

    assert "paling lama satu tahun" in isi
    assert 'value="SIMPEG"' in isi
    assert not TokenApi.objects.exists()


def test_data_saya_menampilkan_nip_dan_atasan_kosong_dengan_jalan_keluar(client):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    isi = client.get(reverse("data-saya")).content.decode()

    assert f"{pegawai.nip[:8]} {pegawai.nip[8:14]} {pegawai.nip[14]}" in isi
    assert "Hubungi pengelola kepegawaian" in isi


def test_ganti_tema_disimpan_di_akun(client, analis):
    client.force_login(analis)

    client.post(reverse("data-saya-tema"), {"tema": "dark"})

    assert Pengguna.objects.get(pk=analis.pk).tema == "dark"
