import uuid
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from kompetensi.perantara import BerlakukanHari, SekaliKirim
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import KunciKirim, Pemberitahuan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.services.kedudukan import ubah_kedudukan
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory


class _Pesan:
    def add(self, *args, **kwargs):
        """Messages are not looked at here."""


def kirim(pengguna, kunci, jawaban):
    permintaan = RequestFactory().post("/uji/", {"kunci_kirim": kunci})
    permintaan.user, permintaan._messages = pengguna, _Pesan()

    def view(request):
        kabari(kunci=str(uuid.uuid4()), penerima=pengguna, judul="x", isi="x")
        return jawaban

    perantara = SekaliKirim(lambda r: HttpResponse())
    return perantara.process_view(permintaan, view, (), {})


def test_isian_dikirim_dua_kali_dikerjakan_sekali():
    pengguna, kunci = PenggunaFactory(), str(uuid.uuid4())

    kirim(pengguna, kunci, HttpResponseRedirect("/hasil/1/"))
    kedua = kirim(pengguna, kunci, HttpResponseRedirect("/hasil/2/"))

    assert kedua["Location"] == "/hasil/1/"
    assert Pemberitahuan.objects.count() == 1


def test_isian_yang_ditolak_dapat_dikirim_lagi_dengan_kunci_sama():
    pengguna, kunci = PenggunaFactory(), str(uuid.uuid4())

    kirim(pengguna, kunci, HttpResponse("ada galat"))
    kedua = kirim(pengguna, kunci, HttpResponseRedirect("/hasil/2/"))

    assert kedua["Location"] == "/hasil/2/"
    assert Pemberitahuan.objects.count() == 1


def test_kunci_orang_lain_tidak_membuka_jawabannya():
    kunci = str(uuid.uuid4())
    kirim(PenggunaFactory(), kunci, HttpResponseRedirect("/rahasia/"))

    lain = kirim(PenggunaFactory(), kunci, HttpResponseRedirect("/punyaku/"))

    assert lain["Location"] == "/"
    assert KunciKirim.objects.count() == 1


@pytest.mark.parametrize("jalur", ["/", "/sehat/hidup", "/akun/login/", "/tidak-ada"])
def test_kepala_aman_di_setiap_jawaban(client, jalur):
    jawaban = client.get(jalur)

    assert "default-src 'none'" in jawaban["Content-Security-Policy"]
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Referrer-Policy"] == "same-origin"
    assert jawaban["Cross-Origin-Opener-Policy"] == "same-origin"
    assert jawaban["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=(self)" in jawaban["Permissions-Policy"]


def test_permintaan_pertama_hari_itu_memberlakukan_yang_menunggu(settings, analis):
    settings.BERLAKUKAN_DI_PERMINTAAN = True
    pegawai = PegawaiFactory()
    perantara = BerlakukanHari(lambda r: HttpResponse())
    besok = hari_ini() + timedelta(days=1)
    ubah_kedudukan(
        pegawai=pegawai, kedudukan_hukum="PENSIUN", tmt=besok, nomor_sk="1", oleh=analis
    )

    perantara(RequestFactory().get("/"))
    pegawai.refresh_from_db()
    sebelum = pegawai.aktif
    with time_machine.travel(f"{besok} 00:00+08:00"):
        perantara(RequestFactory().get("/"))

    pegawai.refresh_from_db()
    assert (sebelum, pegawai.aktif) == (True, False)
