"""A slow oracle of KEAMANAN C.2 and C.3: who may see whom, in plain Python.

It walks parent links and compares dates one by one. It imports nothing of the product and
is written from the rules, not from queries/: where the two differ, one of them is wrong.
"""

from dataclasses import dataclass
from datetime import date

SELESAI = {
    "PENSIUN",
    "MENINGGAL",
    "PINDAH_INSTANSI",
    "KONTRAK_BERAKHIR",
    "DIBERHENTIKAN",
}
# Level of a structural post -> order of the office (1 = highest).
URUTAN = {"JPT_PRATAMA": 3, "ADMINISTRATOR": 4, "PENGAWAS": 5}
MEMIMPIN_OPD = {"JPT_PRATAMA", "ADMINISTRATOR"}


@dataclass(frozen=True)
class Unit:
    induk: int | None
    jenis: str


@dataclass(frozen=True)
class Jabatan:
    unit: int
    jenjang: str
    aktif: bool = True
    sekda: bool = False


@dataclass(frozen=True)
class Orang:
    unit: int | None
    jabatan: int | None
    kedudukan: str = "AKTIF"
    atasan: int | None = None


@dataclass(frozen=True)
class Menjabat:
    """A row of the history of posts: main (ended or to come), or acting."""

    orang: int
    jabatan: int
    jenis: str
    tmt: date
    sampai: date | None


@dataclass(frozen=True)
class Pemberian:
    akun: int
    peran: str
    unit: int | None
    mulai: date
    sampai: date
    dicabut: bool = False
    ditangguhkan: bool = False


@dataclass(frozen=True)
class Dunia:
    """Accounts 0..len(orang)-1 are the people's; the rest belong to nobody in it."""

    hari: date
    unit: tuple[Unit, ...]
    jabatan: tuple[Jabatan, ...]
    orang: tuple[Orang, ...]
    menjabat: tuple[Menjabat, ...] = ()
    pemberian: tuple[Pemberian, ...] = ()
    luar: int = 0

    @property
    def akun(self):
        return range(len(self.orang) + self.luar)


def di_bawah(d, unit, akar):
    """Is this unit the root or somewhere under it? Link by link."""
    while unit is not None:
        if unit == akar:
            return True
        unit = d.unit[unit].induk
    return False


def bekerja(d, akun):
    return akun < len(d.orang) and d.orang[akun].kedudukan not in SELESAI


def kepala(d, unit):
    """The head post of an OPD (JJ-1): highest structural post of its own; a tie: none."""
    if d.unit[unit].jenis != "OPD":
        return None
    calon = {}
    for nomor, jabatan in enumerate(d.jabatan):
        if jabatan.unit == unit and jabatan.aktif and jabatan.jenjang in URUTAN:
            tingkat = (not jabatan.sekda, URUTAN[jabatan.jenjang])
            calon.setdefault(tingkat, []).append(nomor)
    if not calon:
        return None
    tertinggi = calon[min(calon)]
    if len(tertinggi) != 1:
        return None
    return tertinggi[0] if d.jabatan[tertinggi[0]].jenjang in MEMIMPIN_OPD else None


def dipegang(d, orang):
    """Posts this person holds today: the main one, and what the history says."""
    hasil = {d.orang[orang].jabatan}
    for m in d.menjabat:
        sudah = m.orang == orang and m.tmt <= d.hari
        if sudah and (m.sampai is None or m.sampai >= d.hari):
            hasil.add(m.jabatan)
    return hasil - {None}


def cakupan(d, akun):
    """(role, root unit or None for the city) in force today, granted and derived."""
    if akun < len(d.orang) and not bekerja(d, akun):
        return set()  # AK-7: grants end with the service
    hasil = {
        (p.peran, p.unit)
        for p in d.pemberian
        if p.akun == akun
        and not (p.dicabut or p.ditangguhkan)
        and p.mulai <= d.hari <= p.sampai
    }
    if bekerja(d, akun):
        punya = dipegang(d, akun)
        for unit in range(len(d.unit)):
            if kepala(d, unit) in punya:
                hasil.add(("KEPALA_OPD", unit))
    return hasil


def peran(d, akun):
    hasil = {p for p, _ in cakupan(d, akun)}
    if bekerja(d, akun):
        hasil.add("ASN")
        if any(o.atasan == akun for o in d.orang):
            hasil.add("ATASAN")
    return hasil


def terjangkau(d, akun, *boleh):
    """People: self, direct reports, and those of the units (or city) of these roles."""
    hasil = set()
    for nomor, orang in enumerate(d.orang):
        diri = bekerja(d, akun) and nomor == akun
        bawahan = bekerja(d, akun) and orang.atasan == akun
        unit = any(
            p in boleh
            and (u is None or (orang.unit is not None and di_bawah(d, orang.unit, u)))
            for p, u in cakupan(d, akun)
        )
        if diri or bawahan or unit:
            hasil.add(nomor)
    return hasil


# C.3, row by row -------------------------------------------------------------


def terlihat(d, akun):
    """Identity F1: asn d, atasan t, pengelola and kepala u, analis and admin k."""
    return terjangkau(d, akun, "PENGELOLA_OPD", "KEPALA_OPD", "ANALIS", "ADMIN")


