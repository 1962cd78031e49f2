"""The organiser's workspace, my history, the register of certificates."""

import pytest
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Pegawai, Peran
from pelatihan.models import Angkatan, Kehadiran, Sertifikat
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.pelatihan import (
    AnggotaPenyelenggaraFactory,
    AngkatanBerjalanFactory,
    AngkatanFactory,
    PelatihanFactory,
    PesertaFactory,
    RiwayatPengembanganFactory,
)
from tests.pelatihan.bantu import angkatan_selesai, peserta_disetujui, satu_sertifikat

pytestmark = pytest.mark.usefixtures("referensi")


@pytest.fixture
def anggota():
    return AnggotaPenyelenggaraFactory()


def milik(anggota, pabrik=AngkatanBerjalanFactory, **lain):
    return pabrik(pelatihan__penyelenggara=anggota.penyelenggara, **lain)


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_angkatan_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    AngkatanFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse("pelatihan:angkatan-daftar"))

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rinci_angkatan_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    angkatan = AngkatanBerjalanFactory()
    PesertaFactory.create_batch(jumlah, angkatan=angkatan)
    client.force_login(analis)

    with django_assert_num_queries(7):
        jawaban = client.get(angkatan.get_absolute_url())

    assert len(jawaban.context["peserta"]) == jumlah


def test_penyelenggara_hanya_melihat_miliknya(client, anggota):
    sendiri = milik(anggota, status="RANCANGAN")
    AngkatanFactory()  # another organiser's
    client.force_login(anggota.pengguna)

    jawaban = client.get(reverse("pelatihan:angkatan-daftar"))

    assert list(jawaban.context["halaman"]) == [sendiri]


def test_pengelola_opd_melihat_peserta_unitnya_saja(client):
    unit = UnitKerjaFactory()
    angkatan = AngkatanFactory()
    dalam = PesertaFactory(angkatan=angkatan, pegawai__unit_kerja=unit)
    PesertaFactory(angkatan=angkatan)  # another OPD's person, who must not leak
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=unit))

    jawaban = client.get(angkatan.get_absolute_url())

    assert list(jawaban.context["peserta"]) == [dalam]
    assert not jawaban.context["boleh_mengelola"]


def test_buat_buka_lewat_halaman(client, anggota):
    pelatihan = PelatihanFactory(penyelenggara=anggota.penyelenggara)
    client.force_login(anggota.pengguna)
    alamat = reverse("pelatihan:angkatan-buat", args=[pelatihan.uid])
    isi = {
        "nama": "Angkatan I",
        "tanggal_mulai": "2 Des 2099",
        "tanggal_selesai": "04-12-2099",
        "tempat": "Aula",
        "kuota": "30",
        "pendaftaran_mulai": "1/1/2026",
        "pendaftaran_sampai": "2099-12-01",
    }

    salah = client.post(alamat, isi | {"tanggal_selesai": "1-12-2099", "kuota": "0"})
    client.post(alamat, isi)
    kembar = client.post(alamat, isi)
    a = Angkatan.objects.get()
    client.post(reverse("pelatihan:angkatan-buka", args=[a.uid]))

    a.refresh_from_db()
    pesan = salah.content.decode()
    assert "Tanggal selesai tidak boleh sebelum tanggal mulai." in pesan
    assert "Kuota paling sedikit 1." in pesan
    assert "2 Des 2099" in pesan  # nothing typed is lost
    assert "sudah ada" in kembar.content.decode()
    assert a.status == "DIBUKA"


def test_ubah_kuota_di_bawah_terisi_kembali_ke_borang(client, anggota):
    a = milik(anggota, AngkatanFactory, terisi=5)
    client.force_login(anggota.pengguna)
    isi = {
        "nama": a.nama,
        "tanggal_mulai": a.tanggal_mulai.isoformat(),
        "tanggal_selesai": a.tanggal_selesai.isoformat(),
        "tempat": "Aula",
        "kuota": "4",
        "pendaftaran_mulai": a.pendaftaran_mulai.isoformat(),
        "pendaftaran_sampai": a.pendaftaran_sampai.isoformat(),
        "versi": "1",
    }
    alamat = reverse("pelatihan:angkatan-ubah", args=[a.uid])

    salah = client.post(alamat, isi)
    benar = client.post(alamat, isi | {"kuota": "5"})

    assert "Kuota tidak dapat kurang dari 5" in salah.content.decode()
    assert benar.status_code == 302


