"""What waits for this account: one query, read by start pages, approvals and the menu."""

from django.db.models import CharField, DateTimeField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import PermintaanPerbaikan
from pegawai.queries.peran import punya_peran
from pegawai.queries.perbaikan import perbaikan_menunggu
from pelatihan.queries.peserta import peserta_menunggu
from penilaian.queries.penugasan import penugasan_menunggu
from penilaian.queries.rencana import rencana_menunggu

# kind -> (label, URL name of the page where it is decided)
JENIS = {
    "kursi": ("Pelatihan", "pelatihan:peserta-rinci"),
    "penugasan": ("Penugasan program", "penilaian:penugasan-rinci"),
    "perbaikan": ("Perbaikan data", "pegawai:perbaikan-rinci"),
    "rencana": ("Rencana pengembangan", "penilaian:rencana-rinci"),
}
MEDAN = dict(PermintaanPerbaikan.Medan.choices)
BATAS_HITUNG = 100
PEMUTUS = ("ATASAN", "KEPALA_OPD", "PENYELENGGARA", "ANALIS", "PENGELOLA_OPD")


def menunggu_persetujuan(pengguna: Pengguna) -> QuerySet:
    """What this account may decide now: w_jenis, w_kunci, w_nama, w_judul, w_sejak, w_batas."""
    kosong = Value(None, output_field=DateTimeField())
    kursi = _baris(
        peserta_menunggu(pengguna),
        "kursi",
        judul=F("angkatan__pelatihan__nama"),
        sejak=F("diajukan_pada"),
        batas=F("batas_keputusan"),
    )
    penugasan = _baris(
        penugasan_menunggu(pengguna),
        "penugasan",
        judul=F("program__nama"),
        sejak=F("dibuat_pada"),
        batas=kosong,
    )
    rencana = _baris(
        rencana_menunggu(pengguna),
        "rencana",
        judul=Concat(Value("Rencana "), Cast("tahun", CharField())),
        sejak=F("diajukan_pada"),
        batas=kosong,
    )
    perbaikan = _baris(
        perbaikan_menunggu(pengguna),
        "perbaikan",
        judul=F("medan"),
        sejak=F("diajukan_pada"),
        batas=F("batas_pada"),
    )
    pertama, *lain = [
        b for b in (kursi, penugasan, rencana, perbaikan) if not b.query.is_empty()
    ] or [kursi]
    return pertama.union(*lain, all=True).order_by("w_sejak", "w_kunci")


def judul_putusan(jenis: str, judul: str) -> str:
    """The title as people read it: of a correction the name of its field."""
    return MEDAN[judul] if jenis == "perbaikan" else judul


def _baris(daftar: QuerySet, jenis: str, **nilai: object) -> QuerySet:
    kolom = {
        "w_jenis": Value(jenis, output_field=CharField()),
        "w_kunci": F("uid"),
        "w_nama": F("pegawai__nama"),
        **{f"w_{nama}": isi for nama, isi in nilai.items()},
    }
    baris = daftar.order_by().select_related(None).annotate(**kolom)
    return baris.values_list(*kolom, named=True)


def tautan_putusan(jenis: str, uid: object) -> str:
    """The page where this one is decided."""
    return reverse(JENIS[jenis][1], kwargs={"uid": uid})


def dapat_memutuskan(pengguna: Pengguna) -> bool:
    """Can anything ever wait for this account? Spares the query on most start pages."""
    return punya_peran(pengguna, *PEMUTUS)


def jumlah_menunggu(pengguna: Pengguna) -> int:
    """How many, at most 100."""
    if not dapat_memutuskan(pengguna):
        return 0
    return len(menunggu_persetujuan(pengguna)[:BATAS_HITUNG])
