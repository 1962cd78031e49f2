"""The list of people and a person's page."""

from datetime import date, timedelta

import pghistory
import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai, Peran
from pegawai.services.atasan import ganti_atasan
from tests.pabrik.pegawai import (
    JabatanFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    PenggunaFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
    akun_berperan,
)

DAFTAR = "/pegawai/"


def test_daftar_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(PegawaiFactory.create_batch, DAFTAR)

    assert len(respons.context["halaman"]) == 3


def test_daftar_pengelola_unit_4_tidak_melihat_unit_40(client):
    kota = UnitKerjaFactory(jenis="PEMDA")
    dalam = PegawaiFactory(unit_kerja=UnitKerjaFactory(pk=900_004, induk=kota))
    luar = PegawaiFactory(unit_kerja=UnitKerjaFactory(pk=9_000_040, induk=kota))
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=dalam.unit_kerja))

    respons = client.get(DAFTAR)

    assert [b["uid"] for b in respons.context["halaman"]] == [dalam.uid]
    assert client.get(dalam.get_absolute_url()).status_code == 200
    tersembunyi = client.get(luar.get_absolute_url())
    tiada = client.get("/pegawai/00000000-0000-4000-8000-000000000000/")
    assert tersembunyi.status_code == tiada.status_code == 404


@pytest.mark.parametrize("cetak", ["", "&cetak=1"])
def test_daftar_menulis_tanda_markup_sebagai_teks(client, analis, cetak):
    jahat = "<i>{0}&'"
    PegawaiFactory(
        nama=f"A{jahat}",
        gelar_depan=f"B{jahat}",
        gelar_belakang=f"C{jahat}",
        jabatan=JabatanFactory(nama=f"D{jahat}"),
        unit_kerja=UnitKerjaFactory(nama=f"E{jahat}"),
        surel_dinas="f<i>&@contoh.go.id",
    )
    client.force_login(analis)

    isi = client.get(f"{DAFTAR}?kolom=jabatan&kolom=surel{cetak}").content.decode()

    aman = "&lt;i&gt;{0}&amp;&#x27;"
    assert "<i>" not in isi
    assert f"B{aman} A{aman}, C{aman}" in isi
    assert f"D{aman}" in isi
    assert f"E{aman}" in isi
    assert "f&lt;i&gt;&amp;@contoh.go.id" in isi


def test_daftar_htmx_hanya_tabel_kecuali_riwayat_dipulihkan(client, analis):
    PegawaiFactory(nama="Yublina")
    client.force_login(analis)

    potongan = client.get(DAFTAR, headers={"HX-Request": "true"})
    utuh = client.get(
        DAFTAR,
        headers={"HX-Request": "true", "HX-History-Restore-Request": "true"},
    )

    assert b"Yublina" in potongan.content
    assert b"<html" not in potongan.content
    assert b"<html" in utuh.content


def test_daftar_kosong_tanpa_data_dan_karena_saringan(client, analis):
    client.force_login(analis)

    tanpa_data = client.get(DAFTAR)
    karena_saringan = client.get(DAFTAR, {"jenis": "PPPK"})

    assert "Belum ada data ASN" in tanpa_data.text
    assert "Tidak ada ASN yang cocok dengan saringan ini" in karena_saringan.text


@pytest.mark.parametrize(
    "kueri",
    [
        {"unit": "bukan-uid"},
        {"unit": "00000000-0000-4000-8000-000000000000"},
        {"jenjang": "TIDAK_ADA"},
        {"jenis": "X"},
        {"cari": "x" * 500},
        {"cari": "\x00"},
        {"sesudah": "rusak"},
    ],
)
def test_daftar_saringan_aneh_dijawab_halaman(client, analis, kueri):
    PegawaiFactory()
    client.force_login(analis)

    assert client.get(DAFTAR, kueri).status_code == 200


def test_saya_menuju_lembar_sendiri(client):
    diri = PegawaiFactory()
    client.force_login(diri.pengguna)

    respons = client.get("/pegawai/saya/")

    assert respons["Location"] == diri.get_absolute_url()


