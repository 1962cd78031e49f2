"""Pages of dictionaries and their editions."""

from datetime import date

import pytest
from django.urls import reverse

from pegawai.models import EdisiKamus, KamusKompetensi, Kompetensi
from tests.pabrik.pegawai import (
    EdisiKamusFactory,
    KamusFactory,
    KompetensiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
)

KEPALA = {
    "edisi": "2026",
    "nomor_keputusan": "061/1",
    "tanggal_keputusan": "02-01-2026",
    "berlaku_mulai": "02-01-2026",
}
BUTIR = {
    "kode": "T.01",
    "nama": "Arsip",
    "jenis": "TEKNIS",
    "definisi": "d",
    "versi": "0",
} | {f"uraian_{n}": f"uraian ke-{n}" for n in range(1, 6)}


def url(nama, benda):
    return reverse(f"pegawai:{nama}", kwargs={"uid": benda.uid})


def test_daftar_kamus_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    def buat(n):
        for _ in range(n):
            KompetensiFactory(kamus__nama=f"K{KamusKompetensi.objects.count()}")

    respons = kueri_tetap(buat, "/kamus/")

    assert [k.jumlah for k in respons.context["halaman"]] == [1, 1, 1]


@pytest.mark.parametrize("halaman", ["kamus-rinci", "edisi-kamus-rinci"])
def test_rinci_jumlah_kueri_tetap(client, analis, halaman, kueri_tetap):
    edisi = EdisiKamusFactory()
    benda = edisi.kamus if halaman == "kamus-rinci" else edisi
    client.force_login(analis)

    kueri_tetap(
        lambda n: KompetensiFactory.create_batch(n, kamus=edisi.kamus),
        url(halaman, benda),
    )


def test_dari_kamus_baru_ke_edisi_terbit(client, analis, admin):
    unit = UnitKerjaFactory(nama="Dinas Kearsipan")
    client.force_login(analis)

    client.post("/kamus/buat/", {"nama": "Arsip", "kode": "arsip", "unit": unit.uid})
    kamus = KamusKompetensi.objects.get(nama="Arsip")
    client.post(url("kamus-edisi-baru", kamus), KEPALA)
    edisi = kamus.daftar_edisi.get()
    client.post(url("edisi-kamus-butir", edisi), BUTIR)
    sendiri = client.post(url("edisi-kamus-terbitkan", edisi))
    client.force_login(admin)
    client.post(url("edisi-kamus-terbitkan", edisi))

    edisi.refresh_from_db()
    assert sendiri.status_code == 403
    assert (kamus.pemilik, edisi.status) == ("Dinas Kearsipan", "TERBIT")
    assert Kompetensi.objects.get(kamus=kamus).level.count() == 5


def test_pemilik_harus_satu(client, analis):
    unit = UnitKerjaFactory()
    client.force_login(analis)
    isi = {"nama": "Arsip", "kode": "arsip"}

    tanpa = client.post("/kamus/buat/", isi)
    dua = client.post("/kamus/buat/", isi | {"unit": unit.uid, "instansi": "ANRI"})

    assert ["Isi salah satu" in r.text for r in (tanpa, dua)] == [True, True]
    assert not KamusKompetensi.objects.filter(nama="Arsip").exists()


def test_butir_bentrok_lalu_indikator_tanpa_uraian_disebut(client, analis):
    edisi = EdisiKamusFactory()
    client.force_login(analis)
    alamat = url("edisi-kamus-butir", edisi)
    client.post(alamat, BUTIR)
    ubah = BUTIR | {"versi": "1"}

    pertama = client.post(f"{alamat}?kode=T.01", ubah | {"definisi": "baru"})
    kedua = client.post(f"{alamat}?kode=T.01", ubah | {"definisi": "orang kedua"})
    tanpa = client.post(
        f"{alamat}?kode=T.01",
        ubah | {"versi": "2", "uraian_2": "", "indikator_2": "2.1 tertib"},
    )

    assert (pertama.status_code, kedua.status_code) == (302, 409)
    assert [tuple(b) for b in kedua.context["baris"]] == [
        ("Definisi", "orang kedua", "baru")
    ]
    assert "Isi uraiannya juga" in tanpa.text
    assert "2.1 tertib" in tanpa.text
    assert client.get(f"{alamat}?kode=tidak-ada").status_code == 404


def test_butir_dikeluarkan_dari_draf(client, analis):
    edisi = EdisiKamusFactory()
    client.force_login(analis)
    client.post(url("edisi-kamus-butir", edisi), BUTIR)

    client.post(url("edisi-kamus-butir-hapus", edisi), {"kode": "T.01"})

    edisi.refresh_from_db()
    assert edisi.isi == []


def test_kepala_edisi_bentrok(client, analis):
    edisi = EdisiKamusFactory(versi=2, berlaku_mulai=date(2026, 1, 2))
    client.force_login(analis)
    isi = KEPALA | {"edisi": "III"}

    usang = client.post(url("edisi-kamus-ubah", edisi), isi | {"versi": "1"})
    tepat = client.post(url("edisi-kamus-ubah", edisi), isi | {"versi": "2"})

    assert (usang.status_code, tepat.status_code) == (409, 302)


def test_draf_edisi_tidak_terlihat_selain_penyusun_dan_penerbit(client, analis):
    edisi = EdisiKamusFactory(edisi="Rahasia 2027")
    client.force_login(analis)
    assert "Rahasia 2027" in client.get(edisi.kamus.get_absolute_url()).text

    client.force_login(PegawaiFactory().pengguna)

    assert client.get(edisi.get_absolute_url()).status_code == 404
    assert "Rahasia 2027" not in client.get(edisi.kamus.get_absolute_url()).text


def test_ubah_pemilik_lewat_halaman_lalu_bentrok(client, analis):
    kamus = KamusFactory()
    client.force_login(analis)
    isi = {"instansi": "Badan Kepegawaian Negara", "versi": "1"}

    pertama = client.post(url("kamus-ubah", kamus), isi)
    kedua = client.post(url("kamus-ubah", kamus), isi | {"instansi": "LAN"})

    assert (pertama.status_code, kedua.status_code) == (302, 409)


def test_hapus_draf_edisi(client, analis):
    edisi = EdisiKamusFactory()
    client.force_login(analis)

    client.post(url("edisi-kamus-hapus", edisi))

    assert not EdisiKamus.objects.exists()
