"""Editions of dictionaries and standards over the API: what they say, who sees a draft."""

import pytest
from django.urls import reverse

from pegawai.models import StandarSyarat
from tests.pabrik.pegawai import (
    EdisiKamusFactory,
    KamusFactory,
    PegawaiFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
    UnitKerjaFactory,
    lengkapi_standar,
)

API = "/api/v1"
RUMUSAN = {
    "kode": "T.01",
    "nama": "Arsip",
    "jenis": "TEKNIS",
    "definisi": "Menata arsip.",
    "terkait": ["T.02"],
    "level": {
        "2": {"uraian": "menata", "indikator": "rapi"},
        "1": {"uraian": "tahu", "indikator": ""},
    },
    "versi": 3,
}


def _kamus(jumlah):
    for n in range(jumlah):
        KamusFactory(nama=f"Kamus {n} {jumlah}")


def _edisi(jumlah):
    for n in range(jumlah):
        EdisiKamusFactory(kamus=KamusFactory(nama=f"Kamus {n} {jumlah}"))


@pytest.mark.parametrize(
    ("buat", "alamat"), [(_kamus, "kamus"), (_edisi, "edisi-kamus")]
)
def test_daftar_kamus_dan_edisi_jumlah_kueri_tetap(
    client, analis, kueri_tetap, buat, alamat
):
    client.force_login(analis)

    assert len(kueri_tetap(buat, f"{API}/{alamat}/").json()["hasil"]) == 3


def test_kamus_menyebut_pemilik_dan_jumlahnya(client, analis):
    unit = UnitKerjaFactory(nama="Dinas A")
    kamus = KamusFactory(nama="Arsip", kode="ARSIP", instansi="", unit_kerja=unit)
    client.force_login(analis)

    isi = client.get(reverse("pegawai:api-kamus-rinci", kwargs={"uid": kamus.uid}))

    assert isi.json() == {
        "uid": str(kamus.uid),
        "nama": "Arsip",
        "kode": "ARSIP",
        "unit_kerja": {"uid": str(unit.uid), "nama": "Dinas A"},
        "instansi": "",
        "urusan": "",
        "jumlah_kompetensi": 0,
    }


def test_edisi_kamus_memuat_rumusannya(client, analis):
    edisi = EdisiKamusFactory(isi=[RUMUSAN], status="TERBIT")
    client.force_login(analis)

    isi = client.get(f"{API}/edisi-kamus/{edisi.uid}/").json()

    assert isi["kamus"]["uid"] == str(edisi.kamus.uid)
    assert isi["isi"] == [
        {
            "kode": "T.01",
            "nama": "Arsip",
            "jenis": "TEKNIS",
            "definisi": "Menata arsip.",
            "terkait": ["T.02"],
            "level": [
                {"level": 1, "uraian": "tahu", "indikator_perilaku": ""},
                {"level": 2, "uraian": "menata", "indikator_perilaku": "rapi"},
            ],
        }
    ]


def test_draf_edisi_kamus_hanya_untuk_penyusun(client, analis):
    draf, terbit = EdisiKamusFactory(), EdisiKamusFactory(status="TERBIT")

    def uid(pengguna, **kueri):
        client.force_login(pengguna)
        hasil = client.get(f"{API}/edisi-kamus/", kueri).json()["hasil"]
        return {e["uid"] for e in hasil}

    orang = PegawaiFactory().pengguna
    assert uid(analis) == {str(draf.uid), str(terbit.uid)}
    assert uid(analis, status="DRAF") == {str(draf.uid)}
    assert uid(orang) == {str(terbit.uid)}
    assert client.get(f"{API}/edisi-kamus/{draf.uid}/").status_code == 404


def test_edisi_kamus_menurut_kamus_berhalaman_dan_saringan_keliru(client, analis):
    kamus = KamusFactory(nama="Arsip")
    milik = EdisiKamusFactory.create_batch(3, kamus=kamus, status="TERBIT")
    EdisiKamusFactory(status="TERBIT")
    client.force_login(analis)

    satu = client.get(f"{API}/edisi-kamus/", {"kamus": str(kamus.uid), "ukuran": 2})
    dua = client.get(satu.json()["berikutnya"]).json()

    uid = [e["uid"] for e in satu.json()["hasil"] + dua["hasil"]]
    assert set(uid) == {str(e.uid) for e in milik}
    assert len(uid) == 3
    for keliru in ({"kamus": "bukan"}, {"status": "X"}, {"urut": "umur"}):
        assert client.get(f"{API}/edisi-kamus/", keliru).status_code == 400


def test_standar_memuat_seluruh_dokumennya(client, analis):
    butir = StandarButirFactory(standar__status="DRAF")
    standar = lengkapi_standar(butir.standar)
    StandarSyarat.objects.create(
        standar=standar, jenis="PENGALAMAN", uraian="Dua tahun", tanda="PENTING"
    )
    client.force_login(analis)

    isi = client.get(f"{API}/standar/{standar.uid}/").json()

    assert isi["ikhtisar"] == "Melayani warga."
    assert (isi["golongan_minimum"], isi["pendidikan_minimum"]) == (
        "III/a",
        "S-1/Sarjana",
    )
    assert isi["syarat"] == [
        {"jenis": "PENGALAMAN", "uraian": "Dua tahun", "tanda": "PENTING"}
    ]
    kosong = StandarKompetensiFactory()
    isi = client.get(f"{API}/standar/{kosong.uid}/").json()
    assert (isi["golongan_minimum"], isi["syarat"]) == (None, [])
