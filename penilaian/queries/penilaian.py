"""Results: published ones within scope, drafts for those who work on them."""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from pegawai.dasar.alat.model import dari_baris
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Pegawai, Peran
from pegawai.queries.peran import (
    berlaku_sekota,
    dalam_cakupan,
    pegawai_dalam_cakupan,
    pegawai_sendiri_id,
)
from penilaian.models import (
    MetodePenilaian,
    NilaiKompetensi,
    Penilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)

PEMBACA = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS)
# What a profile page prints: whole rows of five tables cost twice the page.
MEDAN_PROFIL = (
    "uid",
    "nip",
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "jenis_kepegawaian",
    "kedudukan_hukum",
    "pengguna",
    "unit_kerja__jalur",
    "unit_kerja__nama",
    "atasan",
    "jabatan__nama",
)
SENDIRI = """
SELECT p.id, p.uid, p.nip, p.nama, p.gelar_depan, p.gelar_belakang, p.jenis_kepegawaian,
       p.kedudukan_hukum, p.pengguna_id, p.atasan_id, p.unit_kerja_id, p.jabatan_id,
       j.id, j.nama
  FROM pegawai_pegawai p LEFT JOIN pegawai_jabatan j ON j.id = p.jabatan_id
 WHERE p.id = %s
"""
# What `hasil_terakhir` reads of a result, its period, the method and the post.
MEDAN_HASIL = (
    *("id", "uid", "periode_id", "pegawai_id", "jabatan_id", "standar_id", "status"),
    *("tanggal_penilaian", "berlaku_sampai", "jumlah_capaian", "jumlah_standar"),
    *("jpm_tampil", "kategori_nama"),
)
TERAKHIR = f"""
SELECT {", ".join(f"n.{m}" for m in MEDAN_HASIL)},
       p.id, p.nama, p.metode_id, m.id, m.nama, j.id, j.nama
  FROM penilaian_penilaian n
  JOIN penilaian_periodepenilaian p ON p.id = n.periode_id
  JOIN penilaian_metodepenilaian m ON m.id = p.metode_id
  LEFT JOIN pegawai_jabatan j ON j.id = n.jabatan_id
 WHERE n.pegawai_id = %(pegawai)s AND n.status = %(final)s AND p.status = %(terbit)s
   AND (%(tujuan)s IS NULL OR p.tujuan = %(tujuan)s)
 ORDER BY n.tanggal_penilaian DESC, n.id DESC LIMIT 1
"""


def hasil_terbit() -> QuerySet[Penilaian]:
    """Every published result; the base of all reads but those of drafts."""
    return Penilaian.objects.filter(
        status=Penilaian.Status.FINAL,
        periode__status=PeriodePenilaian.Status.DITERBITKAN,
    )


def hasil_terlihat(pengguna: Pengguna) -> QuerySet[Penilaian]:
    """Published results this account may see: own, direct reports', units', the city's.

    Before publishing there is nothing here for anybody (issue 2 part 7).
    """
    if berlaku_sekota(pengguna, *PEMBACA):
        return hasil_terbit()
    return hasil_terbit().filter(pegawai__in=pegawai_dalam_cakupan(pengguna, *PEMBACA))


