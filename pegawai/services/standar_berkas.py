"""Standards as a workbook: written, read, applied as drafts."""

from collections import Counter
from dataclasses import dataclass, field
from typing import IO

from django.db import transaction
from django.utils import timezone
from python_calamine import CalamineWorkbook

from pegawai.alat.rumusan_standar import Data
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import baca_tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    BerkasKompetensi,
    Golongan,
    Jabatan,
    Jenjang,
    Kompetensi,
    StandarSyarat,
    TingkatPendidikan,
)
from pegawai.queries.standar_berkas import (
    ISI,
    LABEL,
    data_standar,
    kunci_standar,
    standar_ekspor,
)
from pegawai.services.buku_kompetensi import baca_lembar, buka_buku, tulis_buku

K_STANDAR = (
    "ID", "Jenjang", "Jabatan", "Unit kerja", "Edisi", "Nomor keputusan",
    "Tanggal keputusan", "Berlaku mulai", "Kelompok jabatan", "Urusan pemerintahan",
    "Kode jabatan", "Ikhtisar jabatan", "Pangkat paling rendah",
    "Pendidikan paling rendah", "Bidang pendidikan", "Indikator kinerja",
)  # fmt: skip
K_KOMPETENSI = ("ID", "Jabatan", "Kamus", "Kode", "Kompetensi", "Tingkat")
K_SYARAT = ("ID", "Jabatan", "Jenis", "Uraian", "Tanda")
GALAT_TERBANYAK = 10
STANDAR_TERBANYAK = 2000


def ekspor_standar() -> bytes:
    """All standards in force: three sheets joined by ID."""
    standar, kompetensi, syarat = [], [], []
    for s in standar_ekspor():
        data, untuk = data_standar(s), kunci_standar(s)
        jabatan = s.jabatan.nama if s.jabatan else ""
        unit = s.jabatan.unit_kerja.nama if s.jabatan and s.jabatan.unit_kerja else ""
        jenjang = s.jenjang.nama if s.jenjang else ""
        standar.append(
            [untuk, jenjang, jabatan, unit, *data["kepala"].values()]
            + [data["isi"][n] for n in ISI]
        )
        kompetensi += [
            [untuk, jabatan or jenjang, b.kompetensi.kamus_id, b.kompetensi.kode,
             b.kompetensi.nama, b.level]
            for b in s.butir.all()
        ]  # fmt: skip
        syarat += [
            [untuk, jabatan or jenjang, LABEL[x.jenis], x.uraian, LABEL[x.tanda]]
            for x in s.syarat.all()
        ]
    return tulis_buku(
        [
            ("Standar", K_STANDAR, standar),
            ("Kompetensi", K_KOMPETENSI, kompetensi),
            ("Syarat", K_SYARAT, syarat),
        ]
    )


@dataclass
class _Bacaan:
    """What a workbook says so far, and what is wrong with it."""

    data: dict[str, Data] = field(default_factory=dict)
    galat: list[str] = field(default_factory=list)


def baca_standar(berkas: IO[bytes]) -> list[Data]:
    """Standards of a workbook; every bad row is named, nothing is half taken."""
    buku = buka_buku(berkas)
    hasil = _Bacaan()
    _baca_kepala(buku, hasil)
    _baca_level(buku, hasil)
    if "Syarat" in buku.sheet_names:
        _baca_syarat(buku, hasil)
    if len(hasil.data) > STANDAR_TERBANYAK:
        hasil.galat.insert(0, "Berkas lebih dari 2.000 standar. Bagi berkasnya.")
    if hasil.galat:
        sisa = len(hasil.galat) - GALAT_TERBANYAK
        lagi = [f"Dan {sisa} kesalahan lain."] if sisa > 0 else []
        raise AturanDilanggar(
            " ".join([*hasil.galat[:GALAT_TERBANYAK], *lagi]),
            kode="isi_berkas",
            medan="berkas",
        )
    return list(hasil.data.values())


