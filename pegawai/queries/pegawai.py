"""People that an account may see: the base of every read, the list, the page."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramStrictWordSimilarity
from django.db.models import Count, F, IntegerField, QuerySet, TextField, Value, Window
from django.db.models.functions import Cast, Concat

from pegawai.alat.nip import bersihkan_nip
from pegawai.dasar.alat.halaman import JUMLAH_SEMUA
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    Jenjang,
    NomorPegawai,
    Pegawai,
    Peran,
    RiwayatJabatan,
    UnitKerja,
)
from pegawai.queries.kata import bernama, calon, kata_memuat, pecah, teratas_mirip
from pegawai.queries.kolom import Kolom, medan_dibaca
from pegawai.queries.pensiun import DIHITUNG, KEDUDUKAN_DIHITUNG, saring_pensiun
from pegawai.queries.peran import (
    SELESAI_BEKERJA,
    berlaku_sekota,
    dalam_cakupan,
    pegawai_dalam_cakupan,
    pegawai_sendiri_id,
    salah_satu,
    unit_dalam_cakupan,
)

Daftar = QuerySet[Pegawai]
PERAN_UNIT = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS, Peran.ADMIN)
MIRIP_TERBANYAK = 50
URUTAN = {
    "nama": ("nama_urut", ""),
    "-nama": ("nama_urut", "-"),
    "nip": ("nip", ""),
    "-nip": ("nip", "-"),
}


def pegawai_terlihat(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """Self, direct reports, and people of the units in one's grants; the city for staff.

    Base of every read of people. Organisers, assessors and partners see people only as
    rows of their own app's objects.
    """
    semua = Pegawai.objects.all()
    if berlaku_sekota(pengguna, *PERAN_UNIT):
        return semua
    return semua.filter(pk__in=pegawai_dalam_cakupan(pengguna, *PERAN_UNIT))


@dataclass(frozen=True)
class SaringPegawai:
    """What the list is narrowed by; empty means not narrowed."""

    cari: str = ""
    unit: UnitKerja | None = None
    jenjang: str = ""  # its code
    jenis: str = ""
    pensiun: str = ""  # a year, "dekat" (within the report's window), "lewat"
    kedudukan: str = ""
    atasan: str = ""  # tanpa, ditetapkan
    urut: str = ""  # a key of URUTAN; empty means by name


def daftar_pegawai(
    pengguna: Pengguna,
    saring: SaringPegawai,
    *,
    dasar: Daftar | None = None,
    lengkap: bool = False,
) -> Daftar:
    """The list: by name; when no name contains the words, the most alike first.

    `dasar` is a narrower set than all that the account may see; a page shows the first
    of a common word's people, an export all of them (`lengkap`).
    """
    tepat = pegawai_tepat(pengguna, saring, dasar=dasar)
    kata = _kata(saring)
    if kata and not _nomor(kata) and not tepat.exists():
        return pegawai_mirip(pengguna, saring, dasar=dasar)
    if kata and lengkap:
        return pegawai_tepat(pengguna, saring, dasar=dasar, lengkap=True)
    return tepat


def _kata(saring: SaringPegawai) -> str:
    return " ".join(saring.cari.lower().split())


def _terbaca(pengguna: Pengguna, saring: SaringPegawai, dasar: Daftar | None) -> Daftar:
    """People of the scope (asked of each row: half the price of `pegawai_terlihat`)."""
    if dasar is None:
        dasar = Pegawai.objects.filter(dalam_cakupan(pengguna, *PERAN_UNIT))
    return _tersaring(dasar, saring)


def _dibaca(daftar: Daftar) -> Daftar:
    return daftar.select_related("jabatan__jenjang", "unit_kerja", "golongan")


def pegawai_tepat(
    pengguna: Pengguna,
    saring: SaringPegawai,
    *,
    dasar: Daftar | None = None,
    lengkap: bool = False,
) -> Daftar:
    """People whose name contains every word, or whose number begins so; in order."""
    dalam, kata = _terbaca(pengguna, saring, dasar), _kata(saring)
    daftar = _dibaca(dalam)
    medan, turun = URUTAN.get(saring.urut, URUTAN["nama"])
    if not kata:
        return daftar.order_by(f"{turun}{medan}", f"{turun}pk")
    if lengkap:
        orang = _semua_cocok(daftar, kata)
        return orang.order_by(f"{turun}{medan}", f"{turun}pk")
    if nomor := _nomor(kata):
        lama = dalam.filter(pk__in=_nomor_lama(nomor))
        ditemukan = calon(lama, dalam.filter(nip__startswith=nomor))
    else:
        dicari = kata_memuat(pecah(kata))
        if berlaku_sekota(pengguna, *PERAN_UNIT) and all(d.umum for d in dicari):
            return bernama(daftar, dicari).order_by(f"{turun}{medan}", f"{turun}pk")
        ditemukan = calon(bernama(dalam, dicari))
    if ditemukan is None:
        return daftar.none()
    # Found within scope and filters, so that nothing but these need be read. Ordered by an
    # expression that no index holds: else the planner may walk the index of names through
    # millions of people in search of the few that match.
    return (
        _dibaca(Pegawai.objects.filter(pk__in=ditemukan))
        .annotate(
            urut=Concat(F(medan), Value(""), output_field=TextField()),
            **{JUMLAH_SEMUA: Window(Count("*"))},  # all are sorted anyway
        )
        .order_by(f"{turun}urut", f"{turun}pk")
    )


def _semua_cocok(daftar: Daftar, kata: str) -> Daftar:
    if nomor := _nomor(kata):
        return daftar.filter(pk__in=_bernomor(nomor))
    return bernama(daftar, kata_memuat(pecah(kata)))


def pegawai_mirip(
    pengguna: Pengguna, saring: SaringPegawai, *, dasar: Daftar | None = None
) -> Daftar:
    """People whose name is like the words, the most alike first; none without words."""
    kata = _kata(saring)
    if not kata or _nomor(kata):
        return Pegawai.objects.none()
    dalam = _terbaca(pengguna, saring, dasar)
    teratas = teratas_mirip(dalam, kata, MIRIP_TERBANYAK)
    if teratas is None:
        return Pegawai.objects.none()
    # Word by word: a part of a word that is alike (ilna) must not outdo a whole (yublina).
    nilai = TrigramStrictWordSimilarity(kata, "nama_urut") * 1000
    # An array, not IN: asked for first, so that nothing is joined to the whole city.
    mirip = _dibaca(Pegawai.objects.filter(salah_satu("pk", teratas)))
    return mirip.annotate(kemiripan=Cast(nilai, IntegerField())).order_by(
        "-kemiripan", "nama_urut", "pk"
    )


def baris_daftar(daftar: QuerySet[Pegawai], kolom: Iterable[Kolom]) -> QuerySet:
    """Rows of a list as plain values: what these columns read, and the keys."""
    return daftar.values(*medan_dibaca(kolom), *daftar.query.annotation_select)


def _tersaring(daftar: QuerySet[Pegawai], saring: SaringPegawai) -> QuerySet[Pegawai]:
    if saring.unit is not None:
        unit = UnitKerja.objects.filter(jalur__di_bawah=str(saring.unit.jalur))
        daftar = daftar.filter(unit_kerja__in=unit.values("pk"))
    if saring.jenjang:
        daftar = daftar.filter(jabatan__jenjang__kode=saring.jenjang)
    if saring.jenis:
        daftar = daftar.filter(jenis_kepegawaian=saring.jenis)
    if saring.pensiun:
        daftar = saring_pensiun(daftar, saring.pensiun)
    if saring.kedudukan == DIHITUNG:
        daftar = daftar.filter(kedudukan_hukum__in=KEDUDUKAN_DIHITUNG)
    elif saring.kedudukan:
        daftar = daftar.filter(kedudukan_hukum=saring.kedudukan)
    if saring.atasan == "tanpa":
        daftar = daftar.filter(atasan__isnull=True).exclude(
            kedudukan_hukum__in=SELESAI_BEKERJA
        )
    if saring.atasan == "ditetapkan":
        daftar = daftar.filter(atasan_ditetapkan=True)
    return daftar


def _nomor(kata: str) -> str:
    """The digits of a NIP or of its beginning; empty when these are words."""
    polos = bersihkan_nip(kata)
    return polos if polos.isascii() and polos.isdigit() and len(polos) >= 4 else ""


def _nomor_lama(awal: str) -> QuerySet:
    """Ids of people of whom a number kept in the history begins so."""
    return NomorPegawai.objects.filter(nomor__startswith=awal).values("pegawai_id")


def _bernomor(awal: str) -> QuerySet:
    """Ids of people whose present or earlier number begins so."""
    kini = Pegawai.objects.filter(nip__startswith=awal).values("pk")
    return kini.union(_nomor_lama(awal))


def unit_pilihan(pengguna: Pengguna) -> QuerySet[UnitKerja]:
    """Units to choose from in a filter: the city's OPD, or the units of one's grants."""
    if berlaku_sekota(pengguna, *PERAN_UNIT):
        unit = UnitKerja.objects.filter(jenis=UnitKerja.Jenis.OPD)
    else:
        unit = unit_dalam_cakupan(pengguna, *PERAN_UNIT)
    return unit.filter(berlaku_sampai__isnull=True).order_by("nama", "pk")


def jenjang_pilihan() -> QuerySet[Jenjang]:
    """All levels, in the order of the office."""
    return Jenjang.objects.order_by("urutan", "pk")


def pegawai_untuk_lembar(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """The same people with what the head of a person's page shows."""
    return pegawai_terlihat(pengguna).select_related(
        "jabatan__jenjang",
        "unit_kerja__opd",
        "golongan",
        "tingkat_pendidikan",
        "atasan__jabatan",
        "atasan__unit_kerja",
    )


