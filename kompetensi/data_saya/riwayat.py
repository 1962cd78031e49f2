"""Blocks of a person's histories: numbers, posts, grades, education, legal standing."""

from django.db.models import Model

from kompetensi.data_saya.susunan import Bagian, Daftar, potong
from pegawai.models import (
    Pegawai,
    RiwayatGolongan,
    RiwayatKedudukan,
    RiwayatPendidikan,
)
from pegawai.queries.asal import asal_baris
from pegawai.queries.pegawai import riwayat_jabatan, riwayat_nomor

NOMOR = Daftar(
    "nomor",
    "Riwayat NIP dan NI PPPK",
    "NIP",
    (
        ("nomor", "Nomor"),
        ("berlaku_mulai", "Berlaku mulai"),
        ("berlaku_sampai", "Berlaku sampai"),
    ),
    riwayat_nomor,
    lambda n: (n.nomor, n.berlaku_mulai, n.berlaku_sampai),
)
JABATAN = Daftar(
    "riwayat_jabatan",
    "Riwayat jabatan",
    "JABATAN",
    (
        ("jabatan", "Jabatan"),
        ("unit_kerja", "Unit kerja"),
        ("jenis", "Jenis"),
        ("tmt", "TMT"),
        ("sampai", "Sampai"),
        ("nomor_sk", "Nomor SK"),
    ),
    riwayat_jabatan,
    lambda r: (
        str(r.jabatan),
        str(r.unit_kerja or ""),
        r.get_jenis_display(),
        r.tmt,
        r.sampai,
        r.nomor_sk,
    ),
)
GOLONGAN = Daftar(
    "riwayat_golongan",
    "Riwayat golongan",
    "GOLONGAN",
    (("golongan", "Golongan"), ("tmt", "TMT"), ("nomor_sk", "Nomor SK")),
    lambda p: (
        RiwayatGolongan.objects.filter(pegawai=p)
        .select_related("golongan")
        .order_by("-tmt", "-pk")
    ),
    lambda r: (str(r.golongan), r.tmt, r.nomor_sk),
)
PENDIDIKAN = Daftar(
    "riwayat_pendidikan",
    "Riwayat pendidikan",
    "PENDIDIKAN",
    (
        ("tingkat_pendidikan", "Tingkat"),
        ("jurusan", "Jurusan"),
        ("lembaga", "Sekolah"),
        ("tahun_lulus", "Tahun lulus"),
        ("nomor_ijazah", "Nomor ijazah"),
    ),
    lambda p: (
        RiwayatPendidikan.objects.filter(pegawai=p)
        .select_related("tingkat_pendidikan")
        .order_by("-tingkat_pendidikan__urutan", "-tahun_lulus", "-pk")
    ),
    lambda r: (
        str(r.tingkat_pendidikan),
        r.jurusan,
        r.lembaga,
        r.tahun_lulus,
        r.nomor_ijazah,
    ),
)
KEDUDUKAN = Daftar(
    "riwayat_kedudukan",
    "Riwayat kedudukan hukum",
    "LAIN",
    (
        ("kedudukan_hukum", "Kedudukan hukum"),
        ("tmt", "TMT"),
        ("nomor_sk", "Nomor SK"),
        ("keterangan", "Keterangan"),
    ),
    lambda p: RiwayatKedudukan.objects.filter(pegawai=p).order_by("-tmt", "-pk"),
    lambda r: (
        r.get_kedudukan_hukum_display(),
        r.tmt,
        r.nomor_sk,
        r.keterangan,
    ),
)
SEMUA = (NOMOR, JABATAN, GOLONGAN, PENDIDIKAN, KEDUDUKAN)


def bagian_riwayat(pegawai: Pegawai, *, batas: int | None) -> list[Bagian]:
    """All histories, `batas` rows of each; the origins of all rows in one query."""
    isi = [(r, *potong(r.baris(pegawai), batas)) for r in SEMUA]
    per_tabel: dict[type[Model], list[Model]] = {}
    for riwayat, baris, _ in isi:
        per_tabel[riwayat.baris(pegawai).model] = baris
    asal = asal_baris(per_tabel)
    return [
        Bagian(
            riwayat.kunci,
            riwayat.judul,
            perbaikan=riwayat.perbaikan,
            kolom=(*riwayat.kolom, ("asal", "Asal")),
            baris=[
                # Older than the history triggers: said so.
                (
                    *riwayat.isi(satu),
                    str(asal.get((satu._meta.db_table, satu.pk), "Data awal")),
                )
                for satu in baris
            ],
            lebih=lebih,
        )
        for riwayat, baris, lebih in isi
    ]
