"""Wording of the dictionary."""

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import Jabatan, LevelKompetensi
from pegawai.services.jabatan import ubah_jabatan
from pegawai.services.kompetensi import buat_kompetensi, ubah_kompetensi
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    KamusFactory,
    KompetensiFactory,
    PenggunaFactory,
)


def isi(kompetensi):
    return dict(kompetensi.level.order_by("level").values_list("level", "uraian"))


def test_ubah_kompetensi_menulis_rumusan_dan_level():
    kompetensi = KompetensiFactory()
    LevelKompetensi.objects.create(kompetensi=kompetensi, level=1, uraian="lama")
    LevelKompetensi.objects.create(kompetensi=kompetensi, level=2, uraian="hapus")

    hasil = ubah_kompetensi(
        kompetensi=kompetensi,
        nama="Integritas",
        definisi="Jujur",
        level={1: ("baru", ""), 2: ("", ""), 3: ("tiga", "3.1 teliti")},
        versi=1,
        oleh=PenggunaFactory(),
    )

    assert (hasil.nama, hasil.definisi, hasil.versi) == ("Integritas", "Jujur", 2)
    assert isi(kompetensi) == {1: "baru", 3: "tiga"}


def test_ubah_kompetensi_versi_usang_tidak_menyimpan():
    kompetensi = KompetensiFactory(nama="Asli", versi=2)

    with pytest.raises(AturanDilanggar) as galat:
        ubah_kompetensi(
            kompetensi=kompetensi,
            nama="Lain",
            definisi="",
            level={1: ("x", "")},
            versi=1,
            oleh=PenggunaFactory(),
        )

    kompetensi.refresh_from_db()
    assert galat.value.kode == "versi_usang"
    assert (kompetensi.nama, isi(kompetensi)) == ("Asli", {})


def test_buat_kompetensi_dan_kode_ganda_ditolak():
    KamusFactory()
    data = {
        "nama": "Arsip",
        "jenis": "TEKNIS",
        "definisi": "d",
        "level": {1: ("a", "")},
    }
    oleh = PenggunaFactory()

    kompetensi = buat_kompetensi(kode="T.01", **data, oleh=oleh)
    with pytest.raises(AturanDilanggar) as galat:
        buat_kompetensi(kode="T.01", **data, oleh=oleh)

    assert isi(kompetensi) == {1: "a"}
    assert galat.value.kode == "kode_ganda"


def test_ubah_jabatan_memberi_jenjang_dan_jenis():
    jabatan = JabatanFactory(jenjang=None, jenis="")
    jenjang = JenjangFactory(kode="PENGAWAS", jenis="STRUKTURAL")
    data = {"jabatan": jabatan, "jenjang": jenjang, "kelas_jabatan": 9}

    hasil = ubah_jabatan(**data, versi=1, oleh=PenggunaFactory())
    ulang = ubah_jabatan(**data, versi=2, oleh=PenggunaFactory())

    assert (hasil.jenjang, hasil.jenis, hasil.kelas_jabatan) == (
        jenjang,
        "STRUKTURAL",
        9,
    )
    assert ulang.versi == 2


def test_ubah_jabatan_versi_usang_ditolak():
    jabatan = JabatanFactory(versi=3)

    with pytest.raises(AturanDilanggar) as galat:
        ubah_jabatan(
            jabatan=jabatan,
            jenjang=None,
            kelas_jabatan=None,
            versi=2,
            oleh=PenggunaFactory(),
        )

    assert galat.value.kode == "versi_usang"
    assert Jabatan.objects.get(pk=jabatan.pk).jenjang is not None