def _baca_kepala(buku: CalamineWorkbook, hasil: _Bacaan) -> None:
    cari = _Pencari()
    wajib = ("ID", "Edisi", "Nomor keputusan", "Berlaku mulai")
    untuk_siapa: Counter[str] = Counter()
    for nomor, sel in baca_lembar(buku, "Standar", K_STANDAR, wajib):
        untuk, pesan = cari.untuk(sel)
        kepala, galat = _kepala(sel)
        isi, lain = cari.isi(sel)
        galat = [*([pesan] if pesan else []), *galat, *lain]
        if sel["ID"] in hasil.data:
            galat.append(f"ID {sel['ID']} sudah dipakai baris lain.")
        untuk_siapa[untuk] += 1
        if untuk and untuk_siapa[untuk] > 1:
            galat.append("jabatan atau jenjang ini sudah ada di baris lain.")
        hasil.galat += [f"Lembar Standar baris {nomor}: {g}" for g in galat]
        hasil.data[sel["ID"]] = {
            "untuk": untuk,
            "kepala": kepala,
            "isi": isi,
            "level": {},
            "syarat": [],
        }


def _kepala(sel: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    galat = [
        f"kolom {k} belum diisi."
        for k in ("ID", "Edisi", "Nomor keputusan", "Berlaku mulai")
        if not sel[k]
    ]
    galat += [
        f"kolom {k} lebih dari 60 karakter."
        for k in ("Edisi", "Nomor keputusan")
        if len(sel[k]) > 60
    ]
    kepala = {"edisi": sel["Edisi"], "nomor_keputusan": sel["Nomor keputusan"]}
    for nama, kolom in (
        ("tanggal_keputusan", "Tanggal keputusan"),
        ("berlaku_mulai", "Berlaku mulai"),
    ):
        teks = sel.get(kolom, "")
        try:
            hari = baca_tanggal(teks) if teks else None
        except ValueError:
            hari = None
            galat.append(f"{kolom} {teks} bukan tanggal. Tulis seperti 24-11-2026.")
        kepala[nama] = hari.isoformat() if hari else ""
    return kepala, galat


class _Pencari:
    """Finds posts, grades and education by what a cell says; loaded once a file."""

    PANJANG = {
        "kelompok_jabatan": 80,
        "urusan": 150,
        "kode_jabatan": 40,
        "bidang_pendidikan": 300,
    }

    def __init__(self) -> None:
        self.jabatan: dict[tuple[str, str], list[str]] = {}
        self.kunci = set()
        for uid, nama, unit in Jabatan.objects.values_list(
            "uid", "nama_cari", "unit_kerja__nama"
        ):
            kunci = f"jabatan:{uid}"
            self.kunci.add(kunci)
            self.jabatan.setdefault((nama, (unit or "").lower()), []).append(kunci)
        self.jenjang = {}
        for kode, nama in Jenjang.objects.values_list("kode", "nama"):
            self.kunci.add(f"jenjang:{kode}")
            self.jenjang[nama.lower()] = self.jenjang[kode.lower()] = f"jenjang:{kode}"
        self.golongan = {f"{g.status} {g.kode}": g for g in Golongan.objects.all()}
        self.didik = {t.nama: t for t in TingkatPendidikan.objects.all()}

    def untuk(self, sel: dict[str, str]) -> tuple[str, str]:
        """Whose standard the row is, or why nobody's."""
        if sel["ID"] in self.kunci:
            return sel["ID"], ""
        jenjang = sel.get("Jenjang", "")
        if jenjang:
            kunci = self.jenjang.get(jenjang.lower(), "")
            return kunci, "" if kunci else f"jenjang {jenjang} tidak dikenal."
        nama, unit = sel.get("Jabatan", ""), sel.get("Unit kerja", "")
        cocok = self.jabatan.get((nama.lower(), unit.lower()), [])
        if len(cocok) == 1:
            return cocok[0], ""
        if cocok:
            return (
                "",
                f"ada {len(cocok)} jabatan {nama} di {unit}; pakai ID hasil ekspor.",
            )
        return "", f"jabatan {nama or 'kosong'} di unit {unit or 'kosong'} tidak ada."

    def isi(self, sel: dict[str, str]) -> tuple[dict[str, str], list[str]]:
        """Sections 1, 2 and 4 of the document."""
        judul = dict(zip(ISI, K_STANDAR[8:], strict=True))
        isi = {n: sel.get(kolom, "") for n, kolom in judul.items()}
        galat = [
            f"kolom {judul[n]} lebih dari {batas} karakter."
            for n, batas in self.PANJANG.items()
            if len(isi[n]) > batas
        ]
        if isi["golongan_minimum"] and isi["golongan_minimum"] not in self.golongan:
            galat.append(
                f"pangkat {isi['golongan_minimum']} tidak dikenal. Tulis seperti PNS "
                "III/a."
            )
        if isi["pendidikan_minimum"] and isi["pendidikan_minimum"] not in self.didik:
            galat.append(f"pendidikan {isi['pendidikan_minimum']} tidak dikenal.")
        return isi, galat


def _baca_level(buku: CalamineWorkbook, hasil: _Bacaan) -> None:
    ada = {
        f"{k}|{kode}" for k, kode in Kompetensi.objects.values_list("kamus_id", "kode")
    }
    wajib = ("ID", "Kamus", "Kode", "Tingkat")
    for nomor, sel in baca_lembar(buku, "Kompetensi", K_KOMPETENSI, wajib):
        kunci = f"{sel['Kamus']}|{sel['Kode']}"
        data = hasil.data.get(sel["ID"])
        galat = ""
        if data is None:
            galat = f"ID {sel['ID'] or 'kosong'} tidak ada di lembar Standar."
        elif kunci not in ada:
            galat = f"kompetensi {sel['Kode']} tidak ada di kamus {sel['Kamus']}."
        elif sel["Tingkat"] not in {"1", "2", "3", "4", "5"}:
            galat = f"tingkat {sel['Tingkat'] or 'kosong'} bukan 1 sampai 5."
        elif kunci in data["level"]:
            galat = f"kompetensi {sel['Kode']} ditulis dua kali untuk ID ini."
        else:
            data["level"][kunci] = int(sel["Tingkat"])
        if galat:
            hasil.galat.append(f"Lembar Kompetensi baris {nomor}: {galat}")


def _baca_syarat(buku: CalamineWorkbook, hasil: _Bacaan) -> None:
    jenis = {str(n).upper(): str(k) for k, n in StandarSyarat.Jenis.choices}
    tanda = {str(n).upper(): str(k) for k, n in StandarSyarat.Tanda.choices}
    wajib = ("ID", "Jenis", "Uraian", "Tanda")
    for nomor, sel in baca_lembar(buku, "Syarat", K_SYARAT, wajib):
        data = hasil.data.get(sel["ID"])
        satu = [
            jenis.get(sel["Jenis"].upper()),
            sel["Uraian"],
            tanda.get(sel["Tanda"].upper()),
        ]
        galat = ""
        if data is None:
            galat = f"ID {sel['ID'] or 'kosong'} tidak ada di lembar Standar."
        elif satu[0] is None:
            galat = f"jenis syarat {sel['Jenis'] or 'kosong'} tidak dikenal."
        elif satu[2] is None:
            galat = "tanda harus Mutlak, Penting, atau Perlu."
        elif not sel["Uraian"] or len(sel["Uraian"]) > 500:
            galat = "uraian kosong atau lebih dari 500 karakter."
        elif satu[:2] in [s[:2] for s in data["syarat"]]:
            galat = "syarat ini ditulis dua kali untuk ID ini."
        else:
            data["syarat"].append(satu)
        if galat:
            hasil.galat.append(f"Lembar Syarat baris {nomor}: {galat}")


@transaction.atomic
def simpan_berkas_standar(
    *, nama_berkas: str, isi: list[Data], oleh: Pengguna
) -> BerkasKompetensi:
    """Keep what a file says until somebody has looked at the differences."""
    if not isi:
        raise AturanDilanggar(
            "Berkas tidak memuat satu pun standar.", kode="kosong", medan="berkas"
        )
    return BerkasKompetensi.objects.create(
        jenis=BerkasKompetensi.Jenis.STANDAR,
        nama_berkas=nama_berkas[:200],
        isi=isi,
        oleh=oleh,
    )


def tandai_diterapkan(berkas: BerkasKompetensi) -> None:
    """The file was put into drafts."""
    berkas.diterapkan_pada = timezone.now()
    berkas.save(update_fields=["diterapkan_pada"])
