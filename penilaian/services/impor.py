"""Import results into a running period: upload and check, then run in one transaction."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone

from pegawai.dasar.alat.arsip import BUKAN_BUKU, MB, tolak
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pekerjaan import buat_pekerjaan
from penilaian.izin import boleh_mengelola_periode
from penilaian.models import ImporHasil, PeriodePenilaian
from penilaian.queries.periode import WAJIB_SQL
from penilaian.services.impor_baca import baca_hasil

UKURAN_TERBESAR = 20 * MB
SEKALIGUS = 500
Status = ImporHasil.Status

BARIS = """
WITH b AS (
    SELECT (x->>'pegawai')::bigint AS pegawai_id, (x->>'tanggal')::date AS tanggal,
           x->'level' AS level
      FROM penilaian_imporhasil i CROSS JOIN jsonb_array_elements(i.baris) AS x
     WHERE i.id = %(impor)s
)
"""
SISIP_PESERTA = f"""{BARIS}
INSERT INTO penilaian_penilaian AS n (
       periode_id, pegawai_id, jabatan_id, jenjang_id, unit_kerja_id, status, lengkap,
       tanggal_penilaian, kategori, kategori_nama, catatan, versi)
SELECT %(periode)s, p.id, p.jabatan_id, j.jenjang_id, p.unit_kerja_id, 'DRAF', false,
       b.tanggal, '', '', '', 1
  FROM b JOIN pegawai_pegawai p ON p.id = b.pegawai_id
  LEFT JOIN pegawai_jabatan j ON j.id = p.jabatan_id
    ON CONFLICT (periode_id, pegawai_id) DO UPDATE
   SET tanggal_penilaian = coalesce(EXCLUDED.tanggal_penilaian, n.tanggal_penilaian),
       versi = n.versi + 1
"""
SISIP_NILAI = f"""{BARIS}
INSERT INTO penilaian_nilaikompetensi (penilaian_id, kompetensi_id, level_capaian)
SELECT n.id, l.key::bigint, l.value::int
  FROM b JOIN penilaian_penilaian n
    ON n.pegawai_id = b.pegawai_id AND n.periode_id = %(periode)s
 CROSS JOIN jsonb_each_text(b.level) l
    ON CONFLICT (penilaian_id, kompetensi_id) DO UPDATE
   SET level_capaian = EXCLUDED.level_capaian
"""
HITUNG_LENGKAP = f"""{WAJIB_SQL}, kini AS (
    SELECT n.id, EXISTS (
               SELECT FROM penilaian_nilaikompetensi v
                WHERE v.penilaian_id = n.id AND v.level_capaian IS NOT NULL)
           AND NOT EXISTS (
               SELECT FROM wajib w LEFT JOIN penilaian_nilaikompetensi v
                   ON v.penilaian_id = n.id AND v.kompetensi_id = w.kompetensi_id
                WHERE w.penilaian_id = n.id AND v.level_capaian IS NULL) AS lengkap
      FROM penilaian_penilaian n WHERE n.periode_id = %(periode)s
)
UPDATE penilaian_penilaian n SET lengkap = kini.lengkap
  FROM kini WHERE kini.id = n.id AND n.lengkap <> kini.lengkap
