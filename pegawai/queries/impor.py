"""Imports: which ones an account sees, their rows, names and state."""

import re
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import (
    BarisImpor,
    BerkasImpor,
    Jabatan,
    NamaImpor,
    Pegawai,
    Peran,
    UnitKerja,
)
from pegawai.queries.peran import (
    SELESAI_BEKERJA,
    berlaku_sekota,
    unit_dalam_cakupan,
)

JENIS = ("berubah", "baru", "dilewati", "sama", "ditolak", "peringatan")
JENIS_CAKUPAN = {
    "PNS": ~Q(jenis_kepegawaian=Pegawai.Jenis.PPPK),
    "PPPK": Q(jenis_kepegawaian=Pegawai.Jenis.PPPK, paruh_waktu=False),
    "PPPK_PARUH": Q(jenis_kepegawaian=Pegawai.Jenis.PPPK, paruh_waktu=True),
}
_KURUNG = re.compile(r"(.+?)\s*\(([^()]+)\)")
Status = BerkasImpor.Status
SEDANG = {Status.UNGGAH, Status.DIPERIKSA, Status.BERJALAN, Status.MENGURUNGKAN}
BERHENTI = {Pekerjaan.Status.GAGAL, Pekerjaan.Status.DIBATALKAN}


def impor_terlihat(pengguna: Pengguna) -> QuerySet[BerkasImpor]:
    """One's own imports; analyst and administrator of the city see all."""
    if berlaku_sekota(pengguna, Peran.ANALIS, Peran.ADMIN):
        return BerkasImpor.objects.all()
    return BerkasImpor.objects.filter(oleh=pengguna)


def daftar_impor(pengguna: Pengguna) -> QuerySet[BerkasImpor]:
    """The list page: visible imports, newest first."""
    return (
        impor_terlihat(pengguna).select_related("oleh").order_by("-dibuat_pada", "-pk")
    )


def baris_impor(impor: BerkasImpor, jenis: str) -> QuerySet[BarisImpor]:
    """Rows of one kind in the order of the file."""
    daftar = BarisImpor.objects.filter(impor=impor).defer("asli")
    if jenis == "peringatan":
        daftar = daftar.exclude(peringatan=[]).exclude(tindakan="DITOLAK")
    else:
        daftar = daftar.filter(tindakan=jenis.upper())
    return daftar.select_related("pegawai").order_by("nomor_baris")


def nama_asing(impor: BerkasImpor) -> QuerySet[NamaImpor]:
    """Unknown names, units first, those with most people on top."""
    return (
        NamaImpor.objects.filter(impor=impor)
        .select_related("unit_kerja", "jabatan")
        .order_by("-jenis", "-jumlah", "pk")
    )


def jumlah_asing(impor: BerkasImpor) -> dict[str, int]:
    """How many unknown names still want a choice, on how many rows; and the chosen."""
    biar = Q(tindak=NamaImpor.Tindak.BIARKAN)
    return NamaImpor.objects.filter(impor=impor).aggregate(
        nama=Count("pk", filter=biar),
        baris=Coalesce(Sum("jumlah", filter=biar), 0),
        dibuat=Count("pk", filter=Q(tindak=NamaImpor.Tindak.BUAT)),
        dipetakan=Count("pk", filter=Q(tindak=NamaImpor.Tindak.PETAKAN)),
    )


def _dari_kota(impor: BerkasImpor) -> bool:
    return impor.oleh is None or berlaku_sekota(impor.oleh, Peran.ANALIS, Peran.ADMIN)


def _sejenis(impor: BerkasImpor) -> QuerySet[Pegawai]:
    """Active people of the importer's units and of the file's kinds of employment."""
    daftar = Pegawai.objects.exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
    if not _dari_kota(impor):
        daftar = daftar.filter(
            unit_kerja__in=unit_dalam_cakupan(impor.oleh, Peran.PENGELOLA_OPD)
        )
    cakupan = impor.ringkasan.get("cakupan")
    if cakupan is None:
        return daftar
    if set(cakupan["jenis"]) == set(JENIS_CAKUPAN):
        return daftar
    jenis = Q(pk__in=[])
    for nama in cakupan["jenis"]:
        jenis |= JENIS_CAKUPAN[nama]
    return daftar.filter(jenis)


def terdaftar_dalam_cakupan(impor: BerkasImpor) -> QuerySet[Pegawai]:
    """Active people whom this file is about (IMP-13).

    Those of the importer's units, of the kinds of employment and of the OPDs that the
    rows name; a file of one office says nothing about the others.
    """
    cakupan = impor.ringkasan.get("cakupan")
    if cakupan is None:
        return _sejenis(impor)
    return _sejenis(impor).filter(_di_opd(set(cakupan["opd"])))


def _di_opd(nama: set[int]) -> Q:
    """People of these OPDs (0: of none), by the numbers of whichever units are fewer."""
    tanpa = 0 in nama
    dalam, luar = _unit_opd(nama)
    if len(dalam) < len(luar):
        return Q(unit_kerja__in=dalam) | (Q(unit_kerja=None) if tanpa else Q())
    return ~Q(unit_kerja__in=luar) & (Q() if tanpa else Q(unit_kerja__isnull=False))


