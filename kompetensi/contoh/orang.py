"""One invented civil servant: age, number, grade and education that fit each other."""

import random
from dataclasses import dataclass
from datetime import date

from kompetensi.contoh.alat import Kota, acak_tanggal, pilih_bobot
from kompetensi.contoh.nama import nama_orang

MANAJERIAL = {"JPT_PRATAMA", "ADMINISTRATOR", "PENGAWAS"}
USIA = {
    "JPT_PRATAMA": (48, 58),
    "ADMINISTRATOR": (42, 57),
    "PENGAWAS": (36, 56),
    "JF_AHLI_MADYA": (44, 58),
    "JF_AHLI_MUDA": (36, 57),
    "JF_PENYELIA": (40, 57),
    "JF_MAHIR": (34, 56),
}
GOLONGAN = {
    "JPT_PRATAMA": ("IV/b", "IV/c"),
    "ADMINISTRATOR": ("III/d", "IV/a", "IV/b"),
    "PENGAWAS": ("III/c", "III/d"),
    "JF_AHLI_MADYA": ("IV/a", "IV/b"),
    "JF_AHLI_MUDA": ("III/c", "III/d"),
    "JF_AHLI_PERTAMA": ("III/a", "III/b"),
    "JF_PENYELIA": ("III/c", "III/d"),
    "JF_MAHIR": ("III/a", "III/b"),
    "JF_TERAMPIL": ("II/c", "II/d"),
    "JF_PEMULA": ("II/a", "II/b"),
    "PELAKSANA": ("II/a", "II/b", "II/c", "II/d", "III/a"),
}
# PPPK grade by education code (DOMAIN 1.6)
GOLONGAN_PPPK = {"17": "V", "15": "V", "30": "VII", "40": "IX", "42": "X", "45": "X"}
PENDIDIKAN = {
    "JPT_PRATAMA": (("45", 8), ("50", 1), ("40", 1)),
    "ADMINISTRATOR": (("45", 5), ("40", 5)),
    "PENGAWAS": (("40", 8), ("45", 2)),
    "JF_TERAMPIL": (("30", 9), ("40", 1)),
    "JF_MAHIR": (("30", 8), ("40", 2)),
    "JF_PENYELIA": (("30", 6), ("40", 4)),
    "JF_PEMULA": (("17", 1),),
    "PELAKSANA": (("15", 5), ("17", 2), ("30", 2), ("40", 3)),
}
AHLI = (("40", 8), ("45", 1), ("42", 1))
JURUSAN = {
    "15": ("IPS", "IPA"),
    "17": ("Administrasi Perkantoran", "Akuntansi"),
    "30": ("Kebidanan", "Keperawatan", "Administrasi", "Komputer"),
    "40": ("Administrasi Publik", "Hukum", "Ekonomi", "Teknik Sipil", "Pendidikan"),
    "42": ("Ners", "Pendidikan Profesi Guru"),
    "45": ("Administrasi Publik", "Manajemen", "Hukum"),
    "50": ("Ilmu Administrasi",),
}
GELAR = {
    "Administrasi Publik": ("S.AP.", "M.AP."),
    "Hukum": ("S.H.", "M.H."),
    "Ekonomi": ("S.E.", "M.Si."),
    "Teknik Sipil": ("S.T.", "M.T."),
    "Pendidikan": ("S.Pd.", "M.Pd."),
    "Manajemen": ("S.E.", "M.M."),
}


@dataclass
class Orang:
    """Facts of a person that do not depend on the database."""

    nama: str
    gelar_belakang: str
    kelamin: str
    lahir: date
    jenis: str
    nip: str
    tmt: date
    golongan: str
    pendidikan: str
    jurusan: str
    tahun_lulus: int
    paruh_waktu: bool = False


