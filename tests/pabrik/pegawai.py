"""Smallest valid rows of the ground floor and the registry."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.dasar.models import Pengguna
from pegawai.models import (
    CapaianKompetensi,
    EdisiKamus,
    Golongan,
    Jabatan,
    Jenjang,
    KamusKompetensi,
    Kompetensi,
    LevelKompetensi,
    NomorPegawai,
    Pegawai,
    PemberianPeran,
    PenataanUnit,
    Peran,
    RiwayatJabatan,
    StandarButir,
    StandarKompetensi,
    TingkatPendidikan,
    UnitKerja,
)


class PenggunaFactory(DjangoModelFactory):
    class Meta:
        model = Pengguna

    nama_akun = factory.Sequence(lambda n: f"akun-{n}")
    nama = factory.Sequence(lambda n: f"Akun {n}")
    surel = factory.Sequence(lambda n: f"akun{n}@contoh.go.id")
    password = "!"


class UnitKerjaFactory(DjangoModelFactory):
    class Meta:
        model = UnitKerja

    jenis = UnitKerja.Jenis.OPD
    nama = factory.Sequence(lambda n: f"Dinas {n}")


class JenjangFactory(DjangoModelFactory):
    class Meta:
        model = Jenjang
        django_get_or_create = ("kode",)

    kode = "PELAKSANA"
    nama = factory.LazyAttribute(lambda o: o.kode.replace("_", " ").title())
    kelompok = Jenjang.Kelompok.NONMANAJERIAL
    jenis = Jenjang.Jenis.PELAKSANA
    urutan = 14


class JabatanFactory(DjangoModelFactory):
    class Meta:
        model = Jabatan

    nama = factory.Sequence(lambda n: f"Pengelola Layanan {n}")
    jenis = Jenjang.Jenis.PELAKSANA
    jenjang = factory.SubFactory(JenjangFactory)
    unit_kerja = factory.SubFactory(UnitKerjaFactory)


class GolonganFactory(DjangoModelFactory):
    class Meta:
        model = Golongan
        django_get_or_create = ("status", "kode")

    status = "PNS"
    kode = "III/a"
    pangkat = "Penata Muda"
    urutan = 9


class PegawaiFactory(DjangoModelFactory):
    class Meta:
        model = Pegawai

    pengguna = factory.SubFactory(
        PenggunaFactory, nama_akun=factory.SelfAttribute("..nip")
    )
    nip = factory.Sequence(
        lambda n: f"1990{n // 999 % 12 + 1:02d}01202011{1:d}{n % 999 + 1:03d}"
    )
    nama = factory.Sequence(lambda n: f"Pegawai {n:03d}")
    jenis_kepegawaian = Pegawai.Jenis.PNS
    tanggal_lahir = date(1990, 1, 1)
    jenis_kelamin = Pegawai.Kelamin.L
    golongan = factory.SubFactory(GolonganFactory)
    unit_kerja = factory.SubFactory(UnitKerjaFactory)
    jabatan = factory.SubFactory(
        JabatanFactory, unit_kerja=factory.SelfAttribute("..unit_kerja")
    )
    tmt_jabatan = date(2021, 1, 1)


class NomorPegawaiFactory(DjangoModelFactory):
    class Meta:
        model = NomorPegawai

    pegawai = factory.SubFactory(PegawaiFactory)
    nomor = factory.SelfAttribute("pegawai.nip")


class RiwayatJabatanFactory(DjangoModelFactory):
    class Meta:
        model = RiwayatJabatan

    pegawai = factory.SubFactory(PegawaiFactory)
    jabatan = factory.SelfAttribute("pegawai.jabatan")
    unit_kerja = factory.SelfAttribute("pegawai.unit_kerja")
    tmt = date(2021, 1, 1)


class PenataanUnitFactory(DjangoModelFactory):
    class Meta:
        model = PenataanUnit

    jenis = PenataanUnit.Jenis.NAMA
    unit_kerja = factory.SubFactory(UnitKerjaFactory)
    nama_baru = factory.Sequence(lambda n: f"Unit Bernama Baru {n}")
    berlaku_mulai = date(2026, 1, 1)
    nomor_sk = "061/1/2026"
    diajukan_oleh = factory.SubFactory(PenggunaFactory)


class PemberianPeranFactory(DjangoModelFactory):
    class Meta:
        model = PemberianPeran

    pengguna = factory.SubFactory(PenggunaFactory)
    peran = Peran.ANALIS
    berlaku_mulai = date(2020, 1, 1)
    berlaku_sampai = date(2099, 12, 31)
    nomor_sk = "800/1/2020"


class KamusFactory(DjangoModelFactory):
    class Meta:
        model = KamusKompetensi
        django_get_or_create = ("nama",)

    nama = KamusKompetensi.BAKU
    kode = factory.Sequence(lambda n: f"KAMUS-{n}")
    instansi = "Kementerian PANRB"


class EdisiKamusFactory(DjangoModelFactory):
    class Meta:
        model = EdisiKamus

    kamus = factory.SubFactory(KamusFactory)
    edisi = "2026"
    nomor_keputusan = "061/2/2026"
    tanggal_keputusan = date(2026, 1, 2)
    berlaku_mulai = date(2026, 1, 2)


class KompetensiFactory(DjangoModelFactory):
    class Meta:
        model = Kompetensi

    kamus = factory.SubFactory(KamusFactory)
    kode = factory.Sequence(lambda n: f"U.{n:03d}")
    nama = factory.Sequence(lambda n: f"Kompetensi {n}")
    jenis = Kompetensi.Jenis.MANAJERIAL
    urutan = factory.Sequence(lambda n: n)


class StandarKompetensiFactory(DjangoModelFactory):
    class Meta:
        model = StandarKompetensi

    jabatan = factory.SubFactory(JabatanFactory)
    edisi = "2025"
    nomor_keputusan = "061/1/2025"
    berlaku_mulai = date(2025, 1, 1)
    status = StandarKompetensi.Status.TERBIT


class StandarButirFactory(DjangoModelFactory):
    class Meta:
        model = StandarButir

    standar = factory.SubFactory(StandarKompetensiFactory)
    kompetensi = factory.SubFactory(KompetensiFactory)
    level = 3


def lengkapi_standar(standar):
    """Fill what keeps a draft of a post from being published; returns it."""
    pendidikan, _ = TingkatPendidikan.objects.get_or_create(
        kode="40", defaults={"nama": "S-1/Sarjana", "urutan": 8}
    )
    for butir in standar.butir.all():
        LevelKompetensi.objects.get_or_create(
            kompetensi=butir.kompetensi,
            level=butir.level,
            defaults={"uraian": f"uraian {butir.level}", "indikator_perilaku": "a\nb"},
        )
    standar.ikhtisar = "Melayani warga."
    standar.tanggal_keputusan = date(2024, 12, 20)
    standar.golongan_minimum = GolonganFactory()
    standar.pendidikan_minimum = pendidikan
    standar.save()
    return standar


class CapaianKompetensiFactory(DjangoModelFactory):
    class Meta:
        model = CapaianKompetensi

    pegawai = factory.SubFactory(PegawaiFactory)
    kompetensi = factory.SubFactory(KompetensiFactory)
    level = 2
    level_standar = 3
    kesenjangan = 1
    sumber = "Asesmen 2025"
    tanggal = date(2025, 9, 1)
    berlaku_sampai = date(2028, 9, 1)


def akun_berperan(peran, *, unit_kerja=None, **lain):
    """An account with one granted role; KEPALA_OPD and PENGELOLA_OPD need a unit."""
    if unit_kerja is None and peran in {Peran.PENGELOLA_OPD, Peran.KEPALA_OPD}:
        unit_kerja = UnitKerjaFactory()
    return PemberianPeranFactory(
        peran=peran, unit_kerja=unit_kerja, pengguna=PenggunaFactory(**lain)
    ).pengguna
