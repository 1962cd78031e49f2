"""The direct superior derived from the structure: for the city, or where an act touched it.

A person's superior depends on the head posts of the own unit and of those above it, and
for heads of an OPD on the Sekda. So an act on a head post reaches the people of that unit
and below; an act on any other post only its holder; one on the Sekda's the whole city.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection, transaction

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai
from pegawai.queries.atasan import KEPALA_SQL, parameter_kepala
from pegawai.services.kunci_baris import kunci_struktur
from pegawai.signals import atasan_berganti

# lingkup: units whose people are derived again. sasaran: those people, and the named ones.
# perlu: every unit whose head counts for one of them, and the Sekda's.
LINGKUP_SQL = """
lingkup AS (
    SELECT u.id FROM pegawai_unitkerja a JOIN pegawai_unitkerja u ON u.jalur <@ a.jalur
     WHERE a.id = ANY(%(unit)s::bigint[])
), sasaran AS (
    SELECT id FROM pegawai_pegawai WHERE id = ANY(%(orang)s::bigint[])
    UNION
    SELECT id FROM pegawai_pegawai WHERE unit_kerja_id IN (SELECT id FROM lingkup)
    UNION
    SELECT p.id FROM pegawai_pegawai p JOIN pegawai_jabatan j ON j.id = p.jabatan_id
     WHERE p.unit_kerja_id IS NULL AND j.unit_kerja_id IN (SELECT id FROM lingkup)
), perlu AS (
    SELECT a.id FROM pegawai_unitkerja u JOIN pegawai_unitkerja a ON a.jalur @> u.jalur
     WHERE u.id IN (
           SELECT id FROM lingkup
            UNION
           SELECT coalesce(p.unit_kerja_id, j.unit_kerja_id) FROM pegawai_pegawai p
             LEFT JOIN pegawai_jabatan j ON j.id = p.jabatan_id
            WHERE p.id = ANY(%(orang)s::bigint[]))
    UNION
    SELECT j.unit_kerja_id FROM pegawai_jabatan j JOIN pegawai_jenjang g ON g.id = j.jenjang_id
     WHERE j.aktif AND g.jenis = 'STRUKTURAL' AND j.nama_cari ~ %(sekda)s
       AND j.unit_kerja_id IS NOT NULL
), """
# rantai: every unit with the holders of the head posts above it (itself included), deeper
# first. mulai: where a person's search begins; the head of a unit begins at its parent,
# the head of an OPD has the Sekda. Whoever has a set superior is left alone.
TURUNKAN_SQL = """
WITH {lingkup}{kepala}, rantai AS (
    SELECT u.id AS unit_id, h.pegawai_id, h.unit_id AS unit_kepala,
           nlevel(a.jalur) AS dalam
      FROM pegawai_unitkerja u
      JOIN pegawai_unitkerja a ON u.jalur <@ a.jalur
      JOIN pemegang h ON h.unit_id = a.id AND h.pegawai_id IS NOT NULL
     WHERE true {saring_unit}
), orang AS (
    SELECT p.id, p.atasan_id, coalesce(p.unit_kerja_id, j.unit_kerja_id) AS unit_id
      FROM bekerja p LEFT JOIN pegawai_jabatan j ON j.id = p.jabatan_id
     WHERE NOT p.atasan_ditetapkan {saring_orang}
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


SEKOTA_SQL = TURUNKAN_SQL.format(
    lingkup="", kepala=KEPALA_SQL.format(saring=""), saring_unit="", saring_orang=""
)
SEBAGIAN_SQL = TURUNKAN_SQL.format(
    lingkup=LINGKUP_SQL,
    kepala=KEPALA_SQL.format(saring="AND j.unit_kerja_id IN (SELECT id FROM perlu)"),
    saring_unit="AND u.id IN (SELECT id FROM perlu)",
    saring_orang="AND p.id IN (SELECT id FROM sasaran)",
)
# Which of these posts head, or may head, a unit; is one of them the Sekda's.
JABATAN_SQL = """
SELECT coalesce(array_agg(DISTINCT j.unit_kerja_id)
                FILTER (WHERE g.jenis = 'STRUKTURAL'), '{}'),
       coalesce(bool_or(j.nama_cari ~ %(sekda)s), false)
  FROM pegawai_jabatan j LEFT JOIN pegawai_jenjang g ON g.id = j.jenjang_id
 WHERE j.id = ANY(%(jabatan)s::bigint[]) AND j.unit_kerja_id IS NOT NULL
"""


@dataclass(frozen=True)
class Cakupan:
    """Whose superior to derive again: everybody in or under units, and people."""

    unit: Collection[int] = ()
    orang: Collection[int] = ()


class HasilAtasan(NamedTuple):
    """What deriving the superiors did."""

    berubah: int
    tanpa_atasan: int
    unit_berkepala_ganda: int


@transaction.atomic
def hitung_atasan(
    *, oleh: Pengguna | None, cakupan: Cakupan | None = None
) -> HasilAtasan:
    """Derive direct superiors (KETENTUAN JJ-1), of the city or of `cakupan`.

    Set ones are left alone. Running it again changes nothing. One signal tells upper
    floors whose superior changed. The counts are of those that were derived. A caller
    that holds rows of people has taken `kunci_struktur` before them.
    """
    isi: dict[str, Any] = parameter_kepala()
    if cakupan is not None:
        if not cakupan.unit and not cakupan.orang:
            return HasilAtasan(0, 0, 0)
        isi |= {"unit": list(cakupan.unit), "orang": list(cakupan.orang)}
    kunci_struktur()
    with connection.cursor() as kursor:
        kursor.execute(SEKOTA_SQL if cakupan is None else SEBAGIAN_SQL, isi)
        berubah, tanpa, ganda = kursor.fetchone()
    if berubah:
        atasan_berganti.send(sender=Pegawai, pegawai_ids=berubah, oleh=oleh)
    return HasilAtasan(len(berubah), tanpa, ganda)


def gabung_cakupan(*cakupan: Cakupan | None) -> Cakupan | None:
    """What any of them reaches; None = the whole city."""
    unit: set[int] = set()
    orang: set[int] = set()
    for satu in cakupan:
        if satu is None:
            return None
        unit |= set(satu.unit)
        orang |= set(satu.orang)
    return Cakupan(unit=unit, orang=orang)


def cakupan_jabatan(
    jabatan: Iterable[int | None], *, orang: Collection[int] = ()
) -> Cakupan | None:
    """What a change of these posts or of their holders reaches; None = the whole city."""
    pilih = [pk for pk in jabatan if pk is not None]
    with connection.cursor() as kursor:
        kursor.execute(JABATAN_SQL, {**parameter_kepala(), "jabatan": pilih})
        unit, sekda = kursor.fetchone()
    return None if sekda else Cakupan(unit=unit, orang=orang)
