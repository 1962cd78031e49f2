"""Level of a post from its name."""

import csv
from pathlib import Path

import pytest

from pegawai.models import Jabatan, Jenjang, PolaJenjang
from pegawai.services.jabatan import tetapkan_jenjang
from tests.pabrik.pegawai import JabatanFactory, JenjangFactory

POLA = [
    (5, "pelaksana|fungsional[ _]?umum", ".*", "PELAKSANA"),
    (10, "struktural", "^(sekretaris daerah|sekda)([^a-z]|$)", "JPT_PRATAMA"),
    (20, "struktural", "^(kepala (dinas|badan))", "JPT_PRATAMA"),
    (40, "struktural", "^(kepala bidang|kabid)", "ADMINISTRATOR"),
    (80, "fungsional", "(^|[^a-z])(ahli muda([^a-z]|$)|muda$)", "JF_AHLI_MUDA"),
]


@pytest.fixture
def pola():
    for urutan, jenis, nama, kode in POLA:
        PolaJenjang.objects.create(
            urutan=urutan,
            pola_jenis=jenis,
            pola_nama=nama,
            jenjang=JenjangFactory(kode=kode),
        )


@pytest.mark.parametrize(
    ("jenis", "nama", "kode"),
    [
        ("STRUKTURAL", "Kepala Dinas Kesehatan", "JPT_PRATAMA"),
        ("STRUKTURAL", "  kepala   BIDANG Pelayanan", "ADMINISTRATOR"),
        ("STRUKTURAL", "Sekretaris Daerah Kota Kupang", "JPT_PRATAMA"),
        ("STRUKTURAL", "Sekretaris", None),
        ("FUNGSIONAL", "Perencana Ahli Muda", "JF_AHLI_MUDA"),
        ("FUNGSIONAL", "Guru", None),
        ("PELAKSANA", "Kepala Bidang Arsip", "PELAKSANA"),
        ("", "Kepala Dinas Kesehatan", None),
    ],
)
def test_tetapkan_jenjang_menurut_pola_pertama(pola, jenis, nama, kode):
    jabatan = JabatanFactory(nama=nama, jenis=jenis, jenjang=None)

    tetapkan_jenjang(oleh=None)

    jabatan.refresh_from_db()
    assert (jabatan.jenjang and jabatan.jenjang.kode) == kode


def test_tetapkan_jenjang_dua_kali_dan_tidak_menimpa(pola):
    milik_orang = JabatanFactory(
        nama="Kepala Dinas A", jenis="STRUKTURAL", jenjang=JenjangFactory(kode="LAIN")
    )
    JabatanFactory(nama="Kepala Dinas B", jenis="STRUKTURAL", jenjang=None)

    assert tetapkan_jenjang(oleh=None) == 1
    assert tetapkan_jenjang(oleh=None) == 0
    milik_orang.refresh_from_db()
    assert milik_orang.jenjang.kode == "LAIN"


def test_tetapkan_jenjang_hanya_yang_diminta(pola):
    satu, dua = (
        JabatanFactory(nama=f"Kabid {n}", jenis="STRUKTURAL", jenjang=None)
        for n in (1, 2)
    )

    assert tetapkan_jenjang(jabatan_ids=[satu.pk], oleh=None) == 1
    assert Jabatan.objects.get(pk=dua.pk).jenjang is None


def test_tetapkan_jenjang_seribu_jabatan_satu_pernyataan(
    pola, django_assert_num_queries
):
    JabatanFactory.create_batch(30, jenis="PELAKSANA", jenjang=None)

    with django_assert_num_queries(4):  # savepoint, lock, update, release
        jumlah = tetapkan_jenjang(oleh=None)

    assert jumlah == 30


def test_pola_referensi_terbaca_postgresql():
    berkas = Path(__file__).parents[3] / "pegawai" / "referensi" / "pola_jenjang.csv"
    if not berkas.exists():
        pytest.skip("referensi belum ada")
    with berkas.open(encoding="utf-8") as f:
        for baris in csv.DictReader(f):
            PolaJenjang.objects.create(
                urutan=baris["urutan"],
                pola_jenis=baris["jenis_jabatan_siasn"],
                pola_nama=baris["pola_nama_jabatan"],
                jenjang=JenjangFactory(kode=baris["jenjang"]),
            )
    lurah = JabatanFactory(nama="Lurah Oesapa", jenis="STRUKTURAL", jenjang=None)

    tetapkan_jenjang(oleh=None)

    assert Jenjang.objects.get(jabatan=lurah).kode == "PENGAWAS"