def pegawai_berprofil(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """People whose competency profile this account may open."""
    semua = Pegawai.objects.select_related("jabatan", "unit_kerja").only(*MEDAN_PROFIL)
    return semua.filter(dalam_cakupan(pengguna, *PEMBACA))


def pegawai_berprofil_sendiri(pengguna: Pengguna) -> Pegawai:
    """This account's own person, whose profile it may always open; a plain statement."""
    with connection.cursor() as kursor:
        kursor.execute(SENDIRI, [pegawai_sendiri_id(pengguna)])
        medan = [k.name for k in kursor.description]
        baris = kursor.fetchone()
    pegawai = dari_baris(Pegawai, medan[:-2], baris[:-2])
    if pegawai.jabatan_id is not None:
        pegawai.jabatan = dari_baris(Jabatan, medan[-2:], baris[-2:])
    return pegawai


def _nilai_lengkap() -> Prefetch:
    return Prefetch(
        "nilai",
        NilaiKompetensi.objects.select_related("kompetensi").order_by(
            "kompetensi__urutan", "kompetensi__kode", "pk"
        ),
    )


def _lebih_baru() -> Q:
    """Is there a later final result of the same purpose (KETENTUAN M-3)?"""
    sama = hasil_terbit().filter(
        pegawai=OuterRef("pegawai"), periode__tujuan=OuterRef("periode__tujuan")
    )
    return Exists(
        sama.filter(tanggal_penilaian__gt=OuterRef("tanggal_penilaian"))
    ) | Exists(
        sama.filter(
            tanggal_penilaian=OuterRef("tanggal_penilaian"), pk__gt=OuterRef("pk")
        )
    )


def daftar_hasil(pengguna: Pengguna) -> QuerySet[Penilaian]:
    """Visible results, newest first, each knowing whether a newer one replaced it."""
    return (
        hasil_terlihat(pengguna)
        .select_related("periode__metode", "pegawai", "jabatan", "unit_kerja")
        .annotate(digantikan=_lebih_baru())
        .order_by("-tanggal_penilaian", "-pk")
    )


def hasil_rinci(pengguna: Pengguna) -> QuerySet[Penilaian]:
    """Visible results with everything the detail page prints."""
    return daftar_hasil(pengguna).prefetch_related(_nilai_lengkap())


def hasil_terakhir(pegawai: Pegawai, tujuan: str | None = None) -> Penilaian | None:
    """The latest published result of one person, or None (the rows of `hasil_terbit`).

    A plain statement: every profile asks it, and building it costs more than running it.
    """
    isi: dict[str, Any] = {
        "pegawai": pegawai.pk,
        "final": Penilaian.Status.FINAL,
        "terbit": PeriodePenilaian.Status.DITERBITKAN,
        "tujuan": tujuan,
    }
    with connection.cursor() as kursor:
        kursor.execute(TERAKHIR, isi)
        baris = kursor.fetchone()
    if baris is None:
        return None
    n = len(MEDAN_HASIL)
    hasil = dari_baris(Penilaian, MEDAN_HASIL, baris[:n])
    periode = dari_baris(
        PeriodePenilaian, ("id", "nama", "metode_id"), baris[n : n + 3]
    )
    periode.metode = dari_baris(MetodePenilaian, ("id", "nama"), baris[n + 3 : n + 5])
    hasil.periode = periode
    if hasil.jabatan_id is not None:
        hasil.jabatan = dari_baris(Jabatan, ("id", "nama"), baris[n + 5 :])
    return hasil


def ringkasan_hasil(pegawai_ids: Iterable[int]) -> dict[int, Penilaian]:
    """Latest published result of each of these people, in one query."""
    baris = (
        hasil_terbit()
        .filter(pegawai__in=list(pegawai_ids))
        .select_related("periode")
        .order_by("pegawai", "-tanggal_penilaian", "-pk")
        .distinct("pegawai")
    )
    return {b.pegawai_id: b for b in baris}


def daftar_peserta(periode: PeriodePenilaian) -> QuerySet[Penilaian]:
    """Everybody in a period with status and result: the analyst's working list."""
    return periode.penilaian.select_related(
        "periode", "pegawai", "jabatan", "unit_kerja", "asesor"
    ).order_by("pegawai__nama_urut", "pk")


def daftar_hasil_periode(
    pengguna: Pengguna, periode: PeriodePenilaian
) -> QuerySet[Penilaian]:
    """The list of a period: drafts too for the analyst, published in scope for others."""
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return daftar_peserta(periode)
    return (
        hasil_terlihat(pengguna)
        .filter(periode=periode)
        .select_related("periode", "pegawai", "jabatan", "unit_kerja", "asesor")
        .order_by("pegawai__nama_urut", "pk")
    )


def daftar_asesmen(pengguna: Pengguna) -> QuerySet[PenugasanAsesor]:
    """An assessor's own assignments in running periods; what still waits comes first."""
    return (
        asesmen_terlihat(pengguna)
        .annotate(
            sudah=Exists(
                Penilaian.objects.filter(
                    periode=OuterRef("periode"),
                    pegawai=OuterRef("pegawai"),
                    lengkap=True,
                )
            )
        )
        .order_by("sudah", "periode__tanggal_selesai", "pegawai__nama_urut", "pk")
    )


def asesmen_terbuka(pengguna: Pengguna) -> QuerySet[PenugasanAsesor]:
    """An assessor's own assignments in running periods that still wait for levels."""
    return daftar_asesmen(pengguna).filter(
        periode__status=PeriodePenilaian.Status.BERJALAN, sudah=False
    )


def asesmen_terlihat(pengguna: Pengguna) -> QuerySet[PenugasanAsesor]:
    """Assignments of this account whose period has begun and is not yet published."""
    return PenugasanAsesor.objects.select_related(
        "periode__metode", "pegawai__jabatan", "pegawai__unit_kerja"
    ).filter(
        asesor=pengguna,
        periode__status__in=[
            PeriodePenilaian.Status.BERJALAN,
            PeriodePenilaian.Status.DITUTUP,
        ],
    )