def test_rinci_data_pribadi_menurut_peran(client, admin, analis):
    atasan = PegawaiFactory()
    diri = PegawaiFactory(atasan=atasan, tanggal_lahir="1987-06-12")
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=diri.unit_kerja)

    def melihat(pengguna):
        client.force_login(pengguna)
        return "12 Juni 1987" in client.get(diri.get_absolute_url()).text

    assert [melihat(p) for p in (diri.pengguna, analis, pengelola)] == [True] * 3
    assert [melihat(p) for p in (atasan.pengguna, admin)] == [False] * 2


def test_rinci_jumlah_kueri_tetap(client, analis, kueri_tetap):
    pegawai = PegawaiFactory(atasan=PegawaiFactory())
    client.force_login(analis)

    respons = kueri_tetap(
        lambda n: PegawaiFactory.create_batch(n, atasan=pegawai),
        pegawai.get_absolute_url(),
    )

    assert len(respons.context["bawahan"]) == 3


def test_riwayat_jumlah_kueri_tetap(client, analis, kueri_tetap):
    pegawai = PegawaiFactory()
    NomorPegawaiFactory(pegawai=pegawai)
    client.force_login(analis)

    respons = kueri_tetap(
        lambda n: [
            RiwayatJabatanFactory(
                pegawai=pegawai, jenis="PLT", jabatan=JabatanFactory()
            )
            for _ in range(n)
        ],
        reverse("pegawai:pegawai-riwayat", kwargs={"uid": pegawai.uid}),
    )

    assert respons.text.count("Pelaksana tugas") == 3


def test_perubahan_atasan_tidak_boleh_dan_diri_sendiri_boleh(client):
    atasan = PegawaiFactory()
    diri = PegawaiFactory(atasan=atasan)
    url = reverse("pegawai:pegawai-perubahan", kwargs={"uid": diri.uid})
    kode = []
    for pengguna in (diri.pengguna, atasan.pengguna):
        client.force_login(pengguna)
        kode.append(client.get(url).status_code)

    assert kode == [200, 403]


def test_perubahan_menampilkan_siapa_dan_apa(client, analis):
    pegawai, baru = PegawaiFactory(), PegawaiFactory(nama="Atasan Baru")
    client.force_login(analis)
    client.post(
        reverse("pegawai:atasan-ganti", kwargs={"uid": pegawai.uid}),
        {"atasan": baru.nip, "alasan": "SK 7"},
    )

    respons = client.get(
        reverse("pegawai:pegawai-perubahan", kwargs={"uid": pegawai.uid})
    )

    assert "Atasan Baru" in respons.text
    assert f"Oleh {analis.nama}" in respons.text


def test_perubahan_pengelola_dan_analis_hanya_perbuatan_sendiri(client, admin):
    """KEAMANAN C.3, audit log: own acts; the person and the administrator see all."""
    opd = UnitKerjaFactory()
    pegawai = PegawaiFactory(unit_kerja=opd)
    akun = {
        "pengelola": akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd),
        "analis": akun_berperan(Peran.ANALIS),
        "diri": pegawai.pengguna,
        "admin": admin,
    }
    for nama in ("pengelola", "analis"):
        with pghistory.context(pengguna=akun[nama].pk, url="/pegawai/x/"):
            Pegawai.objects.filter(pk=pegawai.pk).update(gelar_depan=f"{nama}.")
    url = reverse("pegawai:pegawai-perubahan", kwargs={"uid": pegawai.uid})

    tampil = {}
    for nama, pelihat in akun.items():
        client.force_login(pelihat)
        kejadian = client.get(url).context["kejadian"]
        tampil[nama] = [p.sesudah for k in kejadian for p in k.perubahan]

    assert tampil == {
        "pengelola": ["pengelola."],
        "analis": ["analis."],
        "diri": ["analis.", "pengelola."],
        "admin": ["analis.", "pengelola."],
    }


