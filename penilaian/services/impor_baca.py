"""Read a workbook of results: NIP, one column a competency code, whole levels only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from pegawai.alat.nip import bersihkan_nip
from pegawai.dasar.alat.arsip import tolak
from pegawai.dasar.alat.buku_kerja import Tabel, buka_tabel
from pegawai.dasar.alat.tanggal import hari_ini, tanggal
from pegawai.models import Kompetensi, NomorPegawai, Pegawai
from pegawai.services.impor_kolom import tanggal_sel, teks_sel
from penilaian.models import PeriodePenilaian

BARIS_TERBANYAK = 20_000
GALAT_TERBANYAK = 1000
KOLOM_TANGGAL = "TANGGAL PENILAIAN"
Tolakan = dict[str, Any]


@dataclass
class Bacaan:
    """Rows that may be written, refusals by row and column, and remarks."""

    baris: list[dict[str, Any]] = field(default_factory=list)
    galat: list[Tolakan] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    ditolak: int = 0


def baca_hasil(berkas: IO[bytes], periode: PeriodePenilaian) -> Bacaan:
    """Everything in the file, judged; a row with one bad cell is refused as a whole."""
    kode = {
        k.kode.upper(): k.pk
        for k in Kompetensi.objects.filter(
            jenis__in=periode.jenis_kompetensi, aktif=True
        )
    }
    alias = {"NIP": "NIP", "NIP BARU": "NIP", KOLOM_TANGGAL: KOLOM_TANGGAL}
    alias |= {k.replace("_", " "): k for k in kode}
    tabel = buka_tabel(berkas, alias=alias, wajib=("NIP",))
    dipakai = [k for k in tabel.letak if k in kode]
    if not dipakai:
        raise tolak(
            "Berkas tidak memuat kolom kode kompetensi, misalnya M.01. Pakai templat "
            "periode ini, lalu unggah lagi.",
            "kolom_tidak_ada",
        )
    hasil = Bacaan(catatan=_catatan(tabel, kode))
    mentah = _kumpulkan(tabel)
    orang = _pegawai([bersihkan_nip(_nip(isi.get("NIP"))) for _, isi in mentah])
    sama, beda = _berulang(mentah, orang, (KOLOM_TANGGAL, *kode))
    if sama:
        hasil.catatan.append(
            f"{len(sama)} baris sama persis dengan baris lain dan dilewati."
        )
    for nomor, isi in mentah:
        if nomor not in sama:
            _nilai_baris(hasil, nomor, isi, kode, orang, beda, periode)
    return hasil


def _berulang(
    mentah: list[tuple[int, dict[str, Any]]],
    orang: Mapping[str, int],
    kolom: tuple[str, ...],
) -> tuple[set[int], dict[int, list[int]]]:
    """One person twice (IMP-2): equal rows count once, rows that differ not at all.

    Row numbers to skip, and of each contradicting row the numbers of the others.
    """
    baris: dict[int, dict[tuple[str, ...], list[int]]] = {}
    for nomor, isi in mentah:
        pk = orang.get(bersihkan_nip(_nip(isi.get("NIP"))))
        if pk is not None:
            kunci = tuple(teks_sel(isi.get(k)) for k in kolom)
            baris.setdefault(pk, {}).setdefault(kunci, []).append(nomor)
    sama = {n for isi in baris.values() for daftar in isi.values() for n in daftar[1:]}
    beda: dict[int, list[int]] = {}
    for satu in baris.values():
        nomor_pertama = [daftar[0] for daftar in satu.values()]
        if len(nomor_pertama) > 1:
            beda |= {n: [m for m in nomor_pertama if m != n] for n in nomor_pertama}
    return sama, beda


def _catatan(tabel: Tabel, kode: Mapping[str, int]) -> list[str]:
    catatan = []
    tanpa = sorted(set(kode) - set(tabel.letak))
    if tanpa and len(tanpa) < len(kode):
        catatan.append(f"Tanpa kolom: {', '.join(tanpa[:12])}. Nilainya tidak diubah.")
    if tabel.rumus:
        catatan.append(
            f"{tabel.rumus} sel berisi rumus; yang dibaca hasil hitungan terakhirnya."
        )
    if tabel.lembar_lain:
        catatan.append(f"Lembar lain diabaikan: {', '.join(tabel.lembar_lain[:5])}.")
    return catatan


def _kumpulkan(tabel: Tabel) -> list[tuple[int, dict[str, Any]]]:
    """Rows with a number or a level; group rows and signatures count nowhere (IMP-6)."""
    hasil = []
    for nomor, sel in tabel.baris:
        isi = {k: sel[i] for k, i in tabel.letak.items() if i < len(sel)}
        if any(teks_sel(v) for v in isi.values()):
            hasil.append((nomor, isi))
        if len(hasil) > BARIS_TERBANYAK:
            raise tolak(
                f"Berkas lebih dari {BARIS_TERBANYAK:,} baris. Bagi menjadi beberapa "
                "berkas.".replace(",", "."),
                "baris_terlalu_banyak",
            )
    return hasil


def _nip(sel: object) -> str:
    return "" if isinstance(sel, float | int) else teks_sel(sel)


def _pegawai(nomor: list[str]) -> dict[str, int]:
    """Number (present or former) -> person."""
    ada = dict(Pegawai.objects.filter(nip__in=nomor).values_list("nip", "pk"))
    lama = NomorPegawai.objects.filter(nomor__in=nomor)
    return {**dict(lama.values_list("nomor", "pegawai")), **ada}


def _nilai_baris(
    hasil: Bacaan,
    nomor: int,
    isi: dict[str, Any],
    kode: Mapping[str, int],
    orang: Mapping[str, int],
    beda: Mapping[int, list[int]],
    periode: PeriodePenilaian,
) -> None:
    galat: list[Tolakan] = []
    pegawai = _baca_orang(isi.get("NIP"), nomor, orang, beda, galat)
    hari = _baca_tanggal(isi.get(KOLOM_TANGGAL), nomor, periode, galat)
    level: dict[int, int] = {}
    for kolom, pk in kode.items():
        teks = teks_sel(isi.get(kolom))
        if teks in {"", "-"}:
            continue
        if teks.isascii() and teks.isdigit() and len(teks) == 1 and int(teks) <= 5:
            level[pk] = int(teks)
        else:
            sebab = "Tingkat harus bilangan bulat 0 sampai 5."
            galat.append(_tolakan(nomor, kolom, teks, sebab))
    if not galat and not level:
        galat.append(_tolakan(nomor, "", "", "Baris ini tidak memuat nilai."))
    if galat:
        hasil.ditolak += 1
        hasil.galat += galat[: max(0, GALAT_TERBANYAK - len(hasil.galat))]
        return
    hasil.baris.append(
        {
            "pegawai": pegawai,
            "tanggal": hari.isoformat() if hari else None,
            "level": {str(k): v for k, v in level.items()},
        }
    )


def _tolakan(baris: int, kolom: str, nilai: str, sebab: str) -> Tolakan:
    return {"baris": baris, "kolom": kolom, "nilai": nilai[:60], "sebab": sebab}


def _baca_orang(
    sel: object,
    nomor: int,
    orang: Mapping[str, int],
    beda: Mapping[int, list[int]],
    galat: list[Tolakan],
) -> int | None:
    if isinstance(sel, float | int):
        sebab = (
            "NIP tersimpan sebagai angka sehingga digit terakhirnya rusak. Ubah kolom "
            "NIP menjadi teks dan isi lagi dari sumbernya."
        )
        galat.append(_tolakan(nomor, "NIP", teks_sel(sel), sebab))
        return None
    nip = bersihkan_nip(teks_sel(sel))
    pk = orang.get(nip)
    if pk is None:
        sebab = "Tidak ada pegawai dengan NIP ini." if nip else "NIP belum diisi."
        galat.append(_tolakan(nomor, "NIP", nip, sebab))
        return None
    if nomor in beda:
        lain = ", ".join(map(str, beda[nomor]))
        sebab = f"Pegawai ini ada juga di baris {lain} dengan isi lain. Sisakan satu."
        galat.append(_tolakan(nomor, "NIP", nip, sebab))
    return pk


def _baca_tanggal(
    sel: object, nomor: int, periode: PeriodePenilaian, galat: list[Tolakan]
) -> date | None:
    if teks_sel(sel) in {"", "-"}:
        return None
    try:
        hari = tanggal_sel(sel)
    except ValueError:
        sebab = "Tulis tanggal seperti 24-11-2026 atau 24 November 2026."
    else:
        if periode.tanggal_mulai <= hari <= min(periode.tanggal_selesai, hari_ini()):
            return hari
        sebab = (
            f"Tanggal penilaian harus antara {tanggal(periode.tanggal_mulai)} dan "
            f"{tanggal(min(periode.tanggal_selesai, hari_ini()))}."
        )
    galat.append(_tolakan(nomor, KOLOM_TANGGAL, teks_sel(sel), sebab))
    return None
