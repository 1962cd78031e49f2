"""Assessment periods: who sees them, and what still hinders publishing."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import NomorPegawai, Pegawai, PemberianPeran, Peran
from pegawai.queries.peran import berlaku_sekota, unit_dalam_cakupan
from pegawai.queries.standar import BUTIR_STANDAR_SQL
from penilaian.models import MetodePenilaian, PeriodePenilaian

PEMANTAU = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)

# What each person of a period must have: the rows of the standard frozen at its end, of
# the kinds it assesses (J-3); without a standard the 8 + 1 of these kinds.
# Parameters: %(periode)s, %(pada)s.
WAJIB_SQL = f"""
WITH per AS (
    SELECT id, jenis_kompetensi FROM penilaian_periodepenilaian WHERE id = %(periode)s
), std AS MATERIALIZED (
    SELECT n.id AS penilaian_id, b.kompetensi_id, b.level, b.standar_id, k.jenis
      FROM penilaian_penilaian n
      JOIN ({BUTIR_STANDAR_SQL}) b ON b.jabatan_id = n.jabatan_id
      JOIN pegawai_kompetensi k ON k.id = b.kompetensi_id
     WHERE n.periode_id = %(periode)s
), wajib AS MATERIALIZED (
    SELECT s.penilaian_id, s.kompetensi_id, s.level, s.standar_id
      FROM std s, per WHERE s.jenis = ANY (per.jenis_kompetensi)
    UNION ALL
    SELECT n.id, k.id, NULL, NULL
      FROM penilaian_penilaian n, per, pegawai_kompetensi k
     WHERE n.periode_id = per.id AND k.aktif AND k.jenis <> 'TEKNIS'
       AND k.jenis = ANY (per.jenis_kompetensi)
       AND NOT EXISTS (SELECT FROM std WHERE std.penilaian_id = n.id)
)
"""
# The standards alone, once a post: what freezing and summing need of the above. Which
# competencies are of these kinds is asked first, so that the planner expects many rows.
STANDAR_JABATAN_SQL = f"""
WITH standar AS MATERIALIZED (
    SELECT b.jabatan_id, b.kompetensi_id, b.level, b.standar_id
      FROM ({BUTIR_STANDAR_SQL}) b
     WHERE b.kompetensi_id = ANY (ARRAY (
           SELECT k.id FROM pegawai_kompetensi k
             JOIN penilaian_periodepenilaian p ON k.jenis = ANY (p.jenis_kompetensi)
            WHERE p.id = %(periode)s))
)
"""


class BelumLengkap(NamedTuple):
    """One person who hinders publishing, and the names of what is missing."""

    penilaian_uid: UUID
    nama: str
    kompetensi: str


def periode_terlihat(pengguna: Pengguna) -> QuerySet[PeriodePenilaian]:
    """Periods are no secret to those who manage or monitor them."""
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return PeriodePenilaian.objects.all()
    if unit_dalam_cakupan(pengguna, *PEMANTAU).exists():
        return PeriodePenilaian.objects.exclude(status=PeriodePenilaian.Status.RENCANA)
    return PeriodePenilaian.objects.none()


def daftar_periode(pengguna: Pengguna) -> QuerySet[PeriodePenilaian]:
    """The list page, newest first."""
    return (
        periode_terlihat(pengguna)
        .select_related("metode")
        .order_by("-tanggal_mulai", "-pk")
    )


def daftar_metode() -> QuerySet[MetodePenilaian]:
    """Methods in the office's order."""
    return MetodePenilaian.objects.order_by("urutan", "pk")


def kemajuan_periode(pengguna: Pengguna, periode: PeriodePenilaian) -> dict[str, int]:
    """Participants, complete ones and those without an assessor, in this reader's units.

    Says who was entered, never with what result.
    """
    peserta = periode.penilaian.all()
    if not berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        unit = unit_dalam_cakupan(pengguna, *PEMANTAU)
        peserta = peserta.filter(pegawai__unit_kerja__in=unit)
    return peserta.aggregate(
        jumlah=Count("pk"), lengkap=Count("pk", filter=Q(lengkap=True))
    )


