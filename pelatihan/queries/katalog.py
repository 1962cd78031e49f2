"""The catalogue: what may be seen, searched, and what closes a person's gaps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncMonth
from django.urls import reverse

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Kompetensi, Pegawai
from pegawai.queries.peran import pegawai_sendiri_id
from pelatihan.models import Angkatan, Pelatihan, Peserta, SasaranPelatihan
from pelatihan.models.peserta import BERAKHIR
from pelatihan.queries.penyelenggara import penyelenggara_terkelola
from pelatihan.queries.riwayat import RekapJp, jp_tahun, rekap_dari

TANPA_JADWAL = date(9999, 12, 31)


# The same targets as _sasaran_kurang, of one person.
PENUTUP = """
SELECT p.uid, p.nama, p.jp, array_agg(k.nama ORDER BY k.urutan)
  FROM pegawai_capaiankompetensi c
  JOIN pelatihan_sasaranpelatihan s
    ON s.kompetensi_id = c.kompetensi_id AND s.level > c.level
  JOIN pegawai_kompetensi k ON k.id = s.kompetensi_id
  JOIN pelatihan_pelatihan p ON p.id = s.pelatihan_id
 WHERE c.pegawai_id = %s AND c.kesenjangan > 0 AND p.status = %s
 GROUP BY p.id ORDER BY p.nama_cari, p.id LIMIT %s
"""


def pelatihan_terlihat(pengguna: Pengguna) -> QuerySet[Pelatihan]:
    """Published courses; drafts and closed ones to their organiser and participants."""
    sendiri = Peserta.objects.filter(
        angkatan__pelatihan=OuterRef("pk"), pegawai=pegawai_sendiri_id(pengguna)
    )
    return Pelatihan.objects.select_related("bentuk", "penyelenggara").filter(
        Q(status=Pelatihan.Status.TERBIT)
        | Q(penyelenggara__in=penyelenggara_terkelola(pengguna).values("pk"))
        | Exists(sendiri)
    )


def angkatan_mendatang(hari: date) -> QuerySet[Angkatan]:
    """Batches that have not begun and may still take people, next first."""
    return Angkatan.objects.filter(
        status=Angkatan.Status.DIBUKA, tanggal_mulai__gte=hari
    ).order_by("tanggal_mulai", "pk")


def _sasaran_kurang(pegawai_id: int | None) -> QuerySet[SasaranPelatihan]:
    """Targets above the person's present level in a competency with a gap."""
    kurang = CapaianKompetensi.objects.filter(
        pegawai=pegawai_id,
        kompetensi=OuterRef("kompetensi"),
        kesenjangan__gt=0,
        level__lt=OuterRef("level"),
    )
    return SasaranPelatihan.objects.filter(Exists(kurang))


def pelatihan_untuk_kompetensi(
    kompetensi_ids: Iterable[int], level: int | None = None
) -> QuerySet[Pelatihan]:
    """Published courses that raise one of these competencies (at least to `level`)."""
    sasaran = SasaranPelatihan.objects.filter(
        pelatihan=OuterRef("pk"), kompetensi__in=kompetensi_ids
    )
    if level is not None:
        sasaran = sasaran.filter(level__gte=level)
    return (
        Pelatihan.objects.filter(Exists(sasaran), status=Pelatihan.Status.TERBIT)
        .select_related("bentuk", "penyelenggara")
        .order_by("nama_cari", "pk")
    )


@dataclass(frozen=True)
class Penutup:
    """A published course that raises what a person lacks, and which competencies."""

    uid: UUID
    nama: str
    jp: int
    menutup: list[str]

    def get_absolute_url(self) -> str:
        """The course's page."""
        return reverse("pelatihan:katalog-rinci", kwargs={"uid": self.uid})


def pelatihan_untuk_kesenjangan(pegawai: Pegawai, terbanyak: int) -> list[Penutup]:
    """Published courses that raise what this person lacks; one plain statement."""
    with connection.cursor() as kursor:
        kursor.execute(PENUTUP, [pegawai.pk, Pelatihan.Status.TERBIT, terbanyak])
        return [Penutup(*baris) for baris in kursor.fetchall()]