def test_kehadiran_hasil_tutup_terbitkan_lewat_halaman(client, anggota):
    a = milik(anggota, tanggal_selesai=hari_ini(), terisi=2)
    lulus, gagal = peserta_disetujui(a), peserta_disetujui(a)
    client.force_login(anggota.pengguna)

    def kirim(nama, isi=None):
        return client.post(reverse(f"pelatihan:{nama}", args=[a.uid]), isi or {})

    kirim("angkatan-kehadiran", {f"hadir_{lulus.pk}_{hari_ini().isoformat()}": "on"})
    kirim(
        "angkatan-nilai",
        {f"hasil_{lulus.pk}": "LULUS", f"hasil_{gagal.pk}": "TIDAK_LULUS"},
    )
    kirim("angkatan-tutup")
    konfirmasi = client.get(reverse("pelatihan:angkatan-sertifikat", args=[a.uid]))
    kirim("angkatan-sertifikat")

    s = Sertifikat.objects.get()
    assert Kehadiran.objects.filter(hadir=True).count() == 1
    assert "Terbitkan 1 sertifikat" in konfirmasi.content.decode()
    assert s.peserta == lulus


def test_lembar_kehadiran_tanpa_diri_sendiri(client, anggota):
    a = milik(anggota)
    pegawai = PegawaiFactory(pengguna=anggota.pengguna)
    peserta_disetujui(a, pegawai=pegawai)
    lain = peserta_disetujui(a)
    client.force_login(anggota.pengguna)

    jawaban = client.get(reverse("pelatihan:angkatan-kehadiran", args=[a.uid]))

    assert jawaban.context["form"].daftar == [lain]


def test_riwayat_saya_empat_belas_dari_dua_puluh(client):
    pegawai = PegawaiFactory()
    hari = hari_ini()
    for jp, status in [(10, "TERVERIFIKASI"), (4, "TERVERIFIKASI"), (9, "DIAJUKAN")]:
        RiwayatPengembanganFactory(
            pegawai=pegawai,
            jp=jp,
            status=status,
            tanggal_mulai=hari.replace(month=1, day=1),
            tanggal_selesai=hari.replace(month=1, day=2),
        )
    RiwayatPengembanganFactory(
        pegawai=pegawai,
        jp=40,
        tanggal_mulai=hari.replace(year=hari.year - 1, month=12, day=30),
        tanggal_selesai=hari.replace(year=hari.year - 1, month=12, day=31),
    )
    RiwayatPengembanganFactory(nama="Milik orang lain")
    client.force_login(pegawai.pengguna)

    jawaban = client.get(reverse("pelatihan:riwayat-daftar"))

    isi = jawaban.content.decode()
    assert "14 dari 20 JP (70%)" in isi
    assert "Milik orang lain" not in isi
    assert [(t["tahun"], t["jp"]) for t in jawaban.context["tahun"]] == [
        (hari.year, 14),
        (hari.year - 1, 40),
    ]


def test_riwayat_pppk_di_atas_24_diperingatkan_saja(client):
    pegawai = PegawaiFactory(jenis_kepegawaian=Pegawai.Jenis.PPPK)
    RiwayatPengembanganFactory(
        pegawai=pegawai,
        jp=30,
        tanggal_mulai=hari_ini().replace(month=1, day=1),
        tanggal_selesai=hari_ini().replace(month=1, day=1),
    )
    client.force_login(pegawai.pengguna)

    jawaban = client.get(reverse("pelatihan:riwayat-daftar"))

    assert jawaban.context["rekap"].jp == 30
    assert "melebihi 24 JP" in jawaban.content.decode()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_sertifikat_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    for _ in range(jumlah):
        satu_sertifikat(analis)
    client.force_login(analis)

    with django_assert_num_queries(4):
        jawaban = client.get(reverse("pelatihan:sertifikat-daftar"))

    assert len(jawaban.context["halaman"]) == jumlah


