"""Dictionary and standards."""

import pytest
from django.urls import reverse

from pegawai.models import Kompetensi, LevelKompetensi, StandarKompetensi
from tests.pabrik.pegawai import (
    JabatanFactory,
    KompetensiFactory,
    PegawaiFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
)


def url(nama, benda):
    return reverse(f"pegawai:{nama}", kwargs={"uid": benda.uid})


@pytest.mark.parametrize("alamat", ["/kompetensi/", "/standar/"])
def test_daftar_jumlah_kueri_tetap(client, analis, alamat, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(StandarButirFactory.create_batch, alamat)

    assert len(respons.context["halaman"]) == 3


def test_rinci_kompetensi_menampilkan_lima_tingkat(client):
    kompetensi = KompetensiFactory()
    for level in range(1, 6):
        LevelKompetensi.objects.create(
            kompetensi=kompetensi, level=level, uraian=f"uraian ke-{level}"
        )
    client.force_login(PegawaiFactory().pengguna)

    teks = client.get(kompetensi.get_absolute_url()).text

    assert [f"uraian ke-{n}" in teks for n in range(1, 6)] == [True] * 5
    assert "Ubah rumusan" not in teks


def test_ubah_kompetensi_lewat_halaman_lalu_bentrok(client, analis):
    kompetensi = KompetensiFactory(nama="Kerjasama", definisi="lama")
    client.force_login(analis)
    alamat = url("kompetensi-ubah", kompetensi)
    isi = {"nama": "Kerja Sama", "definisi": "baru", "uraian_1": "a", "versi": "1"}

    pertama = client.post(alamat, isi)
    kedua = client.post(alamat, isi | {"definisi": "dari orang kedua"})

    kompetensi.refresh_from_db()
    assert (pertama.status_code, kedua.status_code) == (302, 409)
    assert (kompetensi.nama, kompetensi.definisi) == ("Kerja Sama", "baru")
    assert [tuple(b) for b in kedua.context["baris"]] == [
        ("Definisi", "dari orang kedua", "baru")
    ]


def test_ubah_kompetensi_indikator_tanpa_uraian_disebut(client, analis):
    kompetensi = KompetensiFactory()
    client.force_login(analis)

    respons = client.post(
        url("kompetensi-ubah", kompetensi),
        {"nama": "X", "definisi": "y", "indikator_2": "2.1 tertib", "versi": "1"},
    )

    assert respons.status_code == 200
    assert "Isi uraiannya juga" in respons.text
    assert "2.1 tertib" in respons.text


def test_buat_kompetensi_lewat_halaman(client, analis):
    client.force_login(analis)
    isi = {"kode": "t.01", "jenis": "TEKNIS", "nama": "Arsip", "definisi": "d"}

    baru = client.post("/kompetensi/buat/", isi)
    ganda = client.post("/kompetensi/buat/", isi)

    assert baru["Location"] == Kompetensi.objects.get(kode="T.01").get_absolute_url()
    assert "sudah ada di kamus" in ganda.text


def test_draf_tidak_terlihat_selain_penyusun_dan_penerbit(client, analis, admin):
    draf = StandarKompetensiFactory(status="DRAF")

    def kode(pengguna):
        client.force_login(pengguna)
        return client.get(draf.get_absolute_url()).status_code

    assert [kode(p) for p in (analis, admin)] == [200, 200]
    assert kode(PegawaiFactory().pengguna) == 404
    assert list(client.get("/standar/").context["halaman"]) == []


def test_dari_jabatan_ke_edisi_terbit(client, analis, admin):
    lama = StandarButirFactory(level=2)
    jabatan = lama.standar.jabatan
    tambah = KompetensiFactory()
    client.force_login(analis)
    kepala = {
        "edisi": "2027",
        "nomor_keputusan": "061/1",
        "berlaku_mulai": "1 Januari 2027",
    }

    respons = client.post(url("standar-buat", jabatan), kepala)
    draf = StandarKompetensi.objects.get(status="DRAF")
    form = client.get(respons["Location"]).context["form"]
    client.post(
        url("standar-ubah", draf),
        kepala
        | {
            f"level_{lama.kompetensi.uid}": "4",
            f"level_{tambah.uid}": "1",
            "versi": form["versi"].value(),
        },
    )
    client.force_login(admin)
    client.post(url("standar-terbitkan", draf))

    draf.refresh_from_db()
    assert draf.status == "TERBIT"
    assert dict(draf.butir.values_list("kompetensi", "level")) == {
        lama.kompetensi_id: 4,
        tambah.pk: 1,
    }
    assert lama.standar.butir.get().level == 2


def test_terbitkan_kosong_menyebut_sebab(client, admin):
    draf = StandarKompetensiFactory(status="DRAF", jabatan=JabatanFactory())
    client.force_login(admin)

    respons = client.post(url("standar-terbitkan", draf), follow=True)

    assert "Standar tanpa kompetensi" in respons.text


def test_ubah_draf_bentrok(client, analis):
    butir = StandarButirFactory(standar__status="DRAF", standar__versi=2, level=3)
    client.force_login(analis)

    respons = client.post(
        url("standar-ubah", butir.standar),
        {
            "edisi": "2025",
            "nomor_keputusan": "061/1/2025",
            "berlaku_mulai": "01-01-2025",
            f"level_{butir.kompetensi.uid}": "5",
            "versi": "1",
        },
    )

    assert respons.status_code == 409
    assert [tuple(b) for b in respons.context["baris"]] == [
        (butir.kompetensi.nama, "5 – Ahli", "3 – Menengah")
    ]


def test_tanggal_tidak_mungkin_disebut(client, analis):
    jabatan = JabatanFactory()
    client.force_login(analis)

    respons = client.post(
        url("standar-buat", jabatan),
        {"edisi": "2027", "nomor_keputusan": "1", "berlaku_mulai": "31-02-2027"},
    )

    assert "Tulis tanggal seperti" in respons.text
    assert "31-02-2027" in respons.text
