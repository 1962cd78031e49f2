"""The statements that compare staging with the registry. All set-based, one file each."""

from pegawai.services.impor_akhir import AKHIR, baris_banding, nilai_akhir

# Units a file names -> their row: by UNOR ID; by name inside the OPD that SATUAN KERJA
# INDUK names; by a name that is the only one in the city when that OPD is not known.
UNIT = """
CREATE TEMP TABLE t_unit ON COMMIT DROP AS
WITH nama AS (
    SELECT kunci_unit AS kunci, min(nama_unit) AS nama, min(nama_induk) AS induk,
           min(unor_id) AS unor_id, count(*) AS jumlah,
           lower(min(nama_unit)) AS cari, lower(min(nama_induk)) AS cari_induk
      FROM pegawai_barisimpor
     WHERE impor_id = %(impor)s AND kunci_unit IS NOT NULL AND galat_baca IS NULL
     GROUP BY kunci_unit
)
SELECT n.*, coalesce(
    (SELECT u.id FROM pegawai_unitkerja u WHERE u.unor_id = n.unor_id),
    (SELECT min(u.id) FROM pegawai_unitkerja u
       JOIN pegawai_unitkerja o ON o.id = u.opd_id AND o.nama_cari = n.cari_induk
      WHERE u.nama_cari = n.cari AND u.berlaku_sampai IS NULL HAVING count(*) = 1),
    (SELECT min(u.id) FROM pegawai_unitkerja u
      WHERE u.nama_cari = n.cari AND u.berlaku_sampai IS NULL
        AND NOT EXISTS (SELECT 1 FROM pegawai_unitkerja o
                         WHERE o.jenis = 'OPD' AND o.nama_cari = n.cari_induk
                           AND o.berlaku_sampai IS NULL)
     HAVING count(*) = 1)
    ) AS unit_id
  FROM nama n
"""

# Rows with their person, unit and post. `buat` marks what the run will create first.
# People are looked up row by row by a key (OFFSET 0), so that the price is the file's and
# not the city's.
BARIS = """
CREATE TEMP TABLE t_baris ON COMMIT DROP AS
WITH orang AS (
    SELECT b.id, b.nomor_baris, b.nip, b.pns_id, b.nama, b.sidik, b.galat_baca, b.hapus,
           b.jabatan_cari, b.kunci_unit, b.peringatan_baca,
           coalesce(n.pegawai_id, s.id) AS dari_nomor, q.id AS dari_pns,
           coalesce(n.pegawai_id, s.id, q.id) AS pegawai_id
      FROM pegawai_barisimpor b
      LEFT JOIN LATERAL (SELECT n.pegawai_id FROM pegawai_nomorpegawai n
                          WHERE n.nomor = b.nip AND b.nip <> '' OFFSET 0) n ON true
      LEFT JOIN LATERAL (SELECT s.id FROM pegawai_pegawai s
                          WHERE s.nip = b.nip OFFSET 0) s ON true
      LEFT JOIN LATERAL (SELECT q.id FROM pegawai_pegawai q
                          WHERE q.pns_id = b.pns_id OFFSET 0) q ON true
     WHERE b.impor_id = %(impor)s
), berunit AS (
    SELECT o.*, p.unit_kerja_id AS unit_lama, p.jabatan_id AS jabatan_lama,
           s.unit_ada, coalesce(s.unit_ada, a.unit_kerja_id) AS unit_id,
           s.unit_ada IS NULL AND a.tindak = 'BUAT' AS buat_unit,
           o.kunci_unit IS NOT NULL AND s.unit_ada IS NULL
               AND a.unit_kerja_id IS NULL AS unit_asing
      FROM orang o
      LEFT JOIN LATERAL (SELECT p.unit_kerja_id, p.jabatan_id FROM pegawai_pegawai p
                          WHERE p.id = o.pegawai_id OFFSET 0) p ON true
      LEFT JOIN t_unit t ON t.kunci = o.kunci_unit
      LEFT JOIN pegawai_unitkerja u ON u.id = p.unit_kerja_id
      LEFT JOIN pegawai_unitkerja d ON d.id = u.opd_id
      CROSS JOIN LATERAL (SELECT coalesce(t.unit_id, CASE
          WHEN u.nama_cari = t.cari AND (t.cari_induk IS NULL OR d.nama_cari = t.cari_induk)
          THEN u.id END) AS unit_ada) s
      LEFT JOIN pegawai_namaimpor a ON a.impor_id = %(impor)s AND a.jenis = 'UNIT'
           AND a.kunci = o.kunci_unit
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
       AND a.kunci = md5(j.jabatan_cari)
  -- A name mapped to a post means the post of that name in the person's own unit.
  LEFT JOIN pegawai_jabatan m ON m.id = a.jabatan_id
  LEFT JOIN pegawai_jabatan s
       ON s.nama_cari = m.nama_cari AND s.unit_kerja_id = j.unit_akhir
"""

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

