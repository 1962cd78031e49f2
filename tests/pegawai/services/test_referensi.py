from django.core.management import call_command

from pegawai.dasar.queries.aturan import aturan
from pegawai.models import Golongan, Jenjang, Kompetensi, LevelKompetensi, StandarButir
from pegawai.services.referensi import muat_referensi


def test_muat_referensi_mengisi_semua_tabel():
    call_command("muat_referensi", verbosity=0)

    assert Golongan.objects.count() == 34
    assert Jenjang.objects.count() == 14
    assert Kompetensi.objects.count() == 9
    assert LevelKompetensi.objects.count() == 45
    assert StandarButir.objects.count() == 126
    assert aturan("jp_target")["PNS"] == 20


def test_muat_referensi_dua_kali_tidak_menimpa_suntingan_kantor():
    muat_referensi()
    Kompetensi.objects.filter(kode="M.01").update(definisi="Kata kantor")

    kedua = muat_referensi()

    assert set(kedua.values()) == {0}
    assert Kompetensi.objects.get(kode="M.01").definisi == "Kata kantor"
