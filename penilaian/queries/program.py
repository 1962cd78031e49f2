"""Programmes: who sees which, how ready the people are, who would fit."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from pegawai.dasar.alat.samar import samarkan_bagian
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import CapaianKompetensi, Kompetensi, Pegawai, Peran, UnitKerja
from pegawai.queries.peran import berlaku_sekota, unit_dalam_cakupan
from penilaian.models import KebutuhanKompetensi, Penugasan, ProgramPembangunan

SEKOTA = (Peran.ANALIS, Peran.PIMPINAN)
PENGUSUL = (Peran.ANALIS, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)
AKTIF = (Pegawai.Kedudukan.AKTIF, Pegawai.Kedudukan.TUGAS_BELAJAR)
BERLAKU = (Penugasan.Status.DIUSULKAN, Penugasan.Status.DISETUJUI)
BATAS_CALON = 50


def program_terlihat(pengguna: Pengguna) -> QuerySet[ProgramPembangunan]:
    """Programmes of the units in one's grants; all for the analyst and the leaders."""
    semua = ProgramPembangunan.objects.select_related("opd")
    if berlaku_sekota(pengguna, *SEKOTA):
        return semua
    return semua.filter(
        opd__in=unit_dalam_cakupan(pengguna, *PENGUSUL, *SEKOTA).values("pk")
    )


def daftar_program(
    pengguna: Pengguna, *, status: str = "", cari: str = ""
) -> QuerySet[ProgramPembangunan]:
    """The list page, with how many people are needed and assigned."""
    butuh = (
        KebutuhanKompetensi.objects.filter(program=OuterRef("pk"))
        .order_by()
        .values("program")
    )
    tugas = (
        Penugasan.objects.filter(
            program=OuterRef("pk"), status=Penugasan.Status.DISETUJUI
        )
        .order_by()
        .values("program")
    )
    daftar = program_terlihat(pengguna).annotate(
        jumlah_kebutuhan=Coalesce(Subquery(butuh.values(n=Count("pk"))), 0),
        jumlah_orang=Coalesce(Subquery(butuh.values(n=Sum("jumlah_orang"))), 0),
        jumlah_ditugaskan=Coalesce(Subquery(tugas.values(n=Count("pk"))), 0),
    )
    if status:
        daftar = daftar.filter(status=status)
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(kode__icontains=cari))
    return daftar.order_by("tanggal_selesai", "nama", "pk")


def program_dengan_kebutuhan(pengguna: Pengguna) -> QuerySet[ProgramPembangunan]:
    """Visible programmes with their needs, for the API."""
    butuh = KebutuhanKompetensi.objects.select_related("kompetensi").order_by("pk")
    return daftar_program(pengguna).prefetch_related(Prefetch("kebutuhan", butuh))


def opd_untuk_program(pengguna: Pengguna) -> QuerySet[UnitKerja]:
    """OPD under which this account may write a programme."""
    return (
        unit_dalam_cakupan(pengguna, Peran.ANALIS, Peran.PENGELOLA_OPD)
        .filter(jenis=UnitKerja.Jenis.OPD, berlaku_sampai__isnull=True)
        .order_by("nama", "pk")
    )


def kompetensi_untuk_kebutuhan() -> QuerySet[Kompetensi]:
    """Competencies a programme may need."""
    return Kompetensi.objects.filter(aktif=True).order_by(
        "jenis", "urutan", "nama", "pk"
    )


def isi_program(program: ProgramPembangunan) -> dict[str, Any]:
    """The stored programme as values of its form."""
    return {
        "kode": program.kode,
        "nama": program.nama,
        "opd": program.opd.uid,
        "sasaran": program.sasaran,
        "tanggal_mulai": program.tanggal_mulai,
        "tanggal_selesai": program.tanggal_selesai,
        "uraian": program.uraian,
        "status": program.status,
        "versi": program.versi,
    }


def pegawai_diusulkan(pengguna: Pengguna) -> QuerySet[Pegawai]:
    """People whom this account may propose: those in its grants."""
    semua = Pegawai.objects.select_related("unit_kerja", "jabatan", "atasan__pengguna")
    if berlaku_sekota(pengguna, *PENGUSUL):
        return semua
    unit = unit_dalam_cakupan(pengguna, *PENGUSUL)
    return semua.filter(unit_kerja__in=unit.values("pk"))


def orang_program(program: ProgramPembangunan, *, sekota: bool) -> QuerySet[Pegawai]:
    """Active people that count for a programme: its OPD's subtree, or the city."""
    aktif = Pegawai.objects.filter(kedudukan_hukum__in=AKTIF)
    if sekota:
        return aktif
    akar = UnitKerja.objects.filter(pk=program.opd_id).values("jalur")
    unit = UnitKerja.objects.filter(jalur__di_bawah=Subquery(akar))
    return aktif.filter(unit_kerja__in=unit.values("pk"))


def kebutuhan_terlihat(pengguna: Pengguna) -> QuerySet[KebutuhanKompetensi]:
    """Needs of the programmes that this account may see."""
    return KebutuhanKompetensi.objects.filter(
        program__in=program_terlihat(pengguna).values("pk")
    ).select_related("program__opd", "kompetensi")


