"""Partners for the matrix: one of the account `mitra` in OPD A, another one in OPD B."""

from django.core.files.base import ContentFile
from django.utils import timezone

from kemitraan.models import Penempatan, UsulPenggunaMitra
from tests.pabrik.kemitraan import (
    PenempatanFactory,
    PenggunaMitraFactory,
    PerjanjianFactory,
    PermintaanDataFactory,
    PesertaMagangFactory,
)

OBJEK = {}


def siapkan(d):
    d.perjanjian = PerjanjianFactory(opd=d.opd_a)
    d.perjanjian_b = PerjanjianFactory(opd=d.opd_b)
    PenggunaMitraFactory(mitra=d.perjanjian.mitra, pengguna=d.akun["mitra"])
    d.penempatan = PenempatanFactory(
        program__perjanjian=d.perjanjian,
        peserta=PesertaMagangFactory(
            mitra=d.perjanjian.mitra, pengguna=d.akun["pemagang"]
        ),
        unit_kerja=d.bidang_a1,
    )
    d.anggota = PenggunaMitraFactory(mitra=d.perjanjian.mitra)
    d.usul_pengguna = UsulPenggunaMitra.objects.create(
        mitra=d.perjanjian.mitra,
        nama="Dosen Baru",
        surel="dosen@kampus.ac.id",
        tanggal_selesai=d.perjanjian.tanggal_berakhir,
        diusulkan_oleh=d.akun["mitra"],
    )
    isi = {"mitra": d.perjanjian.mitra, "jenis": "LAIN", "isi": "Telepon saya."}
    d.permintaan_a = PermintaanDataFactory(pengguna=d.akun["mitra"], **isi)
    # Of the same institution, and yet somebody else's.
    d.permintaan_b = PermintaanDataFactory(pengguna=d.anggota.pengguna, **isi)
    d.salinan_a, d.salinan_b = (
        PermintaanDataFactory(
            mitra=d.perjanjian.mitra,
            pengguna=akun,
            status="DITERIMA",
            diputuskan_oleh=d.akun["analis"],
            diputuskan_pada=timezone.now(),
        )
        for akun in (d.akun["mitra"], d.anggota.pengguna)
    )
    d.penempatan_tanpa_akun = PenempatanFactory(
        program__perjanjian=d.perjanjian, unit_kerja=d.bidang_a1
    )
    d.penempatan_b = PenempatanFactory(
        program__perjanjian=d.perjanjian_b,
        unit_kerja=d.opd_b,
        status=Penempatan.Status.DIAJUKAN,
    )


def _berkas(d, nama):
    perjanjian = getattr(d, nama)
    perjanjian.berkas.save("x.pdf", ContentFile(b"%PDF-1.7"))
    return {"uid": perjanjian.uid}


def _daftarkan(url, dalam, luar):
    OBJEK[(f"kemitraan:{url}", "dalam")] = dalam
    OBJEK[(f"kemitraan:{url}", "luar")] = luar


for _url in ("rinci", "terima", "tolak", "batalkan"):
    _daftarkan(
        f"permintaan-{_url}",
        lambda d: {"uid": d.permintaan_a.uid},
        lambda d: {"uid": d.permintaan_b.uid},
    )
_daftarkan(
    "permintaan-salinan",
    lambda d: {"uid": d.salinan_a.uid},
    lambda d: {"uid": d.salinan_b.uid},
)
for _url in ("mitra-rinci", "mitra-ubah", "api-mitra-rinci"):
    _daftarkan(
        _url,
        lambda d: {"uid": d.perjanjian.mitra.uid},
        lambda d: {"uid": d.perjanjian_b.mitra.uid},
    )
for _url in (
    "perjanjian-rinci",
    "perjanjian-ubah",
    "perjanjian-bahas",
    "perjanjian-tandatangani",
    "perjanjian-hentikan",
    "perjanjian-perpanjang",
    "program-buat",
    "api-perjanjian-rinci",
):
    _daftarkan(
        _url,
        lambda d: {"uid": d.perjanjian.uid},
        lambda d: {"uid": d.perjanjian_b.uid},
    )
_daftarkan(
    "perjanjian-berkas",
    lambda d: _berkas(d, "perjanjian"),
    lambda d: _berkas(d, "perjanjian_b"),
)
for _tindakan in (
    "penempatan-rinci",
    "penempatan-terima",
    "penempatan-tolak",
    "penempatan-mulai",
    "penempatan-selesai",
    "penempatan-nilai",
    "penempatan-batalkan",
    "api-penempatan-rinci",
):
    _daftarkan(
        _tindakan,
        lambda d: {"uid": d.penempatan.uid},
        lambda d: {"uid": d.penempatan_b.uid},
    )
for _url in ("pengguna-akhiri", "pengguna-kirim-ulang"):
    _daftarkan(
        _url,
        lambda d: {"uid": d.perjanjian.mitra.uid, "akun": d.anggota.pengguna.uid},
        lambda d: {"uid": d.perjanjian_b.mitra.uid, "akun": d.anggota.pengguna.uid},
    )
for _url in ("pengguna-undang", "pengguna-usulkan"):
    _daftarkan(
        _url,
        lambda d: {"uid": d.perjanjian.mitra.uid},
        lambda d: {"uid": d.perjanjian_b.mitra.uid},
    )
# "Luar" of a proposal is one named under another partner.
for _url in ("usul-pengguna-terima", "usul-pengguna-tolak"):
    _daftarkan(
        _url,
        lambda d: {"uid": d.perjanjian.mitra.uid, "usul": d.usul_pengguna.uid},
        lambda d: {"uid": d.perjanjian_b.mitra.uid, "usul": d.usul_pengguna.uid},
    )
_daftarkan(
    "penempatan-undang",
    lambda d: {"uid": d.penempatan_tanpa_akun.uid},
    lambda d: {"uid": d.penempatan_b.uid},
)
SIAPKAN = [siapkan]
