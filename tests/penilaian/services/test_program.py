"""Programmes and what they need."""

from datetime import date

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from penilaian.services.program import (
    buat_program,
    hapus_kebutuhan,
    tambah_kebutuhan,
    ubah_program,
)
from tests.pabrik.pegawai import KompetensiFactory, PenggunaFactory, UnitKerjaFactory
from tests.pabrik.rencana import KebutuhanFactory, ProgramFactory


def buat(**lain):
    bawaan = {
        "kode": "1.01.01",
        "nama": "Penurunan stunting",
        "opd": UnitKerjaFactory(),
        "tanggal_mulai": date(2026, 1, 1),
        "tanggal_selesai": date(2026, 12, 31),
    }
    return buat_program(**(bawaan | lain), oleh=PenggunaFactory())


def test_buat_program():
    program = buat()

    assert program.status == "DIRENCANAKAN"
    assert program.get_absolute_url().startswith("/program/")


@pytest.mark.parametrize(
    ("kode", "lain"),
    [
        ("program_tanggal", {"tanggal_selesai": date(2025, 12, 31)}),
        ("program_kode_ganda", {}),
    ],
)
def test_buat_program_ditolak(kode, lain):
    ProgramFactory(kode="1.01.01")

    with pytest.raises(AturanDilanggar) as galat:
        buat(**lain)

    assert galat.value.kode == kode


def test_ubah_program_menaikkan_versi_dan_menolak_versi_lama():
    program = ProgramFactory()
    isi = {
        "nama": "Nama baru",
        "tanggal_mulai": program.tanggal_mulai,
        "tanggal_selesai": program.tanggal_selesai,
    }
    hasil = ubah_program(program=program, isi=isi, versi=1, oleh=PenggunaFactory())

    assert (hasil.nama, hasil.versi) == ("Nama baru", 2)
    with pytest.raises(AturanDilanggar) as galat:
        ubah_program(program=program, isi=isi, versi=1, oleh=PenggunaFactory())
    assert galat.value.kode == "versi_usang"


def test_tambah_kebutuhan_dua_kali_mengganti_jumlah():
    program, kompetensi = ProgramFactory(), KompetensiFactory()
    sama = {"program": program, "kompetensi": kompetensi, "level": 3}
    tambah_kebutuhan(**sama, jumlah_orang=2, oleh=PenggunaFactory())

    tambah_kebutuhan(**sama, jumlah_orang=5, oleh=PenggunaFactory())

    assert program.kebutuhan.get().jumlah_orang == 5


def test_hapus_kebutuhan_dua_kali():
    kebutuhan = KebutuhanFactory()

    hapus_kebutuhan(kebutuhan=kebutuhan, oleh=PenggunaFactory())
    hapus_kebutuhan(kebutuhan=kebutuhan, oleh=PenggunaFactory())

    assert kebutuhan.program.kebutuhan.count() == 0
