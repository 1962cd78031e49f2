"""Grades, education and legal standing that a chunk brings, kept as history.

As the acts of services/golongan.py and kedudukan.py do it: what holds now is recorded
first, a correction replaces its row, the same file again adds nothing. Runs before the
people themselves are written; `p` is the person as stored, `n` as the run will write.
"""

from pegawai.services.impor_akhir import nilai_tertulis

KOLOM = (
    "golongan_id",
    "tmt_golongan",
    "tingkat_pendidikan_id",
    "pendidikan",
    "tahun_lulus",
    "kedudukan_hukum",
)
DARI = f"""
  FROM pegawai_barisimpor b
  JOIN pegawai_pegawai p ON p.id = b.pegawai_id
 CROSS JOIN LATERAL (SELECT {", ".join(f"{nilai_tertulis(k)} AS {k}" for k in KOLOM)}
                     OFFSET 0) n
 WHERE __POTONG__"""
BERGANTI_GOLONGAN = (
    "(n.golongan_id, n.tmt_golongan) IS DISTINCT FROM (p.golongan_id, p.tmt_golongan)"
)
BERGANTI_PENDIDIKAN = (
    "(n.tingkat_pendidikan_id, n.pendidikan, n.tahun_lulus) IS DISTINCT FROM "
    "(p.tingkat_pendidikan_id, p.pendidikan, p.tahun_lulus)"
)
# Another subject or a year that was not known: the same education, written better.
PERBAIKAN_PENDIDIKAN = (
    "n.tingkat_pendidikan_id = p.tingkat_pendidikan_id "
    "AND (p.tahun_lulus IS NULL OR n.tahun_lulus = p.tahun_lulus)"
)

# A TMT that goes back replaces the present grade where it stands.
GOLONGAN_MUNDUR = f"""
UPDATE pegawai_riwayatgolongan r
   SET golongan_id = g.golongan_id,
       tmt = CASE WHEN EXISTS (SELECT 1 FROM pegawai_riwayatgolongan x
                                WHERE x.pegawai_id = g.id AND x.tmt = g.tmt_baru)
                  THEN r.tmt ELSE g.tmt_baru END
  FROM (SELECT p.id, p.tmt_golongan, n.golongan_id, n.tmt_golongan AS tmt_baru {DARI}
           AND n.golongan_id IS NOT NULL AND n.tmt_golongan < p.tmt_golongan) g
 WHERE r.pegawai_id = g.id AND r.tmt = g.tmt_golongan AND r.diterapkan
"""
GOLONGAN_KINI = f"""
INSERT INTO pegawai_riwayatgolongan (pegawai_id, golongan_id, tmt, nomor_sk)
SELECT p.id, p.golongan_id, p.tmt_golongan, '' {DARI}
   AND b.tindakan = 'BERUBAH' AND p.golongan_id IS NOT NULL
   AND n.tmt_golongan > p.tmt_golongan
ON CONFLICT (pegawai_id, tmt) DO NOTHING
"""
GOLONGAN_BARU = f"""
INSERT INTO pegawai_riwayatgolongan AS r (pegawai_id, golongan_id, tmt, nomor_sk)
SELECT p.id, n.golongan_id, n.tmt_golongan, '' {DARI}
   AND n.golongan_id IS NOT NULL AND n.tmt_golongan IS NOT NULL
   AND (b.tindakan = 'BARU' OR {BERGANTI_GOLONGAN})
ON CONFLICT (pegawai_id, tmt) DO UPDATE SET golongan_id = excluded.golongan_id
 WHERE r.golongan_id <> excluded.golongan_id
"""
PENDIDIKAN_DIPERBAIKI = f"""
UPDATE pegawai_riwayatpendidikan r
   SET jurusan = g.jurusan, tahun_lulus = g.tahun
  FROM (SELECT p.id, p.tingkat_pendidikan_id, p.pendidikan, p.tahun_lulus,
               n.pendidikan AS jurusan, n.tahun_lulus AS tahun {DARI}
           AND {BERGANTI_PENDIDIKAN} AND {PERBAIKAN_PENDIDIKAN}) g
 WHERE r.pegawai_id = g.id AND r.tingkat_pendidikan_id = g.tingkat_pendidikan_id
   AND r.jurusan = g.pendidikan AND r.tahun_lulus IS NOT DISTINCT FROM g.tahun_lulus
   AND NOT EXISTS (
       SELECT 1 FROM pegawai_riwayatpendidikan x
        WHERE x.pegawai_id = g.id AND x.jurusan = g.jurusan
          AND x.tingkat_pendidikan_id = g.tingkat_pendidikan_id
          AND x.tahun_lulus IS NOT DISTINCT FROM g.tahun)
"""
PENDIDIKAN_KINI = f"""
INSERT INTO pegawai_riwayatpendidikan (pegawai_id, tingkat_pendidikan_id, jurusan,
                                       lembaga, tahun_lulus, nomor_ijazah)
SELECT p.id, p.tingkat_pendidikan_id, p.pendidikan, '', p.tahun_lulus, '' {DARI}
   AND b.tindakan = 'BERUBAH' AND p.tingkat_pendidikan_id IS NOT NULL
   AND {BERGANTI_PENDIDIKAN} AND NOT coalesce({PERBAIKAN_PENDIDIKAN}, false)
ON CONFLICT DO NOTHING
"""
PENDIDIKAN_BARU = f"""
INSERT INTO pegawai_riwayatpendidikan (pegawai_id, tingkat_pendidikan_id, jurusan,
                                       lembaga, tahun_lulus, nomor_ijazah)
SELECT p.id, n.tingkat_pendidikan_id, n.pendidikan, '', n.tahun_lulus, '' {DARI}
   AND n.tingkat_pendidikan_id IS NOT NULL
   AND (b.tindakan = 'BARU' OR {BERGANTI_PENDIDIKAN})
ON CONFLICT DO NOTHING
"""
# The file does not say since when: the day of the file.
KEDUDUKAN_BARU = f"""
INSERT INTO pegawai_riwayatkedudukan AS r
       (pegawai_id, kedudukan_hukum, tmt, nomor_sk, keterangan)
SELECT p.id, n.kedudukan_hukum, %(tanggal)s, '', %(sumber)s {DARI}
   AND n.kedudukan_hukum <> p.kedudukan_hukum
ON CONFLICT (pegawai_id, tmt) DO UPDATE SET kedudukan_hukum = excluded.kedudukan_hukum
 WHERE r.kedudukan_hukum <> excluded.kedudukan_hukum
"""
# Who leaves: posts end the day before, planned ones never begin, nobody has them as a
# superior by name any more.
KELUAR = f"""
ARRAY(SELECT p.id {DARI} AND n.kedudukan_hukum = ANY(%(selesai)s)
         AND p.kedudukan_hukum <> ALL(%(selesai)s))"""
