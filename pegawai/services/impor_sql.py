"""The statements that compare staging with the registry. All set-based, one file each."""

from pegawai.services.impor_akhir import AKHIR, baris_banding, nilai_akhir

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
             WHEN beda.apa[2]::boolean AND NOT b.dilewati THEN 'BERUBAH'
             WHEN beda.apa[2]::boolean OR beda.apa[3]::boolean THEN 'DILEWATI'
             ELSE 'SAMA' END AS tindakan,
           coalesce(beda.apa[1], '[]'::jsonb) AS perubahan,
           b.peringatan_baca || coalesce(ingat.isi, '[]'::jsonb) AS peringatan
      FROM t_baris t
      LEFT JOIN t_tolak x ON x.id = t.id
      JOIN LATERAL (
        SELECT r.*, t.pegawai_id, t.unit_id AS unit_kerja_id, t.jabatan_id
          FROM (SELECT {kolom_baris} FROM pegawai_barisimpor i WHERE i.id = t.id) r
      ) b ON true
      LEFT JOIN LATERAL (SELECT * FROM pegawai_pegawai p
                          WHERE p.id = t.pegawai_id OFFSET 0) p ON true
      CROSS JOIN LATERAL (SELECT {akhir} OFFSET 0) n
      CROSS JOIN LATERAL (
        SELECT x.id IS NULL AND p.id IS NOT NULL AND (t.buat_unit
            OR t.buat_jabatan OR ({lama}) IS DISTINCT FROM ({baru})) AS ya OFFSET 0
      ) ubah
      -- The differences, is one of them to be written, is one left out; only for whom
      -- there are any.
      CROSS JOIN LATERAL (SELECT CASE WHEN ubah.ya THEN (
        SELECT ARRAY[jsonb_agg(jsonb_build_object(
                   'kolom', kolom, 'jenis', jenis, 'lama', coalesce(lama, ''),
                   'baru', coalesce(baru, '')) ORDER BY urut),
               to_jsonb(bool_or(jenis <> ALL(%(lewati)s::text[]))),
               to_jsonb(bool_or(jenis = ANY(%(lewati)s::text[])
                                AND jenis <> 'kedudukan'))]
          FROM (VALUES {banding}) v(urut, kolom, jenis, lama, baru, beda)
         WHERE beda) END AS apa OFFSET 0
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
                      WHERE p.id = t.pegawai_id AND b.paruh_waktu IS NULL
                        AND substr(t.nip, 13, 1) = '2' OFFSET 0) p ON true
  LEFT JOIN pegawai_unitkerja u ON u.id = t.unit_akhir
  LEFT JOIN pegawai_unitkerja l ON l.id = t.unit_lama
 WHERE t.nip <> '' AND b.tindakan <> 'DITOLAK'
"""
