"""The few courses that a search of everything names: the catalogue's rules, one statement."""

from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.queries.kata import pecah, polos
from pegawai.queries.peran import pegawai_sendiri_id
from pelatihan.models import Angkatan, Pelatihan
from pelatihan.queries.penyelenggara import penyelenggara_terkelola

# Seen, found and in the order of `daftar_katalog`, whose query takes four times as long to
# build as to run; tests/pelatihan/queries/test_katalog_cari.py holds the two together.
CARI = """
SELECT p.uid, p.nama, p.jp, b.nama, y.nama
  FROM pelatihan_pelatihan p
  JOIN pelatihan_bentukpengembangan b ON b.id = p.bentuk_id
  JOIN pelatihan_penyelenggara y ON y.id = p.penyelenggara_id
 WHERE (p.status = %(terbit)s OR p.penyelenggara_id IN ({terkelola})
        OR EXISTS (SELECT FROM pelatihan_peserta i
                     JOIN pelatihan_angkatan a ON a.id = i.angkatan_id
                    WHERE a.pelatihan_id = p.id AND i.pegawai_id = %(sendiri)s))
   AND NOT EXISTS (
     SELECT FROM unnest(%(pola)s::text[]) pola
      WHERE NOT (p.nama_cari LIKE pola OR p.kode ILIKE pola OR y.nama ILIKE pola
                 OR EXISTS (SELECT FROM pelatihan_sasaranpelatihan s
                              JOIN pegawai_kompetensi k ON k.id = s.kompetensi_id
                             WHERE s.pelatihan_id = p.id AND k.nama ILIKE pola)))
 ORDER BY (SELECT min(a.tanggal_mulai) FROM pelatihan_angkatan a
            WHERE a.pelatihan_id = p.id AND a.status = %(dibuka)s
              AND a.tanggal_mulai >= %(hari)s) NULLS LAST, p.nama_cari, p.id
 LIMIT %(terbanyak)s
"""


class Ditemukan(NamedTuple):
    """What a search of everything says of a course."""

    uid: UUID
    nama: str
    jp: int
    bentuk: str
    penyelenggara: str

    @property
    def url(self) -> str:
        """The course's page."""
        return reverse("pelatihan:katalog-rinci", kwargs={"uid": self.uid})


def cari_pelatihan(pengguna: Pengguna, kata: str, terbanyak: int) -> list[Ditemukan]:
    """The first courses of the catalogue that hold all the words, soonest first."""
    isi: dict[str, Any] = {
        "terbit": Pelatihan.Status.TERBIT,
        "dibuka": Angkatan.Status.DIBUKA,
        "sendiri": pegawai_sendiri_id(pengguna),
        "pola": [f"%{polos(k)}%" for k in pecah(kata)],
        "hari": hari_ini(),
        "terbanyak": terbanyak,
    }
    with connection.cursor() as kursor:
        kursor.execute(CARI.format(terkelola=_terkelola(pengguna, isi)), isi)
        return [Ditemukan(*baris) for baris in kursor.fetchall()]


def _terkelola(pengguna: Pengguna, isi: dict[str, Any]) -> str:
    """Ids of the organisers one works for, as a part of the statement."""
    terkelola = penyelenggara_terkelola(pengguna).order_by().values("pk")
    try:
        sql, nilai = terkelola.query.sql_with_params()
    except EmptyResultSet:
        return "NULL"
    nama = [f"kelola{ke}" for ke in range(len(nilai))]
    isi |= dict(zip(nama, nilai, strict=True))
    return sql % tuple(f"%({n})s" for n in nama)
