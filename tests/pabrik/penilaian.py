"""Smallest valid rows of assessments."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from pegawai.dasar.models import Aturan
from penilaian.models import (
    ImporHasil,
    MetodePenilaian,
    NilaiKompetensi,
    Penilaian,
    PenugasanAsesor,
    PeriodePenilaian,
)
from tests.pabrik.pegawai import KompetensiFactory, PegawaiFactory, PenggunaFactory


class MetodePenilaianFactory(DjangoModelFactory):
    class Meta:
        model = MetodePenilaian
        django_get_or_create = ("kode",)

    kode = "ASSESSMENT_CENTER"
    nama = "Assessment center"


class PeriodePenilaianFactory(DjangoModelFactory):
    class Meta:
        model = PeriodePenilaian

    nama = factory.Sequence(lambda n: f"Pemetaan {n}")
    tujuan = PeriodePenilaian.Tujuan.PEMETAAN
    metode = factory.SubFactory(MetodePenilaianFactory)
    tanggal_mulai = date(2026, 1, 1)
    tanggal_selesai = date(2026, 12, 31)
    status = PeriodePenilaian.Status.BERJALAN

    class Params:
        terbit = factory.Trait(
            status=PeriodePenilaian.Status.DITERBITKAN,
            diterbitkan_oleh=factory.SubFactory(PenggunaFactory),
            diterbitkan_pada=datetime(2026, 9, 1, tzinfo=UTC),
        )


class PenilaianFactory(DjangoModelFactory):
    """A draft; `PenilaianFactory(final=True)` is a published result, JPM 88.89 CO."""

    class Meta:
        model = Penilaian

    periode = factory.SubFactory(PeriodePenilaianFactory)
    pegawai = factory.SubFactory(PegawaiFactory)
    jabatan = factory.SelfAttribute("pegawai.jabatan")
    jenjang = factory.SelfAttribute("jabatan.jenjang")
    unit_kerja = factory.SelfAttribute("pegawai.unit_kerja")

    class Params:
        final = factory.Trait(
            periode=factory.SubFactory(PeriodePenilaianFactory, terbit=True),
            status=Penilaian.Status.FINAL,
            lengkap=True,
            tanggal_penilaian=date(2026, 8, 12),
            berlaku_sampai=date(2029, 8, 12),
            jumlah_capaian=24,
            jumlah_standar=27,
            jpm="88.888889",
            jpm_tampil="88.89",
            kategori="CO",
            kategori_nama="Cukup Optimal",
        )


class NilaiKompetensiFactory(DjangoModelFactory):
    class Meta:
        model = NilaiKompetensi

    penilaian = factory.SubFactory(PenilaianFactory)
    kompetensi = factory.SubFactory(KompetensiFactory)
    level_capaian = 2


class PenugasanAsesorFactory(DjangoModelFactory):
    class Meta:
        model = PenugasanAsesor

    periode = factory.SubFactory(PeriodePenilaianFactory)
    asesor = factory.SubFactory(PenggunaFactory)
    pegawai = factory.SubFactory(PegawaiFactory)


class ImporHasilFactory(DjangoModelFactory):
    class Meta:
        model = ImporHasil

    periode = factory.SubFactory(PeriodePenilaianFactory)
    oleh = factory.SubFactory(PenggunaFactory)
    nama_berkas = "hasil.xlsx"


def aturan_penilaian():
    """The rules results need, without loading all reference data."""
    nilai = {
        "jpm_kategori_pengisian": [
            ["MS", "Memenuhi Syarat", 80],
            ["MMS", "Masih Memenuhi Syarat", 68],
            ["KMS", "Kurang Memenuhi Syarat", 0],
        ],
        "jpm_kategori_pemetaan": [
            ["O", "Optimal", 90],
            ["CO", "Cukup Optimal", 78],
            ["KO", "Kurang Optimal", 0],
        ],
        "masa_berlaku_hasil_tahun": 3,
        "akan_habis_bulan": 6,
        "jp_batas_pppk": 24,
        "jp_target": {"PNS": 20, "CPNS": 20, "PPPK": 20},
    }
    Aturan.objects.bulk_create(
        [
            Aturan(kode=k, edisi="Uji", berlaku_mulai=date(2020, 1, 1), nilai=v)
            for k, v in nilai.items()
        ],
        ignore_conflicts=True,
    )
