from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kemitraan.models import Penempatan
from tests.pabrik.kemitraan import PenempatanFactory, PenempatanKeluarFactory


def test_penempatan_tanggal_bertumpuk_ditolak():
    lama = PenempatanFactory(tanggal_selesai=date(2026, 12, 18))

    with pytest.raises(IntegrityError), transaction.atomic():
        PenempatanFactory(
            program=lama.program,
            peserta=lama.peserta,
            tanggal_mulai=date(2026, 12, 18),
            tanggal_selesai=date(2027, 1, 31),
        )


def test_penempatan_kedua_sesudah_yang_pertama_diterima():
    lama = PenempatanFactory(tanggal_selesai=date(2026, 12, 18))

    PenempatanFactory(
        program=lama.program,
        peserta=lama.peserta,
        tanggal_mulai=date(2026, 12, 19),
        tanggal_selesai=date(2027, 1, 31),
    )

    assert Penempatan.objects.filter(peserta=lama.peserta).count() == 2


def test_penempatan_yang_ditolak_tidak_menghalangi():
    lama = PenempatanFactory(status="DITOLAK", alasan="Kuota penuh.")

    PenempatanFactory(program=lama.program, peserta=lama.peserta)

    assert Penempatan.objects.filter(peserta=lama.peserta).count() == 2


def test_penempatan_asn_bertumpuk_ditolak():
    lama = PenempatanKeluarFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PenempatanKeluarFactory(program=lama.program, pegawai=lama.pegawai)


def test_penempatan_mahasiswa_sekaligus_asn_ditolak():
    lama = PenempatanKeluarFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PenempatanFactory(pegawai=lama.pegawai)
