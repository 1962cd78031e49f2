"""Staff files for tests: small workbooks with only the columns that matter."""

import io
import zipfile

import xlsxwriter

from pegawai.models import BerkasImpor
from pegawai.services.impor_muat import muat_berkas
from pegawai.services.impor_periksa import nilai_baris
from pegawai.services.impor_tampung import simpan_tampungan
from tests.pabrik.impor import BerkasImporFactory

NIP = "199001012020121007"
NIP_LAIN = "198402292010012001"
NIP_PPPK = "199203152023212005"


def buku(*baris, kolom=("NIP BARU", "NAMA"), judul=0, lembar="Data", isi=None):
    """A workbook: one row a tuple, in the order of `kolom`; returns a BytesIO."""
    aliran = io.BytesIO()
    wb = xlsxwriter.Workbook(aliran, {"in_memory": True, "strings_to_formulas": False})
    ws = wb.add_worksheet(lembar)
    for n in range(judul):
        ws.merge_range(n, 0, n, 3, f"DAFTAR PEGAWAI {n}")
    ws.write_row(judul, 0, kolom)
    for n, satu in enumerate(baris, judul + 1):
        for letak, nilai in enumerate(satu):
            ws.write(n, letak, nilai)
    if isi is not None:
        isi(wb, ws)
    wb.close()
    aliran.seek(0)
    return aliran


def baca(*baris, oleh=None, pilihan=None, **lain):
    """Staged and judged import of such a workbook."""
    impor = BerkasImporFactory(
        oleh=oleh, pilihan=pilihan or {}, status=BerkasImpor.Status.SIAP
    )
    aliran = buku(*baris, **lain)
    muat_berkas(impor=impor, aliran=aliran, terbanyak=None)
    nilai_baris(impor=impor)
    simpan_tampungan(semua=True)
    return impor


def satu(impor):
    """The only row of an import."""
    return impor.baris.get()


def arsip(**anggota):
    """A zip that pretends to be a workbook; member `a__b` is the path a/b."""
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("xl/workbook.xml", "<workbook/>")
        for nama, isi in anggota.items():
            z.writestr(nama.replace("__", "/") + ".xml", isi)
    aliran.seek(0)
    return aliran