def _prefetch_kesenjangan(pegawai_id: int | None) -> Prefetch:
    return Prefetch(
        "sasaran",
        queryset=_sasaran_kurang(pegawai_id)
        .select_related("kompetensi")
        .only("pelatihan", "level", "kompetensi__nama")
        .order_by("kompetensi__urutan"),
        to_attr="menutup",
    )


def daftar_katalog(
    pengguna: Pengguna,
    *,
    cari: str = "",
    kesenjangan: bool = False,
    kursi: bool = False,
    bentuk: Iterable[str] = (),
    bulan: Iterable[date] = (),
) -> QuerySet[Pelatihan]:
    """The catalogue page: courses with the batch that comes next, soonest first."""
    hari = hari_ini()
    sendiri = pegawai_sendiri_id(pengguna)
    mendatang = angkatan_mendatang(hari)
    daftar = _saring_kata(pelatihan_terlihat(pengguna), cari)
    ada = mendatang.filter(pelatihan=OuterRef("pk")).order_by()
    if kesenjangan:
        kurang = _sasaran_kurang(sendiri).filter(pelatihan=OuterRef("pk"))
        daftar = daftar.filter(Exists(kurang))
    if kursi:
        daftar = daftar.filter(Exists(_berkursi(ada, hari)))
    if bentuk := list(bentuk):
        daftar = daftar.filter(bentuk__kode__in=bentuk)
    if bulan := list(bulan):
        awal = Q()
        for b in bulan:
            awal |= Q(tanggal_mulai__year=b.year, tanggal_mulai__month=b.month)
        daftar = daftar.filter(Exists(ada.filter(awal)))
    return (
        daftar.annotate(
            mulai_terdekat=Coalesce(
                Subquery(
                    mendatang.filter(pelatihan=OuterRef("pk")).values("tanggal_mulai")[
                        :1
                    ]
                ),
                TANPA_JADWAL,
            )
        )
        .prefetch_related(
            Prefetch("angkatan", queryset=mendatang, to_attr="mendatang"),
            _prefetch_kesenjangan(sendiri),
        )
        .order_by("mulai_terdekat", "nama_cari", "pk")
    )


def _berkursi(angkatan: QuerySet[Angkatan], hari: date) -> QuerySet[Angkatan]:
    return angkatan.filter(
        terisi__lt=F("kuota"),
        pendaftaran_mulai__lte=hari,
        pendaftaran_sampai__gte=hari,
    )


def _saring_kata(daftar: QuerySet[Pelatihan], cari: str) -> QuerySet[Pelatihan]:
    for kata in cari.lower().split()[:6]:
        kompetensi = SasaranPelatihan.objects.filter(
            pelatihan=OuterRef("pk"), kompetensi__nama__icontains=kata
        )
        daftar = daftar.filter(
            Q(nama_cari__contains=kata)
            | Q(kode__icontains=kata)
            | Q(penyelenggara__nama__icontains=kata)
            | Exists(kompetensi)
        )
    return daftar


def pilihan_saring(pengguna: Pengguna, *, cari: str = "") -> dict[str, list]:
    """Facets with their counts under the present search: forms and months."""
    hari = hari_ini()
    terlihat = _saring_kata(pelatihan_terlihat(pengguna), cari).order_by()
    bentuk = (
        terlihat.values("bentuk__kode", "bentuk__nama", "bentuk__urutan")
        .annotate(jumlah=Count("pk"))
        .order_by("bentuk__urutan", "bentuk__kode")
    )
    bulan = (
        angkatan_mendatang(hari)
        .filter(pelatihan__in=terlihat.values("pk"))
        .order_by()
        .annotate(bulan=TruncMonth("tanggal_mulai"))
        .values("bulan")
        .annotate(jumlah=Count("pelatihan", distinct=True))
        .order_by("bulan")[:12]
    )
    return {
        "bentuk": [(b["bentuk__kode"], b["bentuk__nama"], b["jumlah"]) for b in bentuk],
        "bulan": [(b["bulan"], b["jumlah"]) for b in bulan],
    }


