"""Job person match, category and gap: exact sums, rounded only to be shown."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

DUA_DESIMAL = Decimal("0.01")
SERATUS = Decimal("100.00")

Level = int | Decimal
Pasangan = tuple[Level | None, int]  # (reached, required)
# Rows of the rule `jpm_kategori_*`, highest first: code, label, lower bound (included).
TabelKategori = Sequence[Sequence[str | int]]


class Jpm(NamedTuple):
    """`nilai` is exact and may pass 100; `tampil` is what a page shows."""

    jumlah_capaian: Fraction
    jumlah_standar: int
    nilai: Fraction | None
    tampil: Decimal | None
    lengkap: bool


def _desimal(nilai: Fraction) -> Decimal:
    """Two decimals, half up, out of an exact fraction (never through a float)."""
    ratusan = nilai * 100
    bulat = (2 * ratusan.numerator + ratusan.denominator) // (2 * ratusan.denominator)
    return Decimal(bulat).scaleb(-2).quantize(DUA_DESIMAL)


def hitung_jpm(pasangan: Iterable[Pasangan], surplus_menutup: bool = True) -> Jpm:
    """100 * sum reached / sum required, shown at most 100.

    Only pairs of the frozen standard go in (J-2). One without a reached level: no JPM,
    *belum lengkap* (J-1). `surplus_menutup=False` cuts each level to its standard.
    """
    daftar = list(pasangan)
    standar = sum(perlu for _, perlu in daftar)
    capaian = Fraction(0)
    for punya, perlu in daftar:
        nilai = Fraction(punya or 0)
        capaian += nilai if surplus_menutup else min(nilai, Fraction(perlu))
    lengkap = bool(daftar) and all(punya is not None for punya, _ in daftar)
    if not lengkap:
        return Jpm(capaian, standar, None, None, False)
    jpm = 100 * capaian / standar
    return Jpm(capaian, standar, jpm, min(_desimal(jpm), SERATUS), True)


def kategori(jpm: Fraction | None, tabel: TabelKategori) -> tuple[str, str]:
    """Code and label by the exact value; ("", "") without a JPM."""
    if jpm is None:
        return "", ""
    for kode, nama, batas in tabel:
        if jpm >= Fraction(str(batas)):
            return str(kode), str(nama)
    raise ValueError("the table of categories must end at 0")


def kesenjangan(capaian: Level | None, standar: int | None) -> Decimal | None:
    """Required minus reached when positive, else 0; None when one is not known."""
    if capaian is None or standar is None:
        return None
    return max(Decimal(standar) - Decimal(capaian), Decimal(0))


def indeks_kesenjangan(pasangan: Iterable[Pasangan]) -> tuple[Decimal | None, int]:
    """Gap index of a group and its number of pairs; only full pairs count (J-9)."""
    penuh = [(Fraction(a), b) for a, b in pasangan if a is not None]
    perlu = sum(b for _, b in penuh)
    if not perlu:
        return None, 0
    kurang = sum((max(b - a, Fraction(0)) for a, b in penuh), Fraction(0))
    return _desimal(100 * kurang / perlu), len(penuh)


def bulatkan_tampil(nilai: Decimal) -> Decimal:
    """A level from means as it is shown: two decimals, half up (J-4)."""
    return nilai.quantize(DUA_DESIMAL, ROUND_HALF_UP)
