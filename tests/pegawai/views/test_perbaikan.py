import uuid
from datetime import UTC, datetime, timedelta

import time_machine
from django.urls import reverse

from pegawai.models import Pegawai, Peran, PermintaanPerbaikan
from pegawai.services.perbaikan import tolak_perbaikan
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.perbaikan import PerbaikanFactory, bukti

DAFTAR = "pegawai:perbaikan-daftar"
AJUKAN = "pegawai:perbaikan-ajukan"


def kirim(client, pegawai, medan="NAMA", **isi):
    client.force_login(pegawai.pengguna)
    data = {"nilai": "Yublina Nalle", "bukti": bukti(), "keterangan": ""} | isi
    data["kunci_kirim"] = str(uuid.uuid4())
    data = {k: v for k, v in data.items() if v is not None}
    return client.post(f"{reverse(AJUKAN)}?medan={medan}", data)


def putuskan(client, perbaikan, apa, **isi):
    url = reverse(f"pegawai:perbaikan-{apa}", kwargs={"uid": perbaikan.uid})
    return client.post(url, {"kunci_kirim": str(uuid.uuid4())} | isi)


def test_daftar_perbaikan_jumlah_kueri_tetap(client, analis, kueri_tetap):
    client.force_login(analis)

    respons = kueri_tetap(PerbaikanFactory.create_batch, reverse(DAFTAR))

    assert len(respons.context["halaman"]) == 3


def test_perbaikan_saya_jumlah_kueri_tetap(client, kueri_tetap):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    def buat(n):
        PerbaikanFactory.create_batch(n, pegawai=pegawai, medan="LAIN")

    respons = kueri_tetap(buat, reverse("pegawai:perbaikan-saya"))

    assert len(respons.context["halaman"]) == 3


def test_daftar_perbaikan_hanya_unit_sendiri_bukan_milik_sendiri(client):
    opd = UnitKerjaFactory()
    bidang = UnitKerjaFactory(induk=opd, jenis="BIDANG")
    dalam = PerbaikanFactory(pegawai__unit_kerja=bidang)
    PerbaikanFactory()  # another OPD's, which must not leak
    akun = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    PerbaikanFactory(pegawai=PegawaiFactory(pengguna=akun, unit_kerja=opd))
    client.force_login(akun)

    respons = client.get(reverse(DAFTAR))

    assert list(respons.context["halaman"]) == [dalam]


def test_daftar_perbaikan_batas_terdekat_dulu_dan_yang_lewat_ditandai(client, analis):
    kini = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    muda = PerbaikanFactory(diajukan_pada=kini - timedelta(hours=1))
    lewat = PerbaikanFactory(diajukan_pada=kini - timedelta(hours=75, minutes=5))
    client.force_login(analis)

    with time_machine.travel(kini, tick=False):
        respons = client.get(reverse(DAFTAR))

    assert list(respons.context["halaman"]) == [lewat, muda]
    isi = respons.content.decode()
    assert "lewat 3 jam" in isi
    assert "71 jam lagi" in isi


def test_daftar_perbaikan_saring_ditolak_dan_kosong(client, analis):
    perbaikan = PerbaikanFactory()
    tolak_perbaikan(perbaikan=perbaikan, alasan="Buram.", oleh=analis)
    client.force_login(analis)

    bawaan = client.get(reverse(DAFTAR))
    ditolak = client.get(reverse(DAFTAR), {"status": "DITOLAK"})

    assert "Semua permintaan sudah diputuskan" in bawaan.content.decode()
    assert list(ditolak.context["halaman"]) == [perbaikan]


def test_ajukan_perbaikan_terkirim_dan_tampil_dengan_jamnya(client, referensi):
    pegawai = PegawaiFactory()

    respons = kirim(client, pegawai)

    perbaikan = PermintaanPerbaikan.objects.get()
    assert respons["Location"] == perbaikan.get_absolute_url()
    assert "71 jam lagi" in client.get(respons["Location"]).content.decode()


def test_ajukan_perbaikan_yang_masih_menunggu_dikatakan_sebelum_mengisi(
    client, referensi
):
    pegawai = PegawaiFactory()
    perbaikan = PerbaikanFactory(pegawai=pegawai, medan="NAMA")
    client.force_login(pegawai.pengguna)

    sama, lain = (
        client.get(f"{reverse(AJUKAN)}?medan={medan}").content.decode()
        for medan in ("NAMA", "GELAR_DEPAN")
    )

    assert "masih menunggu keputusan" in sama
    assert f'href="{perbaikan.get_absolute_url()}"' in sama
    assert 'name="bukti"' not in sama
    assert 'name="bukti"' in lain


def test_ajukan_perbaikan_data_lain_boleh_beberapa(client, referensi):
    pegawai = PegawaiFactory()
    PerbaikanFactory(pegawai=pegawai, medan="LAIN")
    client.force_login(pegawai.pengguna)

    isi = client.get(f"{reverse(AJUKAN)}?medan=LAIN").content.decode()

    assert 'name="bukti"' in isi


def test_ajukan_perbaikan_tanpa_bukti_isian_tidak_hilang(client, referensi):
    respons = kirim(client, PegawaiFactory(), bukti=None, keterangan="Lihat akta.")

    isi = respons.content.decode()
    assert "Pilih berkas bukti." in isi
    assert 'value="Yublina Nalle"' in isi
    assert "Lihat akta." in isi


