"""Hours of learning (JP): ledger rows, sums by year, targets."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import connection
from django.db.models import (
    IntegerField,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import Coalesce

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan_tampil
from pegawai.models import Pegawai
from pegawai.models.peran import Peran
from pegawai.queries.peran import (
    berlaku_sekota,
    pegawai_dalam_cakupan,
    pegawai_sendiri_id,
)
from pelatihan.models import RiwayatPengembangan, Sertifikat

TAHUN_DERET = 5
TERHITUNG = RiwayatPengembangan.Status.TERVERIFIKASI
DERET = """
SELECT extract(year FROM tanggal_selesai)::int, sum(jp)
  FROM pelatihan_riwayatpengembangan
 WHERE pegawai_id = %s AND status = %s AND tanggal_selesai BETWEEN %s AND %s
 GROUP BY 1
"""


@dataclass(frozen=True)
class RekapJp:
    """Hours of one person in one year against the target of the kind of employment."""

    tahun: int
    jp: int
    target: int
    peringatan: str = ""
    deret: tuple[tuple[int, int], ...] = ()  # (year, hours), this year last

    @property
    def naik_turun(self) -> list[int]:
        """Hours of each year, for the sparkline."""
        return [jp for _, jp in self.deret]

    @property
    def sebelumnya(self) -> list[tuple[int, int]]:
        """The years before, latest first."""
        return list(reversed(self.deret[:-1]))

    @property
    def kurang(self) -> int:
        """Hours that are missing."""
        return max(0, self.target - self.jp)

    @property
    def cukup(self) -> bool:
        """Is the target met?"""
        return self.jp >= self.target


def riwayat_terlihat(pengguna: Pengguna) -> QuerySet[RiwayatPengembangan]:
    """Own, direct reports', and those of the units in the account's grants."""
    semua = RiwayatPengembangan.objects.select_related("bentuk")
    if berlaku_sekota(pengguna, Peran.ANALIS):
        return semua
    return semua.filter(
        pegawai__in=pegawai_dalam_cakupan(
            pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD
        )
    )


def riwayat_pegawai(
    pengguna: Pengguna, pegawai: Pegawai
) -> QuerySet[RiwayatPengembangan]:
    """One person's ledger with certificates, newest first."""
    return (
        riwayat_terlihat(pengguna)
        .filter(pegawai=pegawai)
        .prefetch_related(
            Prefetch(
                "sertifikat", queryset=Sertifikat.objects.select_related("dokumen")
            )
        )
        .order_by("-tanggal_selesai", "-pk")
    )


def jp_tahun(pegawai_qs: QuerySet[Pegawai], tahun: int) -> QuerySet[Pegawai]:
    """These people with `jp`: verified hours of activities that ended in that year.

    KETENTUAN JP-8: the year of the end date decides, whenever it was verified.
    """
    jumlah = (
        RiwayatPengembangan.objects.filter(
            pegawai=OuterRef("pk"), status=TERHITUNG, tanggal_selesai__year=tahun
        )
        .order_by()
        .values("pegawai")
        .annotate(n=Sum("jp"))
        .values("n")
    )
    return pegawai_qs.annotate(
        jp=Coalesce(Subquery(jumlah, output_field=IntegerField()), 0)
    )


def rekap_jp(pegawai: Pegawai, tahun: int | None = None) -> RekapJp:
    """Hours of one person; a PPPK above the limit gets a warning only (JP-2/3)."""
    tahun = tahun or hari_ini().year
    deret = jp_beberapa_tahun(pegawai.pk, tahun)
    rekap = rekap_dari(pegawai.jenis_kepegawaian, deret[-1][1], tahun)
    return replace(rekap, deret=deret)


def jp_beberapa_tahun(pegawai_id: int, tahun: int) -> tuple[tuple[int, int], ...]:
    """(year, verified hours) up to this year: five, or from the first that has any."""
    awal = date(tahun - TAHUN_DERET + 1, 1, 1)
    with connection.cursor() as kursor:
        kursor.execute(DERET, [pegawai_id, TERHITUNG, awal, date(tahun, 12, 31)])
        ada = dict(kursor.fetchall())
    mulai = min(ada, default=tahun)
    return tuple((t, ada.get(t, 0)) for t in range(mulai, tahun + 1))


def rekap_dari(
    jenis_kepegawaian: str, jp: int, tahun: int, target: dict[str, int] | None = None
) -> RekapJp:
    """The same from hours that were already summed (and targets already read)."""
    peringatan = ""
    if jenis_kepegawaian == Pegawai.Jenis.PPPK:
        batas = aturan_tampil("jp_batas_pppk")
        if jp > batas:
            peringatan = (
                f"Jam pelajaran melebihi {batas} JP setahun untuk PPPK. "
                "Ini hanya peringatan; jam tetap dihitung."
            )
    target = target or aturan_tampil("jp_target")
    return RekapJp(tahun, jp, target[jenis_kepegawaian], peringatan)


def rekap_jp_akun(pengguna: Pengguna, tahun: int | None = None) -> RekapJp | None:
    """Hours of this account's own person; None for an account without one."""
    tahun = tahun or hari_ini().year
    sendiri = Pegawai.objects.filter(pk=pegawai_sendiri_id(pengguna))
    pegawai = jp_tahun(sendiri, tahun).only("jenis_kepegawaian").first()
    if pegawai is None:
        return None
    return rekap_dari(pegawai.jenis_kepegawaian, pegawai.jp, tahun)


def tahun_riwayat(daftar: list[RiwayatPengembangan]) -> list[dict]:
    """The ledger grouped by year of the end date, with the verified hours of each."""
    tahun: dict[int, list[RiwayatPengembangan]] = {}
    for r in daftar:
        tahun.setdefault(r.tanggal_selesai.year, []).append(r)
    return [
        {
            "tahun": t,
            "baris": baris,
            "jp": sum(r.jp for r in baris if r.status == TERHITUNG),
        }
        for t, baris in tahun.items()
    ]
