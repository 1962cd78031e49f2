"""Write one chunk of judged rows into the registry; every statement may run again."""

from functools import cache
from typing import Any, NamedTuple

from django.db import connection, models

from pegawai.dasar.alat.lewat_kunci import lewat_kunci
from pegawai.models import Pegawai
from pegawai.queries.atasan import KEPALA_SQL, parameter_kepala
from pegawai.queries.impor_urung import RIWAYAT, kolom_tersimpan
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.services import impor_akhir as sql
from pegawai.services.akun import AKUN_BEBAS, BUAT_AKUN
from pegawai.services.impor_riwayat import perintah_riwayat

# `potong`: rows of this chunk. A row judged new whose number is there by now is a change.
POTONG = """
    b.impor_id = %(impor)s AND b.nomor_baris > %(dari)s AND b.nomor_baris <= %(sampai)s
    AND b.tindakan IN ('BARU', 'BERUBAH')"""
# Of these, who was there before: %(ubahan)s is what such rows were judged to be.
POTONG_UBAHAN = f"{POTONG} AND b.tindakan = ANY(%(ubahan)s)"
# A kind of change that was left out leaves its history alone too; new people are whole.
IKUT = "AND (b.tindakan = 'BARU' OR '{}' <> ALL(%(lewati)s::text[]))"
JABATAN_IKUT, NOMOR_IKUT = IKUT.format("jabatan"), IKUT.format("nomor")
KENALI = f"""
UPDATE pegawai_barisimpor b SET pegawai_id = n.pegawai_id
  FROM pegawai_nomorpegawai n
 WHERE {POTONG} AND b.pegawai_id IS NULL AND n.nomor = b.nip
"""
# The state before goes into the history where it is not there yet (rows that were loaded
# without triggers): the undo restores from it.
AWAL = """
INSERT INTO {tabel}event (pgh_created_at, pgh_label, pgh_obj_id, id, __KOLOM__)
SELECT clock_timestamp(), 'awal', t.id, t.id, __T__
  FROM {tabel} t
  LEFT JOIN LATERAL (SELECT e.* FROM {tabel}event e WHERE e.pgh_obj_id = t.id
                      ORDER BY e.pgh_id DESC LIMIT 1) e ON true
 WHERE t.{orang} IN (SELECT b.pegawai_id FROM pegawai_barisimpor b
                      WHERE {potong} AND b.tindakan = 'BERUBAH')
   AND (e.pgh_id IS NULL OR (__E__) IS DISTINCT FROM (__T__))
"""
BEKERJA = "coalesce(b.kedudukan_hukum, 'AKTIF') <> ALL(%(selesai)s)"
# New people come with their account, so that their row is written once.
AKUN = BUAT_AKUN.format(
    calon=f"""(SELECT b.nip, b.nama FROM pegawai_barisimpor b
                WHERE {POTONG} AND b.pegawai_id IS NULL AND b.tindakan = 'BARU'
                  AND {BEKERJA})"""
)
# ... and with the nearest head of today above them: most are right, and what the end of
# the run derives anew is written a second time only where it is not.
TAMBAH = f"""
WITH perlu AS MATERIALIZED (
    SELECT u.id AS unit_id, a.id, nlevel(a.jalur) AS dalam
      FROM pegawai_unitkerja u JOIN pegawai_unitkerja a ON a.jalur @> u.jalur
     WHERE u.id = ANY(ARRAY(
               SELECT b.unit_kerja_id FROM pegawai_barisimpor b
                WHERE {POTONG} AND b.pegawai_id IS NULL AND b.tindakan = 'BARU'))
), {KEPALA_SQL.format(saring="AND j.unit_kerja_id IN (SELECT id FROM perlu)")},
terdekat AS (
    SELECT DISTINCT ON (n.unit_id) n.unit_id, h.pegawai_id
      FROM perlu n JOIN pemegang h ON h.unit_id = n.id AND h.pegawai_id IS NOT NULL
     ORDER BY n.unit_id, n.dalam DESC
), atasan AS MATERIALIZED (
    SELECT array_agg(unit_id) AS unit, array_agg(pegawai_id) AS orang FROM terdekat
)
INSERT INTO pegawai_pegawai (__KOLOM__, pengguna_id, atasan_id, atasan_ditetapkan,
                             atasan_alasan, sumber, sumber_pada, versi)
SELECT __NILAI__,
       CASE WHEN {BEKERJA} THEN {AKUN_BEBAS.format(nip="b.nip")} END,
       CASE WHEN {BEKERJA} THEN (SELECT orang FROM atasan)[
                array_position((SELECT unit FROM atasan), b.unit_kerja_id)] END,
       false, '', %(sumber)s, %(sekarang)s, 1
  FROM pegawai_barisimpor b
  LEFT JOIN pegawai_pegawai p ON p.id = b.pegawai_id
 WHERE {POTONG} AND b.pegawai_id IS NULL AND b.tindakan = 'BARU'
 ORDER BY b.nomor_baris
ON CONFLICT DO NOTHING
"""
TAUTKAN = f"""
UPDATE pegawai_barisimpor b SET pegawai_id = p.id
  FROM pegawai_pegawai p
 WHERE {POTONG} AND b.pegawai_id IS NULL AND p.nip = b.nip
"""
# Which main post begins when: before the people themselves are written.
GANTI = f"""
CREATE TEMP TABLE t_ganti ON COMMIT DROP AS
SELECT b.pegawai_id, b.jabatan_id, __UNIT__ AS unit_kerja_id,
       coalesce(b.tmt_jabatan, %(tanggal)s) AS tmt, b.tindakan = 'BARU' AS baru
  FROM pegawai_barisimpor b JOIN pegawai_pegawai p ON p.id = b.pegawai_id
 WHERE {POTONG} AND b.jabatan_id IS NOT NULL AND NOT 'jabatan' = ANY(b.hapus)
   {JABATAN_IKUT}
   AND (p.jabatan_id IS DISTINCT FROM b.jabatan_id
        OR NOT EXISTS (SELECT 1 FROM pegawai_riwayatjabatan r
                        WHERE r.pegawai_id = p.id AND r.jenis = 'UTAMA'))
"""
# The present post: it ends some day before a move that is planned, else it is open.
KINI = "r.diterapkan AND (r.sampai IS NULL OR r.sampai >= %(tanggal)s)"
# A post that began on or after the new TMT is replaced where it stands; a move that is
# planned for a later day stays planned (AK-6).
GANTI_DI_TEMPAT = f"""
UPDATE pegawai_riwayatjabatan r
   SET jabatan_id = g.jabatan_id, unit_kerja_id = g.unit_kerja_id
  FROM t_ganti g
 WHERE r.pegawai_id = g.pegawai_id AND r.jenis = 'UTAMA' AND r.tmt >= g.tmt AND {KINI}
   AND (r.jabatan_id, r.unit_kerja_id) IS DISTINCT FROM (g.jabatan_id, g.unit_kerja_id)
"""
TUTUP = """
UPDATE pegawai_riwayatjabatan r SET sampai = g.tmt - 1
  FROM t_ganti g
 WHERE r.pegawai_id = g.pegawai_id AND r.jenis = 'UTAMA' AND r.tmt < g.tmt
   AND (r.sampai IS NULL OR r.sampai >= g.tmt) AND r.jabatan_id <> g.jabatan_id
"""
MULAI = """
INSERT INTO pegawai_riwayatjabatan (pegawai_id, jabatan_id, unit_kerja_id, jenis, tmt,
                                    sampai, nomor_sk)
SELECT g.pegawai_id, g.jabatan_id, g.unit_kerja_id, 'UTAMA', g.tmt,
       (SELECT min(r.tmt) - 1 FROM pegawai_riwayatjabatan r
         WHERE r.pegawai_id = g.pegawai_id AND r.jenis = 'UTAMA'
           AND NOT r.diterapkan AND r.tmt > g.tmt), ''
  FROM t_ganti g
 WHERE NOT EXISTS (SELECT 1 FROM pegawai_riwayatjabatan r
                    WHERE r.pegawai_id = g.pegawai_id AND r.jenis = 'UTAMA'
                      AND (r.diterapkan OR r.tmt <= g.tmt)
                      AND (r.sampai IS NULL OR r.sampai >= g.tmt) OFFSET 0)
"""
AKHIRI = f"""
UPDATE pegawai_riwayatjabatan r SET sampai = greatest(r.tmt, %(tanggal)s - 1)
 WHERE r.pegawai_id = ANY(ARRAY(
           SELECT b.pegawai_id FROM pegawai_barisimpor b
            WHERE {POTONG_UBAHAN} AND 'jabatan' = ANY(b.hapus) {JABATAN_IKUT}))
   AND r.jenis = 'UTAMA' AND {KINI}
"""
UBAH = f"""
UPDATE pegawai_pegawai t
   SET (__KOLOM__, sumber, sumber_pada, versi)
     = (__BARU__, %(sumber)s, %(sekarang)s, t.versi + 1)
  FROM (SELECT p.id, __SEBAGAI__
          FROM pegawai_barisimpor b JOIN pegawai_pegawai p ON p.id = b.pegawai_id
         WHERE {POTONG_UBAHAN} AND p.sumber_pada IS DISTINCT FROM %(sekarang)s) n
 WHERE t.id = n.id AND (__LAMA__) IS DISTINCT FROM (__BARU__)
"""
TUTUP_NOMOR = f"""
UPDATE pegawai_nomorpegawai n SET berlaku_sampai = %(tanggal)s - 1
  FROM pegawai_barisimpor b JOIN pegawai_pegawai p ON p.id = b.pegawai_id
 WHERE {POTONG_UBAHAN} AND p.nip = b.nip AND n.pegawai_id = p.id AND n.nomor <> p.nip
   AND n.berlaku_sampai IS NULL
   AND NOT EXISTS (SELECT 1 FROM pegawai_nomorpegawai x WHERE x.nomor = b.nip)
"""
CATAT_NOMOR = f"""
INSERT INTO pegawai_nomorpegawai (pegawai_id, nomor, berlaku_mulai)
SELECT b.pegawai_id, b.nip, CASE WHEN b.tindakan = 'BARU' THEN NULL ELSE %(tanggal)s END
  FROM pegawai_barisimpor b
 WHERE {POTONG} AND b.pegawai_id IS NOT NULL {NOMOR_IKUT}
ON CONFLICT (nomor) DO NOTHING
"""


