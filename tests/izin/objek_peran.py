"""Accounts, grants and proposals for the matrix."""

from datetime import date

from pegawai.models import PemberianPeran, Peran, UsulPeran
from tests.pabrik.pegawai import PemberianPeranFactory

OBJEK = {}


def siapkan(d):
    d.pemberian = PemberianPeranFactory(
        peran=Peran.ASESOR,
        pengguna=d.kepala_b.pengguna,
        berlaku_sampai=date(2020, 12, 31),
    )
    d.usul = _usul(d.asn_b.pengguna, d.kepala_b.pengguna)
    d.usul_admin = _usul(d.kepala_b.pengguna, d.akun["admin"])


def _usul(pengguna, oleh):
    return UsulPeran.objects.create(
        pengguna=pengguna,
        peran=Peran.PENYELENGGARA,
        berlaku_mulai=date(2020, 1, 1),
        berlaku_sampai=date(2020, 12, 31),
        nomor_sk="1/2020",
        diusulkan_oleh=oleh,
    )


def _uid(dalam, luar, *url):
    for satu in url:
        OBJEK[f"pegawai:{satu}", "dalam"] = dalam
        OBJEK[f"pegawai:{satu}", "luar"] = luar


_uid(
    lambda d: {"uid": d.atasan.uid},
    lambda d: {"uid": d.asn_b.uid},
    "akun-kode",
)
_uid(
    lambda d: {"uid": d.bidang_a1.uid},
    lambda d: {"uid": d.opd_b.uid},
    "akun-kode-unit",
)
# "Luar" of a grant is the administrator's own.
_uid(
    lambda d: {"uid": d.pemberian.uid},
    lambda d: {"uid": PemberianPeran.objects.get(pengguna=d.akun["admin"]).uid},
    "peran-rinci",
    "peran-cabut",
    "peran-pulihkan",
)
# "Luar" of a proposal is one that the administrator has made.
_uid(
    lambda d: {"uid": d.usul.uid},
    lambda d: {"uid": d.usul_admin.uid},
    "peran-setujui",
    "peran-tolak",
)
SIAPKAN = [siapkan]
