"""Numbers as the office writes them: 1.234,5 · 70% · Rp1.250.000 · grouped NIP."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

KOSONG = "—"
MINUS = "−"

Bilangan = int | float | Decimal | str | None


def _desimal(nilai: Bilangan) -> Decimal | None:
    if nilai is None or nilai == "":
        return None
    try:
        hasil = Decimal(str(nilai))
    except InvalidOperation:
        return None
    return hasil if hasil.is_finite() else None


def _tulis(nilai: Decimal, desimal: int | None) -> str:
    """Group by dots; without `desimal` at most two digits and no zeros behind."""
    bulat = nilai.quantize(
        Decimal(1).scaleb(-(2 if desimal is None else desimal)), ROUND_HALF_UP
    )
    teks = f"{abs(bulat):,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    if desimal is None and "," in teks:
        teks = teks.rstrip("0").rstrip(",")
    return f"{MINUS}{teks}" if bulat < 0 else teks


def angka(nilai: Bilangan, desimal: int | None = None) -> str:
    """1234.5 -> 1.234,5. None -> a dash; what is no number comes back as it is."""
    nilai_desimal = _desimal(nilai)
    if nilai_desimal is None:
        return KOSONG if nilai is None or nilai == "" else str(nilai)
    return _tulis(nilai_desimal, desimal)


def persen(nilai: Bilangan, desimal: int | None = None) -> str:
    """88.89 -> 88,89%. The value is already in percent."""
    teks = angka(nilai, desimal)
    return teks if teks == KOSONG else f"{teks}%"


def persen_dari(bagian: Bilangan, seluruh: Bilangan, desimal: int = 0) -> str:
    """14 of 20 -> 70%. Nothing of nothing is a dash, not 0%."""
    atas, bawah = _desimal(bagian), _desimal(seluruh)
    if atas is None or not bawah:
        return KOSONG
    return persen(atas / bawah * 100, desimal)


def rupiah(nilai: Bilangan) -> str:
    """1250000 -> Rp1.250.000, without decimals."""
    teks = angka(nilai, 0)
    if teks == KOSONG:
        return teks
    return f"{MINUS}Rp{teks[1:]}" if teks.startswith(MINUS) else f"Rp{teks}"


def selisih(nilai: Bilangan, desimal: int | None = None) -> str:
    """Signed difference: +1, 0, −1 (true minus sign)."""
    nilai_desimal = _desimal(nilai)
    teks = angka(nilai, desimal)
    return f"+{teks}" if nilai_desimal is not None and nilai_desimal > 0 else teks


def nip(nilai: str | None) -> str:
    """Group an NIP 8-6-1-3; anything that has not 18 digits comes back as it is."""
    if not nilai:
        return KOSONG
    teks = "".join(str(nilai).split())
    if len(teks) != 18 or not teks.isdigit():
        return str(nilai)
    return f"{teks[:8]} {teks[8:14]} {teks[14]} {teks[15:]}"


def ukuran(bita: int | None) -> str:
    """Size of a file: 512 B, 1,2 MB."""
    if bita is None:
        return KOSONG
    nilai = Decimal(bita)
    for satuan in ("B", "KB", "MB"):
        if nilai < 1024:
            return f"{angka(nilai, 0 if satuan == 'B' else None)} {satuan}"
        nilai = (nilai / 1024).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{angka(nilai)} GB"
