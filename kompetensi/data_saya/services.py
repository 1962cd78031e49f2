"""Take everything along: one's own data as JSON or PDF, by a job, kept for seven days."""

import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from kompetensi.data_saya.queries import pegawai_akun, semua_bagian
from kompetensi.data_saya.susunan import Bagian, sebut
from pegawai.dasar.alat.angka import nip
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.pdf import buat_pdf
from pegawai.dasar.alat.tanggal import WITA, hari_ini, waktu
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pekerjaan import buat_pekerjaan, lapor_kemajuan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.dasar.services.unduhan import simpan_unduhan
from pegawai.models import Pegawai
from pegawai.queries.peran import pegawai_sendiri_id

TUGAS = "kompetensi.data_saya.services.tulis_unduhan"
BENTUK = {"json": "JSON", "pdf": "PDF"}
VERSI_SKEMA = 1
KETERANGAN = (
    "Semua data tentang pemohon pada aplikasi Kompetensi ASN (UU 27/2022 Pasal 7 dan 32). "
    "Tanggal ditulis tahun-bulan-hari, waktu dengan selisih zona. Nama penilai dan catatan "
    "asesor tidak disertakan. Susunannya dijelaskan di docs/data-saya.md."
)


@transaction.atomic
def minta_unduhan(*, bentuk: str, oleh: Pengguna) -> Pekerjaan:
    """Queue the file of one's own data; the same while it is under way is the same job."""
    if bentuk not in BENTUK:
        raise AturanDilanggar("Pilih JSON atau PDF.", kode="bentuk_asing")
    if pegawai_sendiri_id(oleh) is None:
        raise AturanDilanggar(
            "Akun ini tidak terhubung dengan data pegawai.", kode="bukan_pegawai"
        )
    Pengguna.objects.select_for_update(of=("self",)).get(pk=oleh.pk)
    terbuka = Pekerjaan.objects.filter(
        pemilik=oleh,
        tugas=TUGAS,
        argumen={"bentuk": bentuk},
        status__in=["ANTRE", "BERJALAN"],
    ).first()
    return terbuka or buat_pekerjaan(
        tugas=TUGAS, judul=f"Data saya ({BENTUK[bentuk]})", oleh=oleh, bentuk=bentuk
    )


def tulis_unduhan(*, pekerjaan: Pekerjaan, bentuk: str) -> dict[str, Any]:
    """The job: always the data of the job's owner, whoever that is by now."""
    pemilik = pekerjaan.pemilik
    pegawai = None if pemilik is None else pegawai_akun(pemilik)
    if pemilik is None or pegawai is None:
        raise AturanDilanggar(
            "Akun ini tidak lagi terhubung dengan data pegawai.", kode="bukan_pegawai"
        )
    daftar = semua_bagian(pegawai)
    kini = timezone.now()
    tulis = {"json": tulis_json, "pdf": tulis_pdf}[bentuk]
    isi = tulis(pegawai, daftar, kini)
    simpan_unduhan(
        pekerjaan=pekerjaan,
        berkas=io.BytesIO(isi),
        nama=f"data-saya-{pegawai.nip}-{hari_ini()}.{bentuk}",
    )
    lapor_kemajuan(pekerjaan=pekerjaan, selesai=len(daftar), total=len(daftar))
    kabari(
        kunci=f"data-saya-siap:{pekerjaan.pk}",
        penerima=pemilik,
        judul="Unduhan data Anda siap",
        isi=f"Berkas {BENTUK[bentuk]} dapat diunduh selama tujuh hari.",
        tautan=pekerjaan.get_absolute_url(),
    )
    return {"bagian": len(daftar), "ukuran": len(isi)}


def tulis_json(pegawai: Pegawai, daftar: list[Bagian], kini: datetime) -> bytes:
    """The whole as documented JSON; each block carries the labels of its keys."""
    isi = {
        "skema": "data-saya",
        "versi": VERSI_SKEMA,
        "dibuat_pada": _polos(kini),
        "pengendali_data": f"{settings.NAMA_INSTANSI}, {settings.NAMA_PEMDA}",
        "keterangan": KETERANGAN,
        "subjek": {"nip": pegawai.nip, "nama": pegawai.nama_lengkap},
        "bagian": {b.kunci: _bagian(b) for b in daftar},
    }
    return json.dumps(isi, ensure_ascii=False, indent=1).encode()


def _bagian(bagian: Bagian) -> dict[str, Any]:
    isi: dict[str, Any] = {"judul": bagian.judul}
    if bagian.asal:
        isi["asal"] = bagian.asal
    if bagian.fakta:
        isi["kamus"] = {f.kunci: f.label for f in bagian.fakta}
        isi["data"] = {
            f.kunci: {"nilai": _polos(f.nilai), "asal": f.asal or bagian.asal}
            for f in bagian.fakta
        }
        return isi
    kunci = [k for k, _ in bagian.kolom]
    isi["kamus"] = dict(bagian.kolom)
    isi["daftar"] = [
        dict(zip(kunci, map(_polos, satu), strict=True)) for satu in bagian.baris
    ]
    return isi


def _polos(nilai: Any) -> Any:
    """What JSON can hold: dates as ISO 8601 (times in WITA), levels as numbers."""
    if isinstance(nilai, datetime):
        return nilai.astimezone(WITA).isoformat(timespec="seconds")
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, Decimal):
        return float(nilai)
    return None if nilai == "" else nilai


def tulis_pdf(pegawai: Pegawai, daftar: list[Bagian], kini: datetime) -> bytes:
    """The same for reading on paper."""
    return buat_pdf(
        "data_saya",
        {
            "pemda": settings.NAMA_PEMDA,
            "instansi": settings.NAMA_INSTANSI,
            "nama": pegawai.nama_lengkap,
            "nip": nip(pegawai.nip),
            "dibuat": waktu(kini),
            "bagian": [
                {
                    "judul": b.judul,
                    "asal": b.asal,
                    "kosong": b.kosong,
                    "fakta": [list(f) for f in b.fakta_tampil],
                    "baris": [_isi_baris(b, satu) for satu in b.baris],
                }
                for b in daftar
            ],
        },
    )


def _isi_baris(bagian: Bagian, satu: Any) -> list[list[str]]:
    """Label and text of what is filled in, in the order of the columns."""
    pasangan = zip(bagian.kolom, satu, strict=True)
    return [[label, sebut(isi)] for (_, label), isi in pasangan if sebut(isi) != "—"]
