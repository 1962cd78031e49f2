"""Objects of the import for the matrix: one by A's pengelola, one by B's."""

from pegawai.models import BerkasImpor, Peran
from tests.pabrik.impor import BarisImporFactory, BerkasImporFactory
from tests.pabrik.pegawai import akun_berperan

BERUID = (
    "rinci",
    "kemajuan",
    "pilih",
    "lewati",
    "ikutkan",
    "jenis",
    "urungkan",
    "kolom",
    "jalankan",
    "batalkan",
    "ditolak",
    "tidak-ada",
)


def siapkan_impor(d):
    for oleh, nama in (
        (d.akun["pengelola_opd"], "a.xlsx"),
        (akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=d.opd_b), "b.xlsx"),
    ):
        BarisImporFactory(
            impor=BerkasImporFactory(oleh=oleh, nama_berkas=nama), tindakan="BARU"
        )


def _impor(nama):
    return lambda d: {"uid": BerkasImpor.objects.get(nama_berkas=nama).uid}


OBJEK = {
    (f"pegawai:impor-{tindakan}", letak): _impor(nama)
    for tindakan in BERUID
    for letak, nama in (("dalam", "a.xlsx"), ("luar", "b.xlsx"))
}
SIAPKAN = [siapkan_impor]
