"""The small world of the permission matrix: two OPD, one principal a role."""

from datetime import date
from types import SimpleNamespace

from pegawai.models import Jenjang, Peran, UnitKerja
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    PemberianPeranFactory,
    PenggunaFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)

PELAKU = (
    "tamu",
    "asn",
    "atasan",
    "kepala_opd",
    "pengelola_opd",
    "analis",
    "admin",
    "penyelenggara",
    "asesor",
    "pimpinan",
    "mitra",
    "pemagang",
)
BERUNIT = {"pengelola_opd"}
DIBERIKAN = (
    "pengelola_opd",
    "analis",
    "admin",
    "penyelenggara",
    "asesor",
    "pimpinan",
    "mitra",
    "pemagang",
)


def buat_dunia():
    """Units, people and accounts; `dunia.akun[nama]` is None for the guest."""
    d = SimpleNamespace(akun={"tamu": None})
    d.kota = UnitKerjaFactory(nama="Kota", jenis=UnitKerja.Jenis.PEMDA)
    d.opd_a = UnitKerjaFactory(nama="Dinas A", induk=d.kota)
    d.bidang_a1 = UnitKerjaFactory(nama="Bidang A1", jenis="BIDANG", induk=d.opd_a)
    d.opd_b = UnitKerjaFactory(nama="Dinas B", induk=d.kota)
    d.jabatan_kepala = _jabatan_kepala(d.opd_a, "Kepala Dinas A")
    d.jabatan_kepala_b = _jabatan_kepala(d.opd_b, "Kepala Dinas B")
    d.kepala = PegawaiFactory(
        nama="Kepala A", unit_kerja=d.opd_a, jabatan=d.jabatan_kepala
    )
    RiwayatJabatanFactory(pegawai=d.kepala, tmt=date(2021, 1, 1))
    d.atasan = PegawaiFactory(nama="Atasan A1", unit_kerja=d.bidang_a1, atasan=d.kepala)
    d.asn = PegawaiFactory(nama="Pegawai A1", unit_kerja=d.bidang_a1, atasan=d.atasan)
    d.kepala_b = PegawaiFactory(
        nama="Kepala B", unit_kerja=d.opd_b, jabatan=d.jabatan_kepala_b
    )
    d.asn_b = PegawaiFactory(nama="Pegawai B", unit_kerja=d.opd_b, atasan=d.kepala_b)
    d.akun |= {
        "asn": d.asn.pengguna,
        "atasan": d.atasan.pengguna,
        "kepala_opd": d.kepala.pengguna,
    }
    for nama in DIBERIKAN:
        d.akun[nama] = PemberianPeranFactory(
            peran=Peran[nama.upper()],
            unit_kerja=d.opd_a if nama in BERUNIT else None,
            pengguna=PenggunaFactory(nama_akun=f"uji-{nama}"),
        ).pengguna
    return d


def _jabatan_kepala(opd, nama):
    return JabatanFactory(
        nama=nama,
        unit_kerja=opd,
        jenis=Jenjang.Jenis.STRUKTURAL,
        jenjang=JenjangFactory(
            kode="JPT_PRATAMA",
            kelompok="MANAJERIAL",
            jenis=Jenjang.Jenis.STRUKTURAL,
            urutan=3,
        ),
    )
