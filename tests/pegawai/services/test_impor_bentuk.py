"""Files of every shape: ODS, CSV of any program, headers told by hand."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pegawai.dasar.alat.arsip import periksa_ods
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import BerkasImpor, PemetaanKolom
from pegawai.services.impor import unggah_impor
from pegawai.services.impor_pemetaan import pemetaan_kini, petakan_kolom
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, buku
from tests.pabrik.xls import buku_xls


def ods(*baris, sel=""):
    """The smallest OpenDocument sheet."""
    isi = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell{sel} office:value-type="string"><text:p>{x}</text:p>'
            "</table:table-cell>"
            for x in satu
        )
        + "</table:table-row>"
        for satu in baris
    )
    ruang = "urn:oasis:names:tc:opendocument:xmlns:"
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("META-INF/manifest.xml", '<m:manifest xmlns:m="urn:x"></m:manifest>')
        z.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{ruang}office:1.0" '
            f'xmlns:table="{ruang}table:1.0" xmlns:text="{ruang}text:1.0">'
            "<office:body><office:spreadsheet>"
            f'<table:table table:name="Data">{isi}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return aliran.getvalue()


def unggah(isi, nama, oleh, **lain):
    """Upload and check as the worker would."""
    impor = unggah_impor(berkas=SimpleUploadedFile(nama, isi), oleh=oleh, **lain)
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    return impor


def orang(impor):
    return list(impor.baris.order_by("nomor_baris").values_list("nip", "nama"))


def test_unggah_ods_dibaca(analis):
    impor = unggah(ods(("NIP BARU", "NAMA"), (NIP, "Maria")), "data.ods", analis)

    assert impor.status == "SIAP"
    assert orang(impor) == [(NIP, "Maria")]


def test_unggah_xls_dibaca(analis):
    isi = buku_xls(
        ("DAFTAR PEGAWAI",), ("NIP BARU", "NAMA"), (NIP, "Maria"), (1.99e17, "Ester")
    )

    impor = unggah(isi, "data lama.xls", analis)

    assert impor.status == "SIAP"
    assert orang(impor) == [(NIP, "Maria"), ("", "Ester")]
    assert impor.ringkasan["ditolak"] == 1


def test_unggah_xls_rusak_ditolak(analis):
    isi = buku_xls(("NIP BARU", "NAMA"), (NIP, "Maria"))[:700]

    with pytest.raises(AturanDilanggar, match="bukan buku kerja Excel"):
        unggah(isi, "data.xls", analis)

    assert not BerkasImpor.objects.exists()


def test_unggah_ods_sel_berulang_ribuan_ditolak(analis):
    isi = ods(("NIP", "NAMA"), sel=' table:number-columns-repeated="16384"')

    with pytest.raises(AturanDilanggar, match="mengulang satu sel"):
        unggah(isi, "data.ods", analis)


@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252"])
def test_unggah_csv_pemisah_dan_sandi(analis, pemisah, sandi):
    isi = f'NIP{pemisah}Nama Pegawai\r\n{NIP}{pemisah}"René, S.H., M.Si."\r\n'

    impor = unggah(isi.encode(sandi), "data.csv", analis)

    assert orang(impor) == [(NIP, "René, S.H., M.Si.")]


def test_unggah_csv_dengan_judul_di_atas_dan_koma_dalam_nama(analis):
    isi = (
        f"DAFTAR, PEGAWAI, KOTA, KUPANG\nNO;NIP;NAMA\n1;{NIP};Maria, S.H., M.H., M.M.\n"
    )

    impor = unggah(isi.encode(), "data.csv", analis)

    assert orang(impor) == [(NIP, "Maria, S.H., M.H., M.M.")]


def test_unggah_csv_sel_sejuta_huruf_menolak_barisnya_saja(analis):
    isi = f"NIP,NAMA,PENDIDIKAN\n{NIP},{'x' * 1_000_000},a\n{NIP_LAIN},Ester,b\n"

    impor = unggah(isi.encode(), "data.csv", analis)

    assert list(
        impor.baris.order_by("nomor_baris").values_list("tindakan", flat=True)
    ) == ["DITOLAK", "BARU"]
    assert len(impor.baris.first().asli[1]) == 32_000


def test_unggah_csv_kutip_tidak_ditutup_menjelaskan(analis, monkeypatch):
    monkeypatch.setattr("pegawai.dasar.alat.aliran_csv.SEL_TERBESAR", 1000)
    isi = f'NIP,NAMA\n{NIP},"Maria\n' + "x\n" * 1000

    impor = unggah(isi.encode(), "data.csv", analis)

    assert impor.status == "GAGAL"
    assert "tidak dapat dibaca sebagai CSV" in impor.galat


@pytest.mark.parametrize(
    ("nama", "buat"),
    [("data.xlsx", lambda *b: buku(*b).getvalue()), ("data.ods", ods)],
)
def test_unggah_terlalu_banyak_baris_ditolak_sebelum_dibuka(
    analis, monkeypatch, nama, buat
):
    monkeypatch.setattr("pegawai.services.impor.BARIS_TERBANYAK", 5)

    with pytest.raises(AturanDilanggar, match="perintah impor_pegawai"):
        unggah(buat(*[(NIP, "Maria")] * 40), nama, analis)

    assert not BerkasImpor.objects.exists()
    assert unggah_impor(
        berkas=SimpleUploadedFile(nama, buat(*[(NIP, "Maria")] * 29)), oleh=analis
    ).pk


def test_periksa_ods_menghitung_baris_lembar_terpanjang():
    panjang = ods(*[(NIP, "Maria" * 4000)] * 30)  # read in more than one piece
    baris = "<table:table-row/>"
    dua = ods(
        (NIP, "Maria"),
        (NIP, f"x</text:p></table:table-cell></table:table-row>{baris * 3}"
         f"</table:table><table:table table:name='B'>{baris * 4}<table:table-row>"
         "<table:table-cell><text:p>"),
    )  # fmt: skip

    assert periksa_ods(io.BytesIO(panjang)) == 30
    assert periksa_ods(io.BytesIO(dua)) == 5


def test_unggah_pppk_paruh_waktu_dari_jenis_berkas(analis):
    isi = f"NIP,NAMA\n{NIP_PPPK},Yuli\n{NIP},Maria\n".encode()

    impor = unggah(isi, "data.csv", analis, jenis_berkas="pppk_paruh")

    assert list(
        impor.baris.order_by("nomor_baris").values_list("paruh_waktu", flat=True)
    ) == [True, None]


def test_unggah_judul_asing_dipetakan_sekali_lalu_dipakai_lagi(analis):
    isi = f"No Induk;Nama Orang;Catatan\n{NIP};Maria;x\n".encode()
    impor = unggah(isi, "lokal.csv", analis)
    menunggu = impor.status

    petakan_kolom(
        impor=impor,
        nama="Daftar dinas",
        kolom={"No Induk": "NIP BARU", "Nama Orang": "NAMA", "Catatan": ""},
        oleh=analis,
    )
    impor.refresh_from_db()
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    lagi = unggah(isi.replace(b"Maria", b"Maria S."), "lokal2.csv", analis)

    assert menunggu == "PEMETAAN"
    assert (impor.status, orang(impor)) == ("SIAP", [(NIP, "Maria")])
    assert PemetaanKolom.objects.get().nama == "Daftar dinas"
    assert (lagi.status, orang(lagi)) == ("SIAP", [(NIP, "Maria S.")])
    assert lagi.ringkasan["kolom_asing"] == []


def test_unggah_judul_asing_disebut_dan_dapat_dipetakan(analis):
    isi = f"NIP;NAMA;Pend Akhir;KET\n{NIP};Maria;Hukum;x\n".encode()
    impor = unggah(isi, "lokal.csv", analis)

    assert impor.ringkasan["kolom_asing"] == ["Pend Akhir"]
    assert pemetaan_kini(impor) == [
        ("NIP", "NIP BARU"),
        ("NAMA", "NAMA"),
        ("Pend Akhir", ""),
        ("KET", ""),
    ]


@pytest.mark.parametrize(
    ("kolom", "pesan"),
    [
        ({"A": "NIP BARU", "B": "NIP BARU"}, "lebih dari sekali"),
        ({"A": "NIP BARU", "B": ""}, "yang berisi NAMA"),
    ],
)
def test_petakan_kolom_ganda_atau_kurang_ditolak(analis, kolom, pesan):
    impor = unggah(f"A;B\n{NIP};Maria\n".encode(), "lokal.csv", analis)

    with pytest.raises(AturanDilanggar, match=pesan):
        petakan_kolom(impor=impor, nama="x", kolom=kolom, oleh=analis)