# The first reason, or NULL. %(akar)s: root paths of the importer's units, NULL = city.
TOLAK = """
CREATE TEMP TABLE t_tolak ON COMMIT DROP AS
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
    WHEN t.pegawai_id IS NULL AND t.nama IS NULL THEN jsonb_build_object(
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
  JOIN pegawai_barisimpor b ON b.id = t.id
  LEFT JOIN LATERAL (SELECT pn.nama, pn.pns_id FROM pegawai_pegawai pn
                      WHERE pn.id = t.dari_nomor OFFSET 0) pn ON true
  LEFT JOIN LATERAL (SELECT pq.nama FROM pegawai_pegawai pq
                      WHERE pq.id = t.dari_pns OFFSET 0) pq ON true
  LEFT JOIN t_kembar k
       ON t.nip <> '' AND k.kunci = coalesce('p' || t.pegawai_id, 'n' || t.nip)
  LEFT JOIN t_kembar q ON t.pns_id IS NOT NULL AND q.kunci = 'q' || t.pns_id
  LEFT JOIN t_kembar m ON t.nip <> '' AND m.kunci = 'm' || t.nip
  LEFT JOIN pegawai_unitkerja ul ON ul.id = t.unit_lama
  LEFT JOIN pegawai_unitkerja ua ON ua.id = t.unit_akhir
"""

# Columns of a staged row that the comparison reads; wide ones stay out.
KOLOM_BARIS = """i.id, i.dilewati, i.hapus, i.peringatan_baca, i.nip, i.pns_id, i.nama,
    i.gelar_depan, i.gelar_belakang, i.jenis_kepegawaian, i.paruh_waktu, i.kedudukan_hukum,
    i.tanggal_lahir, i.jenis_kelamin, i.tanggal_lahir_nip, i.jenis_kelamin_nip,
    i.golongan_id, i.tmt_golongan, i.tmt_jabatan, i.tingkat_pendidikan_id, i.pendidikan,
    i.tahun_lulus, i.tmt_cpns, i.tmt_pns, i.surel_dinas, i.nama_jabatan, i.nama_unit"""


# Column, its value, what the warning says, when it is due.
INGAT = (
    (
        "UNOR NAMA",
        "b.nama_unit",
        "Unit ini belum dikenal; unit kerja pegawai tidak diisi dari baris ini.",
        "t.unit_asing AND NOT coalesce(t.buat_unit, false)",
    ),
    (
        "JABATAN NAMA",
        "b.nama_jabatan",
        "Jabatan ini belum dikenal; jabatan pegawai tidak diisi dari baris ini.",
        "t.jabatan_asing AND NOT coalesce(t.buat_jabatan, false)",
    ),
    (
        "NIP BARU",
        "b.nip",
        "Ini nomor lama; nomor sekarang tidak diubah.",
        "p.nip <> b.nip AND t.dari_nomor IS NOT NULL",
    ),
    (
        "NIP BARU",
        "b.nip",
        "Nomor baru untuk pegawai yang sudah terdaftar.",
        "t.dari_nomor IS NULL AND t.dari_pns IS NOT NULL",
    ),
    (
        "KEDUDUKAN HUKUM NAMA",
        "b.kedudukan_hukum",
        "Kedudukan hukum tidak diubah, karena pilihan itu tidak dinyalakan.",
        "p.kedudukan_hukum <> b.kedudukan_hukum "
        "AND 'kedudukan' = ANY(%(lewati)s::text[])",
    ),
    (
        "TMT JABATAN",
        "to_char(b.tmt_jabatan, 'DD-MM-YYYY')",
        "TMT lebih awal daripada jabatan sekarang; jabatan sekarang diganti.",
        "b.jabatan_id <> p.jabatan_id AND b.tmt_jabatan < p.tmt_jabatan",
    ),
)


