"""Which standard holds for a post on a day: its own edition, else its level's."""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Jabatan,
    Pegawai,
    Peran,
    StandarButir,
    StandarKompetensi,
    StandarSyarat,
)
from pegawai.queries.peran import punya_peran

# One row per post and competency; parameter %(pada)s. For set-based SQL of upper apps.
BUTIR_STANDAR_SQL = """
SELECT j.id AS jabatan_id, b.kompetensi_id, b.level, s.id AS standar_id
  FROM pegawai_jabatan j
  JOIN LATERAL (
       SELECT s.id FROM pegawai_standarkompetensi s
        WHERE (s.jabatan_id = j.id OR s.jenjang_id = j.jenjang_id)
          AND s.status = 'TERBIT' AND s.berlaku_mulai <= %(pada)s
          AND (s.berlaku_sampai IS NULL OR s.berlaku_sampai >= %(pada)s)
        ORDER BY (s.jabatan_id IS NULL), s.berlaku_mulai DESC, s.id DESC
        LIMIT 1) s ON true
  JOIN pegawai_standarbutir b ON b.standar_id = s.id
"""


class ButirPegawai(NamedTuple):
    """One competency that a person's main post requires."""

    pegawai_id: int
    kompetensi_id: int
    level: int
    standar_id: int


def standar_berlaku(pada: date) -> QuerySet[StandarKompetensi]:
    """Published editions valid on the day."""
    return StandarKompetensi.objects.filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada),
        status=StandarKompetensi.Status.TERBIT,
        berlaku_mulai__lte=pada,
    )


def standar_untuk(jabatan: Jabatan | None, pada: date) -> StandarKompetensi | None:
    """The latest edition of the post valid on the day, else of its level, else None."""
    if jabatan is None:
        return None
    milik = Q(jabatan=jabatan)
    if jabatan.jenjang_id is not None:
        milik |= Q(jenjang=jabatan.jenjang_id)
    return (
        standar_berlaku(pada)
        .filter(milik)
        .order_by(F("jabatan").asc(nulls_last=True), "-berlaku_mulai", "-pk")
        .first()
    )


def tanpa_standar(orang: QuerySet[Pegawai]) -> bool:
    """Is there somebody among them whose post, and its level, have no standard today?"""
    berlaku = standar_berlaku(hari_ini())
    return (
        orang.exclude(Exists(berlaku.filter(jabatan=OuterRef("jabatan"))))
        .exclude(Exists(berlaku.filter(jenjang=OuterRef("jabatan__jenjang"))))
        .exists()
    )


def standar_butir_per_pegawai(
    pegawai: QuerySet[Pegawai], pada: date
) -> list[ButirPegawai]:
    """The set-based twin of `standar_untuk`: required levels of many people at once."""
    pilih, isi = pegawai.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            SELECT p.id, b.kompetensi_id, b.level, b.standar_id
              FROM pegawai_pegawai p
              JOIN ({BUTIR_STANDAR_SQL.replace("%(pada)s", "%s")}) b
                ON b.jabatan_id = p.jabatan_id
             WHERE p.id IN ({pilih})
             ORDER BY p.id, b.kompetensi_id
            """,
            [pada, pada, *isi],
        )
        return [ButirPegawai(*baris) for baris in kursor.fetchall()]


def standar_terlihat(pengguna: Pengguna) -> QuerySet[StandarKompetensi]:
    """Published editions; drafts too for those who write and publish them."""
    semua = StandarKompetensi.objects.all()
    if punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN):
        return semua
    return semua.filter(status=StandarKompetensi.Status.TERBIT)


def standar_jabatan(
    pengguna: Pengguna, jabatan: Jabatan
) -> QuerySet[StandarKompetensi]:
    """All editions of one post that this account may see, the latest first."""
    return (
        standar_terlihat(pengguna)
        .filter(jabatan=jabatan)
        .order_by("-berlaku_mulai", "-pk")
    )


def butir_standar(standar: StandarKompetensi | None) -> QuerySet[StandarButir]:
    """Required levels of one edition, in the order of the dictionary."""
    if standar is None:
        return StandarButir.objects.none()
    return (
        StandarButir.objects.filter(standar=standar)
        .select_related("kompetensi")
        .order_by("kompetensi__jenis", "kompetensi__urutan", "kompetensi__kode", "pk")
    )


def syarat_standar(standar: StandarKompetensi) -> QuerySet[StandarSyarat]:
    """Training and experience that one edition asks for, in its order."""
    return StandarSyarat.objects.filter(standar=standar).order_by("urutan", "pk")


def daftar_standar(
    pengguna: Pengguna, *, cari: str = "", untuk: str = "", status: str = ""
) -> QuerySet[StandarKompetensi]:
    """The list: newest decree first; `untuk` is jabatan or jenjang."""
    daftar = standar_terlihat(pengguna).annotate(jumlah_butir=Count("butir"))
    if untuk:
        daftar = daftar.filter(**{f"{untuk}__isnull": False})
    if status:
        daftar = daftar.filter(status=status)
    for kata in cari.lower().split()[:6]:
        daftar = daftar.filter(
            Q(jabatan__nama_cari__contains=kata) | Q(jenjang__nama__icontains=kata)
        )
    return daftar.select_related("jabatan__unit_kerja", "jenjang").order_by(
        "-berlaku_mulai", "-pk"
    )


def standar_untuk_rinci(pengguna: Pengguna) -> QuerySet[StandarKompetensi]:
    """Visible editions with what their page shows."""
    return standar_terlihat(pengguna).select_related(
        "jabatan__unit_kerja", "jabatan__jenjang", "jenjang", "diterbitkan_oleh"
    )
