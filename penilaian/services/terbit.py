"""Publishing a period: one act, set-based, all or nothing."""

import json

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pekerjaan import buat_pekerjaan
from pegawai.dasar.services.pemberitahuan import kabari_banyak
from pegawai.services.capaian import catat_capaian
from penilaian.izin import boleh_menerbitkan_periode
from penilaian.models import PeriodePenilaian
from penilaian.queries.periode import STANDAR_JABATAN_SQL, belum_lengkap

Status = PeriodePenilaian.Status
SEKALIGUS = 500  # more people than this: a job
DISEBUT = 5

BEKUKAN_STANDAR = f"""{STANDAR_JABATAN_SQL}
UPDATE penilaian_nilaikompetensi v
   SET level_standar = w.level
  FROM standar w JOIN penilaian_penilaian n ON n.jabatan_id = w.jabatan_id
 WHERE n.periode_id = %(periode)s
   AND v.penilaian_id = n.id AND v.kompetensi_id = w.kompetensi_id
   AND w.level IS NOT NULL
"""

# A level outside the standard is shown, never summed (J-2): its level_standar is null.
HITUNG = f"""{STANDAR_JABATAN_SQL}, std_pilih AS (
    SELECT jabatan_id, max(standar_id) AS standar_id FROM standar GROUP BY jabatan_id
), jumlah AS (
    SELECT v.penilaian_id, sum(v.level_standar) AS standar,
           sum(CASE WHEN %(surplus)s THEN v.level_capaian
                    ELSE least(v.level_capaian, v.level_standar) END) AS capaian
      FROM penilaian_nilaikompetensi v
      JOIN penilaian_penilaian n ON n.id = v.penilaian_id
     WHERE n.periode_id = %(periode)s AND v.level_standar IS NOT NULL
     GROUP BY v.penilaian_id
), tabel AS MATERIALIZED (
    SELECT x.isi->>0 AS kode, x.isi->>1 AS nama, (x.isi->>2)::numeric AS batas
      FROM jsonb_array_elements(%(tabel)s::jsonb) AS x (isi)
)
UPDATE penilaian_penilaian n
   SET standar_id = s.standar_id,
       jumlah_capaian = j.capaian,
       jumlah_standar = j.standar,
       jpm = round(j.capaian * 100 / j.standar, 6),
       jpm_tampil = CASE WHEN j.standar > 0
           THEN least(round(j.capaian * 100 / j.standar, 2), 100) END,
       kategori = coalesce(k.kode, ''),
       kategori_nama = coalesce(k.nama, ''),
       lengkap = true,
       status = 'FINAL',
       tanggal_penilaian = t.tanggal,
       berlaku_sampai = (t.tanggal + make_interval(years => %(tahun)s))::date,
       versi = n.versi + 1
  FROM penilaian_penilaian m
  LEFT JOIN std_pilih s ON s.jabatan_id = m.jabatan_id
  LEFT JOIN jumlah j ON j.penilaian_id = m.id
  LEFT JOIN LATERAL (
       SELECT b.kode, b.nama FROM tabel b
        WHERE j.capaian * 100 >= b.batas * j.standar
        ORDER BY b.batas DESC LIMIT 1) k ON true
 CROSS JOIN LATERAL (
       SELECT coalesce(m.tanggal_penilaian, %(pada)s::date) AS tanggal) t
 WHERE m.id = n.id AND n.periode_id = %(periode)s
"""

CAPAIAN = """
SELECT n.pegawai_id, v.kompetensi_id, v.level_capaian AS level, v.level_standar,
       left(%s, 100) AS sumber, n.tanggal_penilaian AS tanggal, n.berlaku_sampai
  FROM penilaian_nilaikompetensi v
  JOIN penilaian_penilaian n ON n.id = v.penilaian_id
 WHERE n.periode_id = %s AND v.level_capaian IS NOT NULL
"""


