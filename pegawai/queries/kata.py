"""Which words of names a search means: those that hold its words, those that are alike.

Looked up among the distinct words (KataNama), so that people are then asked for by whole
words of an index, whatever was typed.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Func, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL

from pegawai.models import Pegawai

KATA_TERBANYAK = 6  # words of a search that count
# Beyond so many words, or for two letters such a share of the people, walking the list
# finds people sooner. Few words may all stand at the list's end (a search of "yo"), so
# that the share must be large.
MEMUAT_TERBANYAK, BAGIAN_UMUM, SINGKAT = 500, 0.1, 2
MIRIP_TERBANYAK = 15
DEKAT = 0.15  # of one word alone only those nearly as like as the best
# The cap keeps a search of a common word from sorting half the city; one more than a
# list's count says.
CALON_TERBANYAK, CALON_MIRIP = 1001, 1000

MEMUAT = """
SELECT dicari.ke, array(
  SELECT k.kata FROM pegawai_katanama k WHERE k.kata LIKE dicari.pola
  LIMIT %(terbanyak)s), 0
FROM unnest(%(pola)s::text[]) WITH ORDINALITY dicari (pola, ke) ORDER BY dicari.ke
"""
# Two letters stand in no trigram: for them the table of words is read. How many people
# bear the words is what the last ANALYZE found of the index of names.
MEMUAT_SINGKAT = """
WITH sering AS MATERIALIZED (
  SELECT e.kata, e.bagian FROM pg_stats s,
    unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (kata, bagian)
  WHERE s.schemaname = current_schema AND s.tablename = 'pegawai_kata_nama')
SELECT dicari.ke, m.nama, (SELECT sum(s.bagian) FROM sering s WHERE s.kata = ANY (m.nama))
FROM unnest(%(kata)s::text[]) WITH ORDINALITY dicari (kata, ke)
CROSS JOIN LATERAL (SELECT array(
  SELECT k.kata FROM pegawai_katanama k WHERE strpos(k.kata, dicari.kata) > 0
  LIMIT %(terbanyak)s) AS nama OFFSET 0) m
ORDER BY dicari.ke
"""
MIRIP = """
SELECT dicari.ke, m.kata, m.nilai
FROM unnest(%s::text[]) WITH ORDINALITY dicari (kata, ke) CROSS JOIN LATERAL (
  SELECT DISTINCT k.kata, similarity(k.kata, dicari.kata) AS nilai
  FROM pegawai_katanama k WHERE k.kata %% dicari.kata
  ORDER BY nilai DESC, k.kata LIMIT %s) m
"""
# The same as `pegawai_mirip` shows.
KEMIRIPAN = "(strict_word_similarity(%s, nama_urut) * 1000)::int"


class Dicari(NamedTuple):
    """One word of a search and the words of names that it means."""

    kata: str
    nama: list[str]
    umum: bool = False  # part of so many words that many people have one


def pecah(kata: str) -> list[str]:
    """The words of a search, small letters, each once."""
    return list(dict.fromkeys(kata.lower().split()))[:KATA_TERBANYAK]


def kata_memuat(dicari: Sequence[str]) -> list[Dicari]:
    """For each word the words of names that contain it."""
    singkat = [k for k in dicari if len(k) <= SINGKAT]
    panjang = [k for k in dicari if len(k) > SINGKAT]
    hasil = {
        d.kata: d
        for sql, kata in ((MEMUAT, panjang), (MEMUAT_SINGKAT, singkat))
        if kata
        for d in _memuat(sql, kata)
    }
    return [hasil[k] for k in dicari]


def _memuat(sql: str, kata: list[str]) -> list[Dicari]:
    isi: dict[str, Any] = {
        "kata": kata,
        "pola": [f"%{polos(k)}%" for k in kata],
        "terbanyak": MEMUAT_TERBANYAK + 1,
    }
    with connection.cursor() as kursor:
        kursor.execute(sql, isi)
        return [
            Dicari(kata[ke - 1], nama, _umum(kata[ke - 1], len(nama), bagian or 0))
            for ke, nama, bagian in kursor.fetchall()
        ]


def _umum(kata: str, jumlah: int, bagian: float) -> bool:
    """`bagian` sums shares of which two may be the same person's: an upper bound."""
    umum = len(kata) <= SINGKAT and bagian > BAGIAN_UMUM
    return umum or jumlah > MEMUAT_TERBANYAK


