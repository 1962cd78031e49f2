"""Make a city of any size out of one of 7,000: set-based, without history."""

from django.db import connection

from pegawai.models import Pegawai

KOTA_TERBESAR = 7_000

# Copies of the people with another serial of their number and one more name out of 65,536,
# so that a search meets as many words as a large city has; history triggers are off for
# this session role only, as for every bulk loader of the bench.
ORANG = """
INSERT INTO pegawai_pegawai (
    uid, dibuat_pada, nip, nama, gelar_depan, gelar_belakang, jenis_kepegawaian,
    paruh_waktu, kedudukan_hukum, tanggal_lahir, jenis_kelamin, golongan_id,
    tmt_golongan, unit_kerja_id, jabatan_id, tmt_jabatan, tingkat_pendidikan_id,
    pendidikan, tahun_lulus, tmt_cpns, tmt_pns, surel_dinas, atasan_id,
    atasan_ditetapkan, atasan_alasan, sumber, versi)
SELECT gen_random_uuid(), now(),
       left(p.nip, 15) || lpad(((right(p.nip, 3)::int + k - 1) %% 999 + 1)::text, 3, '0'),
       p.nama || ' ' || initcap(translate(left(md5(p.id || '-' || k), 4),
                                          '0123456789abcdef', 'aiueonkdmtlsbrpw')),
       p.gelar_depan, p.gelar_belakang, p.jenis_kepegawaian, p.paruh_waktu,
       p.kedudukan_hukum, p.tanggal_lahir, p.jenis_kelamin, p.golongan_id,
       p.tmt_golongan, p.unit_kerja_id, p.jabatan_id, p.tmt_jabatan,
       p.tingkat_pendidikan_id, p.pendidikan, p.tahun_lulus, p.tmt_cpns, p.tmt_pns,
       p.surel_dinas, p.atasan_id, p.atasan_ditetapkan, p.atasan_alasan, 'bench', 1
  FROM generate_series(1, 998) AS k CROSS JOIN pegawai_pegawai p
 WHERE p.sumber <> 'bench'
 LIMIT %(kurang)s
ON CONFLICT (nip) DO NOTHING
"""

CAPAIAN = """
INSERT INTO pegawai_capaiankompetensi (
    pegawai_id, kompetensi_id, level, level_standar, kesenjangan, sumber, tanggal,
    berlaku_sampai)
SELECT p.id, c.kompetensi_id, c.level, c.level_standar, c.kesenjangan, c.sumber,
       c.tanggal, c.berlaku_sampai
  FROM pegawai_pegawai p
  JOIN pegawai_pegawai a ON left(a.nip, 15) = left(p.nip, 15) AND a.sumber <> 'bench'
   AND starts_with(p.nama, a.nama || ' ')
  JOIN pegawai_capaiankompetensi c ON c.pegawai_id = a.id
 WHERE p.sumber = 'bench'
ON CONFLICT DO NOTHING
"""


def gandakan(n: int) -> None:
    """Copy until there are about n people (numbers that collide are left out)."""
    kurang = n - Pegawai.objects.count()
    if kurang <= 0:
        return
    with connection.cursor() as kursor:
        kursor.execute("SET pgtrigger.ignore = '{*}'")
        kursor.execute(ORANG, {"kurang": kurang})
        kursor.execute(CAPAIAN)
        kursor.execute("RESET pgtrigger.ignore")
        kursor.execute("ANALYZE pegawai_pegawai, pegawai_capaiankompetensi")
