"""The statements that find the people, units and posts that staged rows name."""

# Units a file names; `unit_id` is looked up by UNIT_ADA.
UNIT = """
CREATE TEMP TABLE t_unit ON COMMIT DROP AS
SELECT kunci_unit AS kunci, min(nama_unit) AS nama, min(nama_induk) AS induk,
       min(unor_id) AS unor_id, lower(min(nama_unit)) AS cari,
       lower(min(nama_induk)) AS cari_induk, NULL::bigint AS unit_id
  FROM pegawai_barisimpor
 WHERE impor_id = %(impor)s AND kunci_unit IS NOT NULL AND galat_baca IS NULL
 GROUP BY kunci_unit
"""
# Their row: by UNOR ID; by name inside the OPD that SATUAN KERJA INDUK names; by a name
# that is the only one in the city when that OPD is not known.
UNIT_ADA = """
UPDATE t_unit n SET unit_id = coalesce(
    (SELECT u.id FROM pegawai_unitkerja u
      WHERE u.unor_id = n.unor_id AND u.unor_id <> ''),
    (SELECT min(u.id) FROM pegawai_unitkerja u
       JOIN pegawai_unitkerja o ON o.id = u.opd_id AND o.nama_cari = n.cari_induk
      WHERE u.nama_cari = n.cari AND u.berlaku_sampai IS NULL HAVING count(*) = 1),
    (SELECT min(u.id) FROM pegawai_unitkerja u
      WHERE u.nama_cari = n.cari AND u.berlaku_sampai IS NULL
        AND NOT EXISTS (SELECT 1 FROM pegawai_unitkerja o
                         WHERE o.jenis = 'OPD' AND o.nama_cari = n.cari_induk
                           AND o.berlaku_sampai IS NULL)
     HAVING count(*) = 1))
 WHERE n.unit_id IS NULL
"""

