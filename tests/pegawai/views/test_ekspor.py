"""Export of the list: who, which rows, which columns, safe for spreadsheets, recorded."""

import time

import pytest
from django.urls import reverse

from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.models import JejakLihat, Peran
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PemberianPeranFactory,
    UnitKerjaFactory,
    akun_berperan,
)

HALAMAN = "/pegawai/ekspor/"
CSV = "/pegawai/ekspor/csv/"


def masuk(client, pengguna):
    """Signed in a moment ago, as the sign-in page writes it down."""
    client.force_login(pengguna)
    sesi = client.session
    sesi["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    sesi["account_authentication_methods_user"] = str(pengguna.pk)
    sesi.save()


def baris_csv(respons):
    isi = b"".join(respons.streaming_content)
    assert isi.startswith(b"\xef\xbb\xbf")
    return [b.split(";") for b in isi.decode("utf-8-sig").splitlines()]


def test_ekspor_csv_berisi_yang_disaring_dengan_nip_sebagai_teks(client, analis):
    pegawai = PegawaiFactory(nama="Yublina Benu", gelar_belakang="S.E.")
    PegawaiFactory(nama="Maria Seran")
    masuk(client, analis)

    respons = client.get(
        CSV, {"cari": "yublina", "kolom": ["kedudukan", "tmt_jabatan"]}
    )

    assert baris_csv(respons) == [
        ["NIP", "Nama", "Kedudukan hukum", "TMT jabatan"],
        [
            f"'{pegawai.nip}",
            "Yublina Benu, S.E.",
            "Aktif",
            pegawai.tmt_jabatan.strftime("%d-%m-%Y") if pegawai.tmt_jabatan else "",
        ],
    ]
    assert "daftar-asn-" in respons["Content-Disposition"]


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t"])
def test_ekspor_csv_rumus_tidak_dijalankan(client, analis, awal):
    PegawaiFactory(nama=f"{awal}HYPERLINK(1)")
    masuk(client, analis)

    baris = baris_csv(client.get(CSV))

    assert baris[1][1].strip('"').startswith(f"'{awal}")


def test_ekspor_hanya_unit_sendiri_dan_dicatat(client):
    dalam, luar = PegawaiFactory(), PegawaiFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=dalam.unit_kerja)
    client.force_login(pengelola)

    semua = baris_csv(client.get(CSV))
    dicentang = baris_csv(client.get(CSV, {"pilih": [str(dalam.uid), str(luar.uid)]}))

    assert (
        [b[0] for b in semua[1:]] == [b[0] for b in dicentang[1:]] == [f"'{dalam.nip}"]
    )
    jejak = JejakLihat.objects.get()
    assert (jejak.pegawai, jejak.jenis, jejak.jumlah) == (dalam, "EKSPOR", 2)


def test_ekspor_bawahan_di_luar_unit_tidak_ikut(client):
    """Seeing one's direct reports is not the right to take them out."""
    pengelola = PegawaiFactory()
    PemberianPeranFactory(
        peran=Peran.PENGELOLA_OPD,
        unit_kerja=pengelola.unit_kerja,
        pengguna=pengelola.pengguna,
    )
    PegawaiFactory(atasan=pengelola)
    client.force_login(pengelola.pengguna)

    baris = baris_csv(client.get(CSV))

    assert [b[0] for b in baris[1:]] == [f"'{pengelola.nip}"]


def test_ekspor_data_pribadi_tidak_ikut(client, analis):
    PegawaiFactory()
    masuk(client, analis)

    baris = baris_csv(client.get(CSV, {"kolom": ["lahir", "surel", "golongan"]}))

    assert baris[0] == ["NIP", "Nama", "Golongan"]


def test_ekspor_sekota_minta_sandi_lagi_dan_seunit_tidak(client, analis):
    pegawai = PegawaiFactory()
    analis.set_password("sandi")
    analis.save()
    client.force_login(analis)
    sekota = client.get(HALAMAN, {"jenis": "PNS"})
    client.force_login(
        akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=pegawai.unit_kerja)
    )
    seunit = client.get(HALAMAN)

    assert sekota["Location"].startswith(reverse("account_reauthenticate"))
    assert seunit.status_code == 200
    masuk(client, analis)
    assert client.get(HALAMAN).status_code == 200


@pytest.mark.parametrize("peran", [Peran.KEPALA_OPD, Peran.ADMIN])
def test_ekspor_tanpa_hak_ditolak(client, peran):
    unit = UnitKerjaFactory() if peran == Peran.KEPALA_OPD else None
    client.force_login(akun_berperan(peran, unit_kerja=unit))

    assert client.get(HALAMAN).status_code == client.get(CSV).status_code == 403


def test_ekspor_xlsx_menjadi_pekerjaan_dan_csv_langsung(client, analis):
    PegawaiFactory()
    masuk(client, analis)

    csv = client.post(f"{HALAMAN}?jenis=PNS", {"bentuk": "csv", "kolom": ["golongan"]})
    xlsx = client.post(f"{HALAMAN}?jenis=PNS", {"bentuk": "xlsx"})
    lagi = client.post(HALAMAN, {"bentuk": "xlsx"})

    assert csv["Location"] == f"{CSV}?jenis=PNS&kolom=golongan"
    pekerjaan = Pekerjaan.objects.get()
    assert xlsx["Location"] == pekerjaan.get_absolute_url()
    assert pekerjaan.argumen["saring"] == {"jenis": "PNS"}
    assert "sebelumnya belum selesai" in lagi.text


def test_ekspor_saringan_keliru_tidak_melebar(client, analis):
    PegawaiFactory()
    masuk(client, analis)

    halaman = client.get(HALAMAN, {"jenis": "X"})
    csv = client.get(CSV, {"jenis": "X"})

    assert halaman["Location"] == "/pegawai/?jenis=X"
    assert csv["Location"] == f"{HALAMAN}?jenis=X"


def test_ekspor_kosong_menyebut_mengapa(client, analis):
    masuk(client, analis)

    assert "Tidak ada ASN yang dapat diekspor" in client.get(HALAMAN).text


def test_daftar_kotak_pilih_hanya_untuk_yang_boleh_mengekspor(client, analis, admin):
    pegawai = PegawaiFactory()
    ada = []
    for pengguna in (analis, admin):
        client.force_login(pengguna)
        ada.append(
            f'name="pilih" value="{pegawai.uid}"' in client.get("/pegawai/").text
        )

    assert ada == [True, False]
