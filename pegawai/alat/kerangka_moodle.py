"""Competency framework as Moodle's CSV: 14 columns by position, their titles translated.

    framework -> kind of competency -> competency -> level -> its indicators

Moodle writes its titles in the language of whoever exports, so the first row is never
read. Cells span lines; commas inside cross-referenced ids are written `%2C`.
"""

import csv
import html
import io
import json
import re
from collections import Counter
from typing import NamedTuple

from pegawai.alat.rumusan import (
    TEKS_TERPANJANG,
    TINGKAT,
    Butir,
    aman_rumus,
    buka_rumus,
    butir_baru,
    rapikan,
)

KEPALA = (
    "Parent ID number", "ID number", "Short name", "Description",
    "Description format", "Scale values", "Scale configuration",
    "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)",
    "Is framework", "Taxonomy",
)  # fmt: skip
SKALA = "Paham,Dasar,Menengah,Mumpuni,Ahli"
ATUR_SKALA = json.dumps(
    [
        {"scaleid": "0"},
        {"id": 1, "scaledefault": 1, "proficient": 0},
        *({"id": n, "scaledefault": 0, "proficient": 1} for n in range(2, 6)),
    ],
    separators=(",", ":"),
)
TAKSONOMI = "domain,competency,level,indicator"
BIASA = "2"  # Moodle's FORMAT_PLAIN
NAMA_TERPANJANG = 100
BARIS_TERBANYAK = 25_000
SEL_TERPANJANG = 100_000
_TINGKAT = re.compile(r"(?:^|[^0-9])([1-5])$")


class GalatKerangka(Exception):
    """The file is no framework; the message is shown as it is."""


class Baris(NamedTuple):
    """One row by position, with its line in the file."""

    nomor: int
    induk: str
    id: str
    nama: str
    uraian: str
    terkait: list[str]
    kerangka: bool


def tulis_kerangka(*, kode: str, nama: str, ket: str, isi: list[Butir]) -> str:
    """The file; every row of it can be read back without loss."""
    wadah = io.StringIO()
    penulis = csv.writer(wadah, lineterminator="\r\n")
    penulis.writerow(KEPALA)
    urut = iter(range(1, 10**9))

    def tulis(induk: str, satu: str, judul: str, uraian: str, **lain: str) -> None:
        sel = (
            induk, satu, _pendek(judul), uraian, BIASA, lain.get("skala", ""),
            lain.get("atur", ""), "", "", "", lain.get("terkait", ""),
            str(next(urut)), lain.get("kerangka", "0"), lain.get("taksonomi", ""),
        )  # fmt: skip
        penulis.writerow([aman_rumus(s) for s in sel])

    tulis(
        "", kode, nama, ket,
        skala=SKALA, atur=ATUR_SKALA, kerangka="1", taksonomi=TAKSONOMI,
    )  # fmt: skip
    for jenis in dict.fromkeys(b["jenis"] for b in isi):
        tulis("", jenis, jenis.replace("_", " ").capitalize(), "")
    for b in isi:
        terkait = ",".join(k.replace(",", "%2C") for k in b.get("terkait", []))
        tulis(b["jenis"], b["kode"], b["nama"], _uraian(b), terkait=terkait)
        for tingkat, satu in b["level"].items():
            anak = f"{b['kode']}/{tingkat}"
            sebutan = SKALA.split(",")[int(tingkat) - 1]
            tulis(b["kode"], anak, f"{tingkat} – {sebutan}", satu["uraian"])
            if satu["indikator"]:
                tulis(anak, f"{anak}/i", "Indikator perilaku", satu["indikator"])
    return wadah.getvalue()


def _pendek(teks: str) -> str:
    """Moodle cuts short names at 100; ours stay whole in the description."""
    return teks if len(teks) <= NAMA_TERPANJANG else teks[: NAMA_TERPANJANG - 1] + "…"


def _uraian(b: Butir) -> str:
    """The definition; a name that was cut stands before it, on a line of its own."""
    if len(b["nama"]) > NAMA_TERPANJANG:
        return f"{b['nama']}\n\n{b['definisi']}"
    return str(b["definisi"])


def baca_kerangka(data: bytes, jenis: set[str]) -> tuple[Baris, list[Butir]]:
    """The framework's row and its competencies."""
    daftar = _baris(_teks(data))
    kepala = [b for b in daftar if b.kerangka]
    if len(kepala) != 1:
        raise GalatKerangka(
            f"Berkas memuat {len(kepala)} baris kerangka; harus tepat satu (kolom ke-13 "
            "berisi 1). Ekspor satu kerangka saja dari Moodle."
        )
    isi = [b for b in daftar if not b.kerangka]
    ganda = [k for k, n in Counter(b.id for b in isi).items() if n > 1]
    if ganda:
        raise GalatKerangka(
            f"Nomor ID {', '.join(ganda[:5])} dipakai lebih dari satu baris. Beri setiap "
            "kompetensi nomor ID sendiri."
        )
    return kepala[0], _susun(isi, jenis)


