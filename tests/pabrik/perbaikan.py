"""Correction requests and their evidence, small enough to read."""

from datetime import timedelta

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from pegawai.models import PermintaanPerbaikan
from tests.pabrik.pegawai import PegawaiFactory

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def bukti(nama="sk.png", isi=PNG):
    """A small evidence file as a form sends it."""
    return SimpleUploadedFile(nama, isi)


class PerbaikanFactory(DjangoModelFactory):
    class Meta:
        model = PermintaanPerbaikan

    pegawai = factory.SubFactory(PegawaiFactory)
    medan = PermintaanPerbaikan.Medan.NAMA
    nilai_lama = factory.SelfAttribute("pegawai.nama")
    nilai_baru = "Yublina Nalle"
    bukti = factory.django.FileField(data=PNG, filename="sk.png")
    bukti_jenis = "png"
    bukti_nama = "sk.png"
    diajukan_pada = factory.LazyFunction(timezone.now)
    ingatkan_pada = factory.LazyAttribute(
        lambda o: o.diajukan_pada + timedelta(hours=48)
    )
    batas_pada = factory.LazyAttribute(lambda o: o.diajukan_pada + timedelta(hours=72))
