"""An example staff file in the exact 67-column layout, clean or with dirty rows."""

import csv
import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from pegawai.models import Jenjang, Pegawai
from pegawai.services.impor_kolom import kolom_siasn

DEPAN = (
    "Maria Yohanes Adriana Imanuel Elisabeth Yublina Markus Yuliana Petrus Agustina Daniel "
    "Martha Stefanus Novita Soleman Ester Gregorius Dorkas Benyamin Ferderika Yakobus "
    "Wilhelmina Frans Anastasia Melkianus Kristina Yosef Debora Thomas Selfina"
)
BELAKANG = (
    "Dethan Manafe Fahik Benu Seran Kase Tallo Nubatonis Lay Bria Mau Nenobais Sine Boimau "
    "Leo Tefa Adoe Pello Ndun Klau Radja Lopo Mella Foes Taneo Sabat Henuk Kolo Ballo Nope"
)
OPD = (
    "Dinas Pendidikan dan Kebudayaan",
    "Dinas Kesehatan",
    "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Dinas Sosial",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Perhubungan",
    "Dinas Komunikasi dan Informatika",
    "Dinas Lingkungan Hidup dan Kebersihan",
    "Badan Keuangan dan Aset Daerah",
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Badan Pendapatan Daerah",
    "Kecamatan Kelapa Lima",
    "Kecamatan Oebobo",
    "Kecamatan Maulafa",
)
UNIT = ("", "Sekretariat", "Bidang Pelayanan", "Bidang Perencanaan", "Bidang Pembinaan")
JABATAN = (
    ("Pelaksana", "Pengelola Layanan Operasional"),
    ("Pelaksana", "Pengadministrasi Perkantoran"),
    ("Pelaksana", "Penata Layanan Operasional"),
    ("Jabatan Fungsional", "Perencana Ahli Muda"),
    ("Jabatan Fungsional", "Analis Kebijakan Ahli Pertama"),
    ("Jabatan Fungsional", "Arsiparis Terampil"),
    ("Jabatan Fungsional", "Pranata Komputer Ahli Pertama"),
)
NAMA_JENIS: dict[str, str] = {
    Jenjang.Jenis.STRUKTURAL: "Jabatan Struktural",
    Jenjang.Jenis.FUNGSIONAL: "Jabatan Fungsional",
    Jenjang.Jenis.PELAKSANA: "Pelaksana",
}
GOLONGAN = ("II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a")
Isi = dict[str, Any]


def _rusak(kolom: str, nilai: object) -> Callable[[Isi, Isi], None]:
    return lambda baris, _: baris.update({kolom: nilai})


def _nip_angka(baris: Isi, _: Isi) -> None:
    baris["NIP BARU"] = float(baris["NIP BARU"])


def _nip_pendek(baris: Isi, _: Isi) -> None:
    baris["NIP BARU"] = baris["NIP BARU"][:17]


def _nip_ganda(baris: Isi, sebelum: Isi) -> None:
    baris["NIP BARU"] = sebelum["NIP BARU"]


def _nip_berkutip(baris: Isi, _: Isi) -> None:
    n = str(baris["NIP BARU"])
    baris["NIP BARU"] = f"'{n[:8]} {n[8:14]} {n[14]} {n[15:]}"


def _status_salah(baris: Isi, _: Isi) -> None:
    pppk = str(baris["NIP BARU"])[12:13] == "2"
    baris["STATUS CPNS PNS"] = "PNS" if pppk else "PPPK"


# What dirty rows have in turn: refused ones, dropped cells and harmless oddities.
KOTOR: tuple[Callable[[Isi, Isi], None], ...] = (
    _nip_angka,
    _rusak("TMT JABATAN", "31-02-2020"),
    _rusak("UNOR NAMA", "Bidang yang Tidak Ada"),
    _nip_ganda,
    _rusak("GOL AKHIR NAMA", "III/f"),
    _nip_pendek,
    _rusak("NIP BARU", "198502292010011001"),
    _rusak("TANGGAL LAHIR", "13/13/1980"),
    _status_salah,
    _nip_berkutip,
    _rusak("JABATAN NAMA", "Jabatan yang Tidak Ada"),
    _rusak("NIP BARU", "19900101202012A007"),
    _rusak("NAMA", "N" * 151),
    _rusak("JENIS KELAMIN", "X"),
)


