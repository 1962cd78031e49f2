"""The full figures of the training: 200 people for 30 seats (KEAMANAN B.5 row 1)."""

import threading
import time
from collections import Counter

import pytest

from pegawai.dasar.alat.tanggal import hari_ini
from pelatihan.models import Angkatan, Peserta
from pelatihan.services.sertifikat import ambil_nomor
from tests.pabrik.pegawai import PegawaiFactory
from tests.pabrik.pelatihan import AngkatanFactory, PenyelenggaraFactory
from tests.pelatihan.balapan import daftar_dengan_kunci, daftar_tanpa_kunci
from tests.serentak import serentak

pytestmark = [
    pytest.mark.berat,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("referensi"),
]


def test_dua_ratus_orang_berebut_tiga_puluh_kursi_dua_puluh_kali(catat):
    pegawai = PegawaiFactory.create_batch(200)
    hitungan, terlama = Counter(), 0.0

    for _ in range(20):
        angkatan = AngkatanFactory(kuota=30)
        mulai = time.monotonic()
        hasil = serentak(daftar_dengan_kunci(angkatan), pegawai, sambungan=60)
        terlama = max(terlama, time.monotonic() - mulai)
        angkatan.refresh_from_db()
        hitungan[(angkatan.terisi, angkatan.peserta.count())] += 1
        assert Counter(map(str, hasil)) == {"dapat": 30, "kelas_penuh": 170}

    catat("200 orang, 30 kursi, 20 kali: terisi", dict(hitungan), "30 dan 30, 20 kali")
    catat("200 orang, 30 kursi: putaran terlama (s)", f"{terlama:.2f}", "3,00")
    assert hitungan == {(30, 30): 20}


def test_tanpa_kunci_dua_ratus_orang_menjual_lebih(catat):
    """CONTROL: the same race without the lock must oversell."""
    pegawai = PegawaiFactory.create_batch(200)
    angkatan = AngkatanFactory(kuota=30)
    bersama = threading.Barrier(60, timeout=30)
    pertama = threading.Semaphore(60)

    def jeda():
        if pertama.acquire(blocking=False):
            bersama.wait()

    serentak(daftar_tanpa_kunci(angkatan, jeda), pegawai, sambungan=60)

    terjual = Peserta.objects.filter(angkatan=angkatan).count()
    catat("KONTROL tanpa kunci: orang di 30 kursi", terjual, "> 30")
    assert terjual > 30
    assert Angkatan.objects.get(pk=angkatan.pk).terisi <= 30


def test_seratus_nomor_serentak_tidak_ada_yang_kembar(catat):
    """KEAMANAN B.5 row 27."""
    lembaga = PenyelenggaraFactory()

    def kerja(_):
        (nomor,) = ambil_nomor(penyelenggara=lembaga, jumlah=1, pada=hari_ini())
        return nomor.urut

    hasil = serentak(kerja, range(100), sambungan=60)

    catat("100 nomor serentak: berbeda", len(set(map(str, hasil))), 100)
    assert sorted(hasil) == list(range(1, 101))