# Rows with their person, who stays the same while units and posts are created. People are
# looked up row by row by a key (OFFSET 0), so that the price is the file's and not the
# city's.
ORANG = """
CREATE TEMP TABLE t_orang ON COMMIT DROP AS
SELECT o.*, coalesce(p.unit_kerja_id, q.unit_kerja_id) AS unit_lama,
       coalesce(p.jabatan_id, q.jabatan_id) AS jabatan_lama,
       CASE WHEN p.pns_id = o.pns_id THEN p.id ELSE q.id END AS dari_pns,
       coalesce(o.dari_nomor, q.id) AS pegawai_id
  FROM (
    SELECT b.id, b.nomor_baris, b.nip, b.pns_id, b.nama IS NULL AS tanpa_nama, b.sidik,
           b.galat_baca, b.hapus, b.kunci_unit, b.jabatan_cari,
           md5(b.jabatan_cari) AS kunci_jabatan,
           coalesce(n.pegawai_id, s.id) AS dari_nomor
      FROM pegawai_barisimpor b
      LEFT JOIN LATERAL (SELECT n.pegawai_id FROM pegawai_nomorpegawai n
                          WHERE n.nomor = b.nip AND b.nip <> '' OFFSET 0) n ON true
      LEFT JOIN LATERAL (SELECT s.id FROM pegawai_pegawai s
                          WHERE s.nip = b.nip AND n.pegawai_id IS NULL
                         OFFSET 0) s ON true
     WHERE b.impor_id = %(impor)s
  ) o
  LEFT JOIN LATERAL (SELECT p.id, p.pns_id, p.unit_kerja_id, p.jabatan_id
                       FROM pegawai_pegawai p
                      WHERE p.id = o.dari_nomor OFFSET 0) p ON true
  LEFT JOIN LATERAL (SELECT q.id,
                            CASE WHEN p.id IS NULL THEN q.unit_kerja_id END
                                AS unit_kerja_id,
                            CASE WHEN p.id IS NULL THEN q.jabatan_id END AS jabatan_id
                       FROM pegawai_pegawai q
                      WHERE q.pns_id = o.pns_id AND p.pns_id IS DISTINCT FROM o.pns_id
                     OFFSET 0) q ON true
"""
# ... and with their unit and post. `buat` marks what the run will create first.
BARIS = """
WITH berunit AS (
    SELECT o.*, s.unit_ada, coalesce(s.unit_ada, a.unit_kerja_id) AS unit_id,
           s.unit_ada IS NULL AND a.tindak = 'BUAT' AS buat_unit,
           o.kunci_unit IS NOT NULL AND s.unit_ada IS NULL
               AND a.unit_kerja_id IS NULL AS unit_asing
      FROM t_orang o
      LEFT JOIN t_unit t ON t.kunci = o.kunci_unit
      LEFT JOIN pegawai_unitkerja u ON u.id = o.unit_lama
      LEFT JOIN pegawai_unitkerja d ON d.id = u.opd_id
      CROSS JOIN LATERAL (SELECT coalesce(t.unit_id, CASE
          WHEN u.nama_cari = t.cari AND (t.cari_induk IS NULL OR d.nama_cari = t.cari_induk)
          THEN u.id END) AS unit_ada) s
      LEFT JOIN pegawai_namaimpor a ON a.impor_id = %(impor)s AND a.jenis = 'UNIT'
           AND a.kunci = o.kunci_unit
      {saring}
), efektif AS (
    SELECT b.*, CASE WHEN 'unit_kerja' = ANY(b.hapus) THEN NULL
                     ELSE coalesce(b.unit_id, b.unit_lama) END AS unit_akhir
      FROM berunit b
), berjabatan AS (
    SELECT e.*,
           CASE WHEN l.nama_cari = e.jabatan_cari
                     AND e.unit_akhir IS NOT DISTINCT FROM e.unit_lama
                     AND NOT coalesce(e.buat_unit, false)
                THEN e.jabatan_lama
                WHEN e.unit_akhir IS NULL OR coalesce(e.buat_unit, false) THEN j0.id
                ELSE j1.id END AS jabatan_ada
      FROM efektif e
      LEFT JOIN pegawai_jabatan l ON l.id = e.jabatan_lama
      LEFT JOIN pegawai_jabatan j1
           ON j1.nama_cari = e.jabatan_cari AND j1.unit_kerja_id = e.unit_akhir
      LEFT JOIN pegawai_jabatan j0
           ON j0.nama_cari = e.jabatan_cari AND j0.unit_kerja_id IS NULL
)
SELECT j.*, coalesce(j.jabatan_ada, s.id, a.jabatan_id) AS jabatan_id,
       j.jabatan_ada IS NULL AND a.tindak = 'BUAT' AS buat_jabatan,
       j.jabatan_cari IS NOT NULL AND j.jabatan_ada IS NULL
           AND a.jabatan_id IS NULL AS jabatan_asing
  FROM berjabatan j
  LEFT JOIN pegawai_namaimpor a ON a.impor_id = %(impor)s AND a.jenis = 'JABATAN'
       AND a.kunci = j.kunci_jabatan
  -- A name mapped to a post means the post of that name in the person's own unit.
  LEFT JOIN pegawai_jabatan m ON m.id = a.jabatan_id
  LEFT JOIN pegawai_jabatan s
       ON s.nama_cari = m.nama_cari AND s.unit_kerja_id = j.unit_akhir
"""
BARIS_SEMUA = f"CREATE TEMP TABLE t_baris ON COMMIT DROP AS {BARIS.format(saring='')}"
# Once more for what had no unit or post yet, or was to get one.
BARIS_LEPAS = """
DELETE FROM t_baris WHERE (kunci_unit IS NOT NULL AND unit_ada IS NULL)
                       OR (jabatan_cari IS NOT NULL AND jabatan_ada IS NULL)
"""
BARIS_LAGI = "INSERT INTO t_baris " + BARIS.format(
    saring="WHERE o.id NOT IN (SELECT id FROM t_baris)"
)

# Only what is joined on.
STATISTIK = """
ANALYZE t_baris (id, nip, pns_id, pegawai_id, kunci_unit, jabatan_cari, unit_akhir,
                 unit_lama)
"""

