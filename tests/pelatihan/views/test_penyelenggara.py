"""Organisers made and changed by the administrator."""

import pytest
from django.urls import reverse

from pelatihan.models import Penyelenggara
from tests.pabrik.pegawai import PegawaiFactory
from tests.pabrik.pelatihan import AnggotaPenyelenggaraFactory, PenyelenggaraFactory

BUAT = "pelatihan:penyelenggara-buat"


def test_buat_lalu_anggota_pertama_dapat_ditambahkan(client, admin):
    client.force_login(admin)
    isi = {"kode": "BPSDM-NTT", "nama": "BPSDM Provinsi", "kontak": "0380-1"}

    jawaban = client.post(reverse(BUAT), isi, follow=True)

    baru = Penyelenggara.objects.get()
    assert jawaban.redirect_chain == [(baru.get_absolute_url(), 302)]
    assert "Tambahkan anggotanya." in jawaban.content.decode()
    assert (baru.kode, baru.nama, baru.kontak, baru.aktif) == (*isi.values(), True)


@pytest.mark.parametrize(
    ("beda", "pesan"),
    [
        ({"kode": "LAMA"}, "Kode ini sudah dipakai penyelenggara lain."),
        ({"nama": "lembaga LAMA"}, "Penyelenggara dengan nama ini sudah ada."),
        ({"kode": "BPSDM NTT"}, "huruf, angka, dan tanda hubung saja."),
        ({"nama": ""}, "Isi nama."),
    ],
)
def test_buat_ditolak_tanpa_kehilangan_isian(client, admin, beda, pesan):
    PenyelenggaraFactory(kode="LAMA", nama="Lembaga Lama")
    client.force_login(admin)
    isi = {"kode": "BARU", "nama": "Lembaga Baru", "kontak": "Bagian umum"} | beda

    halaman = client.post(reverse(BUAT), isi).content.decode()

    assert pesan in halaman
    assert "Bagian umum" in halaman
    assert Penyelenggara.objects.count() == 1


def test_ubah_menonaktifkan_dan_pelatihan_baru_tidak_menawarkannya(
    client, admin, analis
):
    lama, tetap = PenyelenggaraFactory(kode="LAMA"), PenyelenggaraFactory()
    client.force_login(admin)
    alamat = reverse("pelatihan:penyelenggara-ubah", args=[lama.uid])

    client.post(alamat, {"versi": "1", "nama": "Nama Baru", "kontak": "", "kode": "X"})

    lama.refresh_from_db()
    assert (lama.nama, lama.kode, lama.aktif) == ("Nama Baru", "LAMA", False)
    assert "Tidak aktif" in client.get(lama.get_absolute_url()).content.decode()
    client.force_login(analis)
    borang = client.get(reverse("pelatihan:katalog-buat")).context["form"]
    assert list(borang.fields["penyelenggara"].queryset) == [tetap]


def test_anggota_tidak_melihat_tombol_yang_bukan_haknya(client, admin):
    anggota = AnggotaPenyelenggaraFactory()
    ubah = reverse("pelatihan:penyelenggara-ubah", args=[anggota.penyelenggara.uid])
    tombol = {}
    for siapa in (admin, anggota.pengguna):
        client.force_login(siapa)
        daftar = client.get(reverse("pelatihan:penyelenggara-daftar"))
        rinci = client.get(anggota.penyelenggara.get_absolute_url())
        tombol[siapa] = (
            reverse(BUAT) in daftar.content.decode(),
            ubah in rinci.content.decode(),
        )

    assert tombol == {admin: (True, True), anggota.pengguna: (False, False)}
    client.force_login(PegawaiFactory().pengguna)
    assert client.get(ubah).status_code == 403
