"""Pages on which dictionaries and standards go out and come in."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pegawai.models import BerkasKompetensi, EdisiKamus, StandarKompetensi
from pegawai.services.kamus_berkas import baca_xlsx, ekspor_moodle
from pegawai.services.standar_berkas import ekspor_standar
from tests.pabrik.pegawai import (
    KompetensiFactory,
    PegawaiFactory,
    StandarButirFactory,
)


def url(nama, benda):
    return reverse(f"pegawai:{nama}", kwargs={"uid": benda.uid})


def unggah(nama, isi):
    return {"berkas": SimpleUploadedFile(nama, isi)}


def test_unduh_kamus_dan_standar(client):
    kamus = StandarButirFactory().kompetensi.kamus
    client.force_login(PegawaiFactory().pengguna)

    buku = client.get(url("kamus-xlsx", kamus))
    csv = client.get(url("kamus-moodle", kamus))
    standar = client.get("/standar/xlsx/")

    assert len(baca_xlsx(io.BytesIO(buku.content))) == 1
    assert csv.text.startswith("Parent ID number,ID number,")
    assert standar.content.startswith(b"PK")


def kiriman(respons):
    """What the button of the page of differences sends."""
    return {"dilihat": re.search(r'name="dilihat" value="(\w+)"', respons.text)[1]}


def test_terapkan_setelah_draf_diubah_orang_lain_ditunda(client, analis):
    butir = StandarButirFactory(level=2)
    data = ekspor_standar()
    StandarButirFactory(
        standar__jabatan=butir.standar.jabatan,
        standar__berlaku_mulai="2025-06-01",
        kompetensi=butir.kompetensi,
        level=1,
    )
    draf = StandarButirFactory(
        standar__jabatan=butir.standar.jabatan,
        standar__status="DRAF",
        standar__berlaku_mulai="2027-01-01",
        kompetensi=butir.kompetensi,
        level=3,
    )
    client.force_login(analis)
    respons = client.post("/standar/impor/", unggah("standar.xlsx", data), follow=True)
    berkas = BerkasKompetensi.objects.get()
    terapkan = url("berkas-kompetensi-terapkan", berkas)
    lama = kiriman(respons)

    draf.level = 4  # a colleague, after the differences were shown
    draf.save()
    ditunda = client.post(terapkan, lama, follow=True)
    draf.refresh_from_db()
    di_antara = draf.level
    client.post(terapkan, kiriman(ditunda), follow=True)
    draf.refresh_from_db()

    assert "sudah diubah orang lain sejak Anda membukanya" in ditunda.text
    assert "Periksa lagi perbedaannya" in ditunda.text
    assert (di_antara, draf.level) == (4, 2)


def test_impor_kamus_dari_moodle_ke_draf(client, analis):
    kompetensi = KompetensiFactory(nama="Arsip")
    data = ekspor_moodle(kompetensi.kamus).replace("Arsip", "Arsip dinamis")
    client.force_login(analis)

    respons = client.post(
        url("kamus-impor", kompetensi.kamus),
        unggah("kerangka.csv", data.encode()),
        follow=True,
    )
    berkas = BerkasKompetensi.objects.get()
    client.post(url("berkas-kompetensi-terapkan", berkas), kiriman(respons))

    assert "1 kompetensi berbeda" in respons.text
    assert "Arsip dinamis" in respons.text
    assert EdisiKamus.objects.get().isi[0]["nama"] == "Arsip dinamis"


def test_impor_standar_yang_sama_tidak_menawarkan_apa_pun(client, analis):
    StandarButirFactory()
    client.force_login(analis)

    respons = client.post(
        "/standar/impor/", unggah("standar.xlsx", ekspor_standar()), follow=True
    )

    assert "Tidak ada yang berbeda" in respons.text
    assert "Terapkan sebagai draf" not in respons.text


def test_impor_standar_yang_berbeda_lalu_diterapkan(client, analis):
    butir = StandarButirFactory(level=2)
    data = ekspor_standar()
    StandarButirFactory(  # somebody published the next edition in between
        standar__jabatan=butir.standar.jabatan,
        standar__berlaku_mulai="2025-06-01",
        kompetensi=butir.kompetensi,
        level=3,
    )
    client.force_login(analis)

    respons = client.post("/standar/impor/", unggah("standar.xlsx", data), follow=True)
    berkas = BerkasKompetensi.objects.get()
    terapkan = url("berkas-kompetensi-terapkan", berkas)
    hasil = client.post(terapkan, kiriman(respons), follow=True)
    lagi = client.post(terapkan, kiriman(respons), follow=True)

    assert "1 standar berbeda" in respons.text
    assert "1 draf standar disusun" in hasil.text
    assert "Tidak ada draf baru: isi berkas sudah diterapkan." in lagi.text
    draf = StandarKompetensi.objects.get(status="DRAF")
    assert (draf.butir.get().level, draf.jabatan) == (2, butir.standar.jabatan)


@pytest.mark.parametrize(
    ("alamat", "nama", "isi", "kata"),
    [
        ("kamus", "a.pdf", b"x", "berakhiran .xlsx atau .csv"),
        ("kamus", "a.csv", b"x", "kosong"),
        ("kamus", "a.xlsx", b"x", "bukan buku kerja"),
        ("standar", "a.csv", b"x", "berakhiran .xlsx"),
        ("standar", "a.xlsx", b"PK\x03\x04x", "bukan buku kerja"),
    ],
)
def test_berkas_buruk_disebut_di_halaman(client, analis, alamat, nama, isi, kata):
    kamus = KompetensiFactory().kamus
    tujuan = url("kamus-impor", kamus) if alamat == "kamus" else "/standar/impor/"
    client.force_login(analis)

    respons = client.post(tujuan, unggah(nama, isi))

    assert respons.status_code == 200
    assert kata in respons.text
    assert not BerkasKompetensi.objects.exists()
