"""Pages of periods, the assessor's desk and the import."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pegawai.models import Peran
from penilaian.models import NilaiKompetensi, Penilaian, PeriodePenilaian
from tests.pabrik.pegawai import KompetensiFactory, PegawaiFactory, akun_berperan
from tests.pabrik.penilaian import (
    MetodePenilaianFactory,
    NilaiKompetensiFactory,
    PenilaianFactory,
    PenugasanAsesorFactory,
    PeriodePenilaianFactory,
    aturan_penilaian,
)
from tests.penilaian.services.test_impor import berkas

KUERI_DAFTAR = 4


@pytest.fixture(autouse=True)
def _rujukan(settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    aturan_penilaian()
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        yield


def isian(**lain):
    return {
        "nama": "Pemetaan 2027",
        "tujuan": "PEMETAAN",
        "metode": MetodePenilaianFactory().pk,
        "jenis_kompetensi": ["MANAJERIAL", "SOSIAL_KULTURAL"],
        "tanggal_mulai": "1 Januari 2027",
        "tanggal_selesai": "31-01-2027",
        **lain,
    }


def test_buat_periode_lewat_halaman(client, analis):
    client.force_login(analis)

    jawaban = client.post(reverse("penilaian:periode-buat"), isian())

    periode = PeriodePenilaian.objects.get()
    assert jawaban["Location"] == periode.get_absolute_url()
    assert periode.tanggal_mulai == date(2027, 1, 1)
    assert not periode.surplus_menutup


def test_buat_periode_salah_menyebut_sebab_dan_menjaga_isian(client, analis):
    client.force_login(analis)

    jawaban = client.post(
        reverse("penilaian:periode-buat"),
        isian(tanggal_selesai="1-1-2026", jenis_kompetensi=[]),
    )

    isi = jawaban.content.decode()
    assert "Tanggal selesai tidak boleh sebelum tanggal mulai." in isi
    assert "Pilih jenis kompetensi yang dinilai." in isi
    assert 'value="Pemetaan 2027"' in isi


def test_ubah_periode_lewat_halaman(client, analis):
    periode = PeriodePenilaianFactory()
    client.force_login(analis)

    client.post(
        reverse("penilaian:periode-ubah", kwargs={"uid": periode.uid}), isian(versi=1)
    )

    periode.refresh_from_db()
    assert periode.nama == "Pemetaan 2027"


def test_terbitkan_lewat_halaman_terlihat_oleh_pegawai(client, analis):
    draf = PenilaianFactory(periode__status="DITUTUP", lengkap=True)
    NilaiKompetensiFactory(penilaian=draf, kompetensi__nama="Integritas")
    alamat = reverse("penilaian:periode-terbitkan", kwargs={"uid": draf.periode.uid})
    client.force_login(analis)
    assert b"Terbitkan hasil" in client.get(alamat).content

    client.post(alamat)

    client.force_login(draf.pegawai.pengguna)
    assert b"Integritas" in client.get(reverse("penilaian:profil")).content


def test_terbitkan_belum_lengkap_menyebut_orangnya(client, analis):
    draf = PenilaianFactory(periode__status="DITUTUP", pegawai__nama="Belum Dinilai")
    alamat = reverse("penilaian:periode-terbitkan", kwargs={"uid": draf.periode.uid})
    client.force_login(analis)

    jawaban = client.post(alamat, follow=True)

    assert "1 hasil belum lengkap" in jawaban.content.decode()
    assert b"Belum Dinilai" in jawaban.content
    assert not Penilaian.objects.filter(status="FINAL").exists()


def test_tugaskan_asesor_nip_tak_dikenal_disebut(client, analis):
    orang = PegawaiFactory()
    asesor = akun_berperan(Peran.ASESOR)
    periode = PeriodePenilaianFactory()
    alamat = reverse("penilaian:periode-asesor", kwargs={"uid": periode.uid})
    client.force_login(analis)

    salah = client.post(
        alamat, {"asesor": asesor.pk, "nip": f"{orang.nip}\n123456789012345678"}
    )
    assert "Tidak ada pegawai dengan NIP 123456789012345678" in salah.content.decode()
    nip = f"'{orang.nip[:8]}–{orang.nip[8:14]}\u00a0{orang.nip[14]}.{orang.nip[15:]}"
    client.post(alamat, {"asesor": asesor.pk, "nip": nip})

    assert periode.penugasan_asesor.get().pegawai == orang


def test_isi_asesmen_lewat_halaman(client):
    kompetensi = KompetensiFactory()
    tugas = PenugasanAsesorFactory(asesor=akun_berperan(Peran.ASESOR))
    alamat = reverse("penilaian:asesmen-isi", kwargs={"uid": tugas.uid})
    client.force_login(tugas.asesor)
    assert b"Belum menunjukkan tingkat 1" in client.get(alamat).content

    client.post(alamat, {f"k{kompetensi.pk}": "0", "tanggal_penilaian": "24-11-2026"})

    assert NilaiKompetensi.objects.get().level_capaian == 0
    daftar = client.get(reverse("penilaian:asesmen-daftar"))
    assert b"Sudah dinilai" in daftar.content


def test_isi_asesmen_tingkat_keliru_tidak_menulis(client):
    kompetensi = KompetensiFactory(nama="Integritas")
    tugas = PenugasanAsesorFactory(asesor=akun_berperan(Peran.ASESOR))
    client.force_login(tugas.asesor)

    jawaban = client.post(
        reverse("penilaian:asesmen-isi", kwargs={"uid": tugas.uid}),
        {f"k{kompetensi.pk}": "6", "tanggal_penilaian": "24-11-2026"},
    )

    assert "Pilih satu tingkat untuk &#x27;Integritas&#x27;" in jawaban.content.decode()
    assert not NilaiKompetensi.objects.exists()


def test_isi_asesmen_periode_ditutup_berkalimat(client):
    tugas = PenugasanAsesorFactory(
        asesor=akun_berperan(Peran.ASESOR), periode__status="DITUTUP"
    )
    alamat = reverse("penilaian:asesmen-isi", kwargs={"uid": tugas.uid})
    client.force_login(tugas.asesor)

    assert "Periode ini tidak menerima nilai" in client.get(alamat).content.decode()
    assert client.post(alamat).status_code == 403
    assert not NilaiKompetensi.objects.exists()


def test_impor_lewat_halaman(client, analis):
    KompetensiFactory(kode="M.01")
    orang, periode = PegawaiFactory(), PeriodePenilaianFactory()
    client.force_login(analis)

    pratinjau = client.post(
        reverse("penilaian:hasil-impor", kwargs={"uid": periode.uid}),
        {"berkas": berkas([orang.nip, "A", 3], kepala=("NIP", "NAMA", "M.01"))},
        follow=True,
    )
    assert b"Impor hasil yang benar" in pratinjau.content
    impor = pratinjau.context["impor"]
    client.post(reverse("penilaian:impor-jalankan", kwargs={"uid": impor.uid}))

    assert NilaiKompetensi.objects.get().level_capaian == 3


def test_impor_bukan_buku_kerja_berkalimat(client, analis):
    rusak = berkas()
    rusak.file.write(b"rusak")
    rusak.file.seek(0)
    client.force_login(analis)

    jawaban = client.post(
        reverse("penilaian:hasil-impor", kwargs={"uid": PeriodePenilaianFactory().uid}),
        {"berkas": rusak},
    )

    assert "bukan buku kerja Excel" in jawaban.content.decode()


def test_templat_impor_nip_sebagai_teks(client, analis):
    draf = PenilaianFactory()
    KompetensiFactory(kode="M.01")
    client.force_login(analis)

    jawaban = client.get(
        reverse("penilaian:impor-templat", kwargs={"uid": draf.periode.uid})
    )

    assert jawaban.content[:2] == b"PK"
    assert "attachment" in jawaban["Content-Disposition"]


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_periode_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    PeriodePenilaianFactory.create_batch(jumlah)
    client.force_login(analis)

    with django_assert_num_queries(KUERI_DAFTAR):
        jawaban = client.get(reverse("penilaian:periode-daftar"))

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_hasil_periode_jumlah_kueri_tetap(
    client, analis, jumlah, django_assert_num_queries
):
    periode = PeriodePenilaianFactory(terbit=True)
    PenilaianFactory.create_batch(jumlah, final=True, periode=periode)
    client.force_login(analis)

    with django_assert_num_queries(KUERI_DAFTAR + 1):
        jawaban = client.get(
            reverse("penilaian:periode-hasil", kwargs={"uid": periode.uid})
        )

    assert len(jawaban.context["halaman"]) == jumlah


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_asesmen_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    asesor = akun_berperan(Peran.ASESOR)
    PenugasanAsesorFactory.create_batch(jumlah, asesor=asesor)
    PenugasanAsesorFactory()
    client.force_login(asesor)

    with django_assert_num_queries(KUERI_DAFTAR):
        jawaban = client.get(reverse("penilaian:asesmen-daftar"))

    assert len(jawaban.context["halaman"]) == jumlah


def test_isi_asesmen_tanpa_satu_pun_tingkat_tidak_disebut_tersimpan(client):
    tugas = PenugasanAsesorFactory(asesor=akun_berperan(Peran.ASESOR))
    KompetensiFactory()
    client.force_login(tugas.asesor)

    jawaban = client.post(
        reverse("penilaian:asesmen-isi", kwargs={"uid": tugas.uid}),
        {"tanggal_penilaian": "24-11-2026"},
    )

    assert jawaban.status_code == 200
    assert "sedikitnya satu kompetensi" in jawaban.content.decode()