def _awal(model: type[models.Model], orang: str) -> str:
    kolom = kolom_tersimpan(model)
    return (
        AWAL.format(tabel=model._meta.db_table, orang=orang, potong=POTONG)
        .replace("__KOLOM__", ", ".join(kolom))
        .replace("__T__", ", ".join(f"t.{k}" for k in kolom))
        .replace("__E__", ", ".join(f"e.{k}" for k in kolom))
    )


def _isi(teks: str) -> str:
    kolom = list(sql.AKHIR)
    nilai = {k: sql.nilai_tertulis(k) for k in kolom}
    return (
        teks.replace("__KOLOM__", ", ".join(kolom))
        .replace("__NILAI__", ", ".join(nilai.values()))
        .replace("__SEBAGAI__", ", ".join(f"{v} AS {k}" for k, v in nilai.items()))
        .replace("__BARU__", ", ".join(f"n.{k}" for k in kolom))
        .replace("__LAMA__", ", ".join(f"t.{k}" for k in kolom))
        .replace("__UNIT__", nilai["unit_kerja_id"])
    )


ADA_UBAHAN = f"""
SELECT EXISTS (SELECT 1 FROM pegawai_barisimpor b
                WHERE {POTONG} AND b.tindakan = 'BERUBAH')
"""
# Who needs an account, whose follows another number, who has another legal standing, who
# had left before.
SIAPA = f"""
SELECT coalesce(array_agg(b.pegawai_id) FILTER (WHERE b.tindakan = 'BARU'), '{{}}'),
       coalesce(array_agg(b.pegawai_id) FILTER (
           WHERE b.tindakan = 'BERUBAH' AND EXISTS (
               SELECT 1 FROM jsonb_array_elements(b.perubahan) e
                WHERE e ->> 'kolom' = 'NIP BARU')), '{{}}'),
       coalesce(array_agg(b.pegawai_id) FILTER (
           WHERE b.tindakan = 'BERUBAH' AND EXISTS (
               SELECT 1 FROM jsonb_array_elements(b.perubahan) e
                WHERE e ->> 'kolom' LIKE 'KEDUDUKAN%%')), '{{}}'),
       coalesce(array_agg(b.pegawai_id) FILTER (
           WHERE b.tindakan = 'BERUBAH' AND EXISTS (
               SELECT 1 FROM jsonb_array_elements(b.perubahan) e
                WHERE e ->> 'kolom' LIKE 'KEDUDUKAN%%'
                  AND e ->> 'lama' = ANY(%(selesai)s))), '{{}}')
  FROM pegawai_barisimpor b
 WHERE {POTONG} AND b.pegawai_id IS NOT NULL
"""
KEADAAN_AWAL = (
    _awal(Pegawai, "id"),
    *(_awal(model, "pegawai_id") for model in RIWAYAT),
)
KENALI_SQL, TAMBAH_SQL, UBAH_SQL = _isi(KENALI), _isi(TAMBAH), _isi(UBAH)
GANTI_SQL, MULAI_SQL = _isi(GANTI), _isi(MULAI)


