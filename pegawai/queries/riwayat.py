"""What was changed in a person's row, by whom and when: read from the history triggers."""

import json
from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db import connection

from pegawai.dasar.alat import tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai

BATAS = 100
ABAIKAN = [
    "id",
    "uid",
    "dibuat_pada",
    "versi",
    "nama_urut",
    "pengguna_id",
    "sumber_pada",
]
PRIBADI = ["tanggal_lahir", "jenis_kelamin"]
SEBUTAN = {
    "atasan_id": "Atasan langsung",
    "atasan_ditetapkan": "Atasan ditetapkan",
    "atasan_alasan": "Alasan penetapan atasan",
}
LABEL = {
    "awal": "Keadaan sebelum impor",
    "insert": "Data dibuat",
    "update": "Data diubah",
    "delete": "Data dihapus",
}

# One row per changed field; the previous value is the one of the event before, whoever
# made that.
PERUBAHAN_SQL = """
WITH kejadian AS (
    SELECT pgh_id, pgh_created_at, pgh_label, pgh_context_id, to_jsonb(e) AS isi,
           lag(to_jsonb(e)) OVER (ORDER BY pgh_id) AS lama
      FROM pegawai_pegawaievent e WHERE pgh_obj_id = %(pegawai)s
), berurut AS (
    SELECT k.*, c.metadata
      FROM kejadian k LEFT JOIN pghistory_context c ON c.id = k.pgh_context_id
     WHERE %(oleh)s::bigint IS NULL OR (c.metadata ->> 'pengguna')::bigint = %(oleh)s
     ORDER BY k.pgh_id DESC LIMIT %(batas)s
), nilai AS (
    SELECT b.pgh_id, k.key AS medan, b.lama ->> k.key AS sebelum, k.value AS sesudah
      FROM berurut b CROSS JOIN LATERAL jsonb_each_text(b.isi) k
     WHERE b.lama IS NOT NULL AND k.key <> ALL(%(abaikan)s)
       AND k.key NOT LIKE 'pgh\\_%%' AND b.lama ->> k.key IS DISTINCT FROM k.value
), sebutan(tabel, id, nama) AS (
    SELECT 'unit_kerja_id', id::text, nama FROM pegawai_unitkerja WHERE id::text IN
        (SELECT unnest(ARRAY[sebelum, sesudah]) FROM nilai WHERE medan = 'unit_kerja_id')
    UNION ALL SELECT 'jabatan_id', id::text, nama FROM pegawai_jabatan WHERE id::text IN
        (SELECT unnest(ARRAY[sebelum, sesudah]) FROM nilai WHERE medan = 'jabatan_id')
    UNION ALL SELECT 'atasan_id', id::text, nama FROM pegawai_pegawai WHERE id::text IN
        (SELECT unnest(ARRAY[sebelum, sesudah]) FROM nilai WHERE medan = 'atasan_id')
    UNION ALL SELECT 'golongan_id', id::text, kode FROM pegawai_golongan
    UNION ALL SELECT 'tingkat_pendidikan_id', id::text, nama FROM pegawai_tingkatpendidikan
)
SELECT b.pgh_id, b.pgh_created_at, b.pgh_label, b.metadata, u.nama, u.nama_akun,
       n.medan, coalesce(s.nama, n.sebelum), coalesce(t.nama, n.sesudah)
  FROM berurut b
  LEFT JOIN dasar_pengguna u ON u.id = (b.metadata ->> 'pengguna')::bigint
  LEFT JOIN nilai n ON n.pgh_id = b.pgh_id
  LEFT JOIN sebutan s ON s.tabel = n.medan AND s.id = n.sebelum
  LEFT JOIN sebutan t ON t.tabel = n.medan AND t.id = n.sesudah
 ORDER BY b.pgh_id DESC, n.medan
"""


class Perubahan(NamedTuple):
    """One changed field."""

    medan: str
    sebelum: str
    sesudah: str


class Kejadian(NamedTuple):
    """One change of the row with all its fields."""

    waktu: datetime
    apa: str
    siapa: str
    asal: str
    perubahan: list[Perubahan]


def perubahan_pegawai(
    pegawai: Pegawai, *, pribadi: bool, oleh: Pengguna | None = None
) -> list[Kejadian]:
    """The latest changes, newest first; fields of class F2 only with `pribadi`.

    With `oleh` only what that account itself did (KEAMANAN C.3, audit log: own acts).
    """
    with connection.cursor() as kursor:
        kursor.execute(
            PERUBAHAN_SQL,
            {
                "pegawai": pegawai.pk,
                "batas": BATAS,
                "oleh": oleh.pk if oleh else None,
                "abaikan": ABAIKAN if pribadi else ABAIKAN + PRIBADI,
            },
        )
        baris = kursor.fetchall()
    kejadian: dict[int, Kejadian] = {}
    for pk, waktu, label, asal, nama, akun, medan, sebelum, sesudah in baris:
        satu = kejadian.setdefault(
            pk,
            Kejadian(
                waktu,
                LABEL.get(label, label),
                nama or akun or "Sistem",
                _asal(asal),
                [],
            ),
        )
        if medan is not None:
            satu.perubahan.append(
                Perubahan(_nama(medan), _baca(medan, sebelum), _baca(medan, sesudah))
            )
    return [k for k in kejadian.values() if k.perubahan or k.apa != LABEL["update"]]


def _asal(metadata: object) -> str:
    """Where it was done: the page or the job."""
    if isinstance(metadata, str):
        metadata = json.loads(metadata)
    if not isinstance(metadata, dict):
        return ""
    tugas = str(metadata.get("tugas") or "")
    alamat = str(metadata.get("url") or "")
    if tugas or "impor" in alamat:
        return "lewat impor atau pekerjaan latar"
    return "lewat halaman" if alamat else ""


def _bidang(medan: str) -> object:
    try:
        return Pegawai._meta.get_field(medan.removesuffix("_id"))
    except FieldDoesNotExist:
        return None


def _nama(medan: str) -> str:
    """Label of a field as the page says it."""
    if medan in SEBUTAN:
        return SEBUTAN[medan]
    bidang = _bidang(medan)
    teks = str(getattr(bidang, "verbose_name", medan))
    for singkatan in ("tmt", "nip", "pns", "cpns"):
        teks = " ".join(
            k.upper() if k.lower() == singkatan else k for k in teks.split()
        )
    return teks[:1].upper() + teks[1:]


def _baca(medan: str, nilai: str | None) -> str:
    """A stored value in words."""
    if nilai is None or nilai == "":
        return tanggal.KOSONG
    bidang = _bidang(medan)
    pilihan = dict(getattr(bidang, "flatchoices", []) or [])
    if nilai in pilihan:
        return str(pilihan[nilai])
    jenis = bidang.get_internal_type() if bidang is not None else ""  # type: ignore[attr-defined]
    if jenis == "BooleanField":
        return "Ya" if nilai == "true" else "Tidak"
    if jenis == "DateField":
        return tanggal.tanggal(date.fromisoformat(nilai))
    return nilai