class PembuatOrang:
    """Makes people; keeps the serial of each 15-digit prefix."""

    def __init__(self, kota: Kota) -> None:
        self.kota = kota
        self.acak = kota.acak("orang")
        self.urut: dict[str, int] = {}

    def buat(self, jenjang: str, *, lahir: date | None = None) -> Orang:
        """One person fit for a post of this level."""
        acak = self.acak
        kelamin = "P" if acak.random() < 0.56 else "L"
        pppk = jenjang not in MANAJERIAL and acak.random() < 0.36
        lahir = lahir or self._lahir(USIA.get(jenjang, (23, 56)))
        tmt = self._tmt(lahir, pppk=pppk)
        jenis = "PPPK" if pppk else "PNS"
        if not pppk and (self.kota.hari - tmt).days < 365:
            jenis = "CPNS"
        pendidikan = pilih_bobot(acak, PENDIDIKAN.get(jenjang, AHLI))
        jurusan = acak.choice(JURUSAN[pendidikan])
        gelar = GELAR.get(jurusan, ("", ""))
        return Orang(
            nama=nama_orang(acak, kelamin),
            gelar_belakang=self._gelar(pendidikan, gelar),
            kelamin=kelamin,
            lahir=lahir,
            jenis=jenis,
            nip=self.nomor(lahir, tmt, kelamin, pppk=pppk),
            tmt=tmt,
            golongan=GOLONGAN_PPPK.get(pendidikan, "V")
            if pppk
            else acak.choice(GOLONGAN[jenjang]),
            pendidikan=pendidikan,
            jurusan=jurusan,
            tahun_lulus=min(tmt.year, lahir.year + acak.randint(18, 24)),
            paruh_waktu=pppk and tmt.year >= 2025 and acak.random() < 0.5,
        )

    def nomor(
        self, lahir: date, tmt: date, kelamin: str, *, pppk: bool, kontrak: int = 1
    ) -> str:
        """A valid NIP or NI PPPK with the next serial of its prefix."""
        kode = f"2{kontrak}" if pppk else f"{tmt.month:02d}"
        depan = f"{lahir:%Y%m%d}{tmt.year}{kode}{'1' if kelamin == 'L' else '2'}"
        self.urut[depan] = self.urut.get(depan, 0) + 1
        return f"{depan}{self.urut[depan]:03d}"

    def _lahir(self, usia: tuple[int, int]) -> date:
        awal = self.kota.hari.replace(year=self.kota.hari.year - usia[1], day=1)
        akhir = self.kota.hari.replace(year=self.kota.hari.year - usia[0], day=1)
        return acak_tanggal(self.acak, awal, akhir)

    def _tmt(self, lahir: date, *, pppk: bool) -> date:
        tahun_kini = self.kota.hari.year
        if pppk:
            awal = max(2021, lahir.year + 20)
            tahun = self.acak.randint(min(awal, tahun_kini - 1), tahun_kini - 1)
            return date(tahun, 3, 1)
        tahun = lahir.year + self.acak.randint(21, 31)
        tahun = min(tahun, tahun_kini - (1 if self.acak.random() < 0.9 else 0))
        bulan = self.acak.choice((1, 2, 3, 4, 12)) if tahun < tahun_kini else 3
        return date(tahun, bulan, 1)

    def _gelar(self, pendidikan: str, gelar: tuple[str, str]) -> str:
        return {"40": gelar[0], "45": gelar[1]}.get(pendidikan, "")


def nama_jabatan_staf(acak: random.Random, golongan_unit: str) -> tuple[str, str]:
    """Post name and level of somebody without a head post, by kind of unit."""
    return pilih_bobot(acak, JABATAN_STAF[golongan_unit])


JABATAN_STAF = {
    "kantor": (
        (("Pengadministrasi Perkantoran", "PELAKSANA"), 5),
        (("Penata Layanan Operasional", "PELAKSANA"), 5),
        (("Operator Layanan Operasional", "PELAKSANA"), 3),
        (("Pengelola Layanan Operasional", "PELAKSANA"), 3),
        (("Analis Kebijakan Ahli Muda", "JF_AHLI_MUDA"), 2),
        (("Analis SDM Aparatur Ahli Pertama", "JF_AHLI_PERTAMA"), 1),
        (("Perencana Ahli Muda", "JF_AHLI_MUDA"), 1),
        (("Perencana Ahli Pertama", "JF_AHLI_PERTAMA"), 1),
        (("Pranata Komputer Ahli Pertama", "JF_AHLI_PERTAMA"), 1),
        (("Pranata Komputer Terampil", "JF_TERAMPIL"), 1),
        (("Arsiparis Terampil", "JF_TERAMPIL"), 1),
        (("Arsiparis Mahir", "JF_MAHIR"), 1),
    ),
    "sekolah": (
        (("Guru Ahli Pertama", "JF_AHLI_PERTAMA"), 10),
        (("Guru Ahli Muda", "JF_AHLI_MUDA"), 6),
        (("Guru Ahli Madya", "JF_AHLI_MADYA"), 3),
        (("Pengadministrasi Perkantoran", "PELAKSANA"), 2),
        (("Operator Layanan Operasional", "PELAKSANA"), 1),
    ),
    "puskesmas": (
        (("Perawat Terampil", "JF_TERAMPIL"), 6),
        (("Perawat Mahir", "JF_MAHIR"), 2),
        (("Perawat Ahli Pertama", "JF_AHLI_PERTAMA"), 3),
        (("Bidan Terampil", "JF_TERAMPIL"), 5),
        (("Bidan Ahli Pertama", "JF_AHLI_PERTAMA"), 2),
        (("Dokter Ahli Pertama", "JF_AHLI_PERTAMA"), 1),
        (("Dokter Ahli Muda", "JF_AHLI_MUDA"), 1),
        (("Nutrisionis Terampil", "JF_TERAMPIL"), 1),
        (("Apoteker Ahli Pertama", "JF_AHLI_PERTAMA"), 1),
        (("Pengadministrasi Perkantoran", "PELAKSANA"), 2),
    ),
    "kelurahan": (
        (("Pengadministrasi Perkantoran", "PELAKSANA"), 4),
        (("Penata Layanan Operasional", "PELAKSANA"), 3),
        (("Operator Layanan Operasional", "PELAKSANA"), 2),
    ),
}
