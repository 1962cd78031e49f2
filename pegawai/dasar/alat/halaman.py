"""Keyset paging over a queryset's own order, with a count capped at 1,001."""

import base64
import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import EmptyResultSet, ValidationError
from django.db import connections
from django.db.models import Model, Q, QuerySet

BATAS_HITUNG = 1001
JUMLAH_SEMUA = "jumlah_semua"


class HalamanKunci:
    """One page of a list: iterate it, or ask `berikutnya`, `sebelumnya`, `jumlah`.

    The queryset's `order_by` must be plain field names (with `-`) that end in a unique
    one; nullable columns are not supported as keys. `hitung` is the same list for the
    count, when `daftar` joins what only the rows need; an annotation JUMLAH_SEMUA
    (a window over all its rows) spares the count on the first page.
    """

    def __init__(
        self,
        daftar: QuerySet,
        parameter: Mapping[str, Any],
        *,
        ukuran: int = 50,
        hitung: QuerySet | None = None,
    ) -> None:
        self._dasar = daftar
        self._hitung = daftar if hitung is None else hitung
        self._parameter = parameter
        self.ukuran = ukuran
        self._kunci = [k for k in daftar.query.order_by if isinstance(k, str)]
        mundur = baca_kursor(parameter.get("sebelum"), len(self._kunci))
        maju = baca_kursor(parameter.get("sesudah"), len(self._kunci))
        self.baris: list[Any] = self._muat(mundur, maju)

    def _muat(self, mundur: list[Any] | None, maju: list[Any] | None) -> list[Any]:
        arah_mundur = mundur is not None
        kursor = mundur if arah_mundur else maju
        daftar = self._dasar
        if arah_mundur:
            daftar = daftar.order_by(*[_balik(k) for k in self._kunci])
        baris = self._ambil(daftar, kursor, balik=arah_mundur)
        if baris is None:
            arah_mundur, kursor = False, None
            baris = self._ambil(self._dasar, None, balik=False) or []
        self._utuh = kursor is None
        lebih = len(baris) > self.ukuran
        baris = baris[: self.ukuran]
        if arah_mundur:
            baris.reverse()
        self.ada_sesudah = True if arah_mundur else lebih
        self.ada_sebelum = lebih if arah_mundur else kursor is not None
        return baris

    def _ambil(
        self, daftar: QuerySet, kursor: list[Any] | None, *, balik: bool
    ) -> list[Any] | None:
        try:
            if kursor is not None:
                daftar = daftar.filter(_sesudah(self._kunci, kursor, balik=balik))
            return list(daftar[: self.ukuran + 1])
        except (ValidationError, ValueError, TypeError):
            return None

    def __iter__(self) -> Iterator[Any]:
        return iter(self.baris)

    def __len__(self) -> int:
        return len(self.baris)

    @property
    def jumlah(self) -> int:
        """Rows in the whole list, at most 1,001; one query, kept."""
        if not hasattr(self, "_jumlah"):
            if not self.ada_sebelum and not self.ada_sesudah:
                self._jumlah = len(self.baris)
            elif (semua := self._tertera()) is not None:
                self._jumlah = min(semua, BATAS_HITUNG)
            else:
                self._jumlah = _hitung(self._hitung)
        return self._jumlah

    def _tertera(self) -> Any:
        if JUMLAH_SEMUA not in self._dasar.query.annotation_select or not self._utuh:
            return None
        return _nilai(self.baris[0], JUMLAH_SEMUA)

    @property
    def jumlah_teks(self) -> str:
        """`64` or `lebih dari 1.000`."""
        if self.jumlah >= BATAS_HITUNG:
            return "lebih dari 1.000"
        return f"{self.jumlah:,}".replace(",", ".")

    @property
    def berikutnya(self) -> str:
        """Query string of the next page, or an empty string."""
        return self._tautan("sesudah", -1) if self.ada_sesudah and self.baris else ""

    @property
    def sebelumnya(self) -> str:
        """Query string of the page before, or an empty string."""
        return self._tautan("sebelum", 0) if self.ada_sebelum and self.baris else ""

    def _tautan(self, nama: str, letak: int) -> str:
        nilai = [_nilai(self.baris[letak], kunci) for kunci in self._kunci]
        lain = [
            (k, v)
            for k in self._parameter
            if k not in {"sebelum", "sesudah"}
            for v in _semua(self._parameter, k)
        ]
        return urlencode([*lain, (nama, tulis_kursor(nilai))])


def _hitung(daftar: QuerySet) -> int:
    """Rows of the list, at most 1,001 (Django's `count()` builds the query twice)."""
    polos = daftar.order_by().values("pk")[:BATAS_HITUNG]
    try:
        sql, isi = polos.query.sql_with_params()
    except EmptyResultSet:
        return 0
    with connections[polos.db].cursor() as kursor:
        kursor.execute(f"SELECT count(*) FROM ({sql}) AS t", isi)
        return kursor.fetchone()[0]


def _semua(parameter: Mapping[str, Any], kunci: str) -> list[Any]:
    ambil = getattr(parameter, "getlist", None)
    return ambil(kunci) if ambil else [parameter[kunci]]


def _balik(kunci: str) -> str:
    return kunci[1:] if kunci.startswith("-") else f"-{kunci}"


def _nilai(baris: Model | dict[str, Any], kunci: str) -> Any:
    nama = kunci.lstrip("-")
    if isinstance(baris, dict):
        nilai = baris[nama]
    else:
        nilai = baris
        for bagian in nama.split("__"):
            nilai = getattr(nilai, bagian)
    return nilai if isinstance(nilai, int | str) else str(nilai)


def _sesudah(kunci: list[str], nilai: list[Any], *, balik: bool) -> Q:
    """Rows after the cursor: `(a > x) or (a = x and b > y) ...`."""
    syarat, sama = Q(), Q()
    for nama, isi in zip(kunci, nilai, strict=True):
        turun = nama.startswith("-") != balik
        polos = nama.lstrip("-")
        syarat |= sama & Q(**{f"{polos}__{'lt' if turun else 'gt'}": isi})
        sama &= Q(**{polos: isi})
    pertama = kunci[0]
    turun = pertama.startswith("-") != balik
    pagar = Q(**{f"{pertama.lstrip('-')}__{'lte' if turun else 'gte'}": nilai[0]})
    return pagar & syarat


def tulis_kursor(nilai: list[Any]) -> str:
    """Opaque text of a position in the list."""
    mentah = json.dumps(nilai, separators=(",", ":"), ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(mentah).decode().rstrip("=")


def baca_kursor(teks: str | None, panjang: int) -> list[Any] | None:
    """Position out of its text; None for none or a damaged one (then page one)."""
    if not teks:
        return None
    try:
        isi = json.loads(base64.urlsafe_b64decode(teks + "=" * (-len(teks) % 4)))
    except (ValueError, UnicodeDecodeError):
        return None
    if not isinstance(isi, list) or len(isi) != panjang:
        return None
    if any(not isinstance(x, int | str) or "\x00" in str(x) for x in isi):
        return None
    return isi
