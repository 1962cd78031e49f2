"""Twelve people race for four seats; without the lock the same race oversells."""

import threading
import time
from collections import Counter

import pytest
from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pelatihan.models import Peserta
from pelatihan.models.peserta import BERAKHIR
from pelatihan.services.peserta import (
    batalkan_peserta,
    daftarkan_peserta,
    kunci_angkatan,
)
from tests.pabrik.pegawai import PegawaiFactory
from tests.pabrik.pelatihan import AngkatanFactory, PesertaFactory
from tests.pelatihan.balapan import daftar_dengan_kunci, daftar_tanpa_kunci
from tests.serentak import serentak

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("referensi"),
]


@pytest.mark.parametrize("lomba", [1, 2, 3])
def test_daftar_serentak_tepat_sebanyak_kuota(lomba):
    angkatan = AngkatanFactory(kuota=4)
    pegawai = PegawaiFactory.create_batch(12)

    hasil = serentak(daftar_dengan_kunci(angkatan), pegawai)

    angkatan.refresh_from_db()
    assert Counter(map(str, hasil)) == {"dapat": 4, "kelas_penuh": 8}
    assert (angkatan.terisi, angkatan.peserta.count()) == (4, 4)


def test_daftar_tanpa_kunci_menjual_lebih():
    """CONTROL: everybody reads before anybody writes, so the race above means much."""
    angkatan = AngkatanFactory(kuota=4)
    pegawai = PegawaiFactory.create_batch(12)
    bersama = threading.Barrier(12, timeout=30)

    hasil = serentak(daftar_tanpa_kunci(angkatan, bersama.wait), pegawai)

    assert hasil.count("dapat") > 4
    assert angkatan.peserta.count() > 4


def test_daftar_serentak_orang_yang_sama_satu_baris():
    angkatan = AngkatanFactory(kuota=4)
    pegawai = PegawaiFactory()

    hasil = serentak(daftar_dengan_kunci(angkatan), [pegawai] * 8)

    angkatan.refresh_from_db()
    assert hasil == ["dapat"] * 8
    assert (angkatan.terisi, angkatan.peserta.count()) == (1, 1)


def test_batal_dan_daftar_serentak_kursi_tetap_penuh():
    """KEAMANAN B.5 row 2: filled = min(capacity, demand), whoever comes first."""
    angkatan = AngkatanFactory(kuota=5, terisi=5)
    lama = PesertaFactory.create_batch(5, angkatan=angkatan)
    pegawai = PegawaiFactory.create_batch(5)

    def kerja(x):
        if isinstance(x, Peserta):
            batalkan_peserta(peserta=x, oleh=x.pegawai.pengguna)
            return "batal"
        for _ in range(200):
            try:
                daftarkan_peserta(angkatan=angkatan, pegawai=x, oleh=x.pengguna)
            except Exception:
                time.sleep(0.02)
            else:
                return "dapat"
        return "gagal"

    hasil = serentak(kerja, [*lama, *pegawai])

    angkatan.refresh_from_db()
    aktif = angkatan.peserta.exclude(status__in=BERAKHIR).count()
    assert Counter(map(str, hasil)) == {"batal": 5, "dapat": 5}
    assert (angkatan.terisi, aktif) == (5, 5)


def test_daftar_kelas_penuh_ditolak_tanpa_menunggu_kunci(django_assert_num_queries):
    """Whoever comes when the class is full is told so while others hold the batch."""
    angkatan = AngkatanFactory(kuota=1, terisi=1)
    PesertaFactory(angkatan=angkatan)
    pegawai = PegawaiFactory()
    dikunci, selesai = threading.Event(), threading.Event()

    def pegang(_):
        with transaction.atomic():
            kunci_angkatan(angkatan)
            dikunci.set()
            selesai.wait(timeout=30)

    pemegang = threading.Thread(target=serentak, args=(pegang, [None]))
    pemegang.start()
    dikunci.wait(timeout=30)
    try:
        with (
            django_assert_num_queries(1),
            pytest.raises(AturanDilanggar) as galat,
        ):
            daftarkan_peserta(angkatan=angkatan, pegawai=pegawai, oleh=pegawai.pengguna)
    finally:
        selesai.set()
        pemegang.join(timeout=30)

    assert galat.value.kode == "kelas_penuh"
