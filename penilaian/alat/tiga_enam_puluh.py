"""How 360 answers become one frozen level (KETENTUAN T-1, T-2)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

Jawaban = int | None  # None: "tidak dapat menilai"
TUNGGAL = frozenset({"atasan", "diri"})  # one by nature, never hidden


class Hasil360(NamedTuple):
    """`nilai` never contained the hidden groups, so nothing can be subtracted from it."""

    nilai: Decimal | None
    kelompok: dict[str, Decimal]
    disembunyikan: tuple[str, ...]


def _empat(nilai: Fraction) -> Decimal:
    """Half up to four decimals, the one rounding, when a level is frozen (J-4)."""
    kali = nilai * 10_000
    bulat = (2 * kali.numerator + kali.denominator) // (2 * kali.denominator)
    return Decimal(bulat).scaleb(-4).quantize(Decimal("0.0001"))


def hitung_360(
    jawaban: Mapping[str, Sequence[Jawaban]],
    bobot: Mapping[str, int],
    terkecil: int = 3,
) -> Hasil360:
    """Weighted mean of the groups that count, weights re-spread over those left.

    A group of peers or subordinates with fewer than `terkecil` answers is left out of
    every figure for good. Self is shown with weight 0 and does not count.
    """
    nilai: dict[str, Fraction] = {}
    hilang: list[str] = []
    for nama, daftar in jawaban.items():
        dijawab = [j for j in daftar if j is not None]
        if any(not 0 <= j <= 5 for j in dijawab):
            raise ValueError("a level is 0 to 5")
        if not dijawab:
            continue
        if nama not in TUNGGAL and len(dijawab) < terkecil:
            hilang.append(nama)
            continue
        nilai[nama] = Fraction(sum(dijawab), len(dijawab))
    jumlah = sum(bobot.get(nama, 0) for nama in nilai)
    gabung = (
        _empat(
            sum((v * bobot.get(n, 0) for n, v in nilai.items()), Fraction(0)) / jumlah
        )
        if jumlah
        else None
    )
    return Hasil360(gabung, {n: _empat(v) for n, v in nilai.items()}, tuple(hilang))
