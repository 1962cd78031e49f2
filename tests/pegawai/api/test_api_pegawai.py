"""The API of people and of the dictionary."""

from pegawai.models import LevelKompetensi, Peran
from tests.pabrik.pegawai import (
    KompetensiFactory,
    PegawaiFactory,
    akun_berperan,
)

DAFTAR = "/api/v1/pegawai/"
PRIBADI = {"tanggal_lahir", "jenis_kelamin", "surel_dinas"}


def test_daftar_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(PegawaiFactory.create_batch, DAFTAR)

    assert len(respons.json()["hasil"]) == 3


def test_kompetensi_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(KompetensiFactory.create_batch, "/api/v1/kompetensi/")

    assert len(respons.json()["hasil"]) == 3


def test_rinci_menamai_setiap_medan(client, analis):
    atasan = PegawaiFactory(nama="Atasan")
    pegawai = PegawaiFactory(nama="Maria", atasan=atasan)
    client.force_login(analis)

    isi = client.get(f"{DAFTAR}{pegawai.uid}/").json()

    assert isi == {
        "uid": str(pegawai.uid),
        "nip": pegawai.nip,
        "nama": "Maria",
        "gelar_depan": "",
        "gelar_belakang": "",
        "jenis_kepegawaian": "PNS",
        "paruh_waktu": False,
        "kedudukan_hukum": "AKTIF",
        "golongan": "III/a",
        "jabatan": {
            "uid": str(pegawai.jabatan.uid),
            "nama": pegawai.jabatan.nama,
            "jenjang": "PELAKSANA",
        },
        "tmt_jabatan": "2021-01-01",
        "unit_kerja": {
            "uid": str(pegawai.unit_kerja.uid),
            "nama": pegawai.unit_kerja.nama,
        },
        "atasan": {"uid": str(atasan.uid), "nama": "Atasan"},
        "tanggal_lahir": "1990-01-01",
        "jenis_kelamin": "L",
        "surel_dinas": "",
    }


def test_data_pribadi_tidak_untuk_atasan_kecuali_miliknya(client):
    atasan = PegawaiFactory()
    bawahan = PegawaiFactory(atasan=atasan)
    client.force_login(atasan.pengguna)

    hasil = {b["uid"]: b for b in client.get(DAFTAR).json()["hasil"]}

    assert not PRIBADI & set(hasil[str(bawahan.uid)])
    assert set(hasil[str(atasan.uid)]) >= PRIBADI


def test_cakupan_dan_saringan(client):
    dalam = PegawaiFactory(nama="Yublina", jenis_kepegawaian="PPPK")
    PegawaiFactory(nama="Yublina")
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=dalam.unit_kerja))

    def uid(**kueri):
        return [b["uid"] for b in client.get(DAFTAR, kueri).json()["hasil"]]

    assert uid(cari="yubilna") == uid(jenis="PPPK") == [str(dalam.uid)]
    assert uid(jenis="PNS") == []


def test_saringan_salah_400(client, analis):
    client.force_login(analis)

    respons = client.get(DAFTAR, {"jenis": "XX"})

    assert respons.status_code == 400
    assert "jenis" in respons.json()["rinci"]


def test_pegawai_tanpa_jabatan_unit_dan_atasan(client, analis):
    pegawai = PegawaiFactory(jabatan=None, unit_kerja=None, golongan=None)
    client.force_login(analis)

    isi = client.get(f"{DAFTAR}{pegawai.uid}/").json()

    kosong = {n: isi[n] for n in ("jabatan", "unit_kerja", "atasan", "golongan")}
    assert set(kosong.values()) == {None}


def test_kompetensi_daftar_dan_rinci(client, analis):
    kompetensi = KompetensiFactory(nama="Integritas")
    KompetensiFactory(nama="Lain")
    LevelKompetensi.objects.create(kompetensi=kompetensi, level=2, uraian="u")
    client.force_login(analis)

    daftar = client.get("/api/v1/kompetensi/", {"cari": "integ"}).json()["hasil"]
    rinci = client.get(f"/api/v1/kompetensi/{kompetensi.uid}/").json()

    assert [b["nama"] for b in daftar] == ["Integritas"]
    assert rinci["level"] == [{"level": 2, "uraian": "u", "indikator_perilaku": ""}]