def _teks(data: bytes) -> str:
    if b"\x00" in data[:4096]:
        raise GalatKerangka("Berkas ini bukan CSV. Ekspor kerangka sebagai CSV.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _baris(teks: str) -> list[Baris]:
    awal = teks.split("\n", 1)[0]
    pemisah = max(",;\t", key=awal.count)
    hasil = []
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    try:
        for ke, sel in enumerate(pembaca):
            if ke == 0 or not any(s.strip() for s in sel):
                continue
            if max(map(len, sel)) > SEL_TERPANJANG:
                raise csv.Error  # the module's own limit belongs to the whole process
            hasil.append(_satu(pembaca.line_num, sel))
            if len(hasil) > BARIS_TERBANYAK:
                raise GalatKerangka("Berkas lebih dari 25.000 baris. Bagi kerangkanya.")
    except csv.Error:
        raise GalatKerangka(
            f"Baris {pembaca.line_num} tidak terbaca: ada sel yang terlalu panjang atau "
            "tanda kutip yang tidak ditutup."
        ) from None
    if not hasil:
        raise GalatKerangka("Berkas ini kosong. Ekspor lagi kerangkanya dari Moodle.")
    return hasil


def _satu(nomor: int, sel: list[str]) -> Baris:
    if len(sel) < 13:
        raise GalatKerangka(
            f"Baris {nomor} berisi {len(sel)} kolom, padahal kerangka Moodle berisi 14. "
            "Jangan menghapus kolom saat menyunting berkasnya."
        )
    isi = [buka_rumus(s) for s in sel]
    for s in isi:
        if len(s) > TEKS_TERPANJANG:
            raise GalatKerangka(
                f"Baris {nomor} memuat sel lebih dari 10.000 karakter. Ringkas isinya."
            )
    uraian = _tanpa_html(isi[3]) if isi[4].strip() == "1" else rapikan(isi[3])
    satu, nama = rapikan(isi[1]), rapikan(isi[2])
    if not satu or not nama:
        raise GalatKerangka(f"Baris {nomor} tidak memuat nomor ID atau nama.")
    terkait = [rapikan(t.replace("%2C", ",")) for t in isi[10].split(",") if t.strip()]
    return Baris(
        nomor, rapikan(isi[0]), satu, nama, uraian, terkait, isi[12].strip() == "1"
    )


def _tanpa_html(teks: str) -> str:
    """Moodle's editor writes HTML; the dictionary holds plain text."""
    teks = re.sub(r"(?i)<br\s*/?>|</(?:p|li|div|h\d)>", "\n", teks)
    return rapikan(
        re.sub(r"\n{3,}", "\n\n", html.unescape(re.sub(r"<[^>]*>", "", teks)))
    )


def _susun(isi: list[Baris], jenis: set[str]) -> list[Butir]:
    """The tree: kinds are rows named like one of ours, then competencies, then levels."""
    ada = {b.id for b in isi}
    for b in isi:
        if b.induk and b.induk not in ada:
            raise GalatKerangka(
                f"Baris {b.nomor}: induk {b.induk} tidak ada dalam berkas."
            )
    anak: dict[str, list[Baris]] = {}
    for b in isi:
        anak.setdefault(b.induk, []).append(b)
    hasil, dipakai = [], 0
    for b in anak.get("", []):
        kelompok = b.id if b.id in jenis else ""
        dipakai += bool(kelompok)
        for k in anak.get(b.id, []) if kelompok else [b]:
            butir, baris = _kompetensi(k, kelompok or "TEKNIS", anak)
            hasil.append(butir)
            dipakai += baris
    if dipakai != len(isi):
        raise GalatKerangka(
            "Kerangka lebih dalam dari kompetensi, tingkat, dan indikator, atau memuat "
            "induk yang melingkar. Ratakan kerangkanya di Moodle lalu ekspor lagi."
        )
    return hasil


def _kompetensi(
    k: Baris, jenis: str, anak: dict[str, list[Baris]]
) -> tuple[Butir, int]:
    """One competency and how many rows it took."""
    tingkat = anak.get(k.id, [])
    if len(tingkat) > len(TINGKAT):
        raise GalatKerangka(
            f"{k.nama} (baris {k.nomor}) memuat {len(tingkat)} tingkat; paling banyak "
            "lima."
        )
    level, jumlah = {}, 1 + len(tingkat)
    cocok = [_TINGKAT.search(t.id) for t in tingkat]
    bernomor = [c[1] for c in cocok if c]
    pakai = len(bernomor) == len(tingkat) == len(set(bernomor))
    for ke, t in enumerate(tingkat):
        cucu = anak.get(t.id, [])
        jumlah += len(cucu)
        nomor = bernomor[ke] if pakai else TINGKAT[ke]
        indikator = "\n".join(c.uraian or c.nama for c in cucu)
        level[nomor] = (t.uraian or t.nama, indikator)
    nama, definisi = k.nama, k.uraian
    if nama.endswith("…") and "\n\n" in definisi:
        utuh, sisa = definisi.split("\n\n", 1)
        if utuh.startswith(nama[:-1]):
            nama, definisi = utuh, sisa
    butir = butir_baru(
        kode=k.id, nama=nama, jenis=jenis, definisi=definisi,
        terkait=k.terkait, level=level,
    )  # fmt: skip
    return butir, jumlah
