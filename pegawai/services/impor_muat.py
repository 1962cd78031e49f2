"""From the file into staging: guards, header, rows by COPY."""

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from django.db import connection, transaction

from pegawai.dasar.alat.aliran_csv import buka_csv
from pegawai.dasar.alat.arsip import (
    BUKAN_BUKU,
    jenis_buku,
    periksa_arsip,
    periksa_ods,
    tolak,
    ukur_terbatas,
)
from pegawai.dasar.alat.buku_kerja import Alias, Tabel, buka_buku, ringkas_kepala
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import BerkasImpor, PemetaanKolom
from pegawai.services import impor_kolom as k
from pegawai.services.impor_baris import PembacaBaris
from pegawai.services.impor_salin import KOLOM_SALIN, baris_salin
from pegawai.services.impor_tampung import STATISTIK, tampung_baris

KELOMPOK = 1000
BARIS_KEPALA = 25
SEL_TERPANJANG = 32_000  # what a cell of the workbook of refused rows can hold
BARIS_TERBANYAK = 25_000
# SIASN sends part-time and full-time PPPK as separate files that do not say so.
PARUH_WAKTU = {"pppk": False, "pppk_paruh": True}
AKHIR = "\t\t[]\t[]\n"  # tindakan, peringatan, perubahan: not judged yet


@transaction.atomic
def muat_berkas(
    *, impor: BerkasImpor, aliran: IO[bytes], terbanyak: int | None
) -> None:
    """Fill staging from the file; what an earlier, interrupted reading left goes first.

    The rows are judged next, and kept by `simpan_tampungan`.
    """
    tabel = buka_berkas(aliran, nama=impor.nama_berkas)
    pembaca = PembacaBaris(
        tabel.letak,
        hari_ini=impor.tanggal_berkas,
        paruh_waktu=PARUH_WAKTU.get(impor.pilihan.get("jenis_berkas", "")),
    )
    tampung_baris(impor=impor)
    jumlah = 0
    with _tanpa_pemulung():
        for kelompok in _berkelompok(_baris(tabel, pembaca, impor.pk)):
            jumlah += len(kelompok)
            if terbanyak is not None and jumlah > terbanyak:
                raise terlalu_banyak(terbanyak)
            _salin(kelompok)
    if not jumlah:
        raise tolak(
            "Tidak ada baris pegawai di bawah judul kolom. Periksa lembar kerja yang "
            "pertama terlihat.",
            "tanpa_baris",
        )
    impor.kolom = tabel.kepala
    impor.ringkasan = {
        "lembar": tabel.lembar,
        "lembar_lain": tabel.lembar_lain,
        "rumus": tabel.rumus,
        "baris_kepala": tabel.baris_kepala,
        "jumlah": jumlah,
        "kolom_asing": tabel.asing,
    }
    impor.save()
    with connection.cursor() as kursor:
        kursor.execute(STATISTIK)


@contextmanager
def _tanpa_pemulung() -> Iterator[None]:
    """Rows are lists of text, freed when they are done: no cycles to be searched for.

    The search would cost a tenth of the reading.
    """
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()


def buka_berkas(aliran: IO[bytes], *, nama: str) -> Tabel:
    """The table of an XLSX, XLS, ODS or CSV; the content decides, not the name."""
    alias = Alias(
        k.alias_kolom(),
        k.WAJIB,
        dict(PemetaanKolom.objects.values_list("sidik", "pemetaan")),
        k.kepala_dikenal(),
    )
    jenis = jenis_buku(aliran)
    if not jenis and nama.lower().endswith((".csv", ".txt")):
        return buka_csv(aliran, alias=alias)
    if jenis == "ods":
        periksa_ods(aliran)
        ukur_terbatas(aliran)
        return buka_buku(aliran, alias=alias, isi={})
    if jenis == "xls":
        ukur_terbatas(aliran)
        return buka_buku(aliran, alias=alias, isi={})
    return buka_buku(aliran, alias=alias, isi=periksa_arsip(aliran))


def periksa_sebelum_buka(aliran: IO[bytes], *, nama: str, terbanyak: int) -> None:
    """Refuse what need not be opened to be refused, at the upload."""
    jenis = jenis_buku(aliran)
    if not jenis and nama.lower().endswith((".csv", ".txt")):
        return
    banyak = 0
    if jenis == "xlsx":
        banyak = max((x.baris for x in periksa_arsip(aliran).values()), default=0)
    elif jenis == "ods":
        banyak = periksa_ods(aliran)
    elif jenis == "xls":
        banyak = ukur_terbatas(aliran)
    else:
        raise tolak(BUKAN_BUKU, "bukan_buku_kerja")
    if banyak > terbanyak + BARIS_KEPALA:
        raise terlalu_banyak(terbanyak)


def terlalu_banyak(terbanyak: int) -> AturanDilanggar:
    """The refusal of a file with too many rows, with the way to do it."""
    return tolak(
        f"Berkas berisi lebih dari {terbanyak:,} baris. Bagi menjadi beberapa berkas, "
        "atau simpan sebagai CSV dan minta admin memuatnya dengan perintah "
        "impor_pegawai.".replace(",", ".", 1),
        "terlalu_banyak_baris",
    )


def _baris(tabel: Tabel, pembaca: PembacaBaris, impor_id: int) -> Iterator[list[str]]:
    pribadi = k.kolom_pribadi()
    buang = [
        letak
        for letak, kepala in enumerate(tabel.kepala)
        if ringkas_kepala(kepala) in pribadi
    ]
    lebar = len(tabel.kepala)
    awal = str(impor_id)
    for nomor, sel in tabel.baris:
        # Each cell is read as text once, for the values and for the refused rows.
        teks = k.teks_baris(sel)
        baris = pembaca.baca(sel, teks)
        if baris is not None:
            yield [awal, *baris_salin(nomor, baris, _asli(teks, lebar, buang))]


def _asli(teks: list[str], lebar: int, buang: list[int]) -> list[str]:
    """The row for the file of refused rows; personal columns stay empty."""
    asli = teks[:lebar]
    for letak in buang:
        if letak < len(asli):
            asli[letak] = ""
    if sum(map(len, asli)) > SEL_TERPANJANG:
        asli = [isi[:SEL_TERPANJANG] for isi in asli]
    return asli


def _berkelompok(baris: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    kelompok: list[list[str]] = []
    for satu in baris:
        kelompok.append(satu)
        if len(kelompok) == KELOMPOK:
            yield kelompok
            kelompok = []
    if kelompok:
        yield kelompok


def _salin(kelompok: list[list[str]]) -> None:
    isi = io.StringIO("".join("\t".join(baris) + AKHIR for baris in kelompok))
    kolom = ", ".join(("impor_id", *KOLOM_SALIN))
    with connection.cursor() as kursor:
        kursor.copy_expert(
            f"COPY pegawai_barisimpor ({kolom}, tindakan, peringatan, perubahan) "
            "FROM STDIN",
            isi,
        )