def test_ajukan_perbaikan_nilai_ditolak_menyebut_bukti_yang_dipilih(client, referensi):
    respons = kirim(client, PegawaiFactory(), nilai="", bukti=bukti("akta.pdf"))

    assert "Pilih lagi berkas “akta.pdf”" in respons.content.decode()


def test_ajukan_perbaikan_bukti_palsu_sebab_di_medannya(client, referensi):
    respons = kirim(client, PegawaiFactory(), bukti=bukti("sk.pdf", b"MZ"))

    assert "bukan PDF, JPG, atau PNG" in str(respons.context["form"].errors["bukti"])


def test_ajukan_perbaikan_tanggal_ditulis_cara_kantor(client, referensi):
    kirim(client, PegawaiFactory(), medan="TANGGAL_LAHIR", nilai="2 Pebruari 1990")

    assert PermintaanPerbaikan.objects.get().nilai_baru == "1990-02-02"


def test_ajukan_perbaikan_medan_asing_kembali_ke_pilihan(client):
    client.force_login(PegawaiFactory().pengguna)

    respons = client.get(reverse(AJUKAN), {"medan": "GAJI"})

    assert "Data mana yang keliru?" in respons.content.decode()


def test_terima_perbaikan_mengubah_data(client, analis):
    perbaikan = PerbaikanFactory(pegawai__nama="Yublina Nale")
    client.force_login(analis)

    respons = putuskan(client, perbaikan, "terima", nilai_dilihat="Yublina Nale")

    assert respons["Location"] == perbaikan.get_absolute_url()
    assert Pegawai.objects.get(pk=perbaikan.pegawai_id).nama == "Yublina Nalle"


def test_tolak_perbaikan_tanpa_alasan_kembali_ke_isian(client, analis):
    perbaikan = PerbaikanFactory()
    client.force_login(analis)

    respons = putuskan(client, perbaikan, "tolak")

    assert respons.status_code == 200
    assert "Isi alasan penolakan" in str(respons.context["form"].errors["alasan"])


def test_putuskan_perbaikan_didahului_menyebut_siapa_dan_kapan(client, analis):
    perbaikan = PerbaikanFactory()
    lain = akun_berperan(Peran.ANALIS, nama="Yohana Bessie")
    with time_machine.travel(datetime(2026, 11, 24, 2, 5, tzinfo=UTC), tick=False):
        tolak_perbaikan(perbaikan=perbaikan, alasan="Buram.", oleh=lain)
    client.force_login(analis)

    respons = putuskan(client, perbaikan, "terima")

    assert respons.status_code == 409
    isi = respons.content.decode()
    assert "Permintaan ini sudah ditolak oleh Yohana Bessie" in isi
    assert "pukul 10.05 WITA" in isi


def test_putuskan_perbaikan_di_luar_cakupan_tidak_ada_dan_milik_sendiri_dilarang(
    client,
):
    akun = akun_berperan(Peran.PENGELOLA_OPD)
    luar = PerbaikanFactory()
    milik = PerbaikanFactory(pegawai__pengguna=akun)
    client.force_login(akun)

    assert putuskan(client, luar, "terima").status_code == 404
    assert putuskan(client, milik, "terima").status_code == 403


def test_bukti_perbaikan_diunduh_pemohon_dan_pemutus_saja(client, analis):
    perbaikan = PerbaikanFactory()
    url = reverse("pegawai:perbaikan-bukti", kwargs={"uid": perbaikan.uid})
    jawaban = {}
    for akun in (perbaikan.pegawai.pengguna, analis, PegawaiFactory().pengguna):
        client.force_login(akun)
        jawaban[akun] = client.get(url)

    milik, pemutus, lain = jawaban.values()
    pemutus.close()
    assert (milik.status_code, pemutus.status_code, lain.status_code) == (200, 200, 404)
    assert milik["Content-Disposition"].startswith("attachment")
    assert milik["Content-Type"] == "image/png"
    assert b"".join(milik.streaming_content).startswith(b"\x89PNG")


def test_perbaikan_menunggu_tampil_di_kotak_persetujuan_dan_beranda(client, referensi):
    opd = UnitKerjaFactory()
    PerbaikanFactory(pegawai__unit_kerja=opd, pegawai__nama="Yublina")
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))

    kotak = client.get(reverse("persetujuan")).content.decode()
    beranda = client.get(reverse("beranda")).content.decode()

    assert "Perbaikan data" in kotak
    assert "Yublina" in kotak
    assert "Putuskan 1 usulan" in beranda


def test_peringatan_nip_dibaca_pemohon_dan_pemutus(client, referensi, analis):
    pegawai = PegawaiFactory(nip="199001012012121001")
    jawaban = kirim(client, pegawai, medan="TANGGAL_LAHIR", nilai="02-02-1991")
    pemohon = client.get(jawaban["Location"]).text
    client.force_login(analis)
    pemutus = client.get(jawaban["Location"]).text

    for isi in (pemohon, pemutus):
        assert "Tidak cocok dengan NIP" in isi
        assert "Tanggal lahir berbeda dengan digit 1–8 NIP." in isi


def test_putuskan_bagian_tanpa_kata_ditolak_dan_alasan_tidak_disebut_opsional(
    client, analis
):
    bagian, satu = PerbaikanFactory(medan="PENDIDIKAN"), PerbaikanFactory()
    client.force_login(analis)

    respons = putuskan(client, bagian, "terima", alasan="")

    assert "alasan" in respons.context["form"].errors
    assert "(opsional)" not in respons.content.decode()
    assert "(opsional)" in client.get(satu.get_absolute_url()).content.decode()
