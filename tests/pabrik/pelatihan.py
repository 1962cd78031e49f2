"""Smallest valid rows of courses, batches, enrolments and the ledger of hours."""

from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import Peran
from pelatihan.models import (
    AnggotaPenyelenggara,
    Angkatan,
    BentukPengembangan,
    Pelatihan,
    Penyelenggara,
    Peserta,
    RiwayatPengembangan,
    SasaranPelatihan,
    UsulPelatihan,
)
from tests.pabrik.pegawai import (
    KompetensiFactory,
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.perbaikan import PNG


class BentukPengembanganFactory(DjangoModelFactory):
    class Meta:
        model = BentukPengembangan
        django_get_or_create = ("kode",)

    kode = "KL03"
    nama = "Pelatihan Teknis"
    jalur = BentukPengembangan.Jalur.KLASIKAL


class PenyelenggaraFactory(DjangoModelFactory):
    class Meta:
        model = Penyelenggara

    kode = factory.Sequence(lambda n: f"LEMBAGA-{n}")
    nama = factory.Sequence(lambda n: f"Lembaga Pelatihan {n}")


class AnggotaPenyelenggaraFactory(DjangoModelFactory):
    class Meta:
        model = AnggotaPenyelenggara

    penyelenggara = factory.SubFactory(PenyelenggaraFactory)
    pengguna = factory.LazyFunction(lambda: akun_berperan(Peran.PENYELENGGARA))
    tanggal_mulai = date(2020, 1, 1)
    tanggal_selesai = date(2099, 12, 31)


class PelatihanFactory(DjangoModelFactory):
    """Published."""

    class Meta:
        model = Pelatihan

    kode = factory.Sequence(lambda n: f"UJI-{n:04d}")
    nama = factory.Sequence(lambda n: f"Pelatihan {n:03d}")
    bentuk = factory.SubFactory(BentukPengembanganFactory)
    penyelenggara = factory.SubFactory(PenyelenggaraFactory)
    jp = 10
    status = Pelatihan.Status.TERBIT


class SasaranPelatihanFactory(DjangoModelFactory):
    class Meta:
        model = SasaranPelatihan

    pelatihan = factory.SubFactory(PelatihanFactory)
    kompetensi = factory.SubFactory(
        KompetensiFactory, kode=factory.Sequence(lambda n: f"SASARAN.{n}")
    )
    level = 3


class AngkatanFactory(DjangoModelFactory):
    """Open for requests today, starts in thirty days."""

    class Meta:
        model = Angkatan

    pelatihan = factory.SubFactory(PelatihanFactory)
    nama = factory.Sequence(lambda n: f"Angkatan {n}")
    tanggal_mulai = factory.LazyFunction(lambda: hari_ini() + timedelta(days=30))
    tanggal_selesai = factory.LazyAttribute(
        lambda o: o.tanggal_mulai + timedelta(days=1)
    )
    tempat = "Aula BKPSDM"
    kuota = 30
    pendaftaran_mulai = factory.LazyFunction(lambda: hari_ini() - timedelta(days=5))
    pendaftaran_sampai = factory.LazyAttribute(
        lambda o: o.tanggal_mulai - timedelta(days=5)
    )
    status = Angkatan.Status.DIBUKA


class AngkatanBerjalanFactory(AngkatanFactory):
    """Started yesterday, ends today."""

    tanggal_mulai = factory.LazyFunction(lambda: hari_ini() - timedelta(days=1))
    pendaftaran_mulai = factory.LazyFunction(lambda: hari_ini() - timedelta(days=30))
    status = Angkatan.Status.BERJALAN


class PesertaFactory(DjangoModelFactory):
    """A request that waits; raise `angkatan.terisi` yourself where it matters."""

    class Meta:
        model = Peserta

    angkatan = factory.SubFactory(AngkatanFactory)
    pegawai = factory.SubFactory(PegawaiFactory)
    diajukan_pada = factory.LazyFunction(lambda: datetime.now(UTC))
    batas_keputusan = factory.LazyAttribute(
        lambda o: o.diajukan_pada + timedelta(days=7)
    )


class RiwayatPengembanganFactory(DjangoModelFactory):
    """Verified, ten hours."""

    class Meta:
        model = RiwayatPengembangan

    pegawai = factory.SubFactory(PegawaiFactory)
    bentuk = factory.SubFactory(BentukPengembanganFactory)
    nama = factory.Sequence(lambda n: f"Bimbingan Teknis {n}")
    penyelenggara = "BKPSDM Kota Kupang"
    tanggal_mulai = date(2026, 3, 10)
    tanggal_selesai = date(2026, 3, 11)
    jp = 10
    status = RiwayatPengembangan.Status.TERVERIFIKASI
    diverifikasi_pada = datetime(2026, 3, 20, tzinfo=UTC)


class RiwayatDiajukanFactory(RiwayatPengembanganFactory):
    """Recorded by the person with evidence; waits."""

    status = RiwayatPengembangan.Status.DIAJUKAN
    diverifikasi_pada = None
    diajukan_pada = factory.LazyFunction(lambda: datetime.now(UTC))
    bukti = factory.django.FileField(data=PNG, filename="sertifikat.png")
    bukti_jenis = "png"
    bukti_nama = "sertifikat.png"


class UsulPelatihanFactory(DjangoModelFactory):
    """Asked by an OPD; waits for an analyst."""

    class Meta:
        model = UsulPelatihan

    unit_kerja = factory.SubFactory(UnitKerjaFactory)
    nama = factory.Sequence(lambda n: f"Pelatihan Usulan {n}")
    bentuk = factory.SubFactory(BentukPengembanganFactory)
    kebutuhan = "Petugas loket melayani dengan bahasa isyarat."
    jumlah_peserta = 25
    diusulkan_oleh = factory.SubFactory(PenggunaFactory)
