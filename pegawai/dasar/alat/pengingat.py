"""Which reminder is due today: KETENTUAN R-1 to the letter, as a pure function."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import holidays

SEHARI = timedelta(days=1)
SETELAH_TERAKHIR = 7  # days in which the last overdue mark may still be caught up


class Tanda(NamedTuple):
    """A mark that is to be sent today.

    `hari` is the mark itself (14, 7, 1, 0; overdue as -1, -3 ...) and belongs to the
    key; `sisa` is the true number of days left today and belongs in the text.
    """

    hari: int
    sisa: int


@cache
def _libur(tahun: int) -> frozenset[date]:
    """Public holidays and joint leave; the package knows none of NTT alone."""
    return frozenset(
        holidays.country_holidays(
            "ID", years=tahun, categories=("public", "government")
        ).keys()
    )


def hari_kerja(hari: date) -> bool:
    """Monday to Friday, no public holiday, no joint leave."""
    return hari.weekday() < 5 and hari not in _libur(hari.year)


def hari_kerja_sebelum(hari: date, kerja: Callable[[date], bool] = hari_kerja) -> date:
    """The day itself when it is a working day, else the last one before it."""
    while not kerja(hari):
        hari -= SEHARI
    return hari


def tanda_jatuh_tempo(
    *,
    batas: date,
    hari_ini: date,
    sejak: date,
    tanda: Sequence[int],
    terlambat: Sequence[int] = (),
    kerja: Callable[[date], bool] = hari_kerja,
) -> Tanda | None:
    """The mark to send today for something that ends on `batas`; None for silence.

    `sejak` is the day the thing came to exist: marks whose own day lies before it are
    never sent. A missed mark is caught up on the first working day before the next one.
    Only the day itself (mark 0) is sent on a day off. Sending once is the key's business.
    """
    jadwal = _jadwal(batas, tanda, terlambat, kerja)
    lalu = [butir for butir in jadwal if butir[0] <= hari_ini]
    if not lalu:
        return None
    kirim, asal, hari = lalu[-1]
    sisa = (batas - hari_ini).days
    if asal < sejak or not _masih_sempat(hari, sisa, terlambat):
        return None
    if not kerja(hari_ini) and not (hari == 0 and hari_ini == kirim):
        return None
    return Tanda(hari=hari, sisa=sisa)


def _masih_sempat(hari: int, sisa: int, terlambat: Sequence[int]) -> bool:
    """Is the mark not stale: ends not passed, last overdue mark not too long ago?"""
    if hari >= 0:
        return sisa >= 0
    return -sisa < max(terlambat) + SETELAH_TERAKHIR


def _jadwal(
    batas: date,
    tanda: Sequence[int],
    terlambat: Sequence[int],
    kerja: Callable[[date], bool],
) -> list[tuple[date, date, int]]:
    """(day of sending, the mark's own day, mark), in order; the later mark wins a day."""
    jadwal = []
    for sebelum in sorted(set(tanda), reverse=True):
        asal = batas - timedelta(days=sebelum)
        kirim = asal if sebelum == 0 else hari_kerja_sebelum(asal, kerja)
        jadwal.append((kirim, asal, sebelum))
    for sesudah in sorted(set(terlambat)):
        asal = batas + timedelta(days=sesudah)
        kirim = hari_kerja_sebelum(asal, kerja)
        # "Overdue" is never said on or before the day itself.
        jadwal.append((kirim if kirim > batas else asal, asal, -sesudah))
    return jadwal


def batas_yang_diingatkan(
    *,
    hari_ini: date,
    tanda: Sequence[int],
    kerja: Callable[[date], bool] = hari_kerja,
) -> dict[date, Tanda]:
    """Every end date for which today sends a mark, for set-based reads.

    The caller still drops things younger than the mark: `batas - hari < sejak`.
    """
    hasil = {}
    for jauh in range(max(tanda) + 31):
        batas = hari_ini + timedelta(days=jauh)
        butir = tanda_jatuh_tempo(
            batas=batas, hari_ini=hari_ini, sejak=date.min, tanda=tanda, kerja=kerja
        )
        if butir is not None:
            hasil[batas] = butir
    return hasil
