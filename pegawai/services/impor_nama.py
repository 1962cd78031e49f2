"""Create the units and posts that a person chose to create (IMP-1)."""

from django.db import connection, transaction

from pegawai.models import BerkasImpor, NamaImpor
from pegawai.services.impor_periksa import akar_impor, parameter
from pegawai.services.jabatan import tetapkan_jenjang

# The kind of a unit follows from the first words of its name.
JENIS = """CASE
    WHEN {n} ~* '^(sub|subbag|subbidang)' THEN 'SUBBAGIAN'
    WHEN {n} ~* '^bidang' THEN 'BIDANG'
    WHEN {n} ~* '^bagian' THEN 'BAGIAN'
    WHEN {n} ~* '^(dinas|badan|inspektorat|kecamatan|satuan polisi)' THEN 'OPD'
    WHEN {n} ~* '^sekretariat (daerah|dprd|dewan)' THEN 'OPD'
    WHEN {n} ~* '^sekretariat' THEN 'SEKRETARIAT'
    WHEN {n} ~* '^seksi' THEN 'SEKSI'
    WHEN {n} ~* '^(upt|uptd|unit pelaksana)' THEN 'UPTD'
    WHEN {n} ~* '^(sd|smp|sma|smk|tk|paud|sekolah)([^a-z]|n |negeri|$)' THEN 'SEKOLAH'
    WHEN {n} ~* '^(sdn|sdi|smpn|tkn)' THEN 'SEKOLAH'
    WHEN {n} ~* '^(puskesmas|uptd puskesmas)' THEN 'PUSKESMAS'
    WHEN {n} ~* '^kelurahan' THEN 'KELURAHAN'
    ELSE 'LAIN' END"""

PILIH = """SELECT * FROM pegawai_namaimpor
            WHERE impor_id = %(impor)s AND jenis = 'UNIT' AND tindak = 'BUAT'"""

# The OPD that SATUAN KERJA INDUK names, under the city's one root when there is one.
BUAT_OPD = f"""
INSERT INTO pegawai_unitkerja (nama, jenis, induk_id, kode, singkatan, unor_id, versi,
                               jalur)
SELECT DISTINCT ON (lower(n.induk)) n.induk, 'OPD',
       (SELECT min(id) FROM pegawai_unitkerja WHERE induk_id IS NULL AND jenis = 'PEMDA'
        HAVING count(*) = 1), '', '', '', 1, ''
  FROM ({PILIH}) n
 WHERE n.induk <> ''
   AND NOT EXISTS (SELECT 1 FROM pegawai_unitkerja u
                    WHERE u.nama_cari = lower(n.induk) AND u.berlaku_sampai IS NULL)
 ORDER BY lower(n.induk)
"""

# The units themselves, under their OPD; one named like its OPD is that OPD.
BUAT_UNIT = f"""
INSERT INTO pegawai_unitkerja (nama, jenis, induk_id, kode, singkatan, unor_id, versi,
                               jalur)
SELECT nama, {JENIS.format(n="nama")}, induk_id, '', '', unor_id, 1, '' FROM (
  SELECT DISTINCT ON (induk_id, lower(nama)) nama, induk_id,
         CASE WHEN row_number() OVER (PARTITION BY unor_id ORDER BY id) = 1
              THEN unor_id ELSE '' END AS unor_id
    FROM (SELECT n.*, coalesce(
            (SELECT min(u.id) FROM pegawai_unitkerja u
              WHERE u.nama_cari = lower(n.induk) AND u.jenis IN ('OPD', 'PEMDA')
                AND u.berlaku_sampai IS NULL),
            (SELECT min(id) FROM pegawai_unitkerja
              WHERE induk_id IS NULL AND jenis = 'PEMDA' HAVING count(*) = 1))
            AS induk_id
          FROM ({PILIH}) n) n
   WHERE NOT EXISTS (SELECT 1 FROM pegawai_unitkerja u
                      WHERE u.nama_cari = lower(n.nama) AND u.berlaku_sampai IS NULL
                        AND (u.induk_id IS NOT DISTINCT FROM n.induk_id
                             OR u.id = n.induk_id))
     AND (n.unor_id = '' OR NOT EXISTS (SELECT 1 FROM pegawai_unitkerja u
                                         WHERE u.unor_id = n.unor_id))
   ORDER BY induk_id, lower(nama), id
) baru
"""

# A chosen post in each unit whose people have it; not for rows and kinds that the run
# leaves out.
BUAT_JABATAN = """
INSERT INTO pegawai_jabatan (nama, jenis, unit_kerja_id, aktif, versi)
SELECT DISTINCT ON (t.jabatan_cari, t.unit_akhir) b.nama_jabatan,
       coalesce(b.jenis_jabatan, ''), t.unit_akhir, true, 1
  FROM t_baris t
  JOIN pegawai_barisimpor b ON b.id = t.id AND NOT b.dilewati
 WHERE t.buat_jabatan AND NOT EXISTS (SELECT 1 FROM t_tolak x WHERE x.id = t.id)
   AND CASE WHEN t.pegawai_id IS NULL THEN 'baru' ELSE 'jabatan' END
       <> ALL(%(lewati)s::text[])
 ORDER BY t.jabatan_cari, t.unit_akhir, b.jenis_jabatan NULLS LAST, b.nomor_baris
"""


def boleh_buat_nama(impor: BerkasImpor) -> bool:
    """Units and posts are the city's: who imports for some units may only map."""
    return akar_impor(impor) is None


@transaction.atomic
def buat_unit_terpilih(*, impor: BerkasImpor) -> int:
    """Create the chosen units; those that are there by now are left alone."""
    if not boleh_buat_nama(impor):
        return 0
    with connection.cursor() as kursor:
        kursor.execute(BUAT_OPD, {"impor": impor.pk})
        jumlah = kursor.rowcount
        kursor.execute(BUAT_UNIT, {"impor": impor.pk})
        return jumlah + kursor.rowcount


@transaction.atomic
def buat_jabatan_terpilih(*, impor: BerkasImpor) -> int:
    """Create the chosen posts in the units of their people, with their level (JJ-1).

    Call it when the units are there and the rows recognised, in this transaction.
    """
    if not boleh_buat_nama(impor):
        return 0
    with connection.cursor() as kursor:
        kursor.execute(BUAT_JABATAN, parameter(impor))
        jumlah = kursor.rowcount
    if jumlah:
        tetapkan_jenjang(oleh=impor.oleh)
    return jumlah


def pilih_semua(*, impor: BerkasImpor, tindak: str) -> None:
    """One choice for every unknown name, as on a first load."""
    NamaImpor.objects.filter(impor=impor).update(
        tindak=tindak, unit_kerja=None, jabatan=None
    )
