"""Dictionary and standards."""

import pytest
from django.urls import reverse

from pegawai.models import LevelKompetensi, Peran, StandarKompetensi
from tests.pabrik.pegawai import (
    JabatanFactory,
    KompetensiFactory,
    PegawaiFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
    akun_berperan,
    lengkapi_standar,
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
    assert "Kementerian PANRB" in teks


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
    berlubang = client.post(url("standar-terbitkan", draf), follow=True)
    lengkapi_standar(draf)
    client.post(url("standar-terbitkan", draf))

    assert "Standar belum dapat diterbitkan" in berlubang.text
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


def test_ubah_draf_menyimpan_syarat_dan_menolak_tanda_yang_kosong(client, analis):
    standar = lengkapi_standar(StandarButirFactory(standar__status="DRAF").standar)
    client.force_login(analis)
    alamat = url("standar-ubah", standar)
    isi = {
        "edisi": "2025",
        "nomor_keputusan": "061/1/2025",
        "berlaku_mulai": "01-01-2025",
        "ikhtisar": "Melayani warga.",
        "syarat_PENGALAMAN_1": "Dua tahun",
        "versi": "1",
    }

    tanpa_tanda = client.post(alamat, isi)
    lengkap = client.post(alamat, isi | {"tanda_PENGALAMAN_1": "MUTLAK"})

    assert "Pilih mutlak, penting, atau perlu." in tanpa_tanda.text
    assert "Dua tahun" in tanpa_tanda.text
    assert lengkap.status_code == 302
    assert standar.syarat.get().get_tanda_display() == "Mutlak"


def test_ubah_draf_menambah_kompetensi_teknis(client, analis):
    butir = StandarButirFactory(standar__status="DRAF")
    teknis = KompetensiFactory(jenis="TEKNIS")
    client.force_login(analis)
    isi = {
        "edisi": "2025",
        "nomor_keputusan": "1",
        "berlaku_mulai": "01-01-2025",
        f"level_{butir.kompetensi.uid}": "3",
        "teknis_1": str(teknis.uid),
        "versi": "1",
    }

    tanpa_level = client.post(url("standar-ubah", butir.standar), isi)
    client.post(url("standar-ubah", butir.standar), isi | {"teknis_1_level": "2"})

    assert "Pilih tingkatnya." in tanpa_level.text
    assert dict(butir.standar.butir.values_list("kompetensi", "level")) == {
        butir.kompetensi_id: 3,
        teknis.pk: 2,
    }


def test_banding_menyebut_yang_naik_yang_tambah_dan_yang_terdampak(client, analis):
    lama = StandarButirFactory(level=2)
    draf = StandarKompetensiFactory(
        jabatan=lama.standar.jabatan, status="DRAF", berlaku_mulai="2026-01-01"
    )
    StandarButirFactory(standar=draf, kompetensi=lama.kompetensi, level=4)
    tambah = StandarButirFactory(standar=draf, level=1)
    PegawaiFactory(jabatan=draf.jabatan)
    client.force_login(analis)

    respons = client.get(url("standar-banding", draf))

    assert [tuple(u) for u in respons.context["beda"].kompetensi] == [
        (lama.kompetensi.nama, "2 – Dasar", "4 – Mumpuni"),
        (tambah.kompetensi.nama, "", "1 – Paham"),
    ]
    assert respons.context["terdampak"] == 1
    assert "Yang masih kurang" in respons.text


def test_pdf_standar_memuat_dokumen(client):
    standar = lengkapi_standar(StandarButirFactory(standar__status="DRAF").standar)
    standar.syarat.create(jenis="PENGALAMAN", uraian="Dua #tahun* [x]", tanda="PERLU")
    StandarKompetensi.objects.filter(pk=standar.pk).update(status="TERBIT")
    client.force_login(PegawaiFactory().pengguna)

    respons = client.get(url("standar-pdf", standar))

    assert respons["Content-Type"] == "application/pdf"
    assert respons.content.startswith(b"%PDF-")


@pytest.mark.parametrize("halaman", ["standar-rinci", "standar-banding"])
def test_halaman_standar_jumlah_kueri_tetap(client, analis, halaman, kueri_tetap):
    standar = StandarKompetensiFactory(status="DRAF")
    client.force_login(analis)

    kueri_tetap(
        lambda n: StandarButirFactory.create_batch(n, standar=standar),
        url(halaman, standar),
    )


def test_matriks_menyebut_tingkat_edisi_dan_yang_tanpa_standar(client, analis):
    butir = StandarButirFactory(level=4)
    teknis = StandarButirFactory(
        standar=butir.standar, kompetensi__jenis="TEKNIS", level=2
    )
    kosong = JabatanFactory(nama="Zz tanpa standar")
    client.force_login(analis)

    respons = client.get("/standar/matriks/")

    baris = {b.jabatan.pk: b for b in respons.context["matriks"].baris}
    ada = baris[butir.standar.jabatan_id]
    assert ada.tingkat == [(butir.kompetensi.nama, 4)]
    assert ada.teknis == [(teknis.kompetensi.nama, 2)]
    assert ada.standar == butir.standar
    assert baris[kosong.pk].standar is None
    assert "Tanpa standar" in respons.text


def test_matriks_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    kueri_tetap(StandarButirFactory.create_batch, "/standar/matriks/")


def test_daftar_menyebut_jumlah_jabatan_tanpa_standar(client, analis):
    StandarButirFactory()
    JabatanFactory()
    client.force_login(analis)

    teks = client.get("/standar/").text

    assert "Jabatan tanpa standar (1)" in teks
    assert len(client.get("/jabatan/?tanpa=standar").context["halaman"]) == 1


def test_penyunting_yang_juga_admin_diberi_tahu_menunggu_orang_kedua(client, admin):
    lain = akun_berperan(Peran.ADMIN)
    butir = StandarButirFactory(standar__status="DRAF", standar__disusun_oleh=admin)
    draf = lengkapi_standar(butir.standar)
    StandarKompetensi.objects.filter(pk=draf.pk).update(disusun_oleh=None)

    def laman(akun):
        client.force_login(akun)
        return client.get(url("standar-banding", draf)).text

    penyunting, orang_lain = laman(admin), laman(lain)

    assert "Menunggu orang kedua" in penyunting
    assert url("standar-terbitkan", draf) not in penyunting
    assert "Menunggu orang kedua" not in orang_lain
    assert url("standar-terbitkan", draf) in orang_lain
    assert f"disusun oleh {admin}" in client.get(draf.get_absolute_url()).text
