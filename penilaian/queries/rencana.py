"""Plans: who sees which, what waits for whom, and what a person's gaps suggest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Kompetensi, Pegawai, Peran
from pegawai.queries.peran import (
    berlaku_sekota,
    pegawai_dalam_cakupan,
    pegawai_sendiri_id,
    punya_peran,
)
from pelatihan.models import (
    Pelatihan,
    Peserta,
    RiwayatPengembangan,
    SasaranPelatihan,
)
from penilaian.models import ButirRencana, LangkahRencana, RencanaPengembangan

JUMLAH_SARAN = 3


def tahun_terbuka(hari: date) -> tuple[int, int]:
    """Years for which a plan may be started: this one and the next."""
    return hari.year, hari.year + 1


def rencana_terlihat(pengguna: Pengguna) -> QuerySet[RencanaPengembangan]:
    """Plans this account may see: own, direct reports', and those of the units in its grants."""
    semua = RencanaPengembangan.objects.select_related(
        "pegawai__unit_kerja", "pegawai__atasan", "disetujui_oleh"
    )
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    # UNION of self, direct reports and units; ids only
    return semua.filter(
        pegawai__in=pegawai_dalam_cakupan(
            pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD
        )
    )


def _jumlah_butir() -> dict[str, Coalesce]:
    """Number of lines and hours, as subqueries: counted for the rows of a page only."""
    butir = (
        ButirRencana.objects.filter(rencana=OuterRef("pk")).order_by().values("rencana")
    )
    return {
        "jumlah_butir": Coalesce(Subquery(butir.values(n=Count("pk"))), 0),
        "jumlah_jp": Coalesce(Subquery(butir.values(n=Sum("jp"))), 0),
    }


def daftar_rencana(
    pengguna: Pengguna,
    *,
    tahun: int | None = None,
    status: str = "",
    tim: bool = False,
) -> QuerySet[RencanaPengembangan]:
    """The list page: visible plans with their number of items, newest first."""
    daftar = rencana_terlihat(pengguna).annotate(**_jumlah_butir())
    if tahun is not None:
        daftar = daftar.filter(tahun=tahun)
    if status:
        daftar = daftar.filter(status=status)
    if tim:
        daftar = daftar.filter(pegawai__atasan=pegawai_sendiri_id(pengguna) or 0)
    return daftar.order_by("-tahun", "pegawai__nama_urut", "pk")


def rencana_dengan_butir(pengguna: Pengguna) -> QuerySet[RencanaPengembangan]:
    """Visible plans with their lines and progress, for the API."""
    butir = (
        dengan_kemajuan(ButirRencana.objects.all())
        .select_related("kompetensi", "pelatihan", "bentuk")
        .order_by("triwulan", "pk")
    )
    return (
        rencana_terlihat(pengguna)
        .prefetch_related(Prefetch("butir", butir))
        .order_by("-tahun", "pegawai__nama_urut", "pk")
    )


def rencana_saya(pengguna: Pengguna) -> QuerySet[RencanaPengembangan]:
    """The own plans, newest year first."""
    return (
        RencanaPengembangan.objects.filter(pegawai=pegawai_sendiri_id(pengguna) or 0)
        .annotate(**_jumlah_butir())
        .order_by("-tahun")
    )


def rencana_menunggu(pengguna: Pengguna) -> QuerySet[RencanaPengembangan]:
    """Submitted plans that this account may decide, the oldest first."""
    semua = RencanaPengembangan.objects.select_related("pegawai__unit_kerja")
    if not punya_peran(pengguna, Peran.ATASAN):
        return semua.none()
    return (
        semua.filter(
            status=RencanaPengembangan.Status.DIAJUKAN,
            pegawai__atasan=pegawai_sendiri_id(pengguna),
        )
        .annotate(**_jumlah_butir())
        .order_by("diajukan_pada", "pk")
    )


def butir_terlihat(pengguna: Pengguna) -> QuerySet[ButirRencana]:
    """Lines of the plans that this account may see."""
    return ButirRencana.objects.filter(
        rencana__in=rencana_terlihat(pengguna).values("pk")
    ).select_related("rencana__pegawai", "kompetensi", "pelatihan", "bentuk")


