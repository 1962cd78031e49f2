"""An ASN's correction to its end: refused once, asked again, accepted, seen in the data."""

import pytest
from django.core.management import call_command

from pegawai.models import Pegawai, Peran
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.perbaikan import PNG

SANDI = "kuda biru makan rumput 7"


def _bersandi(pengguna):
    pengguna.set_password(SANDI)
    pengguna.save()
    return pengguna


def _ajukan(laman, nilai):
    laman.buka("/perbaikan/ajukan/")
    laman.lakukan(
        lambda p: p.locator("main").get_by_role("link", name="Nama", exact=True).click()
    )
    laman.isi("Nama yang benar", nilai)
    berkas = {"name": "akta.png", "mimeType": "image/png", "buffer": PNG}
    laman.lakukan(lambda p: p.get_by_label("Bukti").set_input_files(berkas))
    laman.klik("Kirim permintaan")
    return laman.url()


def _putuskan(laman, akun, tombol, alasan=""):
    laman.keluar()
    laman.masuk(akun.nama_akun, SANDI)
    laman.buka("/persetujuan/")
    laman.ikuti("Nama")
    if alasan:
        laman.isi("Alasan", alasan)
    laman.klik(tombol)


@pytest.fixture
def dunia(transactional_db, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    call_command("muat_referensi", verbosity=0)
    opd = UnitKerjaFactory(nama="Dinas Sosial")
    pegawai = PegawaiFactory(nama="Yublina Nale", unit_kerja=opd)
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd, nama="Lidia Balo")
    _bersandi(pegawai.pengguna)
    return pegawai, _bersandi(pengelola)


def test_perbaikan_data_dari_ditolak_sampai_tercatat(laman, dunia):
    pegawai, pengelola = dunia

    laman.masuk(pegawai.nip, SANDI)
    _ajukan(laman, "Yublina Nalle")
    jam = laman.teks()
    _putuskan(laman, pengelola, "Tolak permintaan", "Akta buram.")
    laman.keluar()
    laman.masuk(pegawai.nip, SANDI)
    laman.buka("/perbaikan/saya/")
    laman.ikuti("Nama")
    ditolak = laman.teks()
    _ajukan(laman, "Yublina Nalle")
    _putuskan(laman, pengelola, "Terima permintaan")
    laman.keluar()
    laman.masuk(pegawai.nip, SANDI)
    laman.buka("/saya/data/")
    data = laman.teks()
    laman.buka("/saya/dilihat/")
    jejak = laman.teks()

    assert "71 jam lagi" in jam
    assert "Akta buram." in ditolak
    assert Pegawai.objects.get(pk=pegawai.pk).nama == "Yublina Nalle"
    assert "Yublina Nalle" in data
    assert "Perbaikan yang Anda minta" in data
    assert "Lidia Balo" in jejak
    assert "Membuka permintaan perbaikan" in jejak
