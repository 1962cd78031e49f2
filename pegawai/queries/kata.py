"""Which words of names a search means: those that hold its words, those that are alike.

Looked up among the distinct words (KataNama), so that people are then asked for by whole
words of an index, whatever was typed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Func, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL

from pegawai.models import Pegawai

KATA_TERBANYAK = 6  # words of a search that count
# Beyond so many words, or such a share of all, walking the list finds people sooner.
MEMUAT_TERBANYAK, BAGIAN_UMUM, SEDIKIT = 500, 0.05, 10
MIRIP_TERBANYAK = 15
DEKAT = 0.15  # of one word alone only those nearly as like as the best
# The cap keeps a search of a common word from sorting half the city.
CALON_TERBANYAK, CALON_MIRIP = 2000, 1000

MEMUAT = """
SELECT dicari.ke, array(
  SELECT DISTINCT k.kata FROM pegawai_katanama k WHERE k.kata LIKE dicari.pola LIMIT %s),
  (SELECT reltuples FROM pg_class WHERE oid = 'pegawai_katanama'::regclass)
FROM unnest(%s::text[]) WITH ORDINALITY dicari (pola, ke) ORDER BY dicari.ke
"""
MIRIP = """
SELECT dicari.ke, m.kata, m.nilai
FROM unnest(%s::text[]) WITH ORDINALITY dicari (kata, ke) CROSS JOIN LATERAL (
  SELECT DISTINCT k.kata, similarity(k.kata, dicari.kata) AS nilai
  FROM pegawai_katanama k WHERE k.kata %% dicari.kata
  ORDER BY nilai DESC, k.kata LIMIT %s) m
"""


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
    pola = [f"%{_polos(k)}%" for k in dicari]
    with connection.cursor() as kursor:
        kursor.execute(MEMUAT, [MEMUAT_TERBANYAK + 1, pola])
        return [
            Dicari(dicari[ke - 1], nama, _umum(len(nama), semua))
            for ke, nama, semua in kursor.fetchall()
        ]


def _umum(jumlah: int, semua: float) -> bool:
    """`semua` is the planner's estimate of all words: 0 or less when it has none yet."""
    bagian = jumlah > SEDIKIT and 0 < semua * BAGIAN_UMUM < jumlah
    return bagian or jumlah > MEMUAT_TERBANYAK


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
    """Ids out of each of these lists, together at most `terbanyak`; some may be twice.

    None when nobody can be in any. Planned as if all were wanted: with a limit in sight
    the planner reads the table from its beginning, which for a rare word means all of it
    (KINERJA, trap 1).
    """
    bagian: list[str] = []
    pilih: list[str] = []
    isi: list[object] = []
    for ke, satu in enumerate(daftar):
        try:
            sql, nilai = satu.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        bagian.append(f"c{ke} (id) AS MATERIALIZED ({sql})")
        pilih.append(f"(SELECT id FROM c{ke} LIMIT {terbanyak // len(daftar)})")
        isi += nilai
    if not bagian:
        return None
    return RawSQL(f"WITH {', '.join(bagian)} {' UNION ALL '.join(pilih)}", isi)


def calon_mirip(daftar: QuerySet[Pegawai], dicari: Sequence[str]) -> RawSQL | None:
    """Ids of people whose name is like the words; None when no name is.

    Of one word's likes each gets its share, so that the few who bear the nearest are not
    lost among the many who bear the next.
    """
    mirip = kata_mirip(dicari)
    if any(not d.nama for d in mirip):
        return None
    if len(mirip) == 1:
        satu = mirip[0]
        orang = [bernama(daftar, [Dicari(satu.kata, [k])]) for k in satu.nama]
    else:
        orang = [bernama(daftar, mirip)]
    return calon(*orang, terbanyak=CALON_MIRIP)


def _polos(kata: str) -> str:
    """Without the meaning that LIKE gives to three characters."""
    return kata.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
