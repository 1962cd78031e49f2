"""Objects of the registry for the matrix. "Luar" of a standard is a draft or frozen one."""

from pegawai.models import Kompetensi, StandarKompetensi
from tests.pabrik.pegawai import (
    KompetensiFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
)


def _orang(nama):
    return lambda d: {"uid": getattr(d, nama).uid}


def _jabatan(nama):
    return lambda d: {"uid": getattr(d, nama).jabatan.uid}


def _standar(status):
    """One edition of A's post; made once, so that every principal meets the same."""

    def buat(d):
        ada = StandarKompetensi.objects.filter(jabatan=d.asn.jabatan, status=status)
        if not ada.exists():
            standar = StandarKompetensiFactory(jabatan=d.asn.jabatan, status=status)
            StandarButirFactory(standar=standar)
        return {"uid": ada.get().uid}

    return buat


def _kompetensi(kode):
    def buat(d):
        ada = Kompetensi.objects.filter(kode=kode)
        return {"uid": (ada.first() or KompetensiFactory(kode=kode)).uid}

    return buat


def _pasang(objek, url, dalam, luar):
    for satu in url:
        objek[f"pegawai:{satu}", "dalam"] = dalam
        objek[f"pegawai:{satu}", "luar"] = luar


OBJEK = {}
_pasang(
    OBJEK,
    [
        "pegawai-rinci",
        "api-pegawai-rinci",
        "pegawai-riwayat",
        "pegawai-perubahan",
        "atasan-ganti",
        "atasan-turunkan",
    ],
    _orang("asn"),
    _orang("asn_b"),
)
_pasang(
    OBJEK,
    ["organisasi-rinci", "organisasi-atasan"],
    lambda d: {"uid": d.bidang_a1.uid},
    lambda d: {"uid": d.opd_b.uid},
)
_pasang(
    OBJEK,
    ["jabatan-rinci", "jabatan-ubah", "standar-buat"],
    _jabatan("asn"),
    _jabatan("asn_b"),
)
_pasang(
    OBJEK,
    ["kompetensi-rinci", "kompetensi-ubah", "api-kompetensi-rinci"],
    _kompetensi("X.01"),
    _kompetensi("X.02"),
)
_pasang(
    OBJEK,
    ["standar-rinci", "standar-banding", "standar-pdf"],
    _standar("TERBIT"),
    _standar("DRAF"),
)
_pasang(
    OBJEK,
    ["standar-ubah", "standar-hapus", "standar-terbitkan"],
    _standar("DRAF"),
    _standar("TERBIT"),
)
_pasang(OBJEK, ["standar-edisi-baru"], _standar("TERBIT"), _standar("DRAF"))
SIAPKAN = []
