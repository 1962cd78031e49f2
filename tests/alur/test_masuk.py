from pegawai.models import Peran
from tests.pabrik.pegawai import PegawaiFactory, akun_berperan

SANDI = "kuda biru makan rumput 7"


def test_masuk_dengan_nip_berspasi_lalu_keluar(laman):
    pegawai = PegawaiFactory(nama="Yublina")
    pegawai.pengguna.set_password(SANDI)
    pegawai.pengguna.save()
    nip = pegawai.nip

    laman.masuk(f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", "kata sandi keliru")
    ditolak = laman.teks()
    laman.masuk(f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}", SANDI)
    diterima = laman.url()
    laman.keluar()
    laman.buka("/")

    assert "NIP atau kata sandi tidak cocok." in ditolak
    assert diterima == "/"
    assert laman.url().startswith("/akun/login/")


def test_garis_miring_membawa_ke_kotak_cari(laman, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    analis = akun_berperan(Peran.ANALIS)
    analis.set_password(SANDI)
    analis.save()
    laman.masuk(analis.nama_akun, SANDI)
    laman.buka("/unit/")

    def tekan(p):
        p.keyboard.press("/")
        p.keyboard.type("a/b")  # inside the box it is a character
        return p.input_value(".cari input[type=search]")

    assert laman.lakukan(tekan) == ("a/b" if laman.js else "")
