"""Arithmetic of the small server-side charts: geometry in, attributes out, no HTML."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

Ukuran = int | float | Decimal

# radar: canvas, centre, radius
LEBAR, TINGGI, CX, CY, R = 390, 262, 195, 114, 80
TINGKAT = 5
SUMBU_PALING_SEDIKIT, SUMBU_PALING_BANYAK = 3, 9
BARIS_LABEL = 13  # letters on one line of an axis label


@dataclass(frozen=True)
class Sumbu:
    """One axis: a competency with its reached and required level; None = not known."""

    nama: str
    capaian: Ukuran | None
    standar: Ukuran | None

    @property
    def kurang(self) -> bool:
        """Below the standard."""
        return (
            self.capaian is not None
            and self.standar is not None
            and self.capaian < self.standar
        )


@dataclass(frozen=True)
class Label:
    """Text of one axis: lines with their place."""

    x: float
    y: float
    jangkar: str
    baris: tuple[str, ...]
    kurang: bool


@dataclass(frozen=True)
class Radar:
    """Everything the radar template prints."""

    cincin: tuple[str, ...]
    jari: tuple[tuple[float, float], ...]
    capaian: str
    standar: str
    tanda: tuple[tuple[float, float], ...]
    label: tuple[Label, ...]
    tingkat: tuple[tuple[int, float], ...]
    lebar: int = LEBAR
    tinggi: int = TINGGI
    cx: int = CX
    cy: int = CY


@lru_cache(maxsize=2000)
def _titik(ke: int, jumlah: int, jari: float) -> tuple[float, float]:
    sudut = math.radians(-90 + ke * 360 / jumlah)
    return (
        round(CX + math.cos(sudut) * jari, 1),
        round(CY + math.sin(sudut) * jari, 1),
    )


def _teks(titik: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in titik)


def pecah_label(nama: str, lebar: int = BARIS_LABEL) -> tuple[str, ...]:
    """Break a competency's name into lines of whole words."""
    baris: list[str] = []
    for kata in nama.split():
        if baris and len(baris[-1]) + 1 + len(kata) <= lebar:
            baris[-1] = f"{baris[-1]} {kata}"
        else:
            baris.append(kata)
    return tuple(baris) or ("",)


@lru_cache(maxsize=1000)
def _label(ke: int, jumlah: int, nama: str, kurang: bool) -> Label:
    x, y = _titik(ke, jumlah, R + 9)
    sudut = math.radians(-90 + ke * 360 / jumlah)
    cos, sin = math.cos(sudut), math.sin(sudut)
    baris = pecah_label(nama)
    tambah = (len(baris) - 1) * 8
    y += 4 - tambah
    if sin < -0.9:
        y -= 4 + tambah
    elif sin > 0.9:
        y += 6 + tambah
    if abs(cos) < 0.15:
        jangkar = "middle"
    else:
        jangkar = "start" if cos > 0 else "end"
        if abs(cos) < 0.4 and sin > 0:
            x += -14 if cos > 0 else 14
    return Label(round(x, 1), round(y, 1), jangkar, baris, kurang)


@lru_cache
def _cincin(jumlah: int) -> tuple[str, ...]:
    """The rings of the levels 1 to 5."""
    return tuple(
        _teks([_titik(i, jumlah, R * k / TINGKAT) for i in range(jumlah)])
        for k in range(1, TINGKAT + 1)
    )


def radar(daftar: Sequence[Sumbu]) -> Radar:
    """Geometry of a profile with 3 to 9 axes, level 0 to 5."""
    n = len(daftar)
    if not SUMBU_PALING_SEDIKIT <= n <= SUMBU_PALING_BANYAK:
        raise ValueError("a radar has 3 to 9 axes")

    def bidang(nilai: Sequence[Ukuran | None]) -> list[tuple[float, float]]:
        return [
            _titik(i, n, min(max(float(v or 0), 0), TINGKAT) * R / TINGKAT)
            for i, v in enumerate(nilai)
        ]

    capaian = bidang([s.capaian for s in daftar])
    standar = [s.standar for s in daftar]
    return Radar(
        cincin=_cincin(n),
        jari=tuple(_titik(i, n, R) for i in range(n)),
        capaian=_teks(capaian),
        standar="" if all(s is None for s in standar) else _teks(bidang(standar)),
        tanda=tuple(
            (round(x - 3.5, 1), round(y - 3.5, 1))
            for (x, y), s in zip(capaian, daftar, strict=True)
            if s.capaian is not None
        ),
        label=tuple(_label(i, n, s.nama, s.kurang) for i, s in enumerate(daftar)),
        tingkat=tuple((k, round(CY - R * k / TINGKAT + 12, 1)) for k in (1, 3, 5)),
    )