def dengan_kemajuan(butir: QuerySet[ButirRencana]) -> QuerySet[ButirRencana]:
    """Add `kemajuan`: BELUM, DIIKUTI or SELESAI.

    A training counts when its batch ends in the plan's year or later: enrolled is
    DIIKUTI, passed or verified in the ledger is SELESAI. A free activity is done when
    the person noted the day.
    """
    awal_tahun = Func(
        F("rencana__tahun"), 1, 1, function="make_date", output_field=DateField()
    )
    butir = butir.annotate(awal_tahun=awal_tahun)
    peserta = Peserta.objects.filter(
        pegawai=OuterRef("rencana__pegawai"),
        angkatan__pelatihan=OuterRef("pelatihan"),
        angkatan__tanggal_selesai__gte=OuterRef("awal_tahun"),
    )
    riwayat = RiwayatPengembangan.objects.filter(
        pegawai=OuterRef("rencana__pegawai"),
        pelatihan=OuterRef("pelatihan"),
        tanggal_selesai__gte=OuterRef("awal_tahun"),
        status=RiwayatPengembangan.Status.TERVERIFIKASI,
    )
    return butir.annotate(
        kemajuan=Case(
            When(selesai_pada__isnull=False, then=Value("SELESAI")),
            When(pelatihan__isnull=True, then=Value("BELUM")),
            When(
                Exists(peserta.filter(status=Peserta.Status.LULUS)) | Exists(riwayat),
                then=Value("SELESAI"),
            ),
            When(
                Exists(peserta.filter(status__in=["DIAJUKAN", "DISETUJUI"])),
                then=Value("DIIKUTI"),
            ),
            default=Value("BELUM"),
            output_field=CharField(),
        )
    )


def butir_rencana(rencana: RencanaPengembangan) -> QuerySet[ButirRencana]:
    """The lines of one plan with their progress, by quarter."""
    return (
        dengan_kemajuan(rencana.butir.all())
        .select_related("kompetensi", "pelatihan", "bentuk")
        .order_by("triwulan", "pk")
    )


def ringkas_butir(daftar: Iterable[ButirRencana]) -> dict[str, int]:
    """Number of lines, hours, and lines done."""
    daftar = list(daftar)
    return {
        "jumlah": len(daftar),
        "jp": sum(b.jp for b in daftar),
        "selesai": sum(b.kemajuan == "SELESAI" for b in daftar),
    }


def langkah_rencana(rencana: RencanaPengembangan) -> QuerySet[LangkahRencana]:
    """The approval trail, newest first."""
    return rencana.langkah.select_related("oleh").order_by("-pada", "-pk")


def menyasar(pelatihan: Pelatihan, kompetensi: Kompetensi) -> bool:
    """Does the training raise this competency?"""
    return SasaranPelatihan.objects.filter(
        pelatihan=pelatihan, kompetensi=kompetensi
    ).exists()


@dataclass
class Kesenjangan:
    """One gap of a person and the trainings that reach the required level."""

    capaian: CapaianKompetensi
    direncanakan: bool
    pelatihan: list[Pelatihan] = field(default_factory=list)


def kesenjangan_dan_pelatihan(
    pegawai: Pegawai, rencana: RencanaPengembangan | None = None
) -> list[Kesenjangan]:
    """The person's gaps, largest first, each with the trainings that raise it enough."""
    daftar = list(
        CapaianKompetensi.objects.filter(pegawai=pegawai, kesenjangan__gt=0)
        .select_related("kompetensi")
        .order_by("-kesenjangan", "kompetensi__urutan", "pk")
    )
    sudah = (
        set(rencana.butir.values_list("kompetensi_id", flat=True)) if rencana else set()
    )
    sasaran = (
        SasaranPelatihan.objects.filter(
            kompetensi__in=[c.kompetensi_id for c in daftar],
            pelatihan__in=pelatihan_dapat_direncanakan(),
        )
        .select_related("pelatihan__bentuk")
        .order_by("level", "pelatihan__nama", "pk")
    )
    hasil = {c.kompetensi_id: Kesenjangan(c, c.kompetensi_id in sudah) for c in daftar}
    for butir in sasaran:
        baris = hasil[butir.kompetensi_id]
        if butir.level >= baris.capaian.level_standar:
            baris.pelatihan.append(butir.pelatihan)
    return list(hasil.values())


def saran_butir(daftar: list[Kesenjangan]) -> list[Kesenjangan]:
    """Three suggestions from the largest gaps that the plan does not meet yet."""
    return [k for k in daftar if not k.direncanakan][:JUMLAH_SARAN]


def pelatihan_dapat_direncanakan() -> QuerySet[Pelatihan]:
    """Catalogue entries a plan may name."""
    return Pelatihan.objects.filter(status=Pelatihan.Status.TERBIT)
