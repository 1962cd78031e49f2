"""How long a result holds (KETENTUAN M-1, M-2)."""

from calendar import monthrange
from datetime import date

BERLAKU, AKAN_HABIS, KEDALUWARSA = "BERLAKU", "AKAN_HABIS", "KEDALUWARSA"
NAMA_MASA = {
    BERLAKU: "Berlaku",
    AKAN_HABIS: "Akan habis",
    KEDALUWARSA: "Kedaluwarsa",
}


def tambah_bulan(hari: date, bulan: int) -> date:
    """Calendar months later or earlier, the day cut to the month's last."""
    urut = hari.year * 12 + hari.month - 1 + bulan
    tahun, ke = divmod(urut, 12)
    return date(tahun, ke + 1, min(hari.day, monthrange(tahun, ke + 1)[1]))


def hitung_berlaku_sampai(tanggal_penilaian: date, tahun: int = 3) -> date:
    """Three years on; 29 February becomes 28 February."""
    return tambah_bulan(tanggal_penilaian, 12 * tahun)


def keadaan_masa(berlaku_sampai: date, hari: date, akan_habis_bulan: int = 6) -> str:
    """BERLAKU, AKAN_HABIS in the last months, KEDALUWARSA after the last day."""
    if hari > berlaku_sampai:
        return KEDALUWARSA
    if hari >= tambah_bulan(berlaku_sampai, -akan_habis_bulan):
        return AKAN_HABIS
    return BERLAKU