def _unit_opd(nama: set[int]) -> tuple[list[int], list[int]]:
    dalam: list[int] = []
    luar: list[int] = []
    for unit, opd in UnitKerja.objects.values_list("pk", "opd"):
        (dalam if (opd or 0) in nama else luar).append(unit)
    return dalam, luar


def jumlah_terdaftar(impor: BerkasImpor) -> int:
    """How many `terdaftar_dalam_cakupan` are.

    Of a file about the city: all less the few outside, so that rows need not be read.
    """
    cakupan = impor.ringkasan["cakupan"]
    nama = set(cakupan["opd"])
    dalam, luar = _unit_opd(nama)
    semua = _dari_kota(impor) and set(cakupan["jenis"]) == set(JENIS_CAKUPAN)
    if not semua or len(dalam) < len(luar):
        return terdaftar_dalam_cakupan(impor).count()
    bukan = Q(kedudukan_hukum__in=SELESAI_BEKERJA) | Q(unit_kerja__in=luar)
    if 0 not in nama:
        bukan |= Q(unit_kerja=None)
    return Pegawai.objects.count() - Pegawai.objects.filter(bukan).count()


def opd_tidak_ada(impor: BerkasImpor) -> list[dict[str, Any]]:
    """OPDs of which no row tells, in a file that names more than half of them.

    Such a file is about the whole: an OPD that is left out of it is missing.
    """
    nama = set(impor.ringkasan["cakupan"]["opd"])
    # Asked of each unit: one of its people is found at once, all are counted only of the
    # OPDs that are missing.
    orang = _sejenis(impor).filter(unit_kerja=OuterRef("pk"))
    unit = UnitKerja.objects.filter(opd__isnull=False).annotate(ada=Exists(orang))
    semua = unit.order_by("opd__nama", "opd").values_list("opd", "opd__nama", "ada")
    berorang = {opd: sebutan for opd, sebutan, ada in semua if ada}
    hilang = {opd: sebutan for opd, sebutan in berorang.items() if opd not in nama}
    if len(hilang) * 2 >= len(berorang):
        return []
    jumlah = dict(
        _sejenis(impor)
        .filter(unit_kerja__opd__in=hilang)
        .values_list("unit_kerja__opd")
        .annotate(Count("pk"))
        .order_by("unit_kerja__opd")
    )
    return [
        {"opd": opd, "nama": sebutan, "jumlah": jumlah[opd]}
        for opd, sebutan in hilang.items()
    ]


def ada_dalam_berkas(impor: BerkasImpor) -> QuerySet[Pegawai]:
    """Of these, who is on a row: found from the file's rows, however large the city."""
    baris = BarisImpor.objects.filter(impor=impor, pegawai=OuterRef("pk"))
    return terdaftar_dalam_cakupan(impor).filter(Exists(baris))


def tidak_ada_dalam_berkas(impor: BerkasImpor) -> QuerySet[Pegawai]:
    """Of these, who is on no row. Nobody is ever deleted."""
    return (
        terdaftar_dalam_cakupan(impor)
        .filter(~Exists(BarisImpor.objects.filter(impor=impor, pegawai=OuterRef("pk"))))
        .select_related("unit_kerja", "jabatan")
        .order_by("nama_urut", "pk")
    )


def cari_tujuan(jenis: str, teks: str) -> list[Any]:
    """Units or posts of this name, or `Name (OPD)`, `Name (unit)`; at most two."""
    nama, induk = " ".join(teks.split()).lower(), ""
    daftar = _bernama(jenis, nama, induk)
    if not daftar and (cocok := _KURUNG.fullmatch(nama)):
        daftar = _bernama(jenis, cocok[1], cocok[2])
    return daftar


def _bernama(jenis: str, nama: str, induk: str) -> list[Any]:
    if jenis == NamaImpor.Jenis.UNIT:
        unit = UnitKerja.objects.filter(nama_cari=nama, berlaku_sampai=None)
        return list((unit.filter(opd__nama_cari=induk) if induk else unit)[:2])
    jabatan = Jabatan.objects.filter(nama_cari=nama, aktif=True)
    if induk:
        jabatan = jabatan.filter(unit_kerja__nama_cari=induk)
    return list(jabatan[:2])


def keadaan_impor(impor: BerkasImpor) -> dict[str, Any]:
    """What the progress part shows: words, figures, is it over?"""
    kerja = impor.pekerjaan
    berjalan = impor.status in SEDANG
    gagal = berjalan and kerja is not None and kerja.status in BERHENTI
    if kerja is not None and kerja.status == Pekerjaan.Status.ANTRE:
        kata = "Menunggu giliran"
    elif impor.status == Status.MENGURUNGKAN:
        kata = "Mengembalikan data sebelum impor"
    elif impor.status == Status.BERJALAN:
        kata = (kerja.langkah if kerja else "") or "Menyiapkan impor"
    else:
        kata = "Membaca dan memeriksa berkas"
    return {
        "berjalan": berjalan and not gagal,
        "gagal": gagal,
        "galat": kerja.galat if gagal and kerja else impor.galat,
        "kata": kata,
        "selesai": kerja.jumlah_selesai if kerja else 0,
        "total": kerja.jumlah_total if kerja else 0,
    }
