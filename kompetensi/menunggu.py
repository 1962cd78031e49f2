"""What waits for this account: one query, read by start pages, approvals and the menu."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import CharField, DateTimeField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse

from kemitraan.models import PermintaanData
from kemitraan.queries.magang import penempatan_menunggu
from kemitraan.queries.pengguna import usul_pengguna_menunggu
from kemitraan.queries.permintaan import permintaan_data_menunggu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import PenataanUnit, Peran, PermintaanPerbaikan
from pegawai.queries.penataan import penataan_menunggu
from pegawai.queries.peran import berlaku_sekota, punya_peran
from pegawai.queries.peran_daftar import usul_menunggu
from pegawai.queries.perbaikan import perbaikan_menunggu
from pegawai.queries.sekali import baris_sekali
from pelatihan.queries.peserta import peserta_menunggu
from pelatihan.queries.usul import usul_pelatihan_menunggu
from pelatihan.queries.verifikasi import riwayat_menunggu, verifikasi_menunggu
from penilaian.queries.penilaian import asesmen_terbuka
from penilaian.queries.penugasan import penugasan_menunggu
from penilaian.queries.rencana import rencana_menunggu

KOSONG = Value(None, output_field=DateTimeField())


class Jenis(NamedTuple):
    """A kind of decision: its label and page, who may see which, and its columns."""

    label: str
    halaman: str
    daftar: Callable[[Pengguna], QuerySet]
    judul: object
    nama: object = F("pegawai__nama")
    sejak: object = F("dibuat_pada")
    batas: object = KOSONG
    kunci: object = F("uid")
    sebutan: dict[str, str] = {}  # where the title is a code: what it is called


JENIS = {
    "kursi": Jenis(
        "Pelatihan",
        "pelatihan:peserta-rinci",
        peserta_menunggu,
        judul=F("angkatan__pelatihan__nama"),
        sejak=F("diajukan_pada"),
        batas=F("batas_keputusan"),
    ),
    "magang": Jenis(
        "Magang",
        "kemitraan:penempatan-rinci",
        penempatan_menunggu,
        judul=F("program__nama"),
        nama=Coalesce("peserta__nama", "pegawai__nama"),
    ),
    "penugasan": Jenis(
        "Penugasan program",
        "penilaian:penugasan-rinci",
        penugasan_menunggu,
        judul=F("program__nama"),
    ),
    "perbaikan": Jenis(
        "Perbaikan data",
        "pegawai:perbaikan-rinci",
        perbaikan_menunggu,
        judul=F("medan"),
        sejak=F("diajukan_pada"),
        batas=F("batas_pada"),
        sebutan=dict(PermintaanPerbaikan.Medan.choices),
    ),
    "rencana": Jenis(
        "Rencana pengembangan",
        "penilaian:rencana-rinci",
        rencana_menunggu,
        judul=Concat(Value("Rencana "), Cast("tahun", CharField())),
        sejak=F("diajukan_pada"),
    ),
    "riwayat": Jenis(
        "Verifikasi pelatihan",
        "pelatihan:riwayat-rinci",
        riwayat_menunggu,
        judul=F("nama"),
        sejak=F("diajukan_pada"),
    ),
    "usul-pelatihan": Jenis(
        "Usul pelatihan",
        "pelatihan:usul-rinci",
        usul_pelatihan_menunggu,
        judul=F("nama"),
        nama=F("unit_kerja__nama"),
    ),
    "permintaan-data": Jenis(
        "Data pribadi mitra",
        "kemitraan:permintaan-rinci",
        permintaan_data_menunggu,
        judul=F("jenis"),
        nama=F("pengguna__nama"),
        sejak=F("diajukan_pada"),
        batas=F("batas_pada"),
        sebutan=dict(PermintaanData.Jenis.choices),
    ),
    "peran": Jenis(  # C.3: T², as the two that follow
        "Usul peran",
        "pegawai:peran-usul",
        usul_menunggu,
        judul=F("peran"),
        nama=F("pengguna__nama"),
        sebutan=dict(Peran.choices),
    ),
    "penataan": Jenis(
        "Penataan unit",
        "pegawai:penataan-rinci",
        penataan_menunggu,
        judul=F("jenis"),
        nama=Coalesce("unit_kerja__nama", "nama_baru"),
        sebutan=dict(PenataanUnit.Jenis.choices),
    ),
    "akun-mitra": Jenis(
        "Pengguna mitra",
        "kemitraan:mitra-rinci",
        usul_pengguna_menunggu,
        judul=F("nama"),
        nama=F("mitra__nama"),
        kunci=F("mitra__uid"),
    ),
}
KOLOM = ("kunci", "nama", "judul", "sejak", "batas")  # after w_jenis, as in Menunggu
BATAS_HITUNG = 100
TERHITUNG = "_hitung_menu"  # what one request has counted, on its account
PEMUTUS = (
    "ATASAN",
    "KEPALA_OPD",
    "PENYELENGGARA",
    "ANALIS",
    "PENGELOLA_OPD",
    "ADMIN",
)


class Menunggu(NamedTuple):
    """One thing that waits: its kind and key, whose it is, what, since and until when."""

    w_jenis: str
    w_kunci: UUID
    w_nama: str
    w_judul: str
    w_sejak: datetime
    w_batas: datetime | None


def menunggu_persetujuan(pengguna: Pengguna, terbanyak: int) -> list[Menunggu]:
    """What this account may decide now, the oldest first."""
    baris = baris_sekali(
        ("menunggu", terbanyak), pengguna, lambda: _gabungan(pengguna)[:terbanyak]
    )
    return [Menunggu(*b) for b in baris]


def _gabungan(pengguna: Pengguna) -> QuerySet:
    semua = [_baris(jenis.daftar(pengguna), kode) for kode, jenis in JENIS.items()]
    pertama, *lain = [b for b in semua if not b.query.is_empty()] or semua[:1]
    return pertama.union(*lain, all=True).order_by("w_sejak", "w_kunci")


def judul_putusan(jenis: str, judul: str) -> str:
    """The title as people read it: of a correction the name of its field."""
    sebutan = JENIS[jenis].sebutan
    return str(sebutan[judul]) if sebutan else judul


def _baris(daftar: QuerySet, kode: str) -> QuerySet:
    jenis = JENIS[kode]
    kolom = {
        "w_jenis": Value(kode, output_field=CharField()),
        **{f"w_{k}": getattr(jenis, k) for k in KOLOM},
    }
    baris = daftar.order_by().select_related(None).annotate(**kolom)
    return baris.values_list(*kolom)


def tautan_putusan(jenis: str, uid: object) -> str:
    """The page where this one is decided."""
    if jenis == "peran":  # decided in the list itself
        return f"{reverse(JENIS[jenis].halaman)}#usul-{uid}"
    return reverse(JENIS[jenis].halaman, kwargs={"uid": uid})


def dapat_memutuskan(pengguna: Pengguna) -> bool:
    """Can anything ever wait for this account? Spares the query on most start pages."""
    return punya_peran(pengguna, *PEMUTUS)


def jumlah_menunggu(pengguna: Pengguna) -> int:
    """How many, at most 100."""
    if not dapat_memutuskan(pengguna):
        return 0
    return len(menunggu_persetujuan(pengguna, BATAS_HITUNG))


def hitung_menu(pengguna: Pengguna) -> dict[str, int]:
    """Waiting work beside the menu's lines, each at most 100, in one statement.

    Rows and not counts, so that the database stops at the hundredth; what the page has
    read already (`catat_hitung`) is not asked again.
    """
    ada = pengguna.__dict__.get(TERHITUNG, {})
    bagian: dict[str, Callable[[Pengguna], QuerySet]] = {}
    if "persetujuan" not in ada and dapat_memutuskan(pengguna):
        bagian |= {kode: jenis.daftar for kode, jenis in JENIS.items()}
    if "verifikasi" not in ada and berlaku_sekota(pengguna, Peran.ANALIS):
        bagian["verifikasi"] = verifikasi_menunggu
    if "asesmen" not in ada and punya_peran(pengguna, Peran.ASESOR):
        bagian["asesmen"] = asesmen_terbuka
    if bagian:
        baris = baris_sekali(
            ("menu", *bagian), pengguna, lambda: _jenis_semua(pengguna, bagian)
        )
        jenis = Counter(j for (j,) in baris)
        if "kursi" in bagian:
            catat_persetujuan(pengguna, jenis)
        if "verifikasi" in bagian:
            catat_hitung(pengguna, verifikasi=jenis["verifikasi"])
        if "asesmen" in bagian:
            catat_hitung(pengguna, asesmen=jenis["asesmen"])
    return pengguna.__dict__.get(TERHITUNG, {})


def _jenis_semua(
    pengguna: Pengguna, bagian: dict[str, Callable[[Pengguna], QuerySet]]
) -> QuerySet:
    pertama, *lain = (_jenis_saja(f(pengguna), j) for j, f in bagian.items())
    return pertama.union(*lain, all=True) if lain else pertama


def _jenis_saja(daftar: QuerySet, jenis: str) -> QuerySet:
    baris = daftar.order_by().select_related(None)
    return baris.values_list(Value(jenis, output_field=CharField()), flat=True)[
        :BATAS_HITUNG
    ]


def catat_persetujuan(pengguna: Pengguna, jenis: Counter[str]) -> None:
    """Keep the number of each kind that this request has read."""
    jumlah = min(BATAS_HITUNG, sum(jenis[j] for j in JENIS))
    catat_hitung(pengguna, persetujuan=jumlah, perbaikan=jenis["perbaikan"])
    # An analyst's list is longer than the box and counted apart.
    if punya_peran(pengguna, Peran.PENGELOLA_OPD) and not berlaku_sekota(
        pengguna, Peran.ANALIS
    ):
        catat_hitung(pengguna, verifikasi=jenis["riwayat"])


def catat_hitung(pengguna: Pengguna, **jumlah: int) -> None:
    """Keep for the menu what this request has counted."""
    pengguna.__dict__[TERHITUNG] = pengguna.__dict__.get(TERHITUNG, {}) | jumlah
