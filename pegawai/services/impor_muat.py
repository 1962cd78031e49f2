"""From the file into staging: guards, header, rows by COPY."""

import io
from collections.abc import Iterator
from typing import IO, Any

from django.db import connection, transaction

from pegawai.dasar.alat.arsip import tolak
from pegawai.dasar.alat.buku_kerja import Tabel, buka_csv, buka_tabel, ringkas_kepala
from pegawai.models import BarisImpor, BerkasImpor
from pegawai.services import impor_kolom as k
from pegawai.services.impor_baris import KOLOM_SALIN, PembacaBaris, baris_salin

KELOMPOK = 1000
BARIS_TERBANYAK = 25_000
AKHIR = "\t\t[]\t[]\n"  # tindakan, peringatan, perubahan: not judged yet


@transaction.atomic
def muat_berkas(
    *, impor: BerkasImpor, aliran: IO[bytes], terbanyak: int | None
) -> None:
    """Fill staging from the file; what an earlier, interrupted reading left goes first."""
    BarisImpor.objects.filter(impor=impor).delete()
    tabel = buka_berkas(aliran, nama=impor.nama_berkas)
    pembaca = PembacaBaris(tabel.letak, hari_ini=impor.tanggal_berkas)
    jumlah = 0
    for kelompok in _berkelompok(_baris(tabel, pembaca, impor.pk)):
        jumlah += len(kelompok)
        if terbanyak is not None and jumlah > terbanyak:
            raise tolak(
                f"Berkas berisi lebih dari {terbanyak:,} baris. Bagi menjadi beberapa "
                "berkas, atau minta admin memuatnya lewat perintah.".replace(
                    ",", ".", 1
                ),
                "terlalu_banyak_baris",
            )
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
    }
    impor.save()
    with connection.cursor() as kursor:
        # Only what is joined on: the statistics of the wide columns cost seconds.
        kursor.execute(
            "ANALYZE pegawai_barisimpor (impor_id, nip, pns_id, kunci_unit, jabatan_cari)"
        )


def buka_berkas(aliran: IO[bytes], *, nama: str) -> Tabel:
    """The table of an XLSX, or of a CSV (only the command takes one)."""
    buka = buka_csv if nama.lower().endswith(".csv") else buka_tabel
    return buka(aliran, alias=k.alias_kolom(), wajib=k.WAJIB)


def _baris(tabel: Tabel, pembaca: PembacaBaris, impor_id: int) -> Iterator[list[str]]:
    pribadi = k.kolom_pribadi()
    simpan = [ringkas_kepala(kepala) not in pribadi for kepala in tabel.kepala]
    awal = str(impor_id)
    for nomor, sel in tabel.baris:
        baris = pembaca.baca(sel)
        if baris is not None:
            yield [awal, *baris_salin(nomor, baris, _asli(sel, simpan))]


def _asli(sel: list[Any], simpan: list[bool]) -> list[str]:
    """The row as text, for the file of refused rows; personal columns stay empty."""
    return [
        k.teks_sel(isi) if boleh else ""
        for isi, boleh in zip(sel, simpan, strict=False)
    ]


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
