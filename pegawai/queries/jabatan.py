"""Posts: the list with what is still missing, one post with its standard."""

from dataclasses import dataclass

from django.db.models import (
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Jenjang, Pegawai, RiwayatJabatan, UnitKerja
from pegawai.queries.organisasi import unit_berlaku
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.queries.standar import standar_berlaku

CALON_TERBANYAK = 5000


@dataclass(frozen=True)
class SaringJabatan:
    """What the list is narrowed by; `tanpa` is jenjang, standar or pemegang, or `tutup`
    for the posts that are no longer used."""

    cari: str = ""
    unit: UnitKerja | None = None
    jenjang: Jenjang | None = None
    tanpa: str = ""


def _berstandar() -> Exists:
    return Exists(
        standar_berlaku(hari_ini()).filter(
            Q(jabatan=OuterRef("pk")) | Q(jenjang=OuterRef("jenjang"))
        )
    )


def _bertambah(daftar: QuerySet[Jabatan]) -> QuerySet[Jabatan]:
    """With whether a standard holds and how many people hold the post."""
    pemegang = (
        Pegawai.objects.filter(jabatan=OuterRef("pk"))
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .order_by()
        .annotate(satu=Func(template="count(*)", output_field=IntegerField()))
        .values("satu")
    )
    return daftar.annotate(
        berstandar=_berstandar(),
        jumlah_pemegang=Coalesce(Subquery(pemegang, output_field=IntegerField()), 0),
    )


def daftar_jabatan(saring: SaringJabatan) -> QuerySet[Jabatan]:
    """Posts by name; the words may stand anywhere in it."""
    daftar = Jabatan.objects.filter(aktif=saring.tanpa != "tutup")
    if saring.unit is not None:
        unit = UnitKerja.objects.filter(jalur__di_bawah=str(saring.unit.jalur))
        daftar = daftar.filter(unit_kerja__in=unit.values("pk"))
    if saring.jenjang is not None:
        daftar = daftar.filter(jenjang=saring.jenjang)
    daftar = _tanpa(daftar, saring.tanpa)
    kata = saring.cari.lower().split()[:6]
    if kata:
        for bagian in kata:
            daftar = daftar.filter(nama_cari__contains=bagian)
        calon = daftar.order_by().values("pk")[:CALON_TERBANYAK]
        daftar = Jabatan.objects.filter(pk__in=calon)
    return (
        _bertambah(daftar)
        .select_related("jenjang", "unit_kerja__opd")
        .order_by("nama_cari", "pk")
    )


def _tanpa(daftar: QuerySet[Jabatan], apa: str) -> QuerySet[Jabatan]:
    if apa == "jenjang":
        return daftar.filter(jenjang__isnull=True)
    if apa == "standar":
        return daftar.exclude(_berstandar())
    if apa == "pemegang":
        ada = Pegawai.objects.filter(jabatan=OuterRef("pk"))
        return daftar.exclude(Exists(ada.exclude(kedudukan_hukum__in=SELESAI_BEKERJA)))
    return daftar


def jumlah_tanpa() -> dict[str, int]:
    """How many posts have no level, no standard: the same rules as the filters."""
    aktif = Jabatan.objects.filter(aktif=True)
    return {apa: _tanpa(aktif, apa).count() for apa in ("jenjang", "standar")}


def jumlah_tanpa_standar() -> int:
    """Posts for which no standard holds today: the number that opens their list."""
    return _tanpa(Jabatan.objects.filter(aktif=True), "standar").count()


def opd_pilihan() -> QuerySet[UnitKerja]:
    """OPD to filter by."""
    return unit_berlaku().filter(jenis=UnitKerja.Jenis.OPD).order_by("nama_cari", "pk")


def jabatan_untuk_rinci() -> QuerySet[Jabatan]:
    """Posts with what their page shows."""
    return Jabatan.objects.select_related("jenjang", "unit_kerja__opd")


def pemegang_terlihat(pengguna: Pengguna, jabatan: Jabatan) -> QuerySet[Pegawai]:
    """Who holds the post, as far as this account may see."""
    return (
        pegawai_terlihat(pengguna)
        .filter(jabatan=jabatan)
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .select_related("unit_kerja")
        .order_by("nama_urut", "pk")
    )


def jumlah_pemegang(jabatan: Jabatan) -> int:
    """How many people hold the post."""
    return (
        Pegawai.objects.filter(jabatan=jabatan)
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .order_by(F("pk"))
        .count()
    )


def jumlah_tugas_berjalan(jabatan: Jabatan) -> int:
    """Moves ahead of their day and acting posts that have not ended."""
    hari = hari_ini()
    utama = RiwayatJabatan.Jenis.UTAMA
    return (
        RiwayatJabatan.objects.filter(jabatan=jabatan)
        .filter(Q(tmt__gt=hari) | ~Q(jenis=utama))
        .exclude(sampai__lt=hari)
        .exclude(pegawai__kedudukan_hukum__in=SELESAI_BEKERJA)
        .count()
    )