def persen_lebar(nilai: Ukuran, maks: Ukuran) -> str:
    """Width of a part as an SVG percentage, cut to 0..100."""
    if not maks or maks <= 0:
        return "0%"
    return f"{round(min(max(float(nilai) / float(maks), 0), 1) * 100, 1):g}%"


@dataclass(frozen=True)
class Bilah:
    """A progress bar: width of the value, place of the target when it is exceeded."""

    lebar: str
    batas: str | None
    kini: Ukuran


def bilah(nilai: Ukuran, maks: Ukuran) -> Bilah:
    """Over-target is allowed: then the bar is full and a tick marks the target."""
    nilai = max(nilai, 0)
    lebih = nilai > maks > 0
    return Bilah(
        lebar=persen_lebar(nilai, max(nilai, maks)),
        batas=persen_lebar(maks, nilai) if lebih else None,
        kini=min(nilai, maks),
    )


def tren(daftar: Sequence[Ukuran]) -> tuple[str, tuple[float, float]] | None:
    """Points of an 80 x 24 sparkline and its last point; None below two values."""
    if len(daftar) < 2:
        return None
    nilai = [float(v) for v in daftar]
    rendah = min(nilai)
    rentang = (max(nilai) - rendah) or 1.0
    titik = [
        (
            round(i * 76 / (len(daftar) - 1) + 2, 1),
            round(21 - (v - rendah) / rentang * 18, 1),
        )
        for i, v in enumerate(nilai)
    ]
    return _teks(titik), titik[-1]


def petak(capaian: Ukuran | None, standar: Ukuran | None) -> tuple[str, ...]:
    """Class of each of the five level squares."""
    punya, perlu = int(capaian or 0), int(standar or 0)
    return tuple(
        "isi-petak" if i <= punya else "kurang-petak" if i <= perlu else ""
        for i in range(1, TINGKAT + 1)
    )


def panas(nilai: Ukuran | None) -> int:
    """Heat step 1..5 of a mean gap; 0 = hidden or unknown."""
    if nilai is None:
        return 0
    batas = (0.4, 0.7, 1.0, 1.3)
    return 1 + sum(float(nilai) >= b for b in batas)


def titik(jumlah: int, per_baris: int = 12) -> tuple[int, list[tuple[int, int]]]:
    """A unit chart: height and the place of each 8 px square."""
    baris = max(1, math.ceil(jumlah / per_baris))
    return (
        baris * 11 - 3,
        [(i % per_baris * 11, i // per_baris * 11) for i in range(jumlah)],
    )


# column chart: canvas, base line, room above for the value
KOLOM_LEBAR, KOLOM_TINGGI, KOLOM_DASAR, KOLOM_ATAS = 360, 180, 152, 22


@dataclass(frozen=True)
class Batang:
    """One column with its value above and its name below."""

    x: float
    y: float
    lebar: float
    tinggi: float
    tengah: float
    y_angka: float
    nama: str
    nilai: Ukuran


@dataclass(frozen=True)
class Kolom:
    """Everything the column chart's template prints."""

    batang: tuple[Batang, ...]
    lebar: int = KOLOM_LEBAR
    tinggi: int = KOLOM_TINGGI
    dasar: int = KOLOM_DASAR


def kolom(daftar: Sequence[tuple[str, Ukuran]]) -> Kolom:
    """Columns of one series from zero; the tallest fills the room."""
    maks = max((float(n) for _, n in daftar), default=0) or 1.0
    jatah = KOLOM_LEBAR / max(len(daftar), 1)
    ruang = KOLOM_DASAR - KOLOM_ATAS
    batang = []
    for ke, (nama, nilai) in enumerate(daftar):
        tinggi = round(float(nilai) / maks * ruang, 1)
        batang.append(
            Batang(
                x=round(ke * jatah + jatah * 0.2, 1),
                y=round(KOLOM_DASAR - tinggi, 1),
                lebar=round(jatah * 0.6, 1),
                tinggi=tinggi,
                tengah=round((ke + 0.5) * jatah, 1),
                y_angka=round(KOLOM_DASAR - tinggi - 6, 1),
                nama=nama,
                nilai=nilai,
            )
        )
    return Kolom(tuple(batang))
