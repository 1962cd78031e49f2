"""Objects of the registry for the matrix. "Luar" of a standard is a draft or frozen one."""

from pegawai.models import (
    BerkasKompetensi,
    EdisiKamus,
    Kompetensi,
    PenataanUnit,
    SaringanTersimpan,
    StandarKompetensi,
)
from pegawai.services.saringan import simpan_saringan
from tests.pabrik.pegawai import (
    EdisiKamusFactory,
    KamusFactory,
    KompetensiFactory,
    PenataanUnitFactory,
    PenggunaFactory,
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


def _kamus(nama):
    return lambda d: {"uid": KamusFactory(nama=nama).uid}


def _berkas(nama):
    """A file of a dictionary, kept for the analyst."""

    def buat(d):
        ada = BerkasKompetensi.objects.filter(nama_berkas=nama).first()
        return {
            "uid": (
                ada
                or BerkasKompetensi.objects.create(
                    jenis="KAMUS",
                    kamus=KamusFactory(nama="Kamus A"),
                    nama_berkas=nama,
                    oleh=PenggunaFactory(),
                )
            ).uid
        }

    return buat


def _edisi(status):
    """One edition of a dictionary; "luar" is the frozen one."""

    def buat(d):
        ada = EdisiKamus.objects.filter(status=status)
        isi = {"kamus__nama": f"Kamus {status}", "status": status}
        return {"uid": (ada.first() or EdisiKamusFactory(**isi)).uid}

    return buat


def _saringan(pemilik):
    def buat(d):
        oleh = d.akun[pemilik]
        ada = SaringanTersimpan.objects.filter(pengguna=oleh)
        satu = ada.first() or simpan_saringan(nama="S", kueri="", oleh=oleh)
        return {"uid": satu.uid}

    return buat


def _pasang(objek, url, dalam, luar):
    for satu in url:
        objek[f"pegawai:{satu}", "dalam"] = dalam
        objek[f"pegawai:{satu}", "luar"] = luar


def _penataan(nama):
    """A proposal by somebody else on A1 or B; one per unit, made once."""

    def buat(d):
        unit = getattr(d, nama)
        ada = PenataanUnit.objects.filter(unit_kerja=unit).first()
        return {"uid": (ada or PenataanUnitFactory(unit_kerja=unit)).uid}

    return buat


OBJEK = {}
_pasang(
    OBJEK,
    ["penataan-rinci", "penataan-setujui", "penataan-batalkan"],
    _penataan("bidang_a1"),
    _penataan("opd_b"),
)
_pasang(
    OBJEK,
    [
        "pegawai-rinci",
        "api-pegawai-rinci",
        "api-pegawai-riwayat",
        "pegawai-riwayat",
        "pegawai-perubahan",
        "atasan-ganti",
        "atasan-turunkan",
        "pegawai-ubah",
        "mutasi-buat",
        "mutasi-batalkan",
        "rangkap-buat",
        "rangkap-akhiri",
        "golongan-catat",
        "pendidikan-catat",
        "kedudukan-ubah",
        "nomor-ganti",
    ],
    _orang("asn"),
    _orang("asn_b"),
)
_pasang(
    OBJEK,
    [
        "api-unit-rinci",
        "organisasi-rinci",
        "organisasi-atasan",
        "organisasi-riwayat",
        "organisasi-ubah",
        "jabatan-buat",
        "penataan-bentuk",
        "penataan-nama",
        "penataan-pindah",
        "penataan-gabung",
        "penataan-tutup",
    ],
    lambda d: {"uid": d.bidang_a1.uid},
    lambda d: {"uid": d.opd_b.uid},
)
_pasang(
    OBJEK,
    [
        "api-jabatan-rinci",
        "jabatan-rinci",
        "jabatan-riwayat",
        "jabatan-ubah",
        "jabatan-pindah",
        "jabatan-tutup",
        "jabatan-buka",
        "standar-buat",
    ],
    _jabatan("asn"),
    _jabatan("asn_b"),
)
_pasang(
    OBJEK,
    ["kompetensi-rinci", "api-kompetensi-rinci"],
    _kompetensi("X.01"),
    _kompetensi("X.02"),
)
_pasang(
    OBJEK,
    ["api-standar-rinci", "standar-rinci", "standar-banding", "standar-pdf"],
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
_pasang(
    OBJEK,
    [
        "kamus-rinci",
        "api-kamus-rinci",
        "kamus-ubah",
        "kamus-edisi-baru",
        "kamus-xlsx",
        "kamus-moodle",
        "kamus-impor",
    ],
    _kamus("Kamus A"),
    _kamus("Kamus B"),
)
_pasang(
    OBJEK,
    ["edisi-kamus-rinci", "api-edisi-kamus-rinci"],
    _edisi("TERBIT"),
    _edisi("DRAF"),
)
_pasang(
    OBJEK,
    [
        "edisi-kamus-ubah",
        "edisi-kamus-butir",
        "edisi-kamus-butir-hapus",
        "edisi-kamus-terbitkan",
        "edisi-kamus-hapus",
    ],
    _edisi("DRAF"),
    _edisi("TERBIT"),
)
_pasang(OBJEK, ["saringan-hapus"], _saringan("analis"), _saringan("asn"))
_pasang(
    OBJEK,
    ["berkas-kompetensi", "berkas-kompetensi-terapkan"],
    _berkas("a.xlsx"),
    _berkas("b.xlsx"),
)
SIAPKAN = []
