"""The catalogue's pages, and asking for a seat through them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Peran
from pelatihan.models import Pelatihan, Peserta
from pelatihan.queries.katalog import (
    pelatihan_untuk_kesenjangan,
    pelatihan_untuk_kompetensi,
)
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    KompetensiFactory,
    PegawaiFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import (
    AnggotaPenyelenggaraFactory,
    AngkatanFactory,
    BentukPengembanganFactory,
    PelatihanFactory,
    PesertaFactory,
    SasaranPelatihanFactory,
)

pytestmark = pytest.mark.usefixtures("referensi")
KATALOG = "pelatihan:katalog-daftar"


def buka(client, akun, **saring):
    client.force_login(akun)
    return client.get(reverse(KATALOG), saring)


def nama(jawaban):
    return [p.nama for p in jawaban.context["halaman"]]


@pytest.mark.parametrize("jumlah", [1, 3])
def test_katalog_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    pegawai = PegawaiFactory()
    for _ in range(jumlah):
        a = AngkatanFactory()
        PesertaFactory(angkatan=a, pegawai=pegawai)
        s = SasaranPelatihanFactory(pelatihan=a.pelatihan, level=5)
        CapaianKompetensiFactory(pegawai=pegawai, kompetensi=s.kompetensi)
    client.force_login(pegawai.pengguna)

    with django_assert_num_queries(11):
        jawaban = client.get(reverse(KATALOG))

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rincian_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    pegawai = PegawaiFactory()
    pelatihan = PelatihanFactory()
    for _ in range(jumlah):
        PesertaFactory(angkatan=AngkatanFactory(pelatihan=pelatihan), pegawai=pegawai)
        SasaranPelatihanFactory(pelatihan=pelatihan)
    client.force_login(pegawai.pengguna)

    with django_assert_num_queries(9):
        jawaban = client.get(pelatihan.get_absolute_url())

    assert len(jawaban.context["angkatan"]) == jumlah


def test_katalog_yang_terdekat_di_atas_dan_draf_tersembunyi(client):
    hari = hari_ini()
    jauh, dekat = PelatihanFactory(nama="Jauh"), PelatihanFactory(nama="Dekat")
    AngkatanFactory(pelatihan=jauh, tanggal_mulai=hari + timedelta(days=60))
    AngkatanFactory(pelatihan=dekat, tanggal_mulai=hari + timedelta(days=20))
    PelatihanFactory(nama="Tanpa jadwal")
    draf = PelatihanFactory(nama="Draf", status="DRAF")
    anggota = AnggotaPenyelenggaraFactory(penyelenggara=draf.penyelenggara)

    terlihat = nama(buka(client, PegawaiFactory().pengguna))
    penyelenggara = nama(buka(client, anggota.pengguna))

    assert terlihat == ["Dekat", "Jauh", "Tanpa jadwal"]
    assert "Draf" in penyelenggara


def test_saringan_kata_bentuk_bulan_dan_kursi(client):
    hari = hari_ini()
    daring = BentukPengembanganFactory(kode="NKL03", nama="E-learning")
    arsip = PelatihanFactory(nama="Menata Arsip", bentuk=daring)
    PelatihanFactory(nama="Menulis Naskah")
    penuh = AngkatanFactory(
        pelatihan__nama="Penuh", kuota=1, terisi=1, tanggal_mulai=hari + timedelta(40)
    )
    isi = AngkatanFactory(pelatihan=arsip, tanggal_mulai=hari + timedelta(10))
    akun = PegawaiFactory().pengguna

    hasil = [
        nama(buka(client, akun, **saring))
        for saring in (
            {"cari": "arsip MENATA"},
            {"bentuk": "NKL03"},
            {"kursi": "on"},
            {"bulan": f"{isi.tanggal_mulai:%Y-%m}", "cari": "arsip"},
            {"cari": "tidak ada"},
            {"bulan": "2099-77", "bentuk": "XX", "cari": "naskah"},
        )
    ]

    assert penuh.penuh
    assert hasil == [["Menata Arsip"]] * 4 + [[], ["Menulis Naskah"]]


def test_katalog_terbuka_pada_kesenjangan_sendiri_dan_dapat_dihapus(client):
    pegawai = PegawaiFactory()
    kurang, cukup = KompetensiFactory(kode="U.1"), KompetensiFactory(kode="U.2")
    CapaianKompetensiFactory(pegawai=pegawai, kompetensi=kurang, level=2)
    CapaianKompetensiFactory(pegawai=pegawai, kompetensi=cukup, level=4, kesenjangan=0)
    tepat = SasaranPelatihanFactory(kompetensi=kurang, level=3).pelatihan
    SasaranPelatihanFactory(kompetensi=kurang, level=2)  # no higher than now
    SasaranPelatihanFactory(kompetensi=cukup, level=5)

    awal = buka(client, pegawai.pengguna)
    semua = buka(client, pegawai.pengguna, cari="")

    assert list(awal.context["halaman"]) == [tepat]
    (satu,) = pelatihan_untuk_kesenjangan(pegawai, 5)
    assert (satu.uid, satu.menutup) == (tepat.uid, [kurang.nama])
    assert [s.kompetensi for s in awal.context["halaman"].baris[0].menutup] == [kurang]
    assert len(semua.context["halaman"]) == 3


def test_pelatihan_untuk_kompetensi_hanya_terbit_dan_setinggi_level():
    s = SasaranPelatihanFactory(level=3)
    SasaranPelatihanFactory(kompetensi=s.kompetensi, level=2)
    SasaranPelatihanFactory(
        kompetensi=s.kompetensi, level=4, pelatihan=PelatihanFactory(status="DRAF")
    )

    hasil = pelatihan_untuk_kompetensi([s.kompetensi_id], 3)

    assert list(hasil) == [s.pelatihan]


def test_daftar_lewat_halaman_lalu_status_di_atas(client, atasan):
    pegawai = atasan.bawahan.get()
    angkatan = AngkatanFactory()
    client.force_login(pegawai.pengguna)
    halaman = client.get(angkatan.pelatihan.get_absolute_url())

    jawaban = client.post(
        reverse("pelatihan:peserta-daftar", args=[angkatan.uid]), follow=True
    )

    isi = jawaban.content.decode()
    assert ">Daftar<" in halaman.content.decode()
    assert "Menunggu persetujuan atasan" in isi
    assert "Atasan Langsung dapat memutuskan sampai" in isi
    assert isi.index("Menunggu persetujuan atasan") < isi.index("Jadwal dan kursi")
    assert ">Daftar<" not in isi


def test_daftar_kelas_penuh_halaman_sopan_409(client):
    angkatan = AngkatanFactory(kuota=1, terisi=1)
    client.force_login(PegawaiFactory().pengguna)

    jawaban = client.post(reverse("pelatihan:peserta-daftar", args=[angkatan.uid]))

    assert jawaban.status_code == 409
    assert "Kelas baru saja penuh" in jawaban.content.decode()
    assert not Peserta.objects.exists()


def test_kirim_dua_kali_satu_pendaftaran(client):
    angkatan = AngkatanFactory()
    client.force_login(PegawaiFactory().pengguna)
    alamat = reverse("pelatihan:peserta-daftar", args=[angkatan.uid])
    kunci = {"kunci_kirim": "7d3f5c9e-0000-4000-8000-000000000001"}

    pertama, kedua = client.post(alamat, kunci), client.post(alamat, kunci)

    assert pertama["Location"] == kedua["Location"]
    assert Peserta.objects.count() == 1


def test_setujui_dan_tolak_lewat_halaman(client, atasan):
    pegawai = atasan.bawahan.get()
    setuju, tolak = PesertaFactory(pegawai=pegawai), PesertaFactory(pegawai=pegawai)
    type(tolak.angkatan).objects.update(terisi=1)
    client.force_login(atasan.pengguna)
    alamat_tolak = reverse("pelatihan:peserta-tolak", args=[tolak.uid])

    halaman = client.get(setuju.get_absolute_url())
    client.post(reverse("pelatihan:peserta-setujui", args=[setuju.uid]))
    kosong = client.post(alamat_tolak, {"alasan": ""})
    client.post(alamat_tolak, {"alasan": "Ada audit"})

    setuju.refresh_from_db()
    tolak.refresh_from_db()
    assert "Setujui pendaftaran" in halaman.content.decode()
    assert "Isi alasan." in kosong.content.decode()
    assert (setuju.status, tolak.status, tolak.alasan) == (
        "DISETUJUI",
        "DITOLAK",
        "Ada audit",
    )


def test_buat_dan_ubah_pelatihan_dengan_sasaran(client):
    anggota = AnggotaPenyelenggaraFactory()
    kompetensi = KompetensiFactory(kode="U.1")
    isi = {
        "kode": "BIM-1",
        "nama": "Bimtek Arsip",
        "penyelenggara": anggota.penyelenggara_id,
        "bentuk": BentukPengembanganFactory().pk,
        "jp": "10",
        "moda": "DARING",
        "status": "TERBIT",
        f"sasaran_{kompetensi.pk}": "3",
    }
    client.force_login(anggota.pengguna)

    salah = client.post(reverse("pelatihan:katalog-buat"), isi | {"jp": "10000"})
    client.post(reverse("pelatihan:katalog-buat"), isi)
    p = Pelatihan.objects.get()
    usang = client.post(
        reverse("pelatihan:katalog-ubah", args=[p.uid]), isi | {"versi": "9"}
    )
    client.post(
        reverse("pelatihan:katalog-ubah", args=[p.uid]),
        isi | {"versi": "1", "nama": "Bimtek Arsip Dinamis"},
    )

    p.refresh_from_db()
    assert "JP paling banyak 900." in salah.content.decode()
    assert "diubah orang lain" in usang.content.decode()
    assert (p.nama, p.versi) == ("Bimtek Arsip Dinamis", 2)
    assert list(p.sasaran.values_list("kompetensi", "level")) == [(kompetensi.pk, 3)]


def test_penyelenggara_tidak_dapat_memilih_lembaga_lain(client):
    anggota, lain = AnggotaPenyelenggaraFactory(), AnggotaPenyelenggaraFactory()
    client.force_login(anggota.pengguna)

    halaman = client.get(reverse("pelatihan:katalog-buat"))

    pilihan = halaman.context["form"].fields["penyelenggara"].queryset
    assert list(pilihan) == [anggota.penyelenggara]
    assert lain.penyelenggara not in pilihan


def test_anggota_habis_masa_tidak_mengelola(client):
    anggota = AnggotaPenyelenggaraFactory(tanggal_selesai=hari_ini() - timedelta(1))
    angkatan = AngkatanFactory(pelatihan__penyelenggara=anggota.penyelenggara)
    client.force_login(anggota.pengguna)

    jawaban = client.get(angkatan.get_absolute_url())

    assert jawaban.status_code == 404


def test_admin_tidak_membuka_katalog(client):
    jawaban = buka(client, akun_berperan(Peran.ADMIN))

    assert jawaban.status_code == 403
