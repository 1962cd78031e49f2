"""The profile as a PDF, the hours of the years before, and who may take it away."""

import io
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from pegawai.models import JejakLihat, Peran
from pelatihan.queries.riwayat import rekap_jp
from tests.pabrik.pegawai import (
    PegawaiFactory,
    RiwayatJabatanFactory,
    StandarButirFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import RiwayatPengembanganFactory
from tests.pabrik.penilaian import (
    NilaiKompetensiFactory,
    PenilaianFactory,
    aturan_penilaian,
)


@pytest.fixture(autouse=True)
def _rujukan(settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    aturan_penilaian()
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        yield


def _hasil(jumlah=3, **lain):
    hasil = PenilaianFactory(final=True, **lain)
    for n in range(jumlah):
        NilaiKompetensiFactory(
            penilaian=hasil,
            kompetensi__nama=f"Kompetensi ke-{n}",
            level_standar=3,
            level_capaian=[3, 1, 2][n % 3],
        )
    return hasil


def _jp(pegawai, tahun, jp, status="TERVERIFIKASI"):
    return RiwayatPengembanganFactory(
        pegawai=pegawai,
        tanggal_mulai=date(tahun, 5, 4),
        tanggal_selesai=date(tahun, 5, 5),
        jp=jp,
        status=status,
        diverifikasi_pada=datetime(2026, 6, 1, tzinfo=UTC),
    )


def _teks(jawaban):
    return "\n".join(
        h.extract_text() for h in PdfReader(io.BytesIO(jawaban.content)).pages
    )


def _orang(uid):
    return reverse("penilaian:profil-pegawai-unduh", args=[uid])


def test_profil_sendiri_diunduh_dengan_angka_dan_kesenjangan(client):
    hasil = _hasil()
    _jp(hasil.pegawai, 2025, 21)
    client.force_login(hasil.pegawai.pengguna)

    jawaban = client.get(reverse("penilaian:profil-unduh"))

    teks = _teks(jawaban)
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"].startswith('attachment; filename="profil-')
    assert hasil.pegawai.nama in teks
    assert "88,89%" in teks
    assert "0 dari 20 JP" in teks
    assert "2025: 21 JP" in teks
    assert teks.index("Kompetensi ke-1") < teks.rindex("Kompetensi ke-0")
    assert f"Diunduh oleh {hasil.pegawai.pengguna}" in teks


def test_mengunduh_milik_sendiri_tidak_meninggalkan_jejak(client):
    hasil = _hasil()
    client.force_login(hasil.pegawai.pengguna)

    client.get(reverse("penilaian:profil-unduh"))

    assert not JejakLihat.objects.exists()


def test_tanpa_hasil_pdf_mengatakannya(client):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    teks = _teks(client.get(reverse("penilaian:profil-unduh")))

    assert "Belum ada hasil penilaian yang terbit." in teks


@pytest.mark.parametrize("jumlah", [1, 12])
def test_di_luar_tiga_sampai_sembilan_sumbu_hanya_tabel(client, jumlah):
    hasil = _hasil(jumlah)
    client.force_login(hasil.pegawai.pengguna)

    teks = _teks(client.get(reverse("penilaian:profil-unduh")))

    assert f"Kompetensi ke-{jumlah - 1}" in teks
    assert "Bidang biru" not in teks


def test_jabatan_rangkap_ikut_dicetak(client):
    hasil = _hasil()
    butir = StandarButirFactory(kompetensi=hasil.nilai.first().kompetensi, level=5)
    RiwayatJabatanFactory(
        pegawai=hasil.pegawai,
        jabatan=butir.standar.jabatan,
        jenis="PLT",
        tmt=date(2026, 10, 1),
        sampai=None,
    )
    client.force_login(hasil.pegawai.pengguna)

    teks = _teks(client.get(reverse("penilaian:profil-unduh")))

    assert "tidak masuk ke JPM" in teks
    assert "Kompetensi ke-0 3 5" in " ".join(
        teks.split("tidak masuk ke JPM")[1].split()
    )


@pytest.mark.parametrize(
    ("peran", "kode"),
    [
        (Peran.PENGELOLA_OPD, 200),
        (Peran.KEPALA_OPD, 403),
        (Peran.ANALIS, 200),
        (Peran.ADMIN, 403),
        (Peran.PIMPINAN, 403),
    ],
)
def test_siapa_boleh_membawa_profil_orang_lain(client, peran, kode):
    unit = UnitKerjaFactory()
    hasil = _hasil(pegawai__unit_kerja=unit)
    akun = akun_berperan(peran, unit_kerja=unit if "OPD" in peran else None)
    client.force_login(akun)

    jawaban = client.get(_orang(hasil.pegawai.uid))

    assert jawaban.status_code == kode
    assert JejakLihat.objects.filter(pegawai=hasil.pegawai, jenis="EKSPOR").count() == (
        1 if kode == 200 else 0
    )


def test_atasan_melihat_tetapi_tidak_membawa(client):
    atasan = PegawaiFactory()
    hasil = _hasil(pegawai__atasan=atasan)
    client.force_login(atasan.pengguna)

    halaman = client.get(reverse("penilaian:profil-pegawai", args=[hasil.pegawai.uid]))

    assert halaman.status_code == 200
    assert "Unduh PDF" not in halaman.content.decode()
    assert client.get(_orang(hasil.pegawai.uid)).status_code == 403


def test_pengelola_unit_lain_tidak_menemukan(client):
    hasil = _hasil(pegawai__unit_kerja=UnitKerjaFactory())
    akun = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=UnitKerjaFactory())
    client.force_login(akun)

    assert client.get(_orang(hasil.pegawai.uid)).status_code == 404


def test_hasil_yang_belum_terbit_tidak_ikut_tercetak(client):
    draf = PenilaianFactory()
    NilaiKompetensiFactory(penilaian=draf, kompetensi__nama="Rahasia")
    client.force_login(draf.pegawai.pengguna)

    teks = _teks(client.get(reverse("penilaian:profil-unduh")))

    assert "Rahasia" not in teks
    assert "Belum ada hasil penilaian yang terbit." in teks


def test_tombol_unduh_pada_profil_sendiri_dan_orang(client, analis):
    hasil = _hasil()
    client.force_login(hasil.pegawai.pengguna)
    sendiri = client.get(reverse("penilaian:profil")).content.decode()
    client.force_login(analis)
    orang = client.get(
        reverse("penilaian:profil-pegawai", args=[hasil.pegawai.uid])
    ).content.decode()

    assert f'href="{reverse("penilaian:profil-unduh")}">Unduh PDF' in sendiri
    assert f'href="{_orang(hasil.pegawai.uid)}">Unduh PDF' in orang


def test_deret_jp_lima_tahun_dengan_tahun_kosong(db):
    pegawai = PegawaiFactory()
    _jp(pegawai, 2020, 9)  # before the five years
    _jp(pegawai, 2023, 24)
    _jp(pegawai, 2025, 21)
    _jp(pegawai, 2025, 50, status="DIAJUKAN")  # not verified
    _jp(pegawai, 2026, 14)
    _jp(PegawaiFactory(), 2024, 40)  # somebody else's

    rekap = rekap_jp(pegawai)

    assert rekap.deret == ((2023, 24), (2024, 0), (2025, 21), (2026, 14))
    assert rekap.sebelumnya == [(2025, 21), (2024, 0), (2023, 24)]
    assert rekap.jp == 14


def test_tanpa_jp_dulu_tanpa_garis(db):
    pegawai = PegawaiFactory()
    _jp(pegawai, 2026, 14)

    rekap = rekap_jp(pegawai)

    assert (rekap.deret, rekap.sebelumnya) == (((2026, 14),), [])


@pytest.mark.parametrize("lalu", [0, 21])
def test_garis_dan_angkanya_pada_profil_dan_riwayat(client, lalu):
    hasil = _hasil()
    _jp(hasil.pegawai, 2026, 14)
    if lalu:
        _jp(hasil.pegawai, 2025, lalu)
    client.force_login(hasil.pegawai.pengguna)

    for nama in ("penilaian:profil", "pelatihan:riwayat-daftar"):
        isi = client.get(reverse(nama)).content.decode()

        assert ('<svg class="tren"' in isi) is bool(lalu)
        assert ("2025: 21 JP" in isi) is bool(lalu)