def kemajuan_per_unit(pengguna: Pengguna, periode: PeriodePenilaian) -> QuerySet:
    """Status by OPD (only counts of who was entered), in this reader's units."""
    peserta = periode.penilaian.all()
    if not berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        unit = unit_dalam_cakupan(pengguna, *PEMANTAU)
        peserta = peserta.filter(pegawai__unit_kerja__in=unit)
    return (
        peserta.order_by()
        .values("unit_kerja__opd__nama")
        .annotate(jumlah=Count("pk"), lengkap=Count("pk", filter=Q(lengkap=True)))
        .order_by("unit_kerja__opd__nama")
    )


def _jalankan(periode: PeriodePenilaian, sql: str) -> list[tuple]:
    isi: dict[str, Any] = {"periode": periode.pk, "pada": periode.tanggal_selesai}
    with connection.cursor() as kursor:
        kursor.execute(sql, isi)
        return kursor.fetchall()


def belum_lengkap(periode: PeriodePenilaian, batas: int = 1001) -> list[BelumLengkap]:
    """People whose required competencies have no level yet (J-1), by name."""
    baris = _jalankan(
        periode,
        f"""{WAJIB_SQL}
        SELECT n.uid, p.nama,
               coalesce(string_agg(k.nama, ', ' ORDER BY k.urutan, k.kode), '')
          FROM penilaian_penilaian n
          JOIN pegawai_pegawai p ON p.id = n.pegawai_id
          LEFT JOIN wajib w ON w.penilaian_id = n.id
          LEFT JOIN penilaian_nilaikompetensi v
            ON v.penilaian_id = n.id AND v.kompetensi_id = w.kompetensi_id
          LEFT JOIN pegawai_kompetensi k ON k.id = w.kompetensi_id
         WHERE n.periode_id = %(periode)s AND v.level_capaian IS NULL
           AND (w.penilaian_id IS NOT NULL OR NOT EXISTS (
               SELECT FROM penilaian_nilaikompetensi x WHERE x.penilaian_id = n.id
                  AND x.level_capaian IS NOT NULL))
         GROUP BY n.uid, p.nama, p.id ORDER BY lower(p.nama), p.id LIMIT {int(batas)}
        """,
    )
    return [BelumLengkap(*b) for b in baris]


def tanpa_standar(periode: PeriodePenilaian, batas: int = 1001) -> list[tuple]:
    """(uid, name, post) of people whose result will stand without a comparison."""
    return _jalankan(
        periode,
        f"""{WAJIB_SQL}
        SELECT n.uid, p.nama, coalesce(j.nama, '')
          FROM penilaian_penilaian n
          JOIN pegawai_pegawai p ON p.id = n.pegawai_id
          LEFT JOIN pegawai_jabatan j ON j.id = n.jabatan_id
         WHERE n.periode_id = %(periode)s AND NOT EXISTS (
               SELECT FROM wajib w
                WHERE w.penilaian_id = n.id AND w.standar_id IS NOT NULL)
         ORDER BY lower(p.nama), p.id LIMIT {int(batas)}
        """,
    )


def akun_asesor() -> QuerySet[Pengguna]:
    """Accounts whose grant as an assessor is valid today."""
    hari = hari_ini()
    return Pengguna.objects.filter(
        pk__in=PemberianPeran.objects.filter(
            peran=Peran.ASESOR,
            berlaku_mulai__lte=hari,
            berlaku_sampai__gte=hari,
            dicabut_pada__isnull=True,
        ).values("pengguna"),
        is_active=True,
    ).order_by("nama", "pk")


def pegawai_bernip(nomor: list[str]) -> dict[str, Pegawai]:
    """People by any number they ever held, in the order given."""
    semua = Pegawai.objects.select_related("jabatan__jenjang", "unit_kerja")
    ada = {p.nip: p for p in semua.filter(nip__in=nomor)}
    sisa = [n for n in nomor if n not in ada]
    lama = dict(
        NomorPegawai.objects.filter(nomor__in=sisa).values_list("nomor", "pegawai")
    )
    if lama:
        per_pk = {p.pk: p for p in semua.filter(pk__in=lama.values())}
        ada |= {n: per_pk[pk] for n, pk in lama.items()}
    return {n: ada[n] for n in nomor if n in ada}


def penugasan_periode(periode: PeriodePenilaian) -> QuerySet:
    """How many people each assessor has."""
    return (
        periode.penugasan_asesor.order_by()
        .values("asesor__nama")
        .annotate(jumlah=Count("pk"))
        .order_by("asesor__nama")
    )
