"""Reference data of the office out of pegawai/referensi; loading twice changes nothing."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import transaction
from django.db.models import Model

from pegawai.dasar.models import Aturan
from pegawai.models import (
    Golongan,
    Jenjang,
    KamusKompetensi,
    Kompetensi,
    LevelKompetensi,
    PolaJenjang,
    StandarButir,
    StandarKompetensi,
    TingkatPendidikan,
)

FOLDER = Path(__file__).resolve().parent.parent / "referensi"
EDISI_AWAL = "Nilai awal"
BERLAKU_AWAL = date(2024, 1, 1)


def baca_csv(berkas: Path) -> Iterator[dict[str, str]]:
    """Rows of one reference file."""
    with berkas.open(encoding="utf-8-sig", newline="") as isi:
        yield from csv.DictReader(isi)


@transaction.atomic
def muat_referensi() -> dict[str, int]:
    """Insert what is missing; what the office has edited since stays as it is."""
    return {
        "aturan": _aturan(),
        "golongan": _golongan(),
        "jenjang": _jenjang(),
        "pola_jenjang": _pola(),
        "tingkat_pendidikan": _pendidikan(),
        "kompetensi": _kamus(),
        "standar": _standar(),
    }


def _sisip(model: type[Model], baris: list[Model]) -> int:
    sebelum = model._default_manager.count()
    model._default_manager.bulk_create(baris, ignore_conflicts=True)
    return model._default_manager.count() - sebelum


def _aturan() -> int:
    return _sisip(
        Aturan,
        [
            Aturan(
                kode=b["kode"],
                edisi=b["edisi"],
                berlaku_mulai=b["berlaku_mulai"],
                nilai=json.loads(b["nilai"]),
                sumber=b["sumber"],
                keterangan=b["keterangan"],
            )
            for b in baca_csv(FOLDER / "aturan.csv")
        ],
    )


def _golongan() -> int:
    return _sisip(
        Golongan,
        [
            Golongan(
                status=b["status"],
                kode=b["kode"],
                pangkat=b["pangkat"],
                urutan=int(b["urutan"]),
                kode_siasn=b["kode_siasn"],
            )
            for b in baca_csv(FOLDER / "golongan.csv")
        ],
    )


def _jenjang() -> int:
    return _sisip(
        Jenjang,
        [
            Jenjang(
                kode=b["kode"],
                nama=b["nama"],
                kelompok=b["kelompok_uu20_2023"].upper(),
                jenis=b["jenis_jabatan"].split()[0].upper(),
                urutan=ke,
                bup=int(b["bup_umum"] or 58),
            )
            for ke, b in enumerate(baca_csv(FOLDER / "jenjang_jabatan.csv"), 1)
        ],
    )


def _pola() -> int:
    jenjang = dict(Jenjang.objects.values_list("kode", "pk"))
    return _sisip(
        PolaJenjang,
        [
            PolaJenjang(
                urutan=int(b["urutan"]),
                pola_jenis=b["jenis_jabatan_siasn"],
                pola_nama=b["pola_nama_jabatan"],
                jenjang_id=jenjang[b["jenjang"]],
                catatan=b["catatan"],
            )
            for b in baca_csv(FOLDER / "pola_jenjang.csv")
        ],
    )


def _pendidikan() -> int:
    return _sisip(
        TingkatPendidikan,
        [
            TingkatPendidikan(
                kode=b["kode_siasn"],
                nama=b["nama"],
                urutan=ke,
                skor_ip_asn=int(b["skor_ip_asn"]),
            )
            for ke, b in enumerate(baca_csv(FOLDER / "tingkat_pendidikan.csv"), 1)
        ],
    )


def _kamus() -> int:
    KamusKompetensi.objects.get_or_create(
        nama=_kamus_baku(),
        defaults={"kode": "ASN-38-2017", "instansi": "Kementerian PANRB"},
    )
    baru = _sisip(
        Kompetensi,
        [
            Kompetensi(
                kode=b["kode"],
                nama=b["nama"],
                jenis=b["jenis"].upper().replace(" ", "_"),
                definisi=b["definisi"],
                urutan=ke,
            )
            for ke, b in enumerate(baca_csv(FOLDER / "kamus_kompetensi.csv"), 1)
        ],
    )
    kode = dict(
        Kompetensi.objects.filter(kamus=_kamus_baku()).values_list("kode", "pk")
    )
    _sisip(
        LevelKompetensi,
        [
            LevelKompetensi(
                kompetensi_id=kode[b["kode"]], level=int(b["level"]), uraian=b["uraian"]
            )
            for b in baca_csv(FOLDER / "kamus_level.csv")
        ],
    )
    return baru


def _kamus_baku() -> str:
    return KamusKompetensi.BAKU


def _standar() -> int:
    """Starting standard per job level (DOMAIN 2.2); the office replaces it by decree."""
    kode = dict(
        Kompetensi.objects.filter(kamus=_kamus_baku()).values_list("kode", "pk")
    )
    per_jenjang: dict[str, list[tuple[int, int]]] = {}
    for b in baca_csv(FOLDER / "standar_level.csv"):
        butir = (kode[b["kompetensi"]], int(b["level"]))
        per_jenjang.setdefault(b["jenjang_jabatan"], []).append(butir)
    baru = 0
    for jenjang in Jenjang.objects.filter(kode__in=per_jenjang, standar=None):
        standar = StandarKompetensi.objects.create(
            jenjang=jenjang,
            edisi=EDISI_AWAL,
            nomor_keputusan="menunggu keputusan wali kota",
            berlaku_mulai=BERLAKU_AWAL,
            status=StandarKompetensi.Status.TERBIT,
        )
        StandarButir.objects.bulk_create(
            StandarButir(standar=standar, kompetensi_id=k, level=level)
            for k, level in per_jenjang[jenjang.kode]
        )
        baru += 1
    return baru