JABATAN_BATAL = f"""
DELETE FROM pegawai_riwayatjabatan
 WHERE pegawai_id = ANY({KELUAR}) AND tmt >= %(tanggal)s AND NOT diterapkan
"""
JABATAN_BERAKHIR = f"""
UPDATE pegawai_riwayatjabatan SET sampai = greatest(tmt, %(tanggal)s - 1)
 WHERE pegawai_id = ANY({KELUAR}) AND (sampai IS NULL OR sampai >= %(tanggal)s)
"""
ATASAN_LEPAS = f"""
UPDATE pegawai_pegawai
   SET atasan_id = NULL, atasan_ditetapkan = false, atasan_alasan = '', versi = versi + 1
 WHERE atasan_id = ANY({KELUAR}) AND atasan_ditetapkan
"""
SEMUA = (GOLONGAN_BARU, PENDIDIKAN_BARU)
# Only where somebody who is there changes; in this order.
UBAHAN = (
    GOLONGAN_MUNDUR,
    GOLONGAN_KINI,
    GOLONGAN_BARU,
    PENDIDIKAN_DIPERBAIKI,
    PENDIDIKAN_KINI,
    PENDIDIKAN_BARU,
    KEDUDUKAN_BARU,
    JABATAN_BATAL,
    JABATAN_BERAKHIR,
    ATASAN_LEPAS,
)


def perintah_riwayat(potong: str, potong_ubahan: str | None) -> list[str]:
    """The statements for one chunk; `potong_ubahan`: those of its rows that change
    somebody who is there, None when there are none."""
    if potong_ubahan is None:
        return [perintah.replace("__POTONG__", potong) for perintah in SEMUA]
    return [
        perintah.replace("__POTONG__", potong if perintah in SEMUA else potong_ubahan)
        for perintah in UBAHAN
    ]
