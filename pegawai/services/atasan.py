"""The direct superior: derived for all in one statement, overridden with a reason."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.queries.atasan import KEPALA_SQL, parameter_kepala
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.signals import atasan_berganti

# rantai: every unit with the holders of the head posts above it (itself included), deeper
# first. mulai: where a person's search begins; the head of a unit begins at its parent,
# the head of an OPD has the Sekda. Whoever has a set superior is left alone.
TURUNKAN_SQL = f"""
WITH {KEPALA_SQL}, rantai AS (
    SELECT u.id AS unit_id, h.pegawai_id, h.unit_id AS unit_kepala,
           nlevel(a.jalur) AS dalam
      FROM pegawai_unitkerja u
      JOIN pegawai_unitkerja a ON u.jalur <@ a.jalur
      JOIN pemegang h ON h.unit_id = a.id AND h.pegawai_id IS NOT NULL
), orang AS (
    SELECT p.id, p.atasan_id, coalesce(p.unit_kerja_id, j.unit_kerja_id) AS unit_id
      FROM bekerja p LEFT JOIN pegawai_jabatan j ON j.id = p.jabatan_id
     WHERE NOT p.atasan_ditetapkan
), dikepalai AS (
    SELECT DISTINCT ON (o.id) o.id, r.unit_kepala
      FROM orang o JOIN rantai r ON r.unit_id = o.unit_id AND r.pegawai_id = o.id
     ORDER BY o.id, r.dalam
), mulai AS (
    SELECT o.id, o.atasan_id,
           CASE WHEN d.id IS NULL THEN o.unit_id ELSE u.induk_id END AS unit_id,
           d.id IS NOT NULL AND u.jenis = 'OPD' AS kepala_opd
      FROM orang o LEFT JOIN dikepalai d ON d.id = o.id
      LEFT JOIN pegawai_unitkerja u ON u.id = d.unit_kepala
), sekda AS (
    SELECT min(pegawai_id) AS pegawai_id FROM pemegang
     WHERE sekda AND pegawai_id IS NOT NULL HAVING count(*) = 1
), terdekat AS (
    SELECT DISTINCT ON (m.id) m.id, r.pegawai_id
      FROM mulai m JOIN rantai r ON r.unit_id = m.unit_id AND r.pegawai_id <> m.id
     ORDER BY m.id, r.dalam DESC
), baru AS (
    SELECT m.id, m.atasan_id AS lama,
           CASE WHEN m.kepala_opd THEN nullif((SELECT pegawai_id FROM sekda), m.id)
                WHEN m.id = (SELECT pegawai_id FROM sekda) THEN NULL
                ELSE t.pegawai_id END AS atasan_id
      FROM mulai m LEFT JOIN terdekat t ON t.id = m.id
), ubah AS (
    UPDATE pegawai_pegawai p
       SET atasan_id = b.atasan_id, versi = p.versi + 1
      FROM baru b
     WHERE b.id = p.id AND b.atasan_id IS DISTINCT FROM b.lama
    RETURNING p.id
)
SELECT (SELECT coalesce(array_agg(id), '{{}}') FROM ubah),
       (SELECT count(*) FROM baru WHERE atasan_id IS NULL),
       (SELECT count(DISTINCT unit_id) FROM peringkat WHERE urut = 1 AND sama > 1)
