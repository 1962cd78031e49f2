"""Import of results."""

import io
from decimal import Decimal

import pytest
import time_machine
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from pegawai.dasar.alat.galat import AturanDilanggar
from penilaian.models import NilaiKompetensi, Penilaian, PeriodePenilaian
from penilaian.services import impor as layanan
from penilaian.services.impor import (
    batalkan_impor,
    jalankan_impor,
    minta_jalankan,
    unggah_hasil,
)
from tests.pabrik.pegawai import KompetensiFactory, PegawaiFactory
from tests.pabrik.penilaian import PeriodePenilaianFactory

pytestmark = pytest.mark.usefixtures("_hari")


@pytest.fixture
def _hari():
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        yield


def berkas(*baris, kepala=("NIP", "NAMA", "M.01", "M.02"), nama="hasil.xlsx"):
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet()
        for r, sel in enumerate([kepala, *baris]):
            for k, nilai in enumerate(sel):
                lembar.write(r, k, nilai)
    return SimpleUploadedFile(nama, isi.getvalue())


@pytest.fixture
def kompetensi():
    return [KompetensiFactory(kode="M.01"), KompetensiFactory(kode="M.02")]


def test_jalankan_impor_menulis_peserta_dan_nilai(analis, kompetensi):
    periode = PeriodePenilaianFactory()
    satu, dua = PegawaiFactory(), PegawaiFactory()
    impor = unggah_hasil(
        periode=periode,
        berkas=berkas([satu.nip, "A", 3, "2"], [f"'{dua.nip}", "B", 0, ""]),
        oleh=analis,
    )
    assert (impor.jumlah_baik, impor.jumlah_ditolak) == (2, 0)
    assert not Penilaian.objects.exists()

    jalankan_impor(impor=impor, oleh=analis)

    hasil = {p.pegawai_id: p for p in Penilaian.objects.all()}
    assert hasil[satu.pk].lengkap
    assert not hasil[dua.pk].lengkap
    assert hasil[satu.pk].jabatan == satu.jabatan
    nilai = NilaiKompetensi.objects.filter(penilaian=hasil[satu.pk]).order_by("pk")
    assert [n.level_capaian for n in nilai] == [Decimal(3), Decimal(2)]
    impor.refresh_from_db()
    assert impor.baris == []


def test_unggah_hasil_menyebut_kesalahan_menurut_baris_dan_kolom(analis, kompetensi):
    orang = PegawaiFactory()
    lain = PegawaiFactory()

    impor = unggah_hasil(
        periode=PeriodePenilaianFactory(),
        berkas=berkas(
            [orang.nip, "A", 2.5, 3],
            ["199001012020121999", "B", 2, 2],
            [199001012020121999, "C", 2, 2],
            [lain.nip, "D", 2, 2],
            [lain.nip, "D", 3, 3],
            [orang.nip, "A", 6, "tiga"],
            ["", "", "", ""],
        ),
        oleh=analis,
    )

    assert [(g["baris"], g["kolom"], g["nilai"]) for g in impor.galat] == [
        (2, "NIP", orang.nip),
        (2, "M.01", "2.5"),
        (3, "NIP", "199001012020121999"),
        (4, "NIP", impor.galat[3]["nilai"]),
        (5, "NIP", lain.nip),
        (6, "NIP", lain.nip),
        (7, "NIP", orang.nip),
        (7, "M.01", "6"),
        (7, "M.02", "tiga"),
    ]
    assert "angka" in impor.galat[3]["sebab"]
    assert (impor.jumlah_baik, impor.jumlah_ditolak) == (0, 6)


def test_seorang_dua_kali_dengan_isi_lain_ditolak_semua(analis, kompetensi):
    satu, dua = PegawaiFactory(), PegawaiFactory()

    impor = unggah_hasil(
        periode=PeriodePenilaianFactory(),
        berkas=berkas(
            [satu.nip, "A", 3, 2], [dua.nip, "B", 1, 1], [satu.nip, "A", 3, 1]
        ),
        oleh=analis,
    )

    assert [b["pegawai"] for b in impor.baris] == [dua.pk]
    assert [(g["baris"], g["kolom"]) for g in impor.galat] == [(2, "NIP"), (4, "NIP")]
    assert "baris 4 dengan isi lain" in impor.galat[0]["sebab"]
    assert impor.jumlah_ditolak == 2


def test_seorang_dua_kali_dengan_isi_sama_dihitung_sekali(analis, kompetensi):
    satu = PegawaiFactory()

    impor = unggah_hasil(
        periode=PeriodePenilaianFactory(),
        berkas=berkas([satu.nip, "A", 3, 2], [satu.nip, "A lagi", "3", 2]),
        oleh=analis,
    )

    assert (impor.jumlah_baik, impor.jumlah_ditolak) == (1, 0)
    assert any("1 baris sama persis" in c for c in impor.catatan)


