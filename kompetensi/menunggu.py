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

# kind -> (label, URL name of the page where it is decided)
JENIS = {
    "akun-mitra": ("Pengguna mitra", "kemitraan:mitra-rinci"),
    "kursi": ("Pelatihan", "pelatihan:peserta-rinci"),
    "magang": ("Magang", "kemitraan:penempatan-rinci"),
    "penataan": ("Penataan unit", "pegawai:penataan-rinci"),
    "penugasan": ("Penugasan program", "penilaian:penugasan-rinci"),
    "peran": ("Usul peran", "pegawai:peran-usul"),
    "permintaan-data": ("Data pribadi mitra", "kemitraan:permintaan-rinci"),
    "perbaikan": ("Perbaikan data", "pegawai:perbaikan-rinci"),
    "rencana": ("Rencana pengembangan", "penilaian:rencana-rinci"),
    "usul-pelatihan": ("Usul pelatihan", "pelatihan:usul-rinci"),
    "riwayat": ("Verifikasi pelatihan", "pelatihan:riwayat-rinci"),
}
# Kinds whose title is a code -> what it is called.
SEBUTAN = {
    "penataan": dict(PenataanUnit.Jenis.choices),
    "peran": dict(Peran.choices),
    "perbaikan": dict(PermintaanPerbaikan.Medan.choices),
    "permintaan-data": dict(PermintaanData.Jenis.choices),
}
PERSETUJUAN: dict[str, Callable[[Pengguna], QuerySet]] = {
    "kursi": peserta_menunggu,
    "magang": penempatan_menunggu,
    "penugasan": penugasan_menunggu,
    "perbaikan": perbaikan_menunggu,
    "rencana": rencana_menunggu,
    "riwayat": riwayat_menunggu,
    "usul-pelatihan": usul_pelatihan_menunggu,
    "permintaan-data": permintaan_data_menunggu,
    "peran": usul_menunggu,
    "penataan": penataan_menunggu,
    "akun-mitra": usul_pengguna_menunggu,
}
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
    magang = _baris(
        penempatan_menunggu(pengguna),
        "magang",
        nama=Coalesce("peserta__nama", "pegawai__nama"),
        judul=F("program__nama"),
        sejak=F("dibuat_pada"),
        batas=kosong,
    )
    semua = (
        *(kursi, penugasan, rencana, magang),
        *_dari_orang(pengguna, kosong),
        *_untuk_admin(pengguna, kosong),
    )
    pertama, *lain = [b for b in semua if not b.query.is_empty()] or [kursi]
    return pertama.union(*lain, all=True).order_by("w_sejak", "w_kunci")


def _dari_orang(pengguna: Pengguna, kosong: Value) -> tuple[QuerySet, ...]:
    """What people and units ask: corrections, training taken elsewhere, new courses."""
    perbaikan = _baris(
        perbaikan_menunggu(pengguna),
        "perbaikan",
        judul=F("medan"),
        sejak=F("diajukan_pada"),
        batas=F("batas_pada"),
    )
    riwayat = _baris(
        riwayat_menunggu(pengguna),
        "riwayat",
        judul=F("nama"),
        sejak=F("diajukan_pada"),
        batas=kosong,
    )
    usul = _baris(
        usul_pelatihan_menunggu(pengguna),
        "usul-pelatihan",
        nama=F("unit_kerja__nama"),
        judul=F("nama"),
        sejak=F("dibuat_pada"),
        batas=kosong,
    )
    data = _baris(
        permintaan_data_menunggu(pengguna),
        "permintaan-data",
        nama=F("pengguna__nama"),
        judul=F("jenis"),
        sejak=F("diajukan_pada"),
        batas=F("batas_pada"),
    )
    return perbaikan, riwayat, usul, data


def _untuk_admin(pengguna: Pengguna, kosong: Value) -> tuple[QuerySet, ...]:
    """What needs a second person: roles, acts on units, users of partners (C.3: T²)."""
    peran = _baris(
        usul_menunggu(pengguna),
        "peran",
        nama=F("pengguna__nama"),
        judul=F("peran"),
        sejak=F("dibuat_pada"),
        batas=kosong,
    )
    penataan = _baris(
        penataan_menunggu(pengguna),
        "penataan",
        nama=Coalesce("unit_kerja__nama", "nama_baru"),
        judul=F("jenis"),
        sejak=F("dibuat_pada"),
        batas=kosong,
    )
    akun_mitra = _baris(
        usul_pengguna_menunggu(pengguna),
        "akun-mitra",
        kunci=F("mitra__uid"),
        nama=F("mitra__nama"),
        judul=F("nama"),
        sejak=F("dibuat_pada"),
        batas=kosong,
    )
    return peran, penataan, akun_mitra


def judul_putusan(jenis: str, judul: str) -> str:
    """The title as people read it: of a correction the name of its field."""
    return str(SEBUTAN[jenis][judul]) if jenis in SEBUTAN else judul


def _baris(daftar: QuerySet, jenis: str, **nilai: object) -> QuerySet:
    kolom = {
        "w_jenis": Value(jenis, output_field=CharField()),
        "w_kunci": nilai.pop("kunci", F("uid")),
        "w_nama": nilai.pop("nama", F("pegawai__nama")),
        **{f"w_{nama}": isi for nama, isi in nilai.items()},
    }
    baris = daftar.order_by().select_related(None).annotate(**kolom)
    return baris.values_list(*kolom)


def tautan_putusan(jenis: str, uid: object) -> str:
    """The page where this one is decided."""
    if jenis == "peran":  # decided in the list itself
        return f"{reverse(JENIS[jenis][1])}#usul-{uid}"
    return reverse(JENIS[jenis][1], kwargs={"uid": uid})


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
        bagian |= PERSETUJUAN
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