"""


class HasilAtasan(NamedTuple):
    """What deriving the superiors did."""

    berubah: int
    tanpa_atasan: int
    unit_berkepala_ganda: int


@transaction.atomic
def hitung_atasan(*, oleh: Pengguna | None) -> HasilAtasan:
    """Derive everybody's direct superior (KETENTUAN JJ-1); set ones are left alone.

    Running it again changes nothing. One signal tells upper floors whose superior changed.
    """
    with connection.cursor() as kursor:
        kursor.execute(TURUNKAN_SQL, parameter_kepala())
        berubah, tanpa, ganda = kursor.fetchone()
    if berubah:
        atasan_berganti.send(sender=Pegawai, pegawai_ids=berubah, oleh=oleh)
    return HasilAtasan(len(berubah), tanpa, ganda)


@transaction.atomic
def ganti_atasan(
    *, pegawai: Pegawai, atasan: Pegawai | None, alasan: str, oleh: Pengguna
) -> Pegawai:
    """Override the derived direct superior, with a reason, and announce it.

    `atasan=None` says that this person has none. The same again changes nothing.
    """
    alasan = " ".join(alasan.split())
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    baru = None if atasan is None else atasan.pk
    if (pegawai.atasan_id, pegawai.atasan_alasan) == (baru, alasan) and (
        pegawai.atasan_ditetapkan
    ):
        return pegawai
    _periksa(pegawai, atasan, alasan)
    pegawai.atasan = atasan
    pegawai.atasan_ditetapkan = True
    pegawai.atasan_alasan = alasan
    pegawai.versi += 1
    pegawai.save(
        update_fields=["atasan", "atasan_ditetapkan", "atasan_alasan", "versi"]
    )
    atasan_berganti.send(sender=Pegawai, pegawai_ids=[pegawai.pk], oleh=oleh)
    return pegawai


@transaction.atomic
def turunkan_atasan(*, pegawai: Pegawai, oleh: Pengguna) -> Pegawai:
    """Take back an override: the superior follows the registry again."""
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    if pegawai.atasan_ditetapkan:
        pegawai.atasan_ditetapkan = False
        pegawai.atasan_alasan = ""
        pegawai.versi += 1
        pegawai.save(update_fields=["atasan_ditetapkan", "atasan_alasan", "versi"])
        hitung_atasan(oleh=oleh)
        pegawai.refresh_from_db()
    return pegawai


def _anggota(unit_id: int, pilih: Sequence[UUID] | None) -> QuerySet[Pegawai]:
    """Working people of one unit, locked; only those named when `pilih` is given."""
    anggota = (
        Pegawai.objects.select_for_update(of=("self",))
        .filter(unit_kerja=unit_id)
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .order_by("pk")
    )
    return anggota if pilih is None else anggota.filter(uid__in=pilih)


@transaction.atomic
def ganti_atasan_unit(
    *,
    unit_id: int,
    atasan: Pegawai,
    alasan: str,
    oleh: Pengguna,
    pilih: Sequence[UUID] | None = None,
) -> int:
    """Set one superior for other people of one unit (a school under its head), or only
    for those of them that `pilih` names. One signal for the whole set; who already has
    it is left alone, so the same again changes nothing."""
    alasan = " ".join(alasan.split())
    anggota = [p for p in _anggota(unit_id, pilih) if p.pk != atasan.pk]
    for pegawai in anggota:
        _periksa(pegawai, atasan, alasan, periksa_lingkaran=False)
    if _garis_atasan(atasan) & {p.pk for p in anggota}:
        raise _lingkaran()
    ids = [
        p.pk
        for p in anggota
        if (p.atasan_id, p.atasan_ditetapkan, p.atasan_alasan)
        != (atasan.pk, True, alasan)
    ]
    Pegawai.objects.filter(pk__in=ids).update(
        atasan=atasan,
        atasan_ditetapkan=True,
        atasan_alasan=alasan,
        versi=F("versi") + 1,
    )
    if ids:
        atasan_berganti.send(sender=Pegawai, pegawai_ids=ids, oleh=oleh)
    return len(ids)


@transaction.atomic
def turunkan_atasan_unit(
    *, unit_id: int, oleh: Pengguna, pilih: Sequence[UUID] | None = None
) -> int:
    """Take the overrides of a unit's people back; their superiors follow the registry."""
    ids = [p.pk for p in _anggota(unit_id, pilih) if p.atasan_ditetapkan]
    Pegawai.objects.filter(pk__in=ids).update(
        atasan_ditetapkan=False, atasan_alasan="", versi=F("versi") + 1
    )
    if ids:
        hitung_atasan(oleh=oleh)
    return len(ids)


def _periksa(
    pegawai: Pegawai,
    atasan: Pegawai | None,
    alasan: str,
    *,
    periksa_lingkaran: bool = True,
) -> None:
    if not alasan:
        raise AturanDilanggar(
            "Isi alasan penetapan atasan, misalnya nomor surat.",
            kode="alasan_kosong",
            medan="alasan",
        )
    if atasan is None:
        return
    if atasan.pk == pegawai.pk:
        raise AturanDilanggar(
            "Pegawai tidak dapat menjadi atasannya sendiri. Pilih orang lain.",
            kode="atasan_sendiri",
            medan="atasan",
        )
    if atasan.kedudukan_hukum in SELESAI_BEKERJA:
        raise AturanDilanggar(
            f"{atasan} sudah tidak bekerja di sini. Pilih orang lain.",
            kode="atasan_tidak_bekerja",
            medan="atasan",
        )
    if periksa_lingkaran and _di_bawah(atasan, pegawai):
        raise _lingkaran()


def _lingkaran() -> AturanDilanggar:
    return AturanDilanggar(
        "Orang itu berada di bawah pegawai ini. Ubah dulu atasannya, atau pilih orang "
        "lain.",
        kode="atasan_berputar",
        medan="atasan",
    )


def _di_bawah(orang: Pegawai, calon_atas: Pegawai) -> bool:
    """Does the line of superiors of `orang` pass through `calon_atas`?"""
    return calon_atas.pk in _garis_atasan(orang)


def _garis_atasan(orang: Pegawai) -> set[int]:
    """Everybody above a person, as stored now."""
    with connection.cursor() as kursor:
        kursor.execute(
            """
            WITH RECURSIVE garis(id) AS (
                SELECT atasan_id FROM pegawai_pegawai WHERE id = %s
                UNION
                SELECT p.atasan_id FROM pegawai_pegawai p JOIN garis g ON p.id = g.id)
            SELECT id FROM garis WHERE id IS NOT NULL
            """,
            [orang.pk],
        )
        return {pk for (pk,) in kursor.fetchall()}
