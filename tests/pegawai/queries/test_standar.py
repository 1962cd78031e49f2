"""Which standard holds on a day."""

from datetime import date

from pegawai.models import Pegawai, StandarKompetensi
from pegawai.queries.standar import standar_butir_per_pegawai, standar_untuk
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
)

HARI = date(2026, 11, 24)


def test_standar_untuk_memilih_edisi_terbaru_yang_berlaku():
    jabatan = JabatanFactory()
    StandarKompetensiFactory(jabatan=jabatan, berlaku_mulai=date(2024, 1, 1))
    baru = StandarKompetensiFactory(jabatan=jabatan, berlaku_mulai=date(2026, 1, 1))
    StandarKompetensiFactory(jabatan=jabatan, berlaku_mulai=date(2027, 1, 1))

    assert standar_untuk(jabatan, HARI) == baru


def test_standar_untuk_draf_dan_yang_berakhir_tidak_dihitung():
    jabatan = JabatanFactory()
    StandarKompetensiFactory(jabatan=jabatan, status=StandarKompetensi.Status.DRAF)
    StandarKompetensiFactory(
        jabatan=jabatan,
        berlaku_mulai=date(2024, 1, 1),
        berlaku_sampai=date(2026, 11, 23),
    )

    assert standar_untuk(jabatan, HARI) is None
    assert standar_untuk(jabatan, date(2026, 11, 23)) is not None


def test_standar_untuk_jatuh_ke_jenjang():
    jabatan = JabatanFactory()
    jenjang = StandarKompetensiFactory(jabatan=None, jenjang=jabatan.jenjang)

    assert standar_untuk(jabatan, HARI) == jenjang
    assert standar_untuk(JabatanFactory(jenjang=None), HARI) is None
    assert standar_untuk(None, HARI) is None


def test_standar_untuk_jabatan_mengalahkan_jenjang_yang_lebih_baru():
    jabatan = JabatanFactory()
    milik = StandarKompetensiFactory(jabatan=jabatan, berlaku_mulai=date(2020, 1, 1))
    StandarKompetensiFactory(
        jabatan=None, jenjang=jabatan.jenjang, berlaku_mulai=date(2026, 1, 1)
    )

    assert standar_untuk(jabatan, HARI) == milik


def test_standar_butir_per_pegawai_sama_dengan_yang_satu_per_satu(
    django_assert_num_queries,
):
    punya, jatuh = PegawaiFactory(), PegawaiFactory()
    PegawaiFactory(jabatan=JabatanFactory(jenjang=None))
    milik = StandarButirFactory(standar__jabatan=punya.jabatan, level=4)
    umum = StandarButirFactory(
        standar__jabatan=None, standar__jenjang=jatuh.jabatan.jenjang, level=1
    )

    with django_assert_num_queries(1):
        hasil = standar_butir_per_pegawai(Pegawai.objects.all(), HARI)

    assert hasil == [
        (punya.pk, milik.kompetensi_id, 4, milik.standar_id),
        (jatuh.pk, umum.kompetensi_id, 1, umum.standar_id),
    ]
    assert (
        standar_butir_per_pegawai(Pegawai.objects.filter(pk=jatuh.pk), HARI)
        == (hasil[1:])
    )