def diri_di_katalog(pengguna: Pengguna) -> tuple[bool, RekapJp | None]:
    """Of this account's person, in one read: is a gap known, and the hours so far."""
    sendiri = pegawai_sendiri_id(pengguna)
    if sendiri is None:
        return False, None
    kurang = CapaianKompetensi.objects.filter(pegawai=OuterRef("pk"), kesenjangan__gt=0)
    tahun = hari_ini().year
    pegawai = (
        jp_tahun(Pegawai.objects.filter(pk=sendiri), tahun)
        .annotate(ada_kesenjangan=Exists(kurang))
        .only("jenis_kepegawaian")
        .get()
    )
    rekap = rekap_dari(pegawai.jenis_kepegawaian, pegawai.jp, tahun)
    return pegawai.ada_kesenjangan, rekap


def kepesertaan_aktif(pengguna: Pengguna, pelatihan_ids: Iterable[int]) -> dict:
    """Own enrolment that counts, per course: course id -> Peserta."""
    if pegawai_sendiri_id(pengguna) is None:
        return {}
    daftar = (
        Peserta.objects.filter(
            pegawai=pegawai_sendiri_id(pengguna),
            angkatan__pelatihan__in=list(pelatihan_ids),
        )
        .exclude(status__in=BERAKHIR)
        .select_related("angkatan")
        .order_by("diajukan_pada", "pk")
    )
    return {p.angkatan.pelatihan_id: p for p in daftar}


def rincian_pelatihan(pengguna: Pengguna, pelatihan: Pelatihan) -> dict:
    """What the course's page shows: targets, announced batches, own enrolments."""
    hari = hari_ini()
    angkatan = list(
        pelatihan.angkatan.filter(
            status__in=[Angkatan.Status.DIBUKA, Angkatan.Status.BERJALAN],
            tanggal_selesai__gte=hari,
        ).order_by("tanggal_mulai", "pk")
    )
    ikut = list(
        Peserta.objects.filter(
            pegawai=pegawai_sendiri_id(pengguna), angkatan__pelatihan=pelatihan
        )
        .exclude(status__in=["DIBATALKAN", "KEDALUWARSA"])
        .select_related("angkatan", "pegawai__atasan__pengguna", "dicalonkan_oleh")
        .order_by("-diajukan_pada", "-pk")
    )
    terdaftar = {p.angkatan_id for p in ikut if p.status not in BERAKHIR}
    return {
        "sasaran": pelatihan.sasaran.select_related("kompetensi").order_by(
            "kompetensi__urutan", "kompetensi__nama"
        ),
        "angkatan": [
            {
                "angkatan": a,
                "terdaftar": a.pk in terdaftar,
                "menerima": a.menerima_pada(hari),
                "belum_dibuka": hari < a.pendaftaran_mulai,
            }
            for a in angkatan
        ],
        "kepesertaan": ikut[:3],
        "ada_menerima": any(a.menerima_pada(hari) for a in angkatan),
        "semua_penuh": bool(angkatan)
        and all(a.penuh for a in angkatan if a.menerima_pada(hari)),
        "pelatihan_tertutup": pelatihan.status == Pelatihan.Status.DITUTUP,
    }


def kompetensi_sasaran() -> QuerySet[Kompetensi]:
    """Competencies that a course may aim at."""
    return Kompetensi.objects.filter(aktif=True).order_by("urutan", "nama", "pk")


def sasaran_pelatihan(pelatihan: Pelatihan) -> dict[int, int]:
    """Competency id -> level."""
    return dict(pelatihan.sasaran.values_list("kompetensi", "level"))


def api_pelatihan(pengguna: Pengguna, *, cari: str = "") -> QuerySet[Pelatihan]:
    """Visible courses by name, with their targets."""
    sasaran = SasaranPelatihan.objects.select_related("kompetensi").order_by("pk")
    return (
        _saring_kata(pelatihan_terlihat(pengguna), cari)
        .prefetch_related(Prefetch("sasaran", queryset=sasaran))
        .order_by("nama_cari", "pk")
    )