def isi_nilai() -> str:
    """NILAI with the columns filled in."""
    kolom = list(AKHIR)
    ingat = ",\n".join(f"('{k}', {nilai}, '{x}', {ya})" for k, nilai, x, ya in INGAT)
    # Asked first, so that the sentences are put together only for the few rows.
    ada_ingat = " OR ".join(f"({ya})" for *_, ya in INGAT)
    return (
        NILAI.replace("{banding}", baris_banding())
        .replace("{ingat}", ingat)
        .replace("{ada_ingat}", ada_ingat)
        .replace("{kolom_baris}", KOLOM_BARIS)
        .replace("{akhir}", ", ".join(f"{nilai_akhir(k)} AS {k}" for k in kolom))
        .replace("{lama}", ", ".join(f"p.{k}" for k in kolom))
        .replace("{baru}", ", ".join(f"n.{k}" for k in kolom))
    )


# The one write of a judgement: what was resolved, the action, differences, warnings.
NILAI = """
UPDATE pegawai_barisimpor s
   SET pegawai_id = h.pegawai_id, unit_kerja_id = h.unit_kerja_id,
       jabatan_id = h.jabatan_id, galat = h.galat, tindakan = h.tindakan,
       perubahan = h.perubahan, peringatan = h.peringatan
  FROM (
    SELECT b.id, b.pegawai_id, b.unit_kerja_id, b.jabatan_id, x.galat, CASE
             WHEN x.galat IS NOT NULL THEN 'DITOLAK'
             WHEN x.kembar THEN 'SAMA'
             WHEN b.pegawai_id IS NULL THEN CASE
                  WHEN b.dilewati OR 'baru' = ANY(%(lewati)s::text[]) THEN 'DILEWATI'
                  ELSE 'BARU' END
             WHEN beda.aktif AND NOT b.dilewati THEN 'BERUBAH'
             WHEN beda.aktif OR beda.lewat THEN 'DILEWATI'
             ELSE 'SAMA' END AS tindakan,
           coalesce(beda.isi, '[]'::jsonb) AS perubahan,
           b.peringatan_baca || coalesce(ingat.isi, '[]'::jsonb) AS peringatan
      FROM t_baris t
      JOIN t_tolak x ON x.id = t.id
      JOIN LATERAL (
        SELECT r.*, t.pegawai_id, t.unit_id AS unit_kerja_id, t.jabatan_id
          FROM (SELECT {kolom_baris} FROM pegawai_barisimpor i WHERE i.id = t.id) r
      ) b ON true
      LEFT JOIN LATERAL (SELECT * FROM pegawai_pegawai p
                          WHERE p.id = t.pegawai_id OFFSET 0) p ON true
      CROSS JOIN LATERAL (SELECT {akhir} OFFSET 0) n
      CROSS JOIN LATERAL (
        SELECT x.galat IS NULL AND NOT x.kembar AND p.id IS NOT NULL AND (t.buat_unit
            OR t.buat_jabatan OR ({lama}) IS DISTINCT FROM ({baru})) AS ya OFFSET 0
      ) ubah
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object(
                   'kolom', kolom, 'jenis', jenis, 'lama', coalesce(lama, ''),
                   'baru', coalesce(baru, '')) ORDER BY urut) AS isi,
               bool_or(jenis <> ALL(%(lewati)s::text[])) AS aktif,
               bool_or(jenis = ANY(%(lewati)s::text[]) AND jenis <> 'kedudukan') AS lewat
          FROM (VALUES {banding}) v(urut, kolom, jenis, lama, baru, beda)
         WHERE ubah.ya AND beda
      ) beda
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('kolom', kolom, 'nilai', nilai,
                                            'sebab', sebab)) AS isi
          FROM (VALUES {ingat}) v(kolom, nilai, sebab, ya)
         WHERE ya AND x.galat IS NULL AND ({ada_ingat})
      ) ingat
  ) h
 WHERE s.id = h.id
   -- A row that reads as before is not written again: it is wide.
   AND (s.pegawai_id, s.unit_kerja_id, s.jabatan_id, s.galat, s.tindakan, s.perubahan,
        s.peringatan)
       IS DISTINCT FROM (h.pegawai_id, h.unit_kerja_id, h.jabatan_id, h.galat,
                         h.tindakan, h.perubahan, h.peringatan)
"""