def test_unduh_sebagai_lampiran_berpagar(client, analis):
    s = satu_sertifikat(analis)
    client.force_login(s.peserta.pegawai.pengguna)

    jawaban = client.get(s.get_absolute_url())

    isi = b"".join(jawaban.streaming_content)
    assert isi.startswith(b"%PDF-")
    assert jawaban["Content-Disposition"].startswith("attachment;")
    assert jawaban["Content-Security-Policy"].startswith("sandbox")
    assert jawaban["Cache-Control"] == "no-store"


def test_unduh_milik_orang_lain_404(client, analis):
    s = satu_sertifikat(analis)
    client.force_login(PegawaiFactory().pengguna)

    jawaban = client.get(s.get_absolute_url())

    assert jawaban.status_code == 404


def test_cabut_lewat_halaman_langsung_tampak_di_halaman_umum(client, anggota):
    s = satu_sertifikat(anggota.pengguna, angkatan=milik(anggota, angkatan_selesai))
    client.force_login(anggota.pengguna)
    alamat = reverse("pelatihan:sertifikat-cabut", args=[s.uid])

    tanpa = client.post(alamat, {"alasan": ""})
    client.post(alamat, {"alasan": "TIDAK_BERHAK", "keterangan": "rahasia kantor"})
    client.logout()
    umum = client.get(s.dokumen.get_absolute_url()).content.decode()

    assert "Pilih alasan." in tanpa.content.decode()
    assert "sudah dicabut" in umum
    assert "Peserta tidak berhak" in umum
    assert "rahasia kantor" not in umum


def test_angkatan_berjalan_menonjolkan_langkah_berikutnya(client, anggota):
    a = milik(anggota, tanggal_selesai=hari_ini(), terisi=1)
    peserta = peserta_disetujui(a)
    client.force_login(anggota.pengguna)

    def langkah():
        return client.get(a.get_absolute_url()).context["langkah"]

    awal = langkah()
    hadir = f"hadir_{peserta.pk}_{hari_ini().isoformat()}"
    client.post(reverse("pelatihan:angkatan-kehadiran", args=[a.uid]), {hadir: "on"})
    tengah = langkah()
    client.post(
        reverse("pelatihan:angkatan-nilai", args=[a.uid]),
        {f"hasil_{peserta.pk}": "LULUS"},
    )

    assert (awal, tengah, langkah()) == ("kehadiran", "nilai", "tutup")


def test_pendaftaran_menyebut_orangnya_dan_kembali_ke_tempat_pembacanya(
    client, anggota
):
    atasan = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=UnitKerjaFactory())
    kepala = PegawaiFactory(pengguna=atasan)
    bawahan = PegawaiFactory(atasan=kepala)
    a = milik(anggota, AngkatanFactory)
    p = PesertaFactory(angkatan=a, pegawai=bawahan)

    client.force_login(atasan)
    teks = client.get(p.get_absolute_url()).content.decode()
    client.post(reverse("pelatihan:peserta-setujui", args=[p.uid]))
    sesudah = client.get(p.get_absolute_url()).content.decode()
    client.force_login(anggota.pengguna)
    penyelenggara = client.get(p.get_absolute_url()).content.decode()

    kotak = f'href="{reverse("persetujuan")}">Kotak persetujuan'
    assert f"Pendaftaran pelatihan · {bawahan.nama_lengkap}" in teks
    assert kotak in teks
    assert kotak in sesudah
    assert f'href="{a.get_absolute_url()}">Kembali ke angkatan' in penyelenggara


def test_daftar_kosong_menghapus_saringan_satu_kali(client, analis):
    client.force_login(analis)

    kosong = client.get(reverse("pelatihan:angkatan-daftar"), {"cari": "zzz"})
    AngkatanFactory()
    ada = client.get(reverse("pelatihan:angkatan-daftar"), {"status": ""})

    assert kosong.content.decode().count("Hapus saringan") == 1
    assert ada.content.decode().count("Hapus saringan") == 1
