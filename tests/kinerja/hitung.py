"""Recomputing every gap and JPM of a period against the bare statement of the same sums."""

import json
import time
from collections.abc import Iterator

from django.db import connection, transaction

from pegawai.dasar.queries.aturan import aturan
from penilaian.models import PeriodePenilaian
from penilaian.services.terbit import BEKUKAN_STANDAR, HITUNG

SASARAN = 1.5

# The same rows read and written, without choosing standards, categories or validity.
BATAS_STANDAR = """
UPDATE penilaian_nilaikompetensi v SET level_standar = b.level
  FROM penilaian_penilaian n
  JOIN pegawai_standarbutir b ON b.standar_id = n.standar_id
 WHERE n.periode_id = %(periode)s AND v.penilaian_id = n.id
   AND v.kompetensi_id = b.kompetensi_id
"""
BATAS_JPM = """
UPDATE penilaian_penilaian n
   SET jumlah_capaian = j.capaian, jumlah_standar = j.standar, versi = n.versi + 1
  FROM (SELECT v.penilaian_id, sum(v.level_standar) AS standar,
               sum(least(v.level_capaian, v.level_standar)) AS capaian
          FROM penilaian_nilaikompetensi v
          JOIN penilaian_penilaian m ON m.id = v.penilaian_id
         WHERE m.periode_id = %(periode)s GROUP BY 1) j
 WHERE j.penilaian_id = n.id
"""
ATURAN = (
    ("standar dibekukan", BEKUKAN_STANDAR, BATAS_STANDAR),
    ("JPM dan kesenjangan", HITUNG, BATAS_JPM),
)


def _lama(sql: str, isi: dict) -> float:
    """Best of three, each rolled back."""
    terbaik = float("inf")
    for _ in range(3):
        with transaction.atomic(), connection.cursor() as kursor:
            awal = time.perf_counter()
            kursor.execute(sql, isi)
            terbaik = min(terbaik, time.perf_counter() - awal)
            transaction.set_rollback(True)
    return terbaik


def ukur_hitung() -> Iterator[str]:
    """One sentence a rule: time, bare time, ratio."""
    periode = PeriodePenilaian.objects.filter(status="DITERBITKAN").latest("pk")
    isi = {
        "periode": periode.pk,
        "pada": periode.tanggal_selesai,
        "surplus": periode.surplus_menutup,
        "tahun": aturan("masa_berlaku_hasil_tahun"),
        "tabel": json.dumps(aturan("jpm_kategori_pemetaan")),
    }
    for nama, sql, bare in ATURAN:
        lama, batas = _lama(sql, isi), _lama(bare, isi)
        yield (
            f"hitung {nama}: {periode.penilaian.count()} orang, {lama:.2f} s, "
            f"batas {batas:.2f} s, {lama / batas:.1f}x (sasaran <= {SASARAN}x)"
        )
