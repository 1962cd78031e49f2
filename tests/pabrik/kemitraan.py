"""Smallest valid rows of partners, agreements and internships."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from kemitraan.models import (
    Mitra,
    Penempatan,
    PenggunaMitra,
    Perjanjian,
    PermintaanData,
    PesertaMagang,
    ProgramMagang,
)
from pegawai.models import Peran
from tests.pabrik.pegawai import (
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.pelatihan import PelatihanFactory


class MitraFactory(DjangoModelFactory):
    class Meta:
        model = Mitra

    kode = factory.Sequence(lambda n: f"MITRA-{n}")
    nama = factory.Sequence(lambda n: f"Universitas {n}")
    jenis = Mitra.Jenis.PERGURUAN_TINGGI_NEGERI
    kota = "Kupang"


class PenggunaMitraFactory(DjangoModelFactory):
    class Meta:
        model = PenggunaMitra

    mitra = factory.SubFactory(MitraFactory)
    pengguna = factory.LazyFunction(lambda: akun_berperan(Peran.MITRA))
    tanggal_mulai = date(2020, 1, 1)
    tanggal_selesai = date(2099, 12, 31)


class PerjanjianFactory(DjangoModelFactory):
    """Signed and in force."""

    class Meta:
        model = Perjanjian

    mitra = factory.SubFactory(MitraFactory)
    jenis = Perjanjian.Jenis.KERJA_SAMA
    nomor_kota = factory.Sequence(lambda n: f"{n}/PKS/BKPSDM/2025")
    judul = factory.Sequence(lambda n: f"Kerja sama magang {n}")
    opd = factory.SubFactory(UnitKerjaFactory)
    tanggal_ttd = date(2025, 1, 2)
    tanggal_mulai = date(2025, 1, 2)
    tanggal_berakhir = date(2099, 12, 31)
    status = Perjanjian.Status.DITANDATANGANI


class ProgramMagangFactory(DjangoModelFactory):
    class Meta:
        model = ProgramMagang

    perjanjian = factory.SubFactory(PerjanjianFactory)
    arah = ProgramMagang.Arah.MASUK
    nama = factory.Sequence(lambda n: f"Magang {n}")
    pelatihan = factory.Maybe(
        factory.LazyAttribute(lambda o: o.arah == ProgramMagang.Arah.KELUAR),
        yes_declaration=factory.SubFactory(
            PelatihanFactory,
            nama=factory.SelfAttribute("..nama"),
            bentuk__kode="NKL12",
            jp=20,
        ),
        no_declaration=None,
    )
    tanggal_mulai = date(2025, 2, 1)
    tanggal_selesai = date(2099, 11, 30)


class PesertaMagangFactory(DjangoModelFactory):
    class Meta:
        model = PesertaMagang

    mitra = factory.SubFactory(MitraFactory)
    nama = factory.Sequence(lambda n: f"Mahasiswa {n}")
    nim = factory.Sequence(lambda n: f"2306{n:06d}")
    program_studi = "Ilmu Komputer"


class PenempatanFactory(DjangoModelFactory):
    """A student in a unit; see PenempatanKeluarFactory for the other direction."""

    class Meta:
        model = Penempatan

    program = factory.SubFactory(ProgramMagangFactory)
    peserta = factory.SubFactory(
        PesertaMagangFactory, mitra=factory.SelfAttribute("..program.perjanjian.mitra")
    )
    unit_kerja = factory.SubFactory(UnitKerjaFactory)
    tanggal_mulai = date(2026, 10, 1)
    tanggal_selesai = date(2026, 12, 18)


class PenempatanKeluarFactory(DjangoModelFactory):
    class Meta:
        model = Penempatan

    program = factory.SubFactory(ProgramMagangFactory, arah=ProgramMagang.Arah.KELUAR)
    pegawai = factory.SubFactory(PegawaiFactory)
    unit_kerja = factory.SelfAttribute("pegawai.unit_kerja")
    tempat = "Laboratorium Data"
    tanggal_mulai = date(2026, 10, 1)
    tanggal_selesai = date(2026, 12, 18)


class PermintaanDataFactory(DjangoModelFactory):
    """A partner's user asks for a copy of the own data; waits."""

    class Meta:
        model = PermintaanData

    mitra = factory.SubFactory(MitraFactory)
    pengguna = factory.SubFactory(PenggunaFactory)
    jenis = PermintaanData.Jenis.SALINAN
    diajukan_pada = factory.LazyFunction(timezone.now)
    batas_pada = factory.LazyAttribute(lambda o: o.diajukan_pada + timedelta(hours=72))