@transaction.atomic
def terbitkan_periode(*, periode: PeriodePenilaian, oleh: Pengguna) -> PeriodePenilaian:
    """Freeze standards, sums, JPM, category and validity of everybody, and say so.

    Refuses with the names of what is incomplete. A second call changes nothing.
    """
    periode = PeriodePenilaian.objects.select_for_update(of=("self",)).get(
        pk=periode.pk
    )
    if periode.status == Status.DITERBITKAN:
        return periode
    _periksa(periode)
    isi = {
        "periode": periode.pk,
        "pada": periode.tanggal_selesai,
        "surplus": periode.surplus_menutup,
        "tahun": aturan("masa_berlaku_hasil_tahun"),
        "tabel": _tabel_kategori(periode),
    }
    with connection.cursor() as kursor:
        kursor.execute(BEKUKAN_STANDAR, isi)
        kursor.execute(HITUNG, isi)
    catat_capaian(pilih=CAPAIAN, isi=[periode.nama, periode.pk])
    _kabari(periode)
    periode.status = Status.DITERBITKAN
    periode.diterbitkan_oleh = oleh
    periode.diterbitkan_pada = timezone.now()
    periode.versi += 1
    periode.save()
    return periode


def _periksa(periode: PeriodePenilaian) -> None:
    """Refuse, naming people, unless everybody in a closed period is complete (J-1)."""
    if periode.status != Status.DITUTUP:
        raise AturanDilanggar(
            "Tutup periode ini lebih dahulu, lalu terbitkan hasilnya.",
            kode="periode_belum_ditutup",
        )
    if not periode.penilaian.exists():
        raise AturanDilanggar(
            "Periode ini belum memiliki peserta.", kode="periode_kosong"
        )
    kurang = belum_lengkap(periode)
    if kurang:
        sebut = "; ".join(
            f"{b.nama} ({b.kompetensi or 'belum ada nilai'})" for b in kurang[:DISEBUT]
        )
        lain = len(kurang) - DISEBUT
        ekor = f"; dan {lain} pegawai lain" if lain > 0 else ""
        raise AturanDilanggar(
            f"{len(kurang)} hasil belum lengkap: {sebut}{ekor}. Lengkapi nilainya atau "
            "keluarkan pegawai itu dari periode ini.",
            kode="hasil_belum_lengkap",
        )


def _tabel_kategori(periode: PeriodePenilaian) -> str:
    return json.dumps(aturan(f"jpm_kategori_{periode.tujuan.lower()}"))


def _kabari(periode: PeriodePenilaian) -> None:
    """One notice a person; the result itself stands behind sign-in, not in a mail."""
    kabari_banyak(
        pilih="""
        SELECT 'hasil-terbit:' || n.id AS kunci, p.pengguna_id AS penerima_id
          FROM penilaian_penilaian n JOIN pegawai_pegawai p ON p.id = n.pegawai_id
         WHERE n.periode_id = %s AND p.pengguna_id IS NOT NULL
        """,
        isi_pilih=[periode.pk],
        judul="Hasil penilaian kompetensi Anda sudah terbit",
        isi=f"Hasil {periode.nama} dapat Anda lihat di Profil kompetensi saya.",
        tautan=reverse("penilaian:profil"),
    )


@transaction.atomic
def minta_terbitkan(
    *, periode: PeriodePenilaian, oleh: Pengguna
) -> PeriodePenilaian | Pekerjaan:
    """Publish now, or for many people as a job after the same checks."""
    if periode.status == Status.DITERBITKAN or periode.penilaian.count() <= SEKALIGUS:
        return terbitkan_periode(periode=periode, oleh=oleh)
    _periksa(periode)
    return buat_pekerjaan(
        tugas="penilaian.services.terbit.terbitkan_lewat_pekerjaan",
        judul=f"Terbitkan hasil {periode.nama}",
        oleh=oleh,
        tautan=periode.get_absolute_url(),
        periode=str(periode.uid),
    )


def terbitkan_lewat_pekerjaan(*, pekerjaan: Pekerjaan, periode: str) -> dict[str, int]:
    """The job's body; the starter's right is checked again when it runs."""
    objek = PeriodePenilaian.objects.get(uid=periode)
    oleh = pekerjaan.pemilik
    if oleh is None or not boleh_menerbitkan_periode(oleh, objek):
        raise AturanDilanggar(
            "Akun yang memulai pekerjaan ini tidak lagi berhak menerbitkan hasil.",
            kode="hak_berakhir",
        )
    terbitkan_periode(periode=objek, oleh=oleh)
    return {"jumlah": objek.penilaian.count()}