class HasilPotong(NamedTuple):
    """What one chunk did: how many, and which people."""

    ditambah: int
    diubah: int
    berganti_jabatan: list[int]
    baru: list[int]
    berganti_nomor: list[int]
    berganti_kedudukan: list[int]
    kembali: list[int]


def simpan_potong(isi: dict[str, Any]) -> HasilPotong:
    """Write one chunk; who is new, whose main post or number is another now."""
    with connection.cursor() as kursor, lewat_kunci(kursor):
        return _simpan(kursor, isi)


@cache
def _urutan(ada_ubahan: bool) -> tuple[str, ...]:
    """What one chunk runs after its people are known; new people need less of it."""
    riwayat = perintah_riwayat(POTONG, POTONG_UBAHAN if ada_ubahan else None)
    if not ada_ubahan:
        baru = (AKUN, TAMBAH_SQL, TAUTKAN, GANTI_SQL, MULAI_SQL)
        return (*baru, *riwayat, CATAT_NOMOR)
    return (
        *(*KEADAAN_AWAL, AKHIRI),
        *(AKUN, TAMBAH_SQL, TAUTKAN),
        *(GANTI_SQL, GANTI_DI_TEMPAT, TUTUP, MULAI_SQL),
        *riwayat,
        *(UBAH_SQL, TUTUP_NOMOR, CATAT_NOMOR),
    )


