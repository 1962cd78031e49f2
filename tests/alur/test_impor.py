"""The monthly import: a dirty file, one kind of change left out, refused rows, undo."""

import io
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from python_calamine import CalamineWorkbook

from pegawai.models import Pegawai, Peran
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, buku
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan

SANDI = "kuda biru makan rumput 7"
KOLOM = ("NIP BARU", "NAMA", "UNOR NAMA", "PENDIDIKAN NAMA")


@pytest.fixture
def analis(transactional_db, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    call_command("muat_referensi", verbosity=0)
    opd = UnitKerjaFactory(nama="Dinas Sosial")
    PegawaiFactory(nip=NIP, nama="Yublina Nale", unit_kerja=opd, pendidikan="D-3")
    PegawaiFactory(nip=NIP_LAIN, nama="Ester Tefa", unit_kerja=opd)
    PegawaiFactory(nama="Soleman Bria", unit_kerja=opd)
    akun = akun_berperan(Peran.ANALIS, nama="Maria Seran")
    akun.set_password(SANDI)
    akun.save()
    return akun


@pytest.fixture
def berkas(tmp_path):
    """Another name and education, somebody new, a number that lost a digit."""
    tempat = tmp_path / "data november.xlsx"
    isi = buku(
        (NIP, "Yublina Nalle", "Dinas Sosial", "S-1 Hukum"),
        (NIP_LAIN, "Ester Tefa", "Dinas Sosial", "-"),
        (NIP_PPPK, "Markus Lopo", "Dinas Sosial", "-"),
        (NIP[:17], "Dorkas Ndun", "Dinas Sosial", "-"),
        kolom=KOLOM,
    )
    tempat.write_bytes(isi.getvalue())
    return tempat


def isi_kota():
    return {p.nip: (p.nama, p.pendidikan) for p in Pegawai.objects.all()}


def unggah(laman, berkas):
    laman.buka("/impor/unggah/")
    laman.lakukan(lambda p: p.locator("input[type=file]").set_input_files(str(berkas)))
    laman.lakukan(lambda p: p.locator("main form button[type=submit]").first.click())
    laman.tunggu_teks("Belum ada data yang diubah")
    return laman.teks()


def tanpa_jenis(laman, nama):
    laman.lakukan(lambda p: p.get_by_label(re.compile(f"^{nama}")).uncheck())
    laman.klik("Terapkan pilihan jenis")
    return laman.teks()


def jalankan(laman):
    laman.lakukan(lambda p: p.get_by_label("tetap menjalankannya").check())
    laman.klik(re.compile(r"^Impor 2 baris"))
    laman.tunggu_teks("Impor selesai")
    return laman.teks()


def unduh_ditolak(laman):
    def unduh(p):
        with p.expect_download() as unduhan:
            p.get_by_role("link", name="Unduh baris yang ditolak").click()
        return unduhan.value.suggested_filename, Path(unduhan.value.path()).read_bytes()

    nama, isi = laman.lakukan(unduh)
    buku_kerja = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return nama, buku_kerja.get_sheet_by_index(0).to_python()


def urungkan(laman):
    laman.ikuti("Urungkan seluruh impor ini")
    rencana = laman.teks()
    laman.klik("Urungkan impor")
    laman.tunggu_teks("Impor diurungkan")
    return rencana


def test_impor_bulanan_kotor_sampai_diurungkan(laman, analis, berkas, pekerja):
    sebelum = isi_kota()
    laman.masuk(analis.nama_akun, SANDI)

    pratinjau = unggah(laman, berkas)
    tetap = isi_kota()
    dipilih = tanpa_jenis(laman, "Pendidikan")
    jalankan(laman)
    sesudah = isi_kota()
    nama, ditolak = unduh_ditolak(laman)
    rencana = urungkan(laman)

    assert tetap == sebelum
    assert "Yublina Nalle" in pratinjau
    assert "Perubahan lebih banyak daripada biasanya" in pratinjau
    assert "1 pegawai tidak ada dalam berkas" in pratinjau
    assert "pratinjau dihitung ulang" in dipilih
    assert sesudah[NIP] == ("Yublina Nalle", "D-3")
    assert sesudah[NIP_PPPK] == ("Markus Lopo", "")
    assert nama == "ditolak-data november.xlsx"
    assert ditolak[1][:2] == [NIP[:17], "Dorkas Ndun"]
    assert "Hanya 17 digit." in ditolak[1][-1]
    assert "Orang baru yang belum dipakai" in rencana
    assert isi_kota() == sebelum
