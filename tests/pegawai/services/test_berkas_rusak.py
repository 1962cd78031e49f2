"""Files damaged on their way: a sentence or a reading, never another error."""

import io
import random
import struct
import zipfile

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.services.impor_muat import buka_berkas, periksa_sebelum_buka
from pegawai.services.kamus_berkas import (
    baca_moodle,
    baca_xlsx,
    ekspor_moodle,
    ekspor_xlsx,
)
from pegawai.services.standar_berkas import baca_standar, ekspor_standar
from tests.pabrik.lembar import NIP, NIP_LAIN, buku
from tests.pabrik.pegawai import (
    JabatanFactory,
    KompetensiFactory,
    StandarButirFactory,
)
from tests.pabrik.xls import buku_xls
from tests.pegawai.services.test_impor_bentuk import ods

ANEH = (b"\xff\xff\xff\xff", b"\0\0\0\0", b"99999999999", b"-1", b'"', b"<", b"&#0;")
pytestmark = pytest.mark.django_db
BARIS = (
    ("NIP BARU", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "TMT JABATAN"),
    (NIP, "Maria", "01-01-1990", "F", "2020-01-01"),
    (NIP_LAIN, "Ester", "5", "M", "31-02-2020"),
)


def _rusak(isi, acak):
    """A few bytes changed, lost, doubled or put in."""
    isi = bytearray(isi)
    for _ in range(acak.choice((1, 1, 2, 5, 20))):
        letak = acak.randrange(len(isi))
        cara = acak.randrange(5)
        if cara == 0:
            isi[letak] = acak.randrange(256)
        elif cara == 1 and len(isi) > 100:
            del isi[letak : letak + acak.randrange(1, 40)]
        elif cara == 2:
            isi[letak:letak] = acak.randbytes(acak.randrange(1, 12))
        elif cara == 3:
            isi[letak:letak] = isi[letak : letak + acak.randrange(1, 60)]
        else:
            isi[letak : letak + 4] = acak.choice(ANEH)
    return bytes(isi)


def _ganti_anggota(isi, kena, ganti):
    """One member of the archive changed, the archive itself whole."""
    hasil = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as asal,
        zipfile.ZipFile(hasil, "w") as tujuan,
    ):
        for nama in asal.namelist():
            satu = asal.read(nama)
            tujuan.writestr(nama, ganti(satu) if nama == kena else satu)
    return hasil.getvalue()


def _rusak_di_dalam(isi, acak):
    with zipfile.ZipFile(io.BytesIO(isi)) as asal:
        kena = acak.choice(asal.namelist())
    return _ganti_anggota(isi, kena, lambda satu: _rusak(satu, acak))


def _berkas_rusak(isi, banyak):
    acak = random.Random(20261128)
    for _ in range(banyak):
        dalam = isi.startswith(b"PK") and acak.random() < 0.7
        yield _rusak_di_dalam(isi, acak) if dalam else _rusak(isi, acak)


def _hitung(isi, baca, banyak=150):
    """How many damaged files were read and how many refused; any other error is raised."""
    dibaca = ditolak = 0
    for rusak in _berkas_rusak(isi, banyak):
        try:
            baca(rusak)
            dibaca += 1
        except AturanDilanggar:
            ditolak += 1
    return dibaca, ditolak


@pytest.mark.parametrize(
    ("nama", "isi", "banyak"),
    [
        ("a.xlsx", buku(*BARIS[1:], kolom=BARIS[0]).getvalue(), 150),
        ("a.ods", ods(*BARIS), 40),
        ("a.xls", buku_xls(*BARIS), 40),
        ("a.csv", "\n".join(";".join(baris) for baris in BARIS).encode(), 150),
    ],
    ids=["xlsx", "ods", "xls", "csv"],
)
def test_berkas_pegawai_rusak_ditolak_atau_terbaca(nama, isi, banyak):
    dibaca, ditolak = _hitung(isi, lambda rusak: _baca(nama, rusak), banyak)

    assert min(dibaca, ditolak) > 0


def _baca(nama, isi):
    periksa_sebelum_buka(io.BytesIO(isi), nama=nama, terbanyak=25_000)
    return list(buka_berkas(io.BytesIO(isi), nama=nama).baris)


def test_ods_tak_ditutup_tidak_memutar_pembacanya():
    utuh = ods(*BARIS)
    rusak = _ganti_anggota(
        utuh, "content.xml", lambda isi: isi.replace(b"</table:table>", b"")
    )

    assert [sel[1] for _, sel in _baca("a.ods", utuh)] == ["Maria", "Ester"]
    with pytest.raises(AturanDilanggar, match="bukan buku kerja Excel"):
        _baca("a.ods", rusak)


def test_xls_bersel_jauh_hanya_menjatuhkan_pembukanya():
    utuh = buku_xls(*BARIS)
    letak = utuh.rindex(struct.pack("<HH", 2, 4))
    jauh = utuh[:letak] + b"\xff" * 4 + utuh[letak + 4 :]

    assert [sel[1] for _, sel in _baca("a.xls", utuh)] == ["Maria", "Ester"]
    with pytest.raises(AturanDilanggar, match="bukan buku kerja Excel"):
        _baca("a.xls", jauh)


def test_xls_terlalu_banyak_baris_ditolak_sebelum_dibuka():
    with pytest.raises(AturanDilanggar, match="lebih dari 1 baris"):
        periksa_sebelum_buka(
            io.BytesIO(buku_xls(*BARIS * 10)), nama="a.xls", terbanyak=1
        )


@pytest.fixture
def kamus():
    kompetensi = KompetensiFactory(kamus__nama="Arsip", kamus__kode="ARSIP")
    jabatan = JabatanFactory()
    StandarButirFactory(standar__jabatan=jabatan, kompetensi=kompetensi)
    return kompetensi.kamus


@pytest.mark.parametrize(
    ("isi", "baca"),
    [
        (lambda kamus: ekspor_xlsx(kamus), lambda b: baca_xlsx(io.BytesIO(b))),
        (lambda kamus: ekspor_moodle(kamus).encode(), baca_moodle),
        (lambda kamus: ekspor_standar(), lambda b: baca_standar(io.BytesIO(b))),
    ],
    ids=["kamus", "moodle", "standar"],
)
def test_berkas_kompetensi_rusak_ditolak_atau_terbaca(kamus, isi, baca):
    _, ditolak = _hitung(isi(kamus), baca)

    assert ditolak > 0
