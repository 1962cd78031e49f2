"""Small cells of a published table: hidden, and not to be had by subtraction (S-4)."""

from collections.abc import Sequence


def samarkan(daftar: Sequence[int], terkecil: int) -> list[int | None]:
    """Cells of a table whose total is known; None = hidden.

    Cells from 1 to `terkecil` - 1 are hidden. What the total then gives away is the sum of
    the hidden cells, so the next smallest go with them until at least two cells share a
    sum of at least `terkecil` that is more than one each (an empty cell is shown, so a sum
    equal to the count would tell every cell); when that cannot be reached, all are hidden.
    """
    sembunyi = {i for i, n in enumerate(daftar) if 0 < n < terkecil}
    if not sembunyi:
        return list(daftar)
    lain = sorted((n, i) for i, n in enumerate(daftar) if n >= terkecil)
    for _, i in lain:
        jumlah = sum(daftar[j] for j in sembunyi)
        if len(sembunyi) > 1 and jumlah >= terkecil and jumlah > len(sembunyi):
            break
        sembunyi.add(i)
    return [None if i in sembunyi else n for i, n in enumerate(daftar)]


def samarkan_bagian(
    bagian: int, dari: int, terkecil: int
) -> tuple[int | None, int | None]:
    """A part and its whole, each hidden when it or what is left of it is small."""
    if 0 < dari < terkecil:
        return None, None
    if 0 < bagian < terkecil or 0 < dari - bagian < terkecil:
        return None, dari
    return bagian, dari
