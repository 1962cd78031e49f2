"""Smallest valid rows of the import."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from pegawai.models import BarisImpor, BerkasImpor, NamaImpor
from tests.pabrik.pegawai import PenggunaFactory


class BerkasImporFactory(DjangoModelFactory):
    class Meta:
        model = BerkasImpor

    oleh = factory.SubFactory(PenggunaFactory)
    nama_berkas = factory.Sequence(lambda n: f"data-utama-{n}.xlsx")
    tanggal_berkas = date(2026, 11, 24)
    status = BerkasImpor.Status.SIAP


class BarisImporFactory(DjangoModelFactory):
    class Meta:
        model = BarisImpor

    impor = factory.SubFactory(BerkasImporFactory)
    nomor_baris = factory.Sequence(lambda n: n + 2)
    nama = factory.Sequence(lambda n: f"Orang Berkas {n}")


class NamaImporFactory(DjangoModelFactory):
    class Meta:
        model = NamaImpor

    impor = factory.SubFactory(BerkasImporFactory)
    jenis = NamaImpor.Jenis.UNIT
    kunci = factory.Sequence(lambda n: f"{n:032d}")
    nama = factory.Sequence(lambda n: f"Bidang Asing {n}")
    jumlah = 1