# One number, or one person, in several rows (IMP-2); one PNS ID with two new numbers; one
# new number that two people claim.
KEMBAR = """
CREATE TEMP TABLE t_kembar ON COMMIT DROP AS
SELECT coalesce('p' || pegawai_id, 'n' || nip) AS kunci, min(nomor_baris) AS pertama,
       array_agg(nomor_baris ORDER BY nomor_baris) AS baris,
       min(sidik) <> max(sidik) AS beda
  FROM t_baris WHERE nip <> '' GROUP BY 1 HAVING count(*) > 1
UNION ALL
SELECT 'q' || pns_id, min(nomor_baris),
       array_agg(nomor_baris ORDER BY nomor_baris), true
  FROM t_baris WHERE nip <> '' AND pns_id IS NOT NULL
 GROUP BY pns_id HAVING min(nip) <> max(nip)
UNION ALL
SELECT 'm' || nip, min(nomor_baris),
       array_agg(nomor_baris ORDER BY nomor_baris), true
  FROM t_baris WHERE nip <> ''
 GROUP BY nip HAVING min(coalesce(pegawai_id, 0)) <> max(coalesce(pegawai_id, 0))
"""

# The rows that are not written, with the first reason (a twin has none). %(akar)s: root
# paths of the importer's units, NULL = city.
TOLAK = """
CREATE TEMP TABLE t_tolak ON COMMIT DROP AS SELECT * FROM (
SELECT t.id, coalesce(t.galat_baca, CASE
    WHEN t.dari_nomor <> t.dari_pns THEN jsonb_build_object(
        'kolom', 'PNS ID', 'nilai', t.pns_id,
        'sebab', 'PNS ID milik ' || pq.nama || ', sedangkan NIP milik ' || pn.nama || '.',
        'saran', 'Samakan PNS ID dan NIP dengan SIASN.')
    WHEN t.dari_nomor IS NOT NULL AND t.dari_pns IS NULL AND t.pns_id <> pn.pns_id
        THEN jsonb_build_object(
        'kolom', 'PNS ID', 'nilai', t.pns_id,
        'sebab', 'NIP ini milik ' || pn.nama || ' dengan PNS ID lain.',
        'saran', 'Samakan PNS ID dan NIP dengan SIASN.')
    WHEN m.beda THEN jsonb_build_object(
        'kolom', 'NIP BARU', 'nilai', t.nip,
        'sebab', 'Nomor ini juga dipakai pegawai lain pada baris ' || (
            SELECT string_agg(n::text, ', ') FROM unnest((m.baris)[:11]) n
             WHERE n <> t.nomor_baris) || '.',
        'saran', 'Samakan nomor tiap pegawai dengan SIASN.')
    WHEN k.beda OR q.beda THEN jsonb_build_object(
        'kolom', 'NIP BARU', 'nilai', t.nip,
        'sebab', 'Pegawai yang sama ada pada baris ' || (
            SELECT string_agg(n::text, ', ')
              FROM unnest((coalesce(k.baris, q.baris))[:11]) n
             WHERE n <> t.nomor_baris) || ' dengan isi berbeda.',
        'saran', 'Sisakan satu baris yang benar.')
    WHEN t.pegawai_id IS NULL AND t.tanpa_nama THEN jsonb_build_object(
        'kolom', 'NAMA', 'nilai', '', 'sebab', 'Nama kosong.',
        'saran', 'Isi nama pegawai.')
    WHEN %(akar)s::ltree[] IS NOT NULL AND t.pegawai_id IS NOT NULL
         AND NOT coalesce(ul.jalur <@ ANY(%(akar)s::ltree[]), false)
        THEN jsonb_build_object(
        'kolom', 'NIP BARU', 'nilai', t.nip,
        'sebab', 'Pegawai ini berada di luar unit yang Anda kelola.',
        'saran', 'Serahkan baris ini kepada BKPSDM.')
    WHEN %(akar)s::ltree[] IS NOT NULL
         AND NOT coalesce(ua.jalur <@ ANY(%(akar)s::ltree[]), false)
        THEN jsonb_build_object(
        'kolom', 'UNOR NAMA', 'nilai', coalesce(b.nama_unit, ''),
        'sebab', 'Unit kerja pada baris ini bukan unit yang Anda kelola.',
        'saran', 'Perbaiki unit kerja, atau serahkan baris ini kepada BKPSDM.')
    END) AS galat,
    coalesce(k.pertama <> t.nomor_baris AND NOT k.beda, false) AS kembar
  FROM t_baris t
  LEFT JOIN pegawai_barisimpor b ON b.id = t.id AND %(akar)s::ltree[] IS NOT NULL
  LEFT JOIN LATERAL (SELECT pn.nama, pn.pns_id FROM pegawai_pegawai pn
                      WHERE pn.id = t.dari_nomor
                        AND t.dari_pns IS DISTINCT FROM t.dari_nomor
                     OFFSET 0) pn ON true
  LEFT JOIN LATERAL (SELECT pq.nama FROM pegawai_pegawai pq
                      WHERE pq.id = t.dari_pns AND t.dari_pns <> t.dari_nomor
                     OFFSET 0) pq ON true
  LEFT JOIN t_kembar k
       ON t.nip <> '' AND k.kunci = coalesce('p' || t.pegawai_id, 'n' || t.nip)
  LEFT JOIN t_kembar q ON t.pns_id IS NOT NULL AND q.kunci = 'q' || t.pns_id
  LEFT JOIN t_kembar m ON t.nip <> '' AND m.kunci = 'm' || t.nip
  LEFT JOIN pegawai_unitkerja ul ON ul.id = t.unit_lama
  LEFT JOIN pegawai_unitkerja ua ON ua.id = t.unit_akhir
) x WHERE galat IS NOT NULL OR kembar
"""