def tulis_contoh(
    *,
    berkas: Path,
    pegawai: int,
    kotor: float = 0,
    benih: int = 2026,
    terdaftar: bool = True,
) -> int:
    """Write the file; the registry's people first, invented ones for the rest.

    A name that ends in .csv gives a CSV, for loads that are too large for a workbook.
    """
    acak = random.Random(benih)
    return tulis_baris(berkas=berkas, daftar=_baris(pegawai, kotor, acak, terdaftar))


def tulis_baris(*, berkas: Path, daftar: Iterable[Isi]) -> int:
    """Write these rows in the layout of SIASN; how many."""
    tulis = _tulis_csv if berkas.suffix.lower() == ".csv" else _tulis_xlsx
    return tulis(berkas, daftar)


def _baris(
    pegawai: int, kotor: float, acak: random.Random, terdaftar: bool
) -> Iterator[Isi]:
    sebelum: Isi = {}
    ke_kotor = 0
    for baris in _orang(pegawai, acak, terdaftar):
        asli = dict(baris)
        if sebelum and acak.random() * 100 < kotor:
            KOTOR[ke_kotor % len(KOTOR)](baris, sebelum)
            ke_kotor += 1
        yield baris
        sebelum = asli


def _tulis_xlsx(berkas: Path, daftar: Iterable[Isi]) -> int:
    kepala = [k["kolom"] for k in kolom_siasn()]
    buku = xlsxwriter.Workbook(
        str(berkas), {"constant_memory": True, "strings_to_formulas": False}
    )
    lembar = buku.add_worksheet("Data Utama")
    teks = buku.add_format({"num_format": "@"})
    lembar.write_row(0, 0, kepala)
    nomor = 0
    for nomor, baris in enumerate(daftar, 1):
        for letak, kolom in enumerate(kepala):
            isi = baris.get(kolom, "")
            if isinstance(isi, float):
                lembar.write_number(nomor, letak, isi)
            elif isi != "":
                lembar.write_string(nomor, letak, str(isi), teks)
    buku.close()
    return nomor


def _tulis_csv(berkas: Path, daftar: Iterable[Isi]) -> int:
    kepala = [k["kolom"] for k in kolom_siasn()]
    nomor = 0
    with berkas.open("w", encoding="utf-8-sig", newline="") as aliran:
        penulis = csv.writer(aliran, delimiter=";")
        penulis.writerow(kepala)
        for baris in daftar:
            penulis.writerow([baris.get(kolom, "") for kolom in kepala])
            nomor += 1
    return nomor


def _orang(pegawai: int, acak: random.Random, terdaftar: bool) -> Iterator[Isi]:
    jumlah = 0
    daftar = Pegawai.objects.select_related(
        "unit_kerja__opd", "jabatan", "golongan", "tingkat_pendidikan"
    ).order_by("pk")[: pegawai if terdaftar else 0]
    terpakai = set()
    for p in daftar.iterator(chunk_size=2000):
        jumlah += 1
        terpakai.add(p.nip)
        yield baris_terdaftar(p)
    while jumlah < pegawai:
        baris = baris_karangan(acak, terpakai)
        terpakai.add(baris["NIP BARU"])
        jumlah += 1
        yield baris


def _tanggal(nilai: date | None) -> str:
    return f"{nilai:%d-%m-%Y}" if nilai else "-"