def _simpan(kursor: Any, isi: dict[str, Any]) -> HasilPotong:
    isi = {**isi, **parameter_kepala(), "selesai": [str(k) for k in SELESAI_BEKERJA]}
    jumlah = {}
    kursor.execute("DROP TABLE IF EXISTS t_ganti")
    kursor.execute(KENALI_SQL, isi)
    dikenali = kursor.rowcount
    kursor.execute(ADA_UBAHAN, isi)
    ada_ubahan = kursor.fetchone()[0] or dikenali > 0
    isi["ubahan"] = ["BERUBAH", "BARU"] if dikenali else ["BERUBAH"]
    for perintah in _urutan(ada_ubahan):
        kursor.execute(perintah, isi)
        jumlah[perintah] = kursor.rowcount
        if perintah == TAUTKAN and kursor.rowcount > jumlah[TAMBAH_SQL]:
            isi["ubahan"] = ["BERUBAH", "BARU"]  # somebody came in between
    kursor.execute("SELECT pegawai_id FROM t_ganti WHERE NOT baru")
    berganti = [baris[0] for baris in kursor.fetchall()]
    kursor.execute(SIAPA, isi)
    siapa = kursor.fetchone()
    return HasilPotong(jumlah[TAMBAH_SQL], jumlah.get(UBAH_SQL, 0), berganti, *siapa)
