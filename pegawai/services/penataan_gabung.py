"""Merge: people, posts, units below and (when chosen) grants go to the receiving unit."""

from typing import Any

from django.db import connection
from django.db.models import F

from pegawai.dasar.alat.kekangan import jelaskan_kekangan
from pegawai.models import (
    Pegawai,
    PemberianPeran,
    PenataanUnit,
    RiwayatJabatan,
    UnitKerja,
)
from pegawai.queries.penataan import anak_berlaku
from pegawai.services.penataan_unit import ganti_induk, tutup_unit
from pegawai.signals import jabatan_berganti

# Posts that the receiving unit has by the same name: people go over to that one.
PADANAN = """
CREATE TEMP TABLE t_padanan ON COMMIT DROP AS
SELECT a.id AS lama, b.id AS baru
  FROM pegawai_jabatan a
  JOIN pegawai_jabatan b ON b.unit_kerja_id = %(tujuan)s AND b.nama_cari = a.nama_cari
 WHERE a.unit_kerja_id = %(unit)s
"""
# A main post that runs over the day is cut there, so that the history says where a
# person worked when; one that begins later begins in the receiving unit.
SALIN = """
CREATE TEMP TABLE t_lanjut ON COMMIT DROP AS
SELECT r.pegawai_id, coalesce(t.baru, r.jabatan_id) AS jabatan_id, r.sampai
  FROM pegawai_riwayatjabatan r LEFT JOIN t_padanan t ON t.lama = r.jabatan_id
 WHERE r.unit_kerja_id = %(unit)s AND r.jenis = 'UTAMA' AND r.tmt < %(mulai)s
   AND (r.sampai IS NULL OR r.sampai >= %(mulai)s)
"""
POTONG = """
UPDATE pegawai_riwayatjabatan SET sampai = %(mulai)s::date - 1
 WHERE unit_kerja_id = %(unit)s AND jenis = 'UTAMA' AND tmt < %(mulai)s
   AND (sampai IS NULL OR sampai >= %(mulai)s)
"""
LANJUT = """
INSERT INTO pegawai_riwayatjabatan
       (pegawai_id, jabatan_id, unit_kerja_id, jenis, tmt, sampai, nomor_sk, diterapkan)
SELECT pegawai_id, jabatan_id, %(tujuan)s, 'UTAMA', %(mulai)s, sampai, %(sk)s, true
  FROM t_lanjut
"""
# Later main posts, and acting ones that still run.
IKUT = """
UPDATE pegawai_riwayatjabatan r
   SET unit_kerja_id = %(tujuan)s,
       jabatan_id = coalesce((SELECT baru FROM t_padanan WHERE lama = r.jabatan_id),
                             r.jabatan_id)
 WHERE r.unit_kerja_id = %(unit)s
   AND (r.tmt >= %(mulai)s
        OR (r.jenis <> 'UTAMA' AND (r.sampai IS NULL OR r.sampai >= %(mulai)s)))
"""
ORANG = """
UPDATE pegawai_pegawai p
   SET unit_kerja_id = %(tujuan)s, versi = p.versi + 1,
       jabatan_id = coalesce((SELECT baru FROM t_padanan WHERE lama = p.jabatan_id),
                             p.jabatan_id),
       tmt_jabatan = CASE WHEN EXISTS (SELECT 1 FROM t_lanjut l WHERE l.pegawai_id = p.id)
                          THEN %(mulai)s ELSE p.tmt_jabatan END
 WHERE p.unit_kerja_id = %(unit)s
"""
HIDUPKAN = """
UPDATE pegawai_jabatan j SET aktif = true, versi = j.versi + 1
 WHERE NOT j.aktif AND EXISTS (SELECT 1 FROM t_padanan t JOIN pegawai_pegawai p
                                  ON p.jabatan_id = t.lama WHERE t.baru = j.id)
"""
PINDAH_JABATAN = """
UPDATE pegawai_jabatan j SET unit_kerja_id = %(tujuan)s, versi = j.versi + 1
 WHERE j.unit_kerja_id = %(unit)s AND j.aktif
   AND NOT EXISTS (SELECT 1 FROM t_padanan t WHERE t.lama = j.id)
   AND (j.jenis <> 'STRUKTURAL'
        OR EXISTS (SELECT 1 FROM pegawai_pegawai p WHERE p.jabatan_id = j.id))
"""


def gabungkan_unit(penataan: PenataanUnit, unit: UnitKerja) -> None:
    """Everything of `unit` goes over to `penataan.tujuan`; the unit is closed.

    A vacant head post ends with its unit: nobody can hold it any more.
    """
    tujuan = penataan.tujuan
    assert tujuan is not None
    isi = {
        "unit": unit.pk,
        "tujuan": tujuan.pk,
        "mulai": penataan.berlaku_mulai,
        "sk": penataan.nomor_sk,
    }
    with jelaskan_kekangan(RiwayatJabatan):
        berganti = _pindahkan_orang(isi)
    for anak in anak_berlaku(unit):
        ganti_induk(
            anak, induk=tujuan, mulai=penataan.berlaku_mulai, nomor_sk=penataan.nomor_sk
        )
    if penataan.pemberian == PenataanUnit.Pemberian.PINDAH:
        PemberianPeran.objects.filter(
            unit_kerja=unit, dicabut_pada__isnull=True
        ).update(unit_kerja=tujuan)
    tutup_unit(unit, mulai=penataan.berlaku_mulai)
    UnitKerja.objects.filter(pk=tujuan.pk).update(versi=F("versi") + 1)
    if berganti:
        jabatan_berganti.send(
            sender=Pegawai, pegawai_ids=berganti, oleh=penataan.disetujui_oleh
        )


def _pindahkan_orang(isi: dict[str, Any]) -> list[int]:
    """Move people and posts; whose post became another one."""
    with connection.cursor() as kursor:
        kursor.execute(PADANAN, isi)
        kursor.execute(
            "SELECT p.id FROM pegawai_pegawai p JOIN t_padanan t ON t.lama = p.jabatan_id"
        )
        berganti = [pk for (pk,) in kursor.fetchall()]
        for perintah in (SALIN, POTONG, LANJUT, IKUT, HIDUPKAN, PINDAH_JABATAN, ORANG):
            kursor.execute(perintah, isi)
        kursor.execute("DROP TABLE t_padanan, t_lanjut")
    return berganti