def pegawai_sendiri(pengguna: Pengguna) -> Pegawai | None:
    """The registry row of this account, or None."""
    return Pegawai.objects.filter(pk=pegawai_sendiri_id(pengguna)).first()


def pegawai_bernomor(nomor: str) -> Pegawai | None:
    """Who holds or ever held this number."""
    return Pegawai.objects.filter(pk__in=_bernomor(nomor)).order_by("pk").first()


def riwayat_nomor(pegawai: Pegawai) -> QuerySet[NomorPegawai]:
    """Every number ever held, the present one first."""
    return NomorPegawai.objects.filter(pegawai=pegawai).order_by(
        "-berlaku_mulai", "-pk"
    )


def riwayat_jabatan(pegawai: Pegawai) -> QuerySet[RiwayatJabatan]:
    """Posts held, the latest first, acting ones too."""
    return (
        RiwayatJabatan.objects.filter(pegawai=pegawai)
        .select_related("jabatan", "unit_kerja")
        .order_by("-tmt", "-pk")
    )


def asal_atasan(pegawai: Pegawai) -> str:
    """How the direct superior came about, in a sentence."""
    if pegawai.atasan_ditetapkan:
        return f"Ditetapkan: {pegawai.atasan_alasan}"
    if pegawai.atasan is None:
        return (
            "Unit ini dan unit di atasnya belum punya pemegang jabatan kepala pada data "
            "kepegawaian."
        )
    jabatan = pegawai.atasan.jabatan or "jabatan kepala"
    unit = pegawai.atasan.unit_kerja
    letak = f" di {unit}" if unit else ""
    return f"Diturunkan dari data: pemegang {jabatan}{letak}"
