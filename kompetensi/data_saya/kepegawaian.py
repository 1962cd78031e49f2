"""Blocks of the registry row: who the person is, each value with its origin."""

from collections import Counter
from collections.abc import Mapping

from kompetensi.data_saya.susunan import Bagian, Fakta
from pegawai.models import Pegawai
from pegawai.queries.asal import Asal, asal_medan
from pegawai.queries.pegawai import asal_atasan

IDENTITAS = (
    ("nama", "Nama"),
    ("gelar_depan", "Gelar depan"),
    ("gelar_belakang", "Gelar belakang"),
    ("nip", "NIP"),
    ("pns_id", "PNS ID"),
    ("tanggal_lahir", "Tanggal lahir"),
    ("jenis_kelamin", "Jenis kelamin"),
    ("surel_dinas", "Surel dinas"),
)
KEPEGAWAIAN = (
    ("jenis_kepegawaian", "Status kepegawaian"),
    ("paruh_waktu", "Paruh waktu"),
    ("kedudukan_hukum", "Kedudukan hukum"),
    ("golongan", "Golongan"),
    ("tmt_golongan", "TMT golongan"),
    ("jabatan", "Jabatan"),
    ("tmt_jabatan", "TMT jabatan"),
    ("unit_kerja", "Unit kerja"),
    ("tmt_cpns", "TMT CPNS"),
    ("tmt_pns", "TMT PNS"),
)
PENDIDIKAN = (
    ("tingkat_pendidikan", "Tingkat pendidikan"),
    ("pendidikan", "Pendidikan"),
    ("tahun_lulus", "Tahun lulus"),
)
ATASAN = (
    ("atasan", "Atasan langsung"),
    ("atasan_ditetapkan", "Ditetapkan khusus"),
    ("atasan_alasan", "Alasan penetapan"),
)
RUJUKAN = {"golongan", "jabatan", "unit_kerja", "tingkat_pendidikan", "atasan"}


def bagian_kepegawaian(pegawai: Pegawai, *, batas: int | None) -> list[Bagian]:
    """All blocks of the row; `batas` is for histories and means nothing here."""
    medan = [k for k, _ in (*IDENTITAS, *KEPEGAWAIAN, *PENDIDIKAN, *ATASAN)]
    asal = asal_medan(pegawai, [f"{k}_id" if k in RUJUKAN else k for k in medan])
    atasan = _fakta(pegawai, "atasan", "Atasan langsung", ATASAN, asal, "ATASAN")
    atasan.fakta.append(
        Fakta("asal_atasan", "Keterangan", asal_atasan(pegawai), atasan.asal)
    )
    return [
        _fakta(pegawai, "identitas", "Identitas", IDENTITAS, asal, "NAMA"),
        _fakta(pegawai, "kepegawaian", "Kepegawaian", KEPEGAWAIAN, asal, "JABATAN"),
        _fakta(pegawai, "pendidikan", "Pendidikan", PENDIDIKAN, asal, "PENDIDIKAN"),
        atasan,
    ]


def _fakta(
    pegawai: Pegawai,
    kunci: str,
    judul: str,
    medan: tuple[tuple[str, str], ...],
    asal: Mapping[str, Asal],
    perbaikan: str,
) -> Bagian:
    fakta = [
        Fakta(k, label, _nilai(pegawai, k), str(asal[f"{k}_id" if k in RUJUKAN else k]))
        for k, label in medan
    ]
    umum = Counter(f.asal for f in fakta).most_common(1)[0][0]
    return Bagian(kunci, judul, asal=umum, perbaikan=perbaikan, fakta=fakta)


def _nilai(pegawai: Pegawai, kolom: str) -> object:
    sebutan = getattr(pegawai, f"get_{kolom}_display", None)
    if sebutan is not None:
        return sebutan()
    nilai = getattr(pegawai, kolom)
    return str(nilai) if kolom in RUJUKAN and nilai is not None else nilai
