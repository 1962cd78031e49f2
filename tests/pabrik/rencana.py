"""Smallest valid rows of plans and programmes."""

from datetime import date

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pegawai.dasar.alat.tanggal import hari_ini
from penilaian.models import (
    ButirRencana,
    KebutuhanKompetensi,
    Penugasan,
    ProgramPembangunan,
    RencanaPengembangan,
)
from tests.pabrik.pegawai import (
    KompetensiFactory,
    PegawaiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
)
from tests.pabrik.pelatihan import BentukPengembanganFactory


class RencanaFactory(DjangoModelFactory):
    """A draft of this year; the person has a superior."""

    class Meta:
        model = RencanaPengembangan

    pegawai = factory.SubFactory(
        PegawaiFactory, atasan=factory.SubFactory(PegawaiFactory)
    )
    tahun = factory.LazyFunction(lambda: hari_ini().year)


class RencanaDisetujuiFactory(RencanaFactory):
    status = RencanaPengembangan.Status.DISETUJUI
    disetujui_oleh = factory.SubFactory(PenggunaFactory)
    disetujui_pada = factory.LazyFunction(timezone.now)


class ButirRencanaFactory(DjangoModelFactory):
    """A free activity."""

    class Meta:
        model = ButirRencana

    rencana = factory.SubFactory(RencanaFactory)
    kompetensi = factory.SubFactory(KompetensiFactory)
    level_sekarang = 2
    level_target = 3
    kegiatan = "Bimbingan oleh atasan"
    bentuk = factory.SubFactory(BentukPengembanganFactory)
    jp = 8
    triwulan = 2


class ProgramFactory(DjangoModelFactory):
    """Runs from last year to far ahead."""

    class Meta:
        model = ProgramPembangunan

    kode = factory.Sequence(lambda n: f"1.01.{n:02d}")
    nama = factory.Sequence(lambda n: f"Program {n}")
    opd = factory.SubFactory(UnitKerjaFactory)
    tanggal_mulai = date(2025, 1, 1)
    tanggal_selesai = date(2099, 12, 31)
    status = ProgramPembangunan.Status.BERJALAN


class KebutuhanFactory(DjangoModelFactory):
    class Meta:
        model = KebutuhanKompetensi

    program = factory.SubFactory(ProgramFactory)
    kompetensi = factory.SubFactory(KompetensiFactory)
    level = 3
    jumlah_orang = 2


class PenugasanFactory(DjangoModelFactory):
    """A proposal that waits for the superior."""

    class Meta:
        model = Penugasan

    program = factory.SubFactory(ProgramFactory)
    pegawai = factory.SubFactory(
        PegawaiFactory, atasan=factory.SubFactory(PegawaiFactory)
    )
    peran_tugas = "Analis data"
    tanggal_mulai = date(2026, 3, 1)
    tanggal_selesai = date(2026, 6, 30)
    diusulkan_oleh = factory.SubFactory(PenggunaFactory)