@dataclass(frozen=True)
class Kesiapan:
    """How ready the people are for one need; every number with its base."""

    kebutuhan: KebutuhanKompetensi
    butuh: int
    punya: int | None
    dinilai: int | None
    jumlah_asn: int | None

    @property
    def kurang(self) -> int | None:
        """People still missing; hidden with those who are there."""
        return None if self.punya is None else max(0, self.butuh - self.punya)


def kesiapan_program(program: ProgramPembangunan, *, sekota: bool) -> list[Kesiapan]:
    """Per need: needed, people whose valid level reaches it, short, with the base."""
    orang = orang_program(program, sekota=sekota)
    sah = CapaianKompetensi.objects.filter(
        kompetensi=OuterRef("kompetensi"),
        berlaku_sampai__gte=hari_ini(),
        pegawai__in=orang.values("pk"),
    ).order_by()
    cukup = sah.filter(level__gte=OuterRef("level"))
    daftar = (
        program.kebutuhan.select_related("kompetensi")
        .annotate(
            punya=_hitung(cukup),
            dinilai=_hitung(sah),
        )
        .order_by("kompetensi__jenis", "kompetensi__urutan", "-level", "pk")
    )
    jumlah = orang.count()
    return [Kesiapan(k, k.jumlah_orang, k.punya, k.dinilai, jumlah) for k in daftar]


def samarkan_kesiapan(daftar: list[Kesiapan]) -> list[Kesiapan]:
    """For a reader of aggregates: small counts, and what is left of a count (S-4)."""
    terkecil = aturan("sel_terkecil")
    hasil = []
    for k in daftar:
        dinilai, jumlah = samarkan_bagian(k.dinilai, k.jumlah_asn, terkecil)
        punya = None
        if dinilai is not None:
            punya, dinilai = samarkan_bagian(k.punya, dinilai, terkecil)
        hasil.append(replace(k, punya=punya, dinilai=dinilai, jumlah_asn=jumlah))
    return hasil


def _hitung(capaian: QuerySet[CapaianKompetensi]) -> Coalesce:
    return Coalesce(
        Subquery(capaian.values("kompetensi").values(n=Count("pegawai"))), 0
    )


@dataclass
class Calon:
    """One person who meets at least one need, and which."""

    pegawai: Pegawai
    terpenuhi: int
    kelebihan: Decimal
    kekuatan: list[tuple[KebutuhanKompetensi, Decimal]] = field(default_factory=list)


def calon_penugasan(
    pengguna: Pengguna,
    program: ProgramPembangunan,
    kesiapan: list[Kesiapan],
    *,
    sekota: bool,
) -> list[Calon]:
    """People in the reader's grants whose valid levels meet needs, best first, at most 50.

    Score = number of needs met; ties by surplus of levels, then by name. Who is already
    proposed or assigned to the programme is left out. `kesiapan` names the needs.
    """
    unit = unit_dalam_cakupan(pengguna, *PENGUSUL)
    orang = orang_program(program, sekota=sekota).exclude(
        penugasan__in=Penugasan.objects.filter(program=program, status__in=BERLAKU)
    )
    if not berlaku_sekota(pengguna, *PENGUSUL):
        orang = orang.filter(unit_kerja__in=unit.values("pk"))
    cocok = KebutuhanKompetensi.objects.filter(
        program=program,
        kompetensi__capaian__level__gte=F("level"),
        kompetensi__capaian__berlaku_sampai__gte=hari_ini(),
        kompetensi__capaian__pegawai__in=orang.values("pk"),
    )
    urutan = list(
        cocok.values("kompetensi__capaian__pegawai")
        .annotate(
            terpenuhi=Count("pk"),
            kelebihan=Sum(F("kompetensi__capaian__level") - F("level")),
        )
        .order_by(
            "-terpenuhi",
            "-kelebihan",
            "kompetensi__capaian__pegawai__nama_urut",
            "kompetensi__capaian__pegawai",
        )
        .values_list("kompetensi__capaian__pegawai", "terpenuhi", "kelebihan")[
            :BATAS_CALON
        ]
    )
    return _isi_calon([k.kebutuhan for k in kesiapan], urutan)


def _isi_calon(
    daftar_butuh: list[KebutuhanKompetensi], urutan: list[tuple[int, int, Decimal]]
) -> list[Calon]:
    """People and their strengths for ids that are already chosen and ordered."""
    ids = [pk for pk, _, _ in urutan]
    orang = Pegawai.objects.select_related("jabatan", "unit_kerja").in_bulk(ids)
    hasil = {pk: Calon(orang[pk], n, lebih) for pk, n, lebih in urutan}
    capaian = {
        (pegawai, kompetensi): level
        for pegawai, kompetensi, level in CapaianKompetensi.objects.filter(
            pegawai__in=ids,
            kompetensi__in=[b.kompetensi_id for b in daftar_butuh],
            berlaku_sampai__gte=hari_ini(),
        ).values_list("pegawai", "kompetensi", "level")
    }
    for pk, calon in hasil.items():
        for butuh in daftar_butuh:
            level = capaian.get((pk, butuh.kompetensi_id))
            if level is not None and level >= butuh.level:
                calon.kekuatan.append((butuh, level))
    return list(hasil.values())