def test_ganti_atasan_lewat_halaman(client, analis):
    pegawai, baru = PegawaiFactory(), PegawaiFactory()
    client.force_login(analis)
    nip = f"{baru.nip[:8]} {baru.nip[8:14]} {baru.nip[14:15]} {baru.nip[15:]}"

    respons = client.post(
        reverse("pegawai:atasan-ganti", kwargs={"uid": pegawai.uid}),
        {"atasan": nip, "alasan": "SK 800/1/2026"},
        follow=True,
    )

    pegawai.refresh_from_db()
    assert pegawai.atasan == baru
    assert "Ditetapkan: SK 800/1/2026" in respons.text


@pytest.mark.parametrize(
    ("nip", "alasan", "kata"),
    [
        ("123", "SK", "18 digit"),
        ("199001012020131001", "SK", "Digit 13–14"),
        ("198001012005011999", "SK", "tidak ada pada data kepegawaian"),
        ("", "", "Isi alasan."),
        ("SENDIRI", "SK", "atasannya sendiri"),
    ],
)
def test_ganti_atasan_isian_salah_disebut_dan_tidak_hilang(
    client, analis, nip, alasan, kata
):
    pegawai = PegawaiFactory()
    client.force_login(analis)
    nip = pegawai.nip if nip == "SENDIRI" else nip

    respons = client.post(
        reverse("pegawai:atasan-ganti", kwargs={"uid": pegawai.uid}),
        {"atasan": nip, "alasan": alasan},
    )

    pegawai.refresh_from_db()
    assert respons.status_code == 200
    assert kata in respons.text
    assert f'value="{nip}"' in respons.text or not nip
    assert not pegawai.atasan_ditetapkan


def test_turunkan_atasan_lewat_halaman(client, analis):
    pegawai = PegawaiFactory()
    ganti_atasan(
        pegawai=pegawai, atasan=PegawaiFactory(), alasan="x", oleh=PenggunaFactory()
    )
    client.force_login(analis)

    client.post(reverse("pegawai:atasan-turunkan", kwargs={"uid": pegawai.uid}))

    pegawai = Pegawai.objects.get(pk=pegawai.pk)
    assert (pegawai.atasan, pegawai.atasan_ditetapkan) == (None, False)


def test_rinci_menyebut_jabatan_yang_dirangkap_hari_ini(client, analis):
    pegawai = PegawaiFactory()
    besok = hari_ini() + timedelta(days=1)
    for nama, jenis, tmt, sampai in (
        ("Kepala Bidang Aset", "PLT", date(2021, 1, 1), None),
        ("Kepala Bidang Lama", "PLH", date(2021, 1, 1), "2021-06-30"),
        ("Kepala Bidang Nanti", "PLT", besok, None),
    ):
        RiwayatJabatanFactory(
            pegawai=pegawai,
            jabatan=JabatanFactory(nama=nama),
            jenis=jenis,
            tmt=tmt,
            sampai=sampai,
        )
    client.force_login(analis)

    isi = client.get(pegawai.get_absolute_url()).text

    assert "Pelaksana tugas Kepala Bidang Aset sejak 1 Januari 2021" in isi
    assert "Kepala Bidang Lama" not in isi
    assert "Kepala Bidang Nanti" not in isi


def test_rinci_bawahan_di_luar_cakupan_tidak_disebut(client, analis):
    opd, lain = UnitKerjaFactory(), UnitKerjaFactory()
    kepala = PegawaiFactory(nama="Kepala Dinas", unit_kerja=opd)
    PegawaiFactory(nama="Maria Seran", unit_kerja=opd, atasan=kepala)
    PegawaiFactory(nama="Rudi Koa", unit_kerja=lain, atasan=kepala)
    PegawaiFactory(nama="Bukan Bawahan", unit_kerja=opd)
    nama = ("Maria Seran", "Rudi Koa", "Bukan Bawahan")

    tampil = {}
    for pelihat in (analis, akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)):
        client.force_login(pelihat)
        isi = client.get(kepala.get_absolute_url()).text
        tampil[pelihat == analis] = [n for n in nama if n in isi]

    assert tampil == {True: ["Maria Seran", "Rudi Koa"], False: ["Maria Seran"]}
