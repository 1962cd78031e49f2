"""What is refused before a parser opens the file, each with what passes."""

import io
import zipfile

import pytest

from pegawai.dasar.alat.arsip import LANTAI_RASIO, periksa_arsip
from pegawai.dasar.alat.galat import AturanDilanggar
from tests.pabrik.lembar import NIP, arsip, buku


def kode_tolak(aliran):
    with pytest.raises(AturanDilanggar) as galat:
        periksa_arsip(aliran)
    assert galat.value.pesan.endswith(".")
    return galat.value.kode


def test_periksa_arsip_buku_kerja_sungguhan_lolos():
    isi = periksa_arsip(buku((NIP, "Maria Seran")))

    assert list(isi) == ["Data"]
    assert isi["Data"].baris == 2


def test_periksa_arsip_berkas_besar_yang_berulang_lolos():
    # 3,000 alike rows compress far better than real ones, and still pass.
    kolom = tuple(f"K{i}" for i in range(67))
    aliran = buku(*[("isi yang sama",) * 67] * 3000, kolom=kolom)

    assert periksa_arsip(aliran)["Data"].baris == 3001


@pytest.mark.parametrize("isi", [b"bukan buku kerja", b"", b"PK\x03\x04rusak"])
def test_periksa_arsip_bukan_buku_kerja_ditolak(isi):
    assert kode_tolak(io.BytesIO(isi)) == "bukan_buku_kerja"


def test_periksa_arsip_zip_lain_ditolak():
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w") as z:
        z.writestr("word/document.xml", "<w/>")

    assert kode_tolak(aliran) == "bukan_buku_kerja"


def test_periksa_arsip_excel_lama_menyebut_simpan_sebagai_xlsx():
    with pytest.raises(AturanDilanggar, match=r"Simpan sebagai .xlsx"):
        periksa_arsip(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600))


def test_periksa_arsip_bom_ditolak():
    aliran = arsip(xl__worksheets__sheet1="0" * (LANTAI_RASIO + 1024 * 1024))

    assert kode_tolak(aliran) == "arsip_terlalu_besar"


def test_periksa_arsip_terlalu_banyak_anggota_ditolak():
    aliran = arsip(**{f"xl__media__g{i}": "x" for i in range(1001)})

    assert kode_tolak(aliran) == "arsip_terlalu_banyak"


@pytest.mark.parametrize(
    "isi",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "<!doctype x><x/>",
        "<x/>".encode("utf-16"),
    ],
)
def test_periksa_arsip_dtd_ditolak(isi):
    assert kode_tolak(arsip(xl__sharedStrings=isi)) == "dtd"


def test_periksa_arsip_tautan_ke_buku_lain_ditolak():
    aliran = arsip(xl__externalLinks__externalLink1="<externalLink/>")

    assert kode_tolak(aliran) == "tautan_luar"


def test_periksa_arsip_makro_ditolak():
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w") as z:
        z.writestr("xl/workbook.xml", "<workbook/>")
        z.writestr("xl/vbaProject.bin", "x")

    assert kode_tolak(aliran) == "bukan_buku_kerja"


@pytest.mark.parametrize("sel", ["XFD1048576", "A9999999"])
def test_periksa_arsip_sel_jauh_di_luar_tabel_ditolak(sel):
    isi = f'<sheetData><row r="1"><c r="A1"/><c r="{sel}"/></row></sheetData>'

    assert kode_tolak(arsip(xl__worksheets__sheet1=isi)) == "lembar_terlalu_luas"


def test_periksa_arsip_rumus_dihitung_per_kolom():
    aliran = buku((NIP, "Maria"), isi=lambda wb, ws: ws.write_formula(1, 1, "=1+1"))

    assert periksa_arsip(aliran)["Data"].rumus == {"B": 1}