def baris_terdaftar(p: Pegawai) -> Isi:
    """A person of the registry as SIASN would write it: importing it changes nothing."""
    pppk = p.jenis_kepegawaian == Pegawai.Jenis.PPPK
    opd = p.unit_kerja.opd if p.unit_kerja else None
    return {
        "PNS ID": p.pns_id or "",
        "NIP BARU": p.nip,
        "NAMA": p.nama,
        "GELAR DEPAN": p.gelar_depan or "-",
        "GELAR BELAKANG": p.gelar_belakang or "-",
        "TANGGAL LAHIR": _tanggal(p.tanggal_lahir),
        "JENIS KELAMIN": "M" if p.jenis_kelamin == "L" else "F",
        "EMAIL GOV": p.surel_dinas or "-",
        "JENIS PEGAWAI NAMA": ("PPPK Paruh Waktu" if p.paruh_waktu else "PPPK")
        if pppk
        else "PNS Daerah",
        "KEDUDUKAN HUKUM NAMA": p.get_kedudukan_hukum_display(),
        "STATUS CPNS PNS": {"PNS": "P", "CPNS": "C"}.get(p.jenis_kepegawaian, "-"),
        "TMT CPNS": _tanggal(p.tmt_cpns),
        "TMT PNS": _tanggal(p.tmt_pns),
        "GOL AKHIR NAMA": p.golongan.kode if p.golongan else "-",
        "TMT GOLONGAN": _tanggal(p.tmt_golongan),
        "JENIS JABATAN NAMA": NAMA_JENIS.get(p.jabatan.jenis, "-")
        if p.jabatan
        else "-",
        "JABATAN NAMA": p.jabatan.nama if p.jabatan else "-",
        "TMT JABATAN": _tanggal(p.tmt_jabatan),
        "TINGKAT PENDIDIKAN ID": p.tingkat_pendidikan.kode
        if p.tingkat_pendidikan
        else "-",
        "TINGKAT PENDIDIKAN NAMA": p.tingkat_pendidikan.nama
        if p.tingkat_pendidikan
        else "-",
        "PENDIDIKAN NAMA": p.pendidikan or "-",
        "TAHUN LULUS": str(p.tahun_lulus or "-"),
        "UNOR ID": p.unit_kerja.unor_id if p.unit_kerja else "",
        "UNOR NAMA": p.unit_kerja.nama if p.unit_kerja else "-",
        "SATUAN KERJA INDUK NAMA": opd.nama if opd else "-",
    }


def baris_karangan(acak: random.Random, terpakai: set[str]) -> Isi:
    """An invented person under a number that is not among `terpakai`."""
    lahir = date(1967, 1, 1) + timedelta(days=acak.randrange(365 * 33))
    tahun = lahir.year + acak.randint(22, 28)
    perempuan = acak.random() < 0.55
    pppk = acak.random() < 0.25
    tahun = min(max(tahun, 2021), 2025) if pppk else min(tahun, 2025)
    bulan = acak.choice((1, 3, 4, 10, 12))
    kepala = f"{lahir:%Y%m%d}{tahun}{'21' if pppk else f'{bulan:02d}'}{perempuan + 1}"
    nip = next(
        n for urut in range(1, 999) if (n := f"{kepala}{urut:03d}") not in terpakai
    )
    opd = acak.choice(OPD)
    jenis, jabatan = acak.choice(JABATAN)
    tmt = date(tahun, 1 if pppk else bulan, 1)
    return {
        "NIP BARU": nip,
        "NAMA": f"{acak.choice(DEPAN.split())} {acak.choice(BELAKANG.split())}",
        "GELAR BELAKANG": acak.choice(("-", "S.Sos.", "S.E.", "A.Md.", "S.Kom.")),
        "TANGGAL LAHIR": _tanggal(lahir),
        "JENIS KELAMIN": "F" if perempuan else "M",
        "JENIS PEGAWAI NAMA": "PPPK" if pppk else "PNS Daerah",
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "STATUS CPNS PNS": "-" if pppk else "P",
        "TMT CPNS": "-" if pppk else _tanggal(tmt),
        "GOL AKHIR NAMA": "IX" if pppk else acak.choice(GOLONGAN),
        "TMT GOLONGAN": _tanggal(tmt),
        "JENIS JABATAN NAMA": jenis,
        "JABATAN NAMA": jabatan,
        "TMT JABATAN": _tanggal(tmt),
        "TINGKAT PENDIDIKAN ID": "40",
        "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN NAMA": "S-1 Administrasi Negara",
        "TAHUN LULUS": str(tahun - 1),
        "UNOR NAMA": acak.choice(UNIT) or opd,
        "SATUAN KERJA INDUK NAMA": opd,
    }
