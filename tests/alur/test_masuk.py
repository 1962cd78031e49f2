from tests.pabrik.pegawai import PegawaiFactory

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
