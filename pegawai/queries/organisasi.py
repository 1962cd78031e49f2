"""Units of the city: the tree, one unit with its head, people and children."""

from datetime import date

from django.db.models import Count, Func, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Jabatan, Pegawai, RiwayatUnit, UnitKerja
from pegawai.queries.atasan import kepala_unit, unit_berkepala_ganda
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.peran import SELESAI_BEKERJA
from pegawai.queries.waktu import unit_ada_pada


def unit_berlaku() -> QuerySet[UnitKerja]:
    """Units that exist today."""
    return UnitKerja.objects.filter(berlaku_sampai__isnull=True)


def _berjumlah(daftar: QuerySet[UnitKerja]) -> QuerySet[UnitKerja]:
    """With the number of working people in the unit and everything under it."""
    orang = (
        Pegawai.objects.filter(unit_kerja__jalur__di_bawah=OuterRef("jalur"))
        .exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
        .order_by()
        .annotate(satu=Func(template="count(*)", output_field=IntegerField()))
        .values("satu")
    )
    anak = (
        UnitKerja.objects.filter(induk=OuterRef("pk"), berlaku_sampai__isnull=True)
        .order_by()
        .annotate(satu=Func(template="count(*)", output_field=IntegerField()))
        .values("satu")
    )
    return daftar.annotate(
        jumlah_pegawai=Coalesce(Subquery(orang, output_field=IntegerField()), 0),
        jumlah_anak=Coalesce(Subquery(anak, output_field=IntegerField()), 0),
    )


def daftar_organisasi(
    *, cari: str = "", kepala: str = "", per: date | None = None
) -> QuerySet[UnitKerja]:
    """The top of the tree (city and OPD), or all units whose name holds the words.

    `kepala="ganda"`: units whose highest posts are of one level, so that nobody is head.
    `per`: units that existed on that day, `nama_saat` being what they were called then.
    """
    daftar = unit_berlaku().select_related("opd")
    if per is not None:
        dulu = RiwayatUnit.objects.filter(
            unit_kerja=OuterRef("pk"), berlaku_sampai__gte=per
        ).order_by("berlaku_sampai")
        daftar = (
            UnitKerja.objects.filter(unit_ada_pada(per))
            .select_related("opd")
            .annotate(nama_saat=Coalesce(Subquery(dulu.values("nama")[:1]), "nama"))
        )
    kata = " ".join(cari.lower().split())
    if kepala == "ganda":
        daftar = daftar.filter(pk__in=unit_berkepala_ganda())
    if kata:
        for bagian in kata.split()[:6]:
            daftar = (
                daftar.filter(nama_cari__contains=bagian)
                if per is None
                else daftar.filter(nama_saat__icontains=bagian)
            )
    elif not kepala:
        atas = UnitKerja.Jenis.PEMDA, UnitKerja.Jenis.OPD
        daftar = daftar.filter(jenis__in=atas)
    return _berjumlah(daftar).order_by("nama_cari", "pk")


def unit_untuk_rinci() -> QuerySet[UnitKerja]:
    """Units with what the head of their page shows."""
    jabatan = (
        Jabatan.objects.filter(unit_kerja=OuterRef("pk"), aktif=True)
        .order_by()
        .annotate(satu=Func(template="count(*)", output_field=IntegerField()))
        .values("satu")
    )
    return UnitKerja.objects.select_related("opd").annotate(
        jumlah_jabatan=Coalesce(Subquery(jabatan), 0)
    )


def anak_unit(unit: UnitKerja) -> QuerySet[UnitKerja]:
    """Units directly below, with their numbers of people."""
    return _berjumlah(unit_berlaku().filter(induk=unit)).order_by("nama_cari", "pk")


def unit_di_atas(unit: UnitKerja) -> list[UnitKerja]:
    """The way from the city down to the unit's parent."""
    nomor = [int(label[1:]) for label in str(unit.jalur).split(".")[:-1]]
    unit_ = UnitKerja.objects.in_bulk(nomor)
    return [unit_[n] for n in nomor if n in unit_]


def ringkasan_unit(pengguna: Pengguna, unit: UnitKerja) -> dict[str, object]:
    """Head, and numbers of people; names only as far as this account may see them."""
    kepala = kepala_unit([unit.pk]).get(unit.pk)
    terlihat = pegawai_terlihat(pengguna)
    di_bawah = Pegawai.objects.filter(
        unit_kerja__jalur__di_bawah=str(unit.jalur)
    ).exclude(kedudukan_hukum__in=SELESAI_BEKERJA)
    jumlah = di_bawah.aggregate(
        semua=Count("pk"), langsung=Count("pk", filter=Q(unit_kerja=unit))
    )
    return {
        "jabatan_kepala": kepala
        and Jabatan.objects.filter(pk=kepala.jabatan_id).first(),
        "kepala_terisi": bool(kepala and kepala.pegawai_id),
        "ada_terlihat": terlihat.filter(
            unit_kerja__jalur__di_bawah=str(unit.jalur)
        ).exists(),
        "kepala": kepala and terlihat.filter(pk=kepala.pegawai_id).first(),
        "jumlah_pegawai": jumlah["semua"],
        "jumlah_langsung": jumlah["langsung"],
    }