# Unknown names, once each with their count (IMP-1). A name that is known by now goes,
# unless somebody mapped it.
NAMA_UNIT = """
INSERT INTO pegawai_namaimpor (impor_id, jenis, kunci, nama, induk, unor_id,
                               jenis_jabatan, jumlah, tindak)
SELECT %(impor)s, 'UNIT', u.kunci, u.nama, coalesce(u.induk, ''),
       coalesce(u.unor_id, ''), '', count(*), 'BIARKAN'
  FROM t_baris t JOIN t_unit u ON u.kunci = t.kunci_unit
 WHERE t.unit_ada IS NULL AND t.galat_baca IS NULL
 GROUP BY u.kunci, u.nama, u.induk, u.unor_id
ON CONFLICT (impor_id, jenis, kunci) DO UPDATE SET jumlah = excluded.jumlah
"""
NAMA_JABATAN = """
INSERT INTO pegawai_namaimpor (impor_id, jenis, kunci, nama, induk, unor_id,
                               jenis_jabatan, jumlah, tindak)
SELECT %(impor)s, 'JABATAN', t.kunci_jabatan, min(b.nama_jabatan), '', '',
       coalesce(min(b.jenis_jabatan), ''), count(*), 'BIARKAN'
  FROM t_baris t JOIN pegawai_barisimpor b ON b.id = t.id
 WHERE t.jabatan_cari IS NOT NULL AND t.jabatan_ada IS NULL AND t.galat_baca IS NULL
 GROUP BY t.kunci_jabatan
ON CONFLICT (impor_id, jenis, kunci) DO UPDATE SET jumlah = excluded.jumlah
"""
BUANG_NAMA = """
DELETE FROM pegawai_namaimpor a
 WHERE a.impor_id = %(impor)s
   AND (a.jenis, a.kunci) NOT IN (
       SELECT 'UNIT', t.kunci_unit FROM t_baris t
        WHERE t.galat_baca IS NULL AND t.unit_ada IS NULL AND t.kunci_unit IS NOT NULL
       UNION
       SELECT 'JABATAN', t.kunci_jabatan FROM t_baris t
        WHERE t.galat_baca IS NULL AND t.jabatan_ada IS NULL
          AND t.jabatan_cari IS NOT NULL)
"""
NAMA_ASING = (BUANG_NAMA, NAMA_UNIT, NAMA_JABATAN)
