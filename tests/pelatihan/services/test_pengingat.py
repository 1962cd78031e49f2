from datetime import UTC, date, datetime

import pytest

from pegawai.dasar.models import DokumenTerbit, Pemberitahuan
from pelatihan.models import Peserta, Sertifikat
from pelatihan.services.pengingat import ingatkan
from tests.pabrik.pegawai import PenggunaFactory
from tests.pabrik.pelatihan import (
    AngkatanFactory,
    PesertaFactory,
    RiwayatPengembanganFactory,
)
from tests.pabrik.pengingat import aturan_pengingat

LAMA = datetime(2026, 9, 1, tzinfo=UTC)
MULAI = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def _aturan():
    aturan_pengingat()


def _peserta(status=Peserta.Status.DISETUJUI, **lain):
    isi = {
        "angkatan": AngkatanFactory(
            tanggal_mulai=MULAI,
            pendaftaran_mulai=date(2026, 9, 1),
            **lain.pop("angkatan", {}),
        ),
        "diajukan_pada": LAMA,
        "status": status,
    }
    if status == Peserta.Status.DISETUJUI:
        isi |= {"diputuskan_oleh": PenggunaFactory(), "diputuskan_pada": LAMA}
    return PesertaFactory(**(isi | lain))


def _penerima():
    return list(Pemberitahuan.objects.values_list("penerima", flat=True))


def test_ingatkan_tiga_hari_sebelum_pelatihan():
    peserta = _peserta()

    jumlah = ingatkan(hari_ini=date(2026, 11, 24))

    assert jumlah == 1
    assert _penerima() == [peserta.pegawai.pengguna.pk]
    assert Pemberitahuan.objects.get().judul == "Pelatihan mulai 3 hari lagi"


def test_ingatkan_yang_terlewat_dikejar_sekali():
    _peserta()

    sehari_sesudah = ingatkan(hari_ini=date(2026, 11, 25))
    lagi = ingatkan(hari_ini=date(2026, 11, 26))

    assert (sehari_sesudah, lagi) == (1, 0)
    assert Pemberitahuan.objects.get().judul == "Pelatihan mulai 2 hari lagi"


def test_ingatkan_yang_belum_disetujui_dilewati():
    _peserta(status=Peserta.Status.DIAJUKAN)

    assert ingatkan(hari_ini=date(2026, 11, 24)) == 0


def test_ingatkan_angkatan_yang_dibatalkan_dilewati():
    _peserta(angkatan={"status": "DIBATALKAN"})

    assert ingatkan(hari_ini=date(2026, 11, 24)) == 0


def test_ingatkan_disetujui_sesudah_tanda_dilewati():
    _peserta(diputuskan_pada=datetime(2026, 11, 25, tzinfo=UTC))

    assert ingatkan(hari_ini=date(2026, 11, 26)) == 0


def _sertifikat(**dokumen):
    riwayat = RiwayatPengembanganFactory()
    peserta = PesertaFactory(pegawai=riwayat.pegawai)
    terbit = DokumenTerbit.objects.create(
        **(
            {
                "kode": "A" * 26,
                "nomor": "0001/BKPSDM/2024",
                "jenis": "SERTIFIKAT",
                "judul": "Sertifikat Pengadaan",
                "pemegang_nama": riwayat.pegawai.nama,
                "tanggal_terbit": date(2024, 2, 22),
                "berlaku_sampai": date(2027, 2, 22),
            }
            | dokumen
        )
    )
    return Sertifikat.objects.create(
        peserta=peserta,
        penyelenggara=peserta.angkatan.pelatihan.penyelenggara,
        dokumen=terbit,
        riwayat=riwayat,
        nomor=terbit.nomor,
        tahun=2024,
        urut=1,
        diterbitkan_oleh=PenggunaFactory(),
        diterbitkan_pada=LAMA,
    )


def test_ingatkan_sertifikat_90_hari_sebelum_habis():
    sertifikat = _sertifikat()

    jumlah = ingatkan(hari_ini=date(2026, 11, 24))

    assert jumlah == 1
    assert _penerima() == [sertifikat.peserta.pegawai.pengguna.pk]


@pytest.mark.parametrize(
    "dokumen",
    [{"status": "DICABUT"}, {"berlaku_sampai": None}],
)
def test_ingatkan_sertifikat_dicabut_atau_tanpa_batas_dilewati(dokumen):
    _sertifikat(**dokumen)

    assert ingatkan(hari_ini=date(2026, 11, 24)) == 0
