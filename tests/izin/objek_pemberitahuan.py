"""Notices and jobs for the matrix: one of the ASN, one of somebody else."""

from pegawai.dasar.models import Pekerjaan, Pemberitahuan
from tests.pabrik.pegawai import PenggunaFactory

OBJEK = {}


def siapkan(d):
    d.milik_pekerjaan, d.milik_kabar = _isi(d.akun["asn"], "asn")
    d.lain_pekerjaan, d.lain_kabar = _isi(PenggunaFactory(), "lain")


def _isi(pengguna, kunci):
    pekerjaan = Pekerjaan.objects.create(
        pemilik=pengguna,
        judul="Impor",
        tugas="pegawai.services.tiada.x",
        status="GAGAL",
    )
    kabar = Pemberitahuan.objects.create(
        penerima=pengguna, kunci=kunci, judul="Rencana disetujui", isi="Isi."
    )
    return pekerjaan, kabar


def _uid(nama):
    return lambda d: {"uid": getattr(d, nama).uid}


for _url in ("rinci", "batalkan", "ulangi", "unduh"):
    OBJEK[(f"dasar:pekerjaan-{_url}", "sendiri")] = _uid("milik_pekerjaan")
    OBJEK[(f"dasar:pekerjaan-{_url}", "luar")] = _uid("lain_pekerjaan")
OBJEK[("dasar:pemberitahuan-baca", "sendiri")] = _uid("milik_kabar")
OBJEK[("dasar:pemberitahuan-baca", "luar")] = _uid("lain_kabar")
SIAPKAN = [siapkan]
