"""A dictionary as a file: written, read, compared, applied as a draft."""

from collections import Counter
from typing import IO

from django.db import transaction
from django.utils import timezone

from pegawai.alat.kerangka_moodle import GalatKerangka, baca_kerangka, tulis_kerangka
from pegawai.alat.rumusan import TINGKAT, Butir, butir_baru, sidik
from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import BerkasKompetensi, EdisiKamus, KamusKompetensi
from pegawai.queries.kamus import (
    NAMA_JENIS,
    draf_edisi,
    perubahan_berkas,
    rumusan_berlaku,
)
from pegawai.services.buku_kompetensi import baca_lembar, buka_buku, tulis_buku
from pegawai.services.kamus import KepalaEdisi, buat_draf_edisi, ganti_isi

LEMBAR = "Kamus"
KEPALA = (
    "Kode",
    "Nama",
    "Jenis",
    "Definisi",
    "Terkait",
    *(f"Tingkat {t} {apa}" for t in TINGKAT for apa in ("uraian", "indikator")),
)
WAJIB = ("Kode", "Nama", "Jenis", "Definisi")
GALAT_TERBANYAK = 10


def ekspor_xlsx(kamus: KamusKompetensi) -> bytes:
    """The wording in force, one row a competency."""
    return tulis_buku([(LEMBAR, KEPALA, [_baris(b) for b in rumusan_berlaku(kamus)])])


def ekspor_moodle(kamus: KamusKompetensi) -> str:
    """The wording in force as Moodle's competency framework."""
    return tulis_kerangka(
        kode=kamus.kode,
        nama=kamus.nama,
        ket=f"{kamus.nama}. Pemilik: {kamus.pemilik}.",
        isi=rumusan_berlaku(kamus),
    )


def _baris(b: Butir) -> list[str]:
    sel = [b["kode"], b["nama"], NAMA_JENIS[b["jenis"]], b["definisi"]]
    sel.append("; ".join(b["terkait"]))
    for t in TINGKAT:
        satu = b["level"].get(t, {})
        sel += [satu.get("uraian", ""), satu.get("indikator", "")]
    return sel


def baca_xlsx(berkas: IO[bytes]) -> list[Butir]:
    """Competencies of a workbook; every bad row is named, nothing is half taken."""
    jenis = {n.upper(): k for k, n in NAMA_JENIS.items()} | {k: k for k in NAMA_JENIS}
    isi, galat = [], []
    for nomor, sel in baca_lembar(buka_buku(berkas), LEMBAR, KEPALA, WAJIB):
        kode = jenis.get(sel["Jenis"].upper())
        if kode is None:
            galat.append(
                f"Baris {nomor}: jenis {sel['Jenis'] or 'kosong'} tidak dikenal. Pakai "
                f"{', '.join(NAMA_JENIS.values())}."
            )
            continue
        butir = butir_baru(
            kode=sel["Kode"],
            nama=sel["Nama"],
            jenis=kode,
            definisi=sel["Definisi"],
            terkait=sel.get("Terkait", "").split(";"),
            level={
                t: (
                    sel.get(f"Tingkat {t} uraian", ""),
                    sel.get(f"Tingkat {t} indikator", ""),
                )
                for t in TINGKAT
            },
        )
        isi.append(butir)
        galat += [f"Baris {nomor}: {g}" for g in _galat(butir)]
    _tolak(galat)
    return isi


def baca_moodle(data: bytes) -> list[Butir]:
    """Competencies of a framework exported here or by Moodle."""
    try:
        _, isi = baca_kerangka(data, set(NAMA_JENIS))
    except GalatKerangka as galat:
        raise AturanDilanggar(str(galat), kode="kerangka", medan="berkas") from None
    _tolak([f"{b['kode']}: {g}" for b in isi for g in _galat(b)])
    return isi


def _galat(b: Butir) -> list[str]:
    pesan = []
    if not b["kode"] or not b["nama"]:
        pesan.append("kode dan nama wajib diisi.")
    if len(b["kode"]) > 24:
        pesan.append("kode lebih dari 24 karakter.")
    if len(b["nama"]) > 150:
        pesan.append("nama lebih dari 150 karakter.")
    return pesan


def _tolak(galat: list[str]) -> None:
    if galat:
        sisa = len(galat) - GALAT_TERBANYAK
        lagi = [f"Dan {sisa} kesalahan lain."] if sisa > 0 else []
        raise AturanDilanggar(
            " ".join([*galat[:GALAT_TERBANYAK], *lagi]),
            kode="isi_berkas",
            medan="berkas",
        )


@transaction.atomic
def simpan_berkas_kamus(
    *, kamus: KamusKompetensi, nama_berkas: str, isi: list[Butir], oleh: Pengguna
) -> BerkasKompetensi:
    """Keep what a file says until somebody has looked at the differences."""
    if not isi:
        raise AturanDilanggar(
            "Berkas tidak memuat satu pun kompetensi.", kode="kosong", medan="berkas"
        )
    ganda = [k for k, n in Counter(b["kode"].upper() for b in isi).items() if n > 1]
    if ganda:
        raise AturanDilanggar(
            f"Kode {', '.join(ganda[:5])} ada lebih dari sekali. Satu kompetensi satu "
            "baris.",
            kode="kode_ganda",
            medan="berkas",
        )
    return BerkasKompetensi.objects.create(
        jenis=BerkasKompetensi.Jenis.KAMUS,
        kamus=kamus,
        nama_berkas=nama_berkas[:200],
        isi=isi,
        oleh=oleh,
    )


@transaction.atomic
def terapkan_berkas_kamus(
    *, berkas: BerkasKompetensi, dilihat: str, oleh: Pengguna
) -> EdisiKamus:
    """Put the file's wording into the draft, starting one if needed. Twice is once.

    `dilihat` is the mark of the differences that were shown; others are refused.
    """
    berkas = BerkasKompetensi.objects.select_for_update(of=("self",)).get(pk=berkas.pk)
    assert berkas.kamus is not None  # a constraint of this kind of file
    edisi = draf_edisi(berkas.kamus, kunci=True)
    if berkas.diterapkan_pada is not None and edisi is not None:
        return edisi
    if berkas.diterapkan_pada is not None:
        raise AturanDilanggar(
            "Berkas ini sudah diterapkan. Unggah lagi bila perlu.", kode="sudah"
        )
    if sidik(perubahan_berkas(berkas)) != dilihat:
        raise versi_usang("Isi yang dibandingkan")
    if edisi is None:
        kepala = KepalaEdisi(
            f"Impor {hari_ini():%Y}", "menunggu keputusan", None, hari_ini()
        )
        edisi = buat_draf_edisi(kamus=berkas.kamus, kepala=kepala, oleh=oleh)
    edisi = ganti_isi(edisi=edisi, isi=berkas.isi, oleh=oleh)
    berkas.diterapkan_pada = timezone.now()
    berkas.save(update_fields=["diterapkan_pada"])
    return edisi