def test_jalankan_impor_dua_kali_tidak_mengubah_apa_pun(analis, kompetensi):
    orang = PegawaiFactory()
    impor = unggah_hasil(
        periode=PeriodePenilaianFactory(),
        berkas=berkas([orang.nip, "A", 3, 2]),
        oleh=analis,
    )
    pertama = jalankan_impor(impor=impor, oleh=analis)

    kedua = jalankan_impor(impor=impor, oleh=analis)

    assert kedua.selesai_pada == pertama.selesai_pada
    assert Penilaian.objects.get().versi == 1


def test_jalankan_impor_mengulang_memperbarui_nilai(analis, kompetensi):
    periode, orang = PeriodePenilaianFactory(), PegawaiFactory()
    for level in (1, 4):
        impor = unggah_hasil(
            periode=periode, berkas=berkas([orang.nip, "A", level, ""]), oleh=analis
        )
        jalankan_impor(impor=impor, oleh=analis)

    assert NilaiKompetensi.objects.get().level_capaian == 4


@pytest.mark.parametrize("status", ["RENCANA", "DITUTUP"])
def test_unggah_hasil_periode_tidak_berjalan_ditolak(analis, kompetensi, status):
    periode = PeriodePenilaianFactory(status=status)

    with pytest.raises(AturanDilanggar) as galat:
        unggah_hasil(periode=periode, berkas=berkas(), oleh=analis)

    assert galat.value.kode == "periode_tidak_berjalan"


def test_jalankan_impor_periode_ditutup_sementara_ditolak(analis, kompetensi):
    periode, orang = PeriodePenilaianFactory(), PegawaiFactory()
    impor = unggah_hasil(
        periode=periode, berkas=berkas([orang.nip, "A", 3, 2]), oleh=analis
    )
    PeriodePenilaian.objects.update(status="DITUTUP")

    with pytest.raises(AturanDilanggar) as galat:
        jalankan_impor(impor=impor, oleh=analis)

    assert galat.value.kode == "periode_tidak_berjalan"
    assert not Penilaian.objects.exists()


@pytest.mark.parametrize(
    ("unggahan", "kode"),
    [
        (SimpleUploadedFile("a.xlsx", b"bukan"), "bukan_buku_kerja"),
        (SimpleUploadedFile("a.csv", b"NIP"), "bukan_xlsx"),
        (SimpleUploadedFile("a.xlsx", b""), "bukan_buku_kerja"),
    ],
)
def test_unggah_hasil_berkas_rusak_ditolak(analis, unggahan, kode):
    with pytest.raises(AturanDilanggar) as galat:
        unggah_hasil(periode=PeriodePenilaianFactory(), berkas=unggahan, oleh=analis)

    assert galat.value.kode == kode


@pytest.mark.parametrize("kepala", [("NAMA", "M.01"), ("NIP", "NAMA")])
def test_unggah_hasil_tanpa_kolom_ditolak(analis, kompetensi, kepala):
    with pytest.raises(AturanDilanggar) as galat:
        unggah_hasil(
            periode=PeriodePenilaianFactory(),
            berkas=berkas(kepala=kepala),
            oleh=analis,
        )

    assert galat.value.kode == "kolom_tidak_ada"


def test_batalkan_impor_membuang_nilai(analis, kompetensi):
    orang = PegawaiFactory()
    impor = unggah_hasil(
        periode=PeriodePenilaianFactory(),
        berkas=berkas([orang.nip, "A", 3, 2]),
        oleh=analis,
    )

    batalkan_impor(impor=impor, oleh=analis)

    impor.refresh_from_db()
    assert impor.baris == []
    with pytest.raises(AturanDilanggar) as galat:
        jalankan_impor(impor=impor, oleh=analis)
    assert galat.value.kode == "impor_kosong"


def test_minta_jalankan_banyak_baris_menjadi_pekerjaan(analis, kompetensi, monkeypatch):
    monkeypatch.setattr(layanan, "SEKALIGUS", 0)
    orang = PegawaiFactory()
    impor = unggah_hasil(
        periode=PeriodePenilaianFactory(),
        berkas=berkas([orang.nip, "A", 3, 2]),
        oleh=analis,
    )

    pekerjaan = minta_jalankan(impor=impor, oleh=analis)
    layanan.jalankan_lewat_pekerjaan(pekerjaan=pekerjaan, **pekerjaan.argumen)

    assert Penilaian.objects.count() == 1
