"""Units, posts, standards and histories over the API; order, pages, If-None-Match."""

import pytest

from pegawai.models import JejakLihat, Peran, RiwayatGolongan
from tests.pabrik.pegawai import (
    JabatanFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
    UnitKerjaFactory,
    akun_berperan,
)

API = "/api/v1"


@pytest.mark.parametrize(
    ("buat", "alamat"),
    [
        (UnitKerjaFactory.create_batch, f"{API}/unit/?jenis=OPD"),
        (JabatanFactory.create_batch, f"{API}/jabatan/"),
        (StandarKompetensiFactory.create_batch, f"{API}/standar/"),
    ],
)
def test_daftar_jumlah_kueri_tetap(client, analis, kueri_tetap, buat, alamat):
    client.force_login(analis)

    assert len(kueri_tetap(buat, alamat).json()["hasil"]) >= 3


def test_unit_menurut_induk_dan_kata(client, analis):
    opd = UnitKerjaFactory(nama="Dinas A")
    anak = UnitKerjaFactory(nama="Bidang Arsip", jenis="BIDANG", induk=opd)
    UnitKerjaFactory(nama="Dinas Arsip")
    client.force_login(analis)

    di_bawah = client.get(f"{API}/unit/", {"di_bawah": str(opd.uid)}).json()
    kata = client.get(f"{API}/unit/", {"di_bawah": str(opd.uid), "cari": "arsip"})

    assert [u["nama"] for u in di_bawah["hasil"]] == ["Bidang Arsip", "Dinas A"]
    assert kata.json()["hasil"] == [
        {
            "uid": str(anak.uid),
            "nama": "Bidang Arsip",
            "singkatan": "",
            "kode": "",
            "jenis": "BIDANG",
            "induk": {"uid": str(opd.uid), "nama": "Dinas A"},
            "opd": {"uid": str(opd.uid), "nama": "Dinas A"},
            "berlaku_mulai": None,
            "berlaku_sampai": None,
        }
    ]


@pytest.mark.parametrize("kueri", ["di_bawah=bukan", "jenis=X", "urut=umur"])
def test_unit_saringan_keliru_dijawab_400(client, analis, kueri):
    client.force_login(analis)

    assert client.get(f"{API}/unit/?{kueri}").status_code == 400


def test_urutan_terbalik_berhalaman_dengan_kunci(client, analis):
    for nama in ("A", "B", "C"):
        UnitKerjaFactory(nama=nama)
    client.force_login(analis)

    satu = client.get(f"{API}/unit/", {"urut": "-nama", "ukuran": 2}).json()
    dua = client.get(satu["berikutnya"]).json()

    assert [u["nama"] for u in satu["hasil"] + dua["hasil"]] == ["C", "B", "A"]
    assert dua["berikutnya"] is None


def test_pegawai_urut_nip_dan_saringan_keliru(client, analis):
    for akhir in (1, 2):
        PegawaiFactory(nip=f"19800101200501100{akhir}")
    client.force_login(analis)

    hasil = client.get(f"{API}/pegawai/", {"urut": "-nip"}).json()["hasil"]

    assert [p["nip"][-1] for p in hasil] == ["2", "1"]
    assert client.get(f"{API}/pegawai/", {"urut": "umur"}).status_code == 400


def test_standar_draf_hanya_untuk_penyusun(client, analis):
    draf = StandarKompetensiFactory(status="DRAF")
    butir = StandarButirFactory(standar=draf)
    alamat = f"{API}/standar/{draf.uid}/"
    client.force_login(analis)
    isi = client.get(alamat).json()
    client.force_login(PegawaiFactory().pengguna)

    assert isi["butir"][0]["kompetensi"]["kode"] == butir.kompetensi.kode
    assert client.get(alamat).status_code == 404


def test_riwayat_lengkap_satu_orang_dan_dicatat(client, analis):
    pegawai = PegawaiFactory()
    NomorPegawaiFactory(pegawai=pegawai, nomor="199203152023212005")
    jabatan = RiwayatJabatanFactory(pegawai=pegawai)
    RiwayatGolongan.objects.create(
        pegawai=pegawai, golongan=pegawai.golongan, tmt="2020-04-01"
    )
    client.force_login(analis)

    isi = client.get(f"{API}/pegawai/{pegawai.uid}/riwayat/").json()

    assert isi["uid"] == str(pegawai.uid)
    assert "199203152023212005" in [n["nomor"] for n in isi["nomor"]]
    assert isi["jabatan"][0]["jabatan"]["nama"] == jabatan.jabatan.nama
    assert isi["golongan"][0]["golongan"] == pegawai.golongan.kode
    assert JejakLihat.objects.get().jenis == "API"


def test_riwayat_di_luar_cakupan_404(client):
    luar = PegawaiFactory()
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD))

    assert client.get(f"{API}/pegawai/{luar.uid}/riwayat/").status_code == 404


def test_if_none_match_304_sampai_isinya_berubah(client, analis):
    unit = UnitKerjaFactory(nama="Dinas A")
    client.force_login(analis)
    alamat = f"{API}/unit/{unit.uid}/"
    awal = client.get(alamat)
    kepala = {"If-None-Match": awal["ETag"]}

    sama = client.get(alamat, headers=kepala)
    type(unit).objects.filter(pk=unit.pk).update(nama="Dinas B")
    berubah = client.get(alamat, headers=kepala)

    assert (sama.status_code, sama.content) == (304, b"")
    assert berubah.json()["nama"] == "Dinas B"
    assert awal["Cache-Control"] == "private, no-cache"