HITUNG = """
SELECT count(*) FILTER (WHERE tindakan = 'BARU'),
       count(*) FILTER (WHERE tindakan = 'BERUBAH'),
       count(*) FILTER (WHERE tindakan = 'SAMA'),
       count(*) FILTER (WHERE tindakan = 'DITOLAK'),
       count(*) FILTER (WHERE tindakan <> 'DITOLAK' AND peringatan <> '[]'::jsonb),
       coalesce(sum((SELECT count(*) FROM jsonb_array_elements(perubahan) e
                      WHERE e ->> 'jenis' <> ALL(%(lewati)s::text[])))
                FILTER (WHERE tindakan = 'BERUBAH'), 0),
       count(*) FILTER (WHERE tindakan = 'DILEWATI')
  FROM pegawai_barisimpor WHERE impor_id = %(impor)s
"""
# How many people each kind of change touches, left out or not.
HITUNG_JENIS = """
SELECT e ->> 'jenis', count(DISTINCT b.id)
  FROM pegawai_barisimpor b, jsonb_array_elements(b.perubahan) e
 WHERE b.impor_id = %(impor)s AND b.tindakan <> 'DITOLAK'
   AND b.perubahan <> '[]'::jsonb
 GROUP BY 1
UNION ALL
SELECT 'baru', count(*) FROM pegawai_barisimpor
 WHERE impor_id = %(impor)s AND pegawai_id IS NULL AND tindakan IN ('BARU', 'DILEWATI')
"""
# What the file is about: kinds of employment and OPDs of its people (IMP-13).
CAKUPAN = """
SELECT coalesce(array_agg(DISTINCT CASE
           WHEN substr(t.nip, 13, 1) <> '2' THEN 'PNS'
           WHEN coalesce(b.paruh_waktu, p.paruh_waktu, false) THEN 'PPPK_PARUH'
           ELSE 'PPPK' END), '{}'),
       coalesce(array_agg(DISTINCT coalesce(u.opd_id, l.opd_id, 0)), '{}')
  FROM t_baris t
  JOIN pegawai_barisimpor b ON b.id = t.id
  LEFT JOIN LATERAL (SELECT p.paruh_waktu FROM pegawai_pegawai p
                      WHERE p.id = t.pegawai_id OFFSET 0) p ON true
  LEFT JOIN pegawai_unitkerja u ON u.id = t.unit_akhir
  LEFT JOIN pegawai_unitkerja l ON l.id = t.unit_lama
 WHERE t.nip <> '' AND b.tindakan <> 'DITOLAK'
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
SELECT %(impor)s, 'JABATAN', md5(t.jabatan_cari), min(b.nama_jabatan), '', '',
       coalesce(min(b.jenis_jabatan), ''), count(*), 'BIARKAN'
  FROM t_baris t JOIN pegawai_barisimpor b ON b.id = t.id
 WHERE t.jabatan_cari IS NOT NULL AND t.jabatan_ada IS NULL AND t.galat_baca IS NULL
 GROUP BY md5(t.jabatan_cari)
ON CONFLICT (impor_id, jenis, kunci) DO UPDATE SET jumlah = excluded.jumlah
"""
BUANG_NAMA = """
DELETE FROM pegawai_namaimpor a
 WHERE a.impor_id = %(impor)s
   AND (a.jenis, a.kunci) NOT IN (
       SELECT 'UNIT', t.kunci_unit FROM t_baris t
        WHERE t.galat_baca IS NULL AND t.unit_ada IS NULL AND t.kunci_unit IS NOT NULL
       UNION
       SELECT 'JABATAN', md5(t.jabatan_cari) FROM t_baris t
        WHERE t.galat_baca IS NULL AND t.jabatan_ada IS NULL
          AND t.jabatan_cari IS NOT NULL)
"""
