"""Who retires when: the rest of this year and the five years after it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.urls import reverse

from kompetensi.laporan.cakupan import Cakupan
from pegawai.dasar.alat.bagan import Kolom, kolom
from pegawai.dasar.alat.samar import samarkan, samarkan_bagian
from pegawai.dasar.models.aturan import Aturan
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import Pegawai
from pegawai.queries.pensiun import (
    DEKAT,
    DIHITUNG,
    KEDUDUKAN_DIHITUNG,
    LEWAT,
    TAHUN_KE_DEPAN,
    akhir_masa,
    dengan_pensiun,
    edisi_bup,
)


@dataclass(frozen=True)
class BarisTahun:
    """One year: people who retire in it (None = hidden), apart by kind for who may know."""

    tahun: int
    jumlah: int | None
    pns: int | None
    pppk: int | None
    url: str


@dataclass(frozen=True)
class BarisBagian:
    """One agency or level: who retires, of how many; None = hidden."""

    nama: str
    jumlah: int | None
    dari: int | None
    url: str = ""


@dataclass(frozen=True)
class Pensiun:
    """The whole report; figures are None where they are too small for this reader."""

    aktif: int | None
    jumlah: int | None
    lewat: int | None
    lewat_url: str
    terkecil: int
    awal: date
    akhir: date
    tahun: list[BarisTahun]
    opd: list[BarisBagian]
    jenjang: list[BarisBagian]
    aturan: Aturan

    @property
    def bagan(self) -> Kolom | None:
        """The picture of the years; None when a year is hidden."""
        if any(t.jumlah is None for t in self.tahun):
            return None
        return kolom([(str(t.tahun), t.jumlah or 0) for t in self.tahun])


def laporan_pensiun(
    cakupan: Cakupan, orang: QuerySet[Pegawai], hari: date, saring: dict[str, str]
) -> Pensiun:
    """Counts by year, by agency and by level of post; a person counts in one year."""
    edisi = edisi_bup()
    terkecil = aturan("sel_terkecil") if cakupan.agregat else 0
    akhir = akhir_masa(hari)
    aktif = dengan_pensiun(
        orang.filter(kedudukan_hukum__in=KEDUDUKAN_DIHITUNG), edisi.nilai
    )
    masa = Q(tmt_pensiun__gt=hari, tmt_pensiun__lte=akhir)
    semua = aktif.aggregate(
        aktif=Count("pk"),
        jumlah=Count("pk", filter=masa),
        lewat=Count("pk", filter=Q(tmt_pensiun__lte=hari)),
    )
    jumlah, dari = _bagian(semua["jumlah"], semua["aktif"], terkecil)
    terbuka = jumlah is not None
    return Pensiun(
        aktif=dari,
        jumlah=jumlah,
        lewat=None if 0 < semua["lewat"] < terkecil else semua["lewat"],
        lewat_url="" if terkecil else _tautan(LEWAT, saring),
        terkecil=terkecil,
        awal=hari,
        akhir=akhir,
        tahun=_tahun(aktif.filter(masa), hari, terkecil, saring) if terbuka else [],
        opd=_per(aktif, masa, "opd", terkecil, saring) if terbuka else [],
        jenjang=[] if terkecil else _per(aktif, masa, "jenjang", 0, saring),
        aturan=edisi,
    )


def _bagian(bagian: int, dari: int, terkecil: int) -> tuple[int | None, int | None]:
    return samarkan_bagian(bagian, dari, terkecil) if terkecil else (bagian, dari)


def _tahun(
    orang: QuerySet[Pegawai], hari: date, terkecil: int, saring: dict[str, str]
) -> list[BarisTahun]:
    """Every year of the window, also those in which nobody retires."""
    ada = {
        tahun: (n, pppk)
        for tahun, n, pppk in orang.annotate(t=ExtractYear("tmt_pensiun"))
        .order_by()
        .values("t")
        .annotate(n=Count("pk"), pppk=Count("pk", filter=Q(jenis_kepegawaian="PPPK")))
        .values_list("t", "n", "pppk")
    }
    daftar = range(hari.year, hari.year + TAHUN_KE_DEPAN + 1)
    jumlah = [ada.get(t, (0, 0))[0] for t in daftar]
    tampil = samarkan(jumlah, terkecil) if terkecil else jumlah
    baris = []
    for tahun, n, tampak in zip(daftar, jumlah, tampil, strict=True):
        pppk = None if terkecil else ada.get(tahun, (0, 0))[1]
        pns = None if pppk is None else n - pppk
        url = "" if terkecil or not n else _tautan(str(tahun), saring)
        baris.append(BarisTahun(tahun, tampak, pns, pppk, url))
    return baris


KOLOM = {
    "opd": ("unit_kerja__opd__nama", "unit_kerja__opd__uid"),
    "jenjang": ("jabatan__jenjang__nama", "jabatan__jenjang__kode"),
}
TANPA = {"opd": "Tanpa perangkat daerah", "jenjang": "Belum dikenali"}
PARAMETER = {"opd": "unit", "jenjang": "jenjang"}


def _per(
    orang: QuerySet[Pegawai],
    masa: Q,
    jenis: str,
    terkecil: int,
    saring: dict[str, str],
) -> list[BarisBagian]:
    """Agencies or levels from which somebody goes, the largest share first."""
    nama, kode = KOLOM[jenis]
    baris = list(
        orang.order_by()
        .values(nama, kode)
        .annotate(n=Count("pk", filter=masa), dari=Count("pk"))
        .values_list(nama, kode, "n", "dari")
    )
    if terkecil:
        return _agregat(baris, jenis, terkecil)
    baris.sort(key=lambda b: (-b[2] / b[3], -b[2], b[0] or "~"))
    return [
        BarisBagian(
            nama or TANPA[jenis],
            n,
            dari,
            _tautan("", saring | {PARAMETER[jenis]: str(kode)}) if kode else "",
        )
        for nama, kode, n, dari in baris
        if n
    ]


def _agregat(baris: list[tuple], jenis: str, terkecil: int) -> list[BarisBagian]:
    """Hidden where the part, what is left of it, or the sum of the hidden is small.

    Those who go and those who stay are two tables over the same sizes; each is hidden by
    itself, and a row hidden in one is hidden in both. The order is that of the other
    report, so that both hide the same sizes.
    """
    baris.sort(key=lambda b: (b[1] is None, -b[3], b[0], str(b[1])))
    pergi = samarkan([b[2] for b in baris], terkecil)
    tinggal = samarkan([b[3] - b[2] for b in baris], terkecil)
    besar = samarkan([b[3] for b in baris], terkecil)
    hasil = [
        BarisBagian(
            nama or TANPA[jenis],
            None if None in (p, t, d) else p,
            d,
        )
        for (nama, _, _, _), p, t, d in zip(baris, pergi, tinggal, besar, strict=True)
    ]
    return sorted(hasil, key=lambda b: (b.jumlah is None, b.nama))


def _tautan(pensiun: str, saring: dict[str, str]) -> str:
    """The staff list of those people."""
    nilai = {"kedudukan": DIHITUNG} | saring
    nilai["pensiun"] = pensiun or DEKAT
    return f"{reverse('pegawai:pegawai-daftar')}?{urlencode(nilai)}"