"""


def _terbuka(periode: PeriodePenilaian) -> None:
    if periode.status != PeriodePenilaian.Status.BERJALAN:
        raise AturanDilanggar(
            "Hasil hanya dapat diimpor selama periode berjalan. Buka periode ini "
            "lebih dahulu.",
            kode="periode_tidak_berjalan",
            medan="berkas",
        )


def unggah_hasil(
    *, periode: PeriodePenilaian, berkas: UploadedFile, oleh: Pengguna
) -> ImporHasil:
    """Check a file; nothing of it is written to the period yet."""
    _terbuka(periode)
    nama = (berkas.name or "").replace("\\", "/").rsplit("/", 1)[-1][:200]
    if not nama.lower().endswith(".xlsx"):
        raise tolak(
            "Berkas harus berformat .xlsx. Di Excel, pilih Simpan Sebagai lalu Buku "
            "Kerja Excel (.xlsx).",
            "bukan_xlsx",
        )
    if (berkas.size or 0) > UKURAN_TERBESAR:
        raise tolak(
            "Berkas lebih dari 20 MB. Bagi menjadi beberapa berkas.",
            "berkas_terlalu_besar",
        )
    if not berkas.size:
        raise tolak(f"Berkas kosong. {BUKAN_BUKU}", "bukan_buku_kerja")
    bacaan = baca_hasil(berkas, periode)
    return ImporHasil.objects.create(
        periode=periode,
        oleh=oleh,
        nama_berkas=nama,
        baris=bacaan.baris,
        galat=bacaan.galat,
        catatan=bacaan.catatan,
        jumlah_baik=len(bacaan.baris),
        jumlah_ditolak=bacaan.ditolak,
    )


@transaction.atomic
def minta_jalankan(*, impor: ImporHasil, oleh: Pengguna) -> ImporHasil | Pekerjaan:
    """Run now, or for many rows as a job."""
    if impor.status != Status.SIAP or impor.jumlah_baik <= SEKALIGUS:
        return jalankan_impor(impor=impor, oleh=oleh)
    _terbuka(impor.periode)
    return buat_pekerjaan(
        tugas="penilaian.services.impor.jalankan_lewat_pekerjaan",
        judul=f"Impor hasil {impor.nama_berkas}"[:200],
        oleh=oleh,
        tautan=impor.get_absolute_url(),
        impor=str(impor.uid),
    )


@transaction.atomic
def jalankan_impor(*, impor: ImporHasil, oleh: Pengguna) -> ImporHasil:
    """Write all good rows or none; a second call changes nothing."""
    impor = (
        ImporHasil.objects.select_for_update(of=("self",))
        .select_related("periode")
        .get(pk=impor.pk)
    )
    if impor.status == Status.SELESAI:
        return impor
    periode = PeriodePenilaian.objects.select_for_update(of=("self",)).get(
        pk=impor.periode_id
    )
    _terbuka(periode)
    if impor.status == Status.DIBATALKAN or not impor.jumlah_baik:
        raise AturanDilanggar(
            "Tidak ada baris yang dapat diimpor. Perbaiki berkasnya, lalu unggah lagi.",
            kode="impor_kosong",
        )
    isi: dict[str, Any] = {
        "impor": impor.pk,
        "periode": periode.pk,
        "pada": periode.tanggal_selesai,
    }
    with connection.cursor() as kursor:
        for perintah in (SISIP_PESERTA, SISIP_NILAI, HITUNG_LENGKAP):
            kursor.execute(perintah, isi)
    return _akhiri(impor, Status.SELESAI)


def _akhiri(impor: ImporHasil, status: str) -> ImporHasil:
    impor.status = status
    impor.baris = []
    impor.galat = [] if status == Status.DIBATALKAN else impor.galat
    impor.selesai_pada = timezone.now()
    impor.save()
    return impor


def jalankan_lewat_pekerjaan(*, pekerjaan: Pekerjaan, impor: str) -> dict[str, int]:
    """The job's body; the starter's right is checked again when it runs."""
    objek = ImporHasil.objects.get(uid=impor)
    oleh = pekerjaan.pemilik
    if oleh is None or not boleh_mengelola_periode(oleh):
        raise AturanDilanggar(
            "Akun yang memulai pekerjaan ini tidak lagi berhak mengimpor hasil.",
            kode="hak_berakhir",
        )
    jalankan_impor(impor=objek, oleh=oleh)
    return {"jumlah": objek.jumlah_baik}


@transaction.atomic
def batalkan_impor(*, impor: ImporHasil, oleh: Pengguna) -> None:
    """Forget a checked file that was not run."""
    impor = ImporHasil.objects.select_for_update(of=("self",)).get(pk=impor.pk)
    if impor.status == Status.SIAP:
        _akhiri(impor, Status.DIBATALKAN)
