"""The number of a PNS (NIP) or PPPK (NI PPPK): DOMAIN 1.2-1.4, KETENTUAN N-1 to N-9."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

LAHIR_TERAWAL = date(1940, 1, 1)
KUTIP = "'’‘`"
PESAN = {
    "format": "NIP harus terdiri atas 18 digit. Periksa digit yang kurang, lebih, atau "
    "bukan angka; di lembar kerja, simpan NIP sebagai teks.",
    "tanggal lahir": "Digit 1–8 NIP bukan tanggal lahir yang mungkin. Periksa kembali.",
    "bulan TMT / kode PPPK": "Digit 13–14 NIP harus 01–12 (PNS) atau 21–29 (PPPK).",
    "jenis kelamin": "Digit ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).",
    "nomor urut": "Digit 16–18 NIP tidak boleh 000.",
    "umur saat diangkat < 18": "Menurut NIP, umur saat diangkat kurang dari 18 tahun. "
    "Periksa tahun lahir dan tahun pengangkatan.",
    "jenis kepegawaian": "Jenis kepegawaian tidak sesuai dengan digit 13–14 NIP.",
}


@dataclass(frozen=True)
class HasilNip:
    """What a number says, or the first rule it breaks (`alasan`, empty when valid)."""

    nomor: str
    alasan: str = ""
    jenis: str = ""
    tanggal_lahir: date | None = None
    tahun_tmt: int | None = None
    tmt: date | None = None  # PNS only: a NI PPPK holds no month
    jenis_kelamin: str = ""
    frekuensi: int | None = None
    peringatan: tuple[str, ...] = ()

    @property
    def sah(self) -> bool:
        """Did every rule hold?"""
        return not self.alasan

    @property
    def pesan(self) -> str:
        """The sentence shown beside the field."""
        return PESAN.get(self.alasan, "")


def bersihkan_nip(masukan: str) -> str:
    """Strip what copying and SIASN exports leave behind (N-1, N-2, N-3); no more."""
    if masukan.isascii() and masukan.isdigit():
        return masukan
    teks = "".join(c for c in masukan if unicodedata.category(c) not in _BUANG)
    if teks[:1] and teks[0] in KUTIP:
        teks = teks[1:]
    return "".join(c for c in teks if c != "." and unicodedata.category(c) != "Pd")


_BUANG = {"Zs", "Cc", "Cf"}


def periksa_nip(
    masukan: object,
    *,
    hari_ini: date,
    jenis: str | None = None,
    tanggal_lahir: date | None = None,
    jenis_kelamin: str | None = None,
    tmt_cpns: date | None = None,
) -> HasilNip:
    """Check one number; the first broken rule in the order of N-5 is the reason.

    Anything but text is refused: a numeric cell has already lost digits. Uniqueness over
    all numbers ever held (rule 10) is the database's. What else is known about the person
    (`tanggal_lahir` ...) only warns (rule 8).
    """
    nomor = bersihkan_nip(masukan) if isinstance(masukan, str) else ""
    if len(nomor) != 18 or not (nomor.isascii() and nomor.isdigit()):
        return HasilNip(nomor, "format")
    lahir = _tanggal(nomor[:8])
    if lahir is None or not LAHIR_TERAWAL <= lahir <= hari_ini:
        return HasilNip(nomor, "tanggal lahir")
    alasan = _alasan(nomor, lahir, jenis)
    if alasan:
        return HasilNip(nomor, alasan)
    pppk = nomor[12] == "2"
    tahun = int(nomor[8:12])
    hasil = HasilNip(
        nomor,
        jenis="PPPK" if pppk else "PNS",
        tanggal_lahir=lahir,
        tahun_tmt=tahun,
        tmt=None if pppk else date(tahun, int(nomor[12:14]), 1),
        jenis_kelamin="L" if nomor[14] == "1" else "P",
        frekuensi=int(nomor[13]) if pppk else None,
    )
    peringatan = [
        *_peringatan_tahun(hasil, hari_ini),
        *_peringatan_beda(hasil, tanggal_lahir, jenis_kelamin, tmt_cpns),
    ]
    return replace(hasil, peringatan=tuple(peringatan)) if peringatan else hasil


def beda_dengan_nip(
    nomor: str,
    *,
    hari_ini: date,
    tanggal_lahir: date | None = None,
    jenis_kelamin: str | None = None,
    tmt_cpns: date | None = None,
) -> list[str]:
    """Where these facts contradict the number (rule 8): sentences to warn with."""
    hasil = periksa_nip(nomor, hari_ini=hari_ini)
    if not hasil.sah:
        return []
    return _peringatan_beda(hasil, tanggal_lahir, jenis_kelamin, tmt_cpns)


def _tanggal(teks: str) -> date | None:
    try:
        return date(int(teks[:4]), int(teks[4:6]), int(teks[6:8]))
    except ValueError:
        return None


def _alasan(nomor: str, lahir: date, jenis: str | None) -> str:
    """Rules 4, 5, 6 and 9, in that order."""
    kode = int(nomor[12:14])
    if not (1 <= kode <= 12 or 21 <= kode <= 29):
        return "bulan TMT / kode PPPK"
    if nomor[14] not in "12":
        return "jenis kelamin"
    if nomor[15:] == "000":
        return "nomor urut"
    if int(nomor[8:12]) - lahir.year < 18:
        return "umur saat diangkat < 18"
    if jenis and (jenis.upper() == "PPPK") != (kode >= 21):
        return "jenis kepegawaian"
    return ""


def _peringatan_tahun(hasil: HasilNip, hari_ini: date) -> list[str]:
    """Rule 7 as N-9 reads it, and the minimum age of a PPPK (rule 6)."""
    daftar = []
    tahun = hasil.tahun_tmt or 0
    if tahun > hari_ini.year + 1:
        daftar.append(
            f"Tahun pengangkatan menurut NIP ({tahun}) lebih dari setahun lagi."
        )
    lahir = hasil.tanggal_lahir
    if hasil.jenis == "PPPK" and lahir and tahun - lahir.year < 20:
        daftar.append("Menurut nomornya, umur PPPK saat diangkat kurang dari 20 tahun.")
    return daftar


def _peringatan_beda(
    hasil: HasilNip,
    lahir: date | None,
    kelamin: str | None,
    tmt_cpns: date | None,
) -> list[str]:
    """Rule 8: differences warn, never refuse; a PPPK is compared by year (N-6)."""
    daftar = []
    if lahir and lahir != hasil.tanggal_lahir:
        daftar.append("Tanggal lahir berbeda dengan digit 1–8 NIP.")
    if kelamin and kelamin != hasil.jenis_kelamin:
        daftar.append("Jenis kelamin berbeda dengan digit ke-15 NIP.")
    if tmt_cpns and not _tmt_sama(hasil, tmt_cpns):
        daftar.append("TMT CPNS berbeda dengan digit 9–14 NIP.")
    return daftar


def _tmt_sama(hasil: HasilNip, tmt_cpns: date) -> bool:
    if hasil.jenis == "PPPK":
        return tmt_cpns.year == hasil.tahun_tmt
    return hasil.tmt is not None and (tmt_cpns.year, tmt_cpns.month) == (
        hasil.tmt.year,
        hasil.tmt.month,
    )
