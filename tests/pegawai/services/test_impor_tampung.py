"""Rows that are being read stand apart from staging until they are judged."""

import pytest
from django.db import connection

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import BerkasImpor
from pegawai.services.impor_muat import muat_berkas
from pegawai.services.impor_periksa import nilai_baris
from pegawai.services.impor_tampung import simpan_tampungan
from tests.pabrik.impor import BerkasImporFactory
from tests.pabrik.lembar import NIP, NIP_LAIN, baca, buku
from tests.pabrik.pegawai import NomorPegawaiFactory, PegawaiFactory


def tersimpan():
    """Rows in staging itself, whatever stands before it."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT count(*) FROM public.pegawai_barisimpor")
        return kursor.fetchone()[0]


def muat(*baris, **lain):
    impor = BerkasImporFactory(oleh=None, status=BerkasImpor.Status.BERJALAN)
    muat_berkas(impor=impor, aliran=buku(*baris, **lain), terbanyak=None)
    nilai_baris(impor=impor)
    return impor


def terdaftar(nip, nama):
    orang = PegawaiFactory(nip=nip, nama=nama)
    NomorPegawaiFactory(pegawai=orang, nomor=nip)


def test_simpan_tampungan_baru_mengisi_setelah_dinilai():
    impor = muat((NIP, "Maria"), (NIP_LAIN, "Anna"))
    assert (impor.baris.count(), tersimpan()) == (2, 0)

    simpan_tampungan(semua=True)

    assert (impor.baris.count(), tersimpan()) == (2, 2)
    assert impor.ringkasan["baru"] == 2


def test_simpan_tampungan_tanpa_baris_sama_tetapi_dengan_peringatannya():
    terdaftar(NIP, "Maria")
    terdaftar(NIP_LAIN, "Anna")
    kolom = ("NIP BARU", "NAMA", "EMAIL GOV")
    impor = muat((NIP, "Maria", ""), (NIP_LAIN, "Anna", "bukan surel"), kolom=kolom)

    simpan_tampungan(semua=False)

    assert impor.ringkasan["sama"] == 2
    assert list(impor.baris.values_list("nip", "tindakan")) == [(NIP_LAIN, "SAMA")]


def test_pembacaan_yang_gagal_meninggalkan_baris_semula():
    impor = baca((NIP, "Maria"))

    aliran = buku((NIP_LAIN, "Anna"), (NIP, "Maria"))
    with pytest.raises(AturanDilanggar):
        muat_berkas(impor=impor, aliran=aliran, terbanyak=1)

    assert list(impor.baris.values_list("nip", flat=True)) == [NIP]
    assert tersimpan() == 1
