"""The lines of the staff menu and who has them, by roles alone."""

from collections.abc import Callable
from typing import NamedTuple

from kompetensi.menunggu import PEMUTUS
from pegawai.models.peran import Peran
from pelatihan.izin import PEMBACA_KATALOG

Boleh = Callable[[frozenset[str]], bool]


class Butir(NamedTuple):
    """One menu line. Left out while `nama_url` does not reverse or `boleh` says no."""

    grup: str
    nama: str
    nama_url: str
    boleh: Boleh  # of the account's roles alone, so that a menu is drawn once a set
    hitung: str = ""  # key in `hitung_menu`


def salah_satu(*peran: str) -> Boleh:
    """A line for the holders of any of these roles."""
    pilihan = frozenset(peran)
    return lambda dimiliki: bool(pilihan & dimiliki)


pemutus = salah_satu(*PEMUTUS)


def pegawai_sendiri(dimiliki: frozenset[str]) -> bool:
    """Who is in the registry, whatever else the account may do."""
    return Peran.ASN in dimiliki


def semua(dimiliki: frozenset[str]) -> bool:
    """Everybody who is signed in."""
    return True


def warga(dimiliki: frozenset[str]) -> bool:
    """Everybody of the city: no partner, no intern."""
    return bool(dimiliki - {Peran.MITRA, Peran.PEMAGANG})


_KOTA = (Peran.ANALIS, Peran.ADMIN)
_UNIT = (*_KOTA, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)
# KEAMANAN C.3: not the administrator.
PEMBACA_LAPORAN = (
    Peran.ANALIS,
    Peran.PENGELOLA_OPD,
    Peran.KEPALA_OPD,
    Peran.PIMPINAN,
)

# Group, label, URL name, for whom. Apps add lines; at most seven groups.
MENU: tuple[Butir, ...] = (
    Butir("Kerja saya", "Beranda", "beranda", semua),
    Butir("Kerja saya", "Pemberitahuan", "dasar:pemberitahuan-daftar", semua),
    Butir("Kerja saya", "Kotak persetujuan", "persetujuan", pemutus, "persetujuan"),
    Butir("Kerja saya", "Tim saya", "tim", salah_satu(Peran.ATASAN, Peran.KEPALA_OPD)),
    Butir("Kerja saya", "Tugas saya", "tugas", pegawai_sendiri),
    Butir("Kerja saya", "Profil kompetensi saya", "penilaian:profil", pegawai_sendiri),
    Butir("Kerja saya", "Data saya", "data-saya-isi", pegawai_sendiri),
    Butir("Pegawai", "Daftar ASN", "pegawai:pegawai-daftar", salah_satu(*_UNIT)),
    Butir("Pegawai", "Unit kerja", "pegawai:organisasi-daftar", salah_satu(*_UNIT)),
    Butir(
        "Pegawai",
        "Penataan unit",
        "pegawai:penataan-daftar",
        salah_satu(*_KOTA, Peran.PENGELOLA_OPD),
    ),
    Butir("Pegawai", "Jabatan", "pegawai:jabatan-daftar", salah_satu(*_UNIT)),
    Butir(
        "Pegawai",
        "Impor data",
        "pegawai:impor-daftar",
        salah_satu(*_KOTA, Peran.PENGELOLA_OPD),
    ),
    Butir(
        "Pegawai",
        "Permintaan perbaikan",
        "pegawai:perbaikan-daftar",
        salah_satu(Peran.ANALIS, Peran.PENGELOLA_OPD),
        "perbaikan",
    ),
    Butir("Kompetensi", "Daftar kompetensi", "pegawai:kompetensi-daftar", warga),
    Butir("Kompetensi", "Kamus dan edisinya", "pegawai:kamus-daftar", warga),
    Butir("Kompetensi", "Standar jabatan", "pegawai:standar-daftar", warga),
    Butir("Kompetensi", "Penilaian", "penilaian:periode-daftar", salah_satu(*_UNIT)),
    Butir(
        "Kompetensi",
        "Penugasan asesor",
        "penilaian:asesmen-daftar",
        salah_satu(Peran.ASESOR),
        "asesmen",
    ),
    Butir(
        "Kompetensi",
        "Peta talenta",
        "penilaian:talenta-daftar",
        salah_satu(*_KOTA, Peran.PIMPINAN),
    ),
    Butir(
        "Pengembangan",
        "Katalog pelatihan",
        "pelatihan:katalog-daftar",
        salah_satu(*PEMBACA_KATALOG),
    ),
    Butir(
        "Pengembangan",
        "Angkatan",
        "pelatihan:angkatan-daftar",
        salah_satu(
            Peran.ANALIS, Peran.PENYELENGGARA, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD
        ),
    ),
    Butir(
        "Pengembangan",
        "Verifikasi pelatihan",
        "pelatihan:verifikasi-daftar",
        salah_satu(Peran.ANALIS, Peran.PENGELOLA_OPD),
        "verifikasi",
    ),
    Butir(
        "Pengembangan",
        "Rencana pengembangan",
        "penilaian:rencana-daftar",
        salah_satu(Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ATASAN),
    ),
    Butir(
        "Pengembangan",
        "Program pembangunan",
        "penilaian:program-daftar",
        salah_satu(Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.PIMPINAN),
    ),
    Butir(
        "Pengembangan",
        "Sertifikat",
        "pelatihan:sertifikat-daftar",
        salah_satu(*_KOTA, Peran.PENYELENGGARA),
    ),
    Butir(
        "Pengembangan",
        "Penyelenggara",
        "pelatihan:penyelenggara-daftar",
        salah_satu(Peran.ADMIN, Peran.PENYELENGGARA),
    ),
    Butir(
        "Kemitraan",
        "Mitra dan perjanjian",
        "kemitraan:mitra-daftar",
        salah_satu(*_UNIT, Peran.MITRA),
    ),
    Butir(
        "Kemitraan",
        "Magang",
        "kemitraan:magang-daftar",
        salah_satu(Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.MITRA),
    ),
    Butir(
        "Kemitraan",
        "Permintaan data pribadi",
        "kemitraan:permintaan-daftar",
        salah_satu(Peran.ANALIS, Peran.MITRA),
    ),
    Butir(
        "Laporan",
        "Dasbor kesenjangan",
        "laporan-kesenjangan",
        salah_satu(*PEMBACA_LAPORAN),
    ),
    Butir("Laporan", "Laporan", "laporan", salah_satu(*PEMBACA_LAPORAN)),
    Butir("Laporan", "Pekerjaan dan unduhan", "dasar:pekerjaan-daftar", semua),
    Butir("Sistem", "Peran dan akun", "pegawai:peran-daftar", salah_satu(Peran.ADMIN)),
    Butir(
        "Sistem",
        "Usul peran",
        "pegawai:peran-usul",
        salah_satu(Peran.ANALIS, Peran.PENGELOLA_OPD),
    ),
    Butir("Sistem", "Surat keluar", "pegawai:surat-daftar", salah_satu(Peran.ADMIN)),
    Butir("Sistem", "Log audit", "pegawai:audit-daftar", salah_satu(Peran.ADMIN)),
)