def profil(d, akun):
    """Profile F4, plans, hours, enrolment: the same without the administrator."""
    return terjangkau(d, akun, "PENGELOLA_OPD", "KEPALA_OPD", "ANALIS")


def boleh_profil(d, akun):
    return bool(
        peran(d, akun) & {"ASN", "ATASAN", "PENGELOLA_OPD", "KEPALA_OPD", "ANALIS"}
    )


def pribadi(d, akun):
    """Personal F2: asn d, pengelola u, analis k; no superior, no head."""
    hasil = terjangkau(d, akun, "PENGELOLA_OPD", "ANALIS")
    bawahan = {
        n
        for n in hasil
        if n != akun and not _unit(d, akun, n, "PENGELOLA_OPD", "ANALIS")
    }
    return hasil - bawahan


def jejak_penuh(d, akun):
    """The whole trail: one's own, and the administrator's city."""
    return {
        n
        for n in range(len(d.orang))
        if (bekerja(d, akun) and n == akun) or _unit(d, akun, n, "ADMIN")
    }


def jejak(d, akun):
    """The trail's page; where it is not whole, pengelola u and analis k: own acts."""
    hasil = set()
    for nomor in terlihat(d, akun):
        sendiri = bekerja(d, akun) and nomor == akun
        if sendiri or _unit(d, akun, nomor, "PENGELOLA_OPD", "ANALIS", "ADMIN"):
            hasil.add(nomor)
    return hasil


def _unit(d, akun, nomor, *boleh):
    unit = d.orang[nomor].unit
    return any(
        p in boleh and (u is None or (unit is not None and di_bawah(d, unit, u)))
        for p, u in cakupan(d, akun)
    )


def ekspor(d, akun):
    """Taking identity out: pengelola X u, analis X k; nobody else, not even of the team."""
    return {
        n for n in range(len(d.orang)) if _unit(d, akun, n, "PENGELOLA_OPD", "ANALIS")
    }


def boleh_ekspor(d, akun):
    return bool(peran(d, akun) & {"PENGELOLA_OPD", "ANALIS"})


def boleh_daftar(d, akun):
    return bool(
        peran(d, akun) & {"ATASAN", "PENGELOLA_OPD", "KEPALA_OPD", "ANALIS", "ADMIN"}
    )


def boleh_halaman(d, akun):
    return boleh_daftar(d, akun) or "ASN" in peran(d, akun)


def unit_saring(d, akun):
    """Units offered as a filter: the city's OPD, or every unit of one's grants."""
    akar = {
        u
        for p, u in cakupan(d, akun)
        if p in {"PENGELOLA_OPD", "KEPALA_OPD", "ANALIS", "ADMIN"}
    }
    if None in akar:
        return {n for n, u in enumerate(d.unit) if u.jenis == "OPD"}
    return {n for n in range(len(d.unit)) if any(di_bawah(d, n, a) for a in akar)}


# Files -----------------------------------------------------------------------

KEADAAN = ("BERLAKU", "RANCANGAN", "BERAKHIR")


def bukti(d, akun):
    """Evidence of a correction: who asked; pengelola u and analis k decide (part 4)."""
    return {
        n
        for n in range(len(d.orang))
        if (bekerja(d, akun) and n == akun)
        or _unit(d, akun, n, "PENGELOLA_OPD", "ANALIS")
    }


def boleh_bukti(d, akun):
    return bool(peran(d, akun) & {"ASN", "PENGELOLA_OPD", "ANALIS"})


def boleh_sertifikat(d, akun):
    """Whose file one sees is `profil`: d, t, u, u, k; the organisers here own none."""
    return bool(
        peran(d, akun)
        & {"ASN", "ATASAN", "KEPALA_OPD", "PENGELOLA_OPD", "ANALIS", "PENYELENGGARA"}
    )


def perjanjian(d):
    """One agreement a unit: (partner, state); the partner's number is even or odd."""
    return [(n % 2, KEADAAN[n // 2 % 3]) for n in range(len(d.unit))]


def naskah(d, akun):
    """Agreements: the city's to analis and admin, the unit's, a partner's own.

    A partner without one in force sees none (MOU-7), and never a draft of the city.
    """
    milik = "MITRA" in peran(d, akun) and (akun % 2, "BERLAKU") in perjanjian(d)
    boleh = {"ANALIS", "ADMIN", "PENGELOLA_OPD", "KEPALA_OPD"}
    return {
        n
        for n, (mitra, keadaan) in enumerate(perjanjian(d))
        if (milik and mitra == akun % 2 and keadaan != "RANCANGAN")
        or any(
            p in boleh and (u is None or di_bawah(d, n, u)) for p, u in cakupan(d, akun)
        )
    }


def boleh_naskah(d, akun):
    return bool(
        peran(d, akun) & {"ANALIS", "ADMIN", "PENGELOLA_OPD", "KEPALA_OPD", "MITRA"}
    )


def berkas_ekspor(d, akun):
    """Of the two files made for this account (city, unit 0 = the root): still entitled?"""
    sekota = any(p == "ANALIS" and u is None for p, u in cakupan(d, akun))
    akar = any(p in {"PENGELOLA_OPD"} and u == 0 for p, u in cakupan(d, akun))
    return (sekota, sekota or akar)
