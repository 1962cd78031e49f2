"""Units of the demo city and the posts that head them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kompetensi.contoh.alat import Kota, baca, sisip
from pegawai.models import UnitKerja

Jenis = UnitKerja.Jenis
BERLAKU = date(2019, 1, 1)
BIDANG = {
    "dinas": ("Perencanaan dan Program", "Pelayanan", "Pemberdayaan", "Pengawasan"),
    "badan": ("Data dan Informasi", "Pengembangan", "Pengendalian", "Evaluasi"),
    "satuan": ("Ketertiban Umum", "Penegakan Peraturan", "Perlindungan Masyarakat"),
    "rumah sakit": ("Pelayanan Medis", "Keperawatan", "Penunjang", "Keuangan"),
    "inspektorat": ("Wilayah I", "Wilayah II", "Wilayah III"),
    "sekretariat": ("Pemerintahan", "Hukum", "Kerja Sama", "Organisasi", "Umum"),
}
BIDANG_KHUSUS = {
    "OPD-04": ("Pembinaan SD", "Pembinaan SMP", "PAUD dan Pendidikan Nonformal", "GTK"),
    "OPD-05": ("Kesehatan Masyarakat", "P2P", "Pelayanan Kesehatan", "SDM Kesehatan"),
    "OPD-14": (
        "Pelayanan Pendaftaran Penduduk",
        "Pelayanan Pencatatan Sipil",
        "Pengelolaan Informasi Kependudukan",
        "Pemanfaatan Data",
    ),
    "OPD-30": (
        "Mutasi dan Promosi",
        "Pengembangan Kompetensi",
        "Penilaian Kinerja",
        "Data dan Informasi Kepegawaian",
    ),
}
PUSKESMAS = (
    "Alak", "Bakunase", "Kupang Kota", "Manutapen", "Naioni", "Oebobo",
    "Oepoi", "Oesapa", "Pasir Panjang", "Penfui", "Sikumana",
)  # fmt: skip


@dataclass
class SimpulUnit:
    """A unit to make, with the name and level of the post that heads it."""

    jenis: str
    nama: str
    kode: str = ""
    kepala: tuple[str, str] | None = None  # post name, job level code
    golongan_unit: str = "kantor"  # what kind of staff works here
    anak: list["SimpulUnit"] = field(default_factory=list)
    unit: UnitKerja | None = None


def rancang(kota: Kota) -> SimpulUnit:
    """The tree for this size; a small city has fewer units of every kind."""
    akar = SimpulUnit(Jenis.PEMDA, "Pemerintah Kota Kupang", golongan_unit="")
    daftar = baca("opd.csv")
    if kota.jumlah < 1500:
        inti = {"OPD-01", "OPD-04", "OPD-05", "OPD-14", "OPD-30", "OPD-38"}
        daftar = [b for b in daftar if b["kode"] in inti]
    for baris in daftar:
        akar.anak.append(_opd(kota, baris["kode"], baris["nama"], baris["jenis"]))
    return akar


def _opd(kota: Kota, kode: str, nama: str, jenis: str) -> SimpulUnit:
    judul = {
        "rumah sakit": f"Direktur {nama}",
        "inspektorat": "Inspektur Kota",
        "kecamatan": f"Camat {nama.removeprefix('Kecamatan ')}",
    }.get(jenis, f"Kepala {nama}")
    if kode == "OPD-01":
        judul = "Sekretaris Daerah"
    if kode == "OPD-02":
        judul = "Sekretaris DPRD"
    tingkat = "ADMINISTRATOR" if jenis == "kecamatan" else "JPT_PRATAMA"
    opd = SimpulUnit(Jenis.OPD, nama, kode, (judul, tingkat))
    if jenis == "kecamatan":
        opd.anak += _isi_kecamatan(kota, nama.removeprefix("Kecamatan "), nama)
        return opd
    opd.anak.append(_sekretariat(nama, jenis))
    opd.anak += _bidang(kota, kode, jenis)
    if kode == "OPD-04":
        opd.anak += _sekolah(kota)
    if kode == "OPD-05":
        opd.anak += _puskesmas(kota)
    return opd


def _sekretariat(nama: str, jenis: str) -> SimpulUnit:
    kepala = (f"Sekretaris {jenis.title()}", "ADMINISTRATOR")
    sekretariat = SimpulUnit(Jenis.SEKRETARIAT, f"Sekretariat {nama}", kepala=kepala)
    for urusan in ("Umum dan Kepegawaian", "Perencanaan dan Keuangan"):
        sekretariat.anak.append(
            SimpulUnit(
                Jenis.SUBBAGIAN,
                f"Subbagian {urusan}",
                kepala=(f"Kepala Subbagian {urusan}", "PENGAWAS"),
            )
        )
    return sekretariat


def _bidang(kota: Kota, kode: str, jenis: str) -> Iterator[SimpulUnit]:
    nama_bidang = BIDANG_KHUSUS.get(kode) or BIDANG[jenis]
    if kota.jumlah < 1500:
        nama_bidang = nama_bidang[:2]
    bagian = jenis == "sekretariat"
    for nama in nama_bidang:
        sebutan = "Bagian" if bagian else "Bidang"
        bidang = SimpulUnit(
            Jenis.BAGIAN if bagian else Jenis.BIDANG,
            f"{sebutan} {nama}",
            kepala=(f"Kepala {sebutan} {nama}", "ADMINISTRATOR"),
        )
        if not bagian:
            for ke in ("I", "II"):
                bidang.anak.append(
                    SimpulUnit(
                        Jenis.SEKSI,
                        f"Seksi {nama} {ke}",
                        kepala=(f"Kepala Seksi {nama} {ke}", "PENGAWAS"),
                    )
                )
        yield bidang


def _sekolah(kota: Kota) -> Iterator[SimpulUnit]:
    for sebutan, penuh in (("SD Negeri", 64), ("SMP Negeri", 20)):
        for ke in range(1, max(2, round(penuh * kota.skala)) + 1):
            yield SimpulUnit(
                Jenis.SEKOLAH, f"{sebutan} {ke} Kota Kupang", golongan_unit="sekolah"
            )


def _puskesmas(kota: Kota) -> Iterator[SimpulUnit]:
    for nama in PUSKESMAS[: max(2, round(len(PUSKESMAS) * kota.skala))]:
        yield SimpulUnit(
            Jenis.PUSKESMAS, f"Puskesmas {nama}", golongan_unit="puskesmas"
        )


def _isi_kecamatan(kota: Kota, kecamatan: str, nama: str) -> Iterator[SimpulUnit]:
    yield SimpulUnit(
        Jenis.SEKRETARIAT,
        f"Sekretariat {nama}",
        kepala=("Sekretaris Kecamatan", "ADMINISTRATOR"),
    )
    for urusan in ("Pemerintahan", "Pelayanan Umum"):
        yield SimpulUnit(
            Jenis.SEKSI,
            f"Seksi {urusan}",
            kepala=(f"Kepala Seksi {urusan}", "PENGAWAS"),
        )
    for baris in baca("kelurahan.csv"):
        if baris["kecamatan"] == kecamatan:
            yield SimpulUnit(
                Jenis.KELURAHAN,
                f"Kelurahan {baris['kelurahan']}",
                kepala=(f"Lurah {baris['kelurahan']}", "PENGAWAS"),
                golongan_unit="kelurahan",
            )


def isi_organisasi(kota: Kota) -> list[SimpulUnit]:
    """Make the units level by level (the path trigger needs the parent first)."""
    akar = rancang(kota)
    semua: list[SimpulUnit] = []
    lapis: list[tuple[SimpulUnit, UnitKerja | None]] = [(akar, None)]
    while lapis:
        baris = [
            UnitKerja(
                induk=induk,
                jenis=s.jenis,
                nama=s.nama,
                kode=s.kode,
                unor_id=f"demo-{len(semua) + ke:05d}",
                berlaku_mulai=BERLAKU,
            )
            for ke, (s, induk) in enumerate(lapis)
        ]
        for (simpul, _), unit in zip(lapis, sisip(UnitKerja, baris), strict=True):
            simpul.unit = unit
        semua += [s for s, _ in lapis]
        lapis = [(a, s.unit) for s, _ in lapis for a in s.anak]
    return semua