def kata_mirip(dicari: Sequence[str]) -> list[Dicari]:
    """For each word the words of names that are most like it."""
    dapat: list[list[tuple[str, float]]] = [[] for _ in dicari]
    with connection.cursor() as kursor:
        kursor.execute(MIRIP, [list(dicari), MIRIP_TERBANYAK])
        for ke, kata, nilai in kursor.fetchall():
            dapat[ke - 1].append((kata, nilai))
    if len(dapat) == 1:
        terbaik = max((nilai for _, nilai in dapat[0]), default=0)
        dapat = [[(k, n) for k, n in dapat[0] if n >= terbaik - DEKAT]]
    return [
        Dicari(kata, [k for k, _ in satu])
        for kata, satu in zip(dicari, dapat, strict=True)
    ]


def bernama(daftar: QuerySet[Pegawai], dicari: Sequence[Dicari]) -> QuerySet[Pegawai]:
    """People who bear one word of each; nobody when a word means none."""
    if any(not d.nama for d in dicari):
        return daftar.none()
    daftar = daftar.alias(
        kata_nama=Func(
            F("nama_urut"),
            function="kata_nama",
            output_field=ArrayField(TextField()),
        )
    )
    for d in dicari:
        syarat = (
            Q(nama_urut__contains=d.kata) if d.umum else Q(kata_nama__overlap=d.nama)
        )
        daftar = daftar.filter(syarat)
    return daftar


def calon(
    *daftar: QuerySet[Pegawai], terbanyak: int = CALON_TERBANYAK
) -> RawSQL | None:
    """Ids out of each of these lists, at most `terbanyak` of each; some may be twice.

    None when nobody can be in any. Planned as if all were wanted: with a limit in sight
    the planner reads the table from its beginning, which for a rare word means all of it
    (KINERJA, trap 1).
    """
    bagian = _bagian(daftar, ("pk",), terbanyak)
    if bagian is None:
        return None
    dengan, pilih, isi = bagian
    return RawSQL(f"{dengan} {' UNION ALL '.join(pilih)}", isi)


def _bagian(
    daftar: Sequence[QuerySet[Pegawai]], medan: tuple[str, ...], terbanyak: int
) -> tuple[str, list[str], list[object]] | None:
    """`WITH` of these lists, a `SELECT` of each one's share, and their values."""
    dengan: list[str] = []
    pilih: list[str] = []
    isi: list[object] = []
    for ke, satu in enumerate(daftar):
        try:
            sql, nilai = satu.order_by().values(*medan).query.sql_with_params()
        except EmptyResultSet:
            continue
        nama = ", ".join(medan)
        dengan.append(f"c{ke} ({nama}) AS MATERIALIZED ({sql})")
        pilih.append(f"(SELECT {nama} FROM c{ke} LIMIT {terbanyak})")
        isi += nilai
    return (f"WITH {', '.join(dengan)}", pilih, isi) if dengan else None


def teratas_mirip(
    daftar: QuerySet[Pegawai], kata: str, terbanyak: int
) -> RawSQL | None:
    """Ids (an array) of the people whose names are most like the words; None: no name is.

    Of one word's likes each gets its share, so that the few who bear the nearest are not
    lost among the many who bear the next. Ranked by the names that the index has found:
    asked for again by their ids they would cost a walk through all people.
    """
    mirip = kata_mirip(pecah(kata))
    if any(not d.nama for d in mirip):
        return None
    if len(mirip) == 1:
        satu = mirip[0]
        orang = [bernama(daftar, [Dicari(satu.kata, [k])]) for k in satu.nama]
    else:
        orang = [bernama(daftar, mirip)]
    banyak = CALON_MIRIP // max(1, len(orang))
    bagian = _bagian(orang, ("pk", "nama_urut"), banyak)
    if bagian is None:
        return None
    dengan, pilih, isi = bagian
    return RawSQL(
        f"ARRAY (SELECT pk FROM ({dengan} {' UNION '.join(pilih)}) c"
        f" ORDER BY {KEMIRIPAN} DESC, nama_urut, pk LIMIT %s)",
        [*isi, kata, terbanyak],
    )


def polos(kata: str) -> str:
    """Without the meaning that LIKE gives to three characters."""
    return kata.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
