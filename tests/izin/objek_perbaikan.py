"""Correction requests for the matrix: "dalam" is the ASN's of A1, "luar" one of B."""

from pegawai.models import PermintaanPerbaikan
from tests.pabrik.perbaikan import PerbaikanFactory


def _permintaan(nama):
    """Made once, so that every principal meets the same."""

    def buat(d):
        pegawai = getattr(d, nama)
        ada = PermintaanPerbaikan.objects.filter(pegawai=pegawai)
        satu = ada.first() or PerbaikanFactory(pegawai=pegawai, medan="PENDIDIKAN")
        return {"uid": satu.uid}

    return buat


OBJEK = {("data-saya-bagian", "-"): lambda d: {"kode": "akun"}}
for _satu in ("rinci", "bukti", "terima", "tolak", "batalkan"):
    OBJEK[f"pegawai:perbaikan-{_satu}", "dalam"] = _permintaan("asn")
    OBJEK[f"pegawai:perbaikan-{_satu}", "luar"] = _permintaan("asn_b")
SIAPKAN = []
