"""Batches as their organisers, analysts and the OPD see them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.utils import timezone

from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.peran import Peran
from pegawai.queries.peran import punya_peran
from pelatihan.models import Angkatan, Kehadiran, Pelatihan, Peserta, Sertifikat
from pelatihan.models.peserta import BERAKHIR
from pelatihan.queries.penyelenggara import penyelenggara_terkelola
from pelatihan.queries.peserta import peserta_terlihat

HARI_LEMBAR = 14
KOTAK_LEMBAR = 1500  # below DATA_UPLOAD_MAX_NUMBER_FIELDS

_GILIRAN = Case(
    When(status=Angkatan.Status.BERJALAN, then=0),
    When(status__in=[Angkatan.Status.RANCANGAN, Angkatan.Status.DIBUKA], then=1),
    default=2,
)


# Full, open today, nothing in it that could give way, and this person not in it.
PENUH = """
SELECT EXISTS (
  SELECT FROM pelatihan_angkatan a JOIN pelatihan_pelatihan p ON p.id = a.pelatihan_id
   WHERE a.id = %(angkatan)s AND a.terisi >= a.kuota AND a.status = %(dibuka)s
     AND p.status = %(terbit)s
     AND %(hari)s BETWEEN a.pendaftaran_mulai AND a.pendaftaran_sampai
     AND NOT EXISTS (
       SELECT FROM pelatihan_peserta i
        WHERE i.angkatan_id = a.id
          AND (i.status = %(diajukan)s AND i.batas_keputusan < %(kini)s
               OR i.pegawai_id = %(pegawai)s AND i.status <> ALL (%(berakhir)s))))
"""


def penuh_bagi(angkatan_id: int, pegawai_id: int) -> bool:
    """Would a request of this person meet nothing but a full class? Read without a lock."""
    isi: dict[str, Any] = {
        "angkatan": angkatan_id,
        "pegawai": pegawai_id,
        "dibuka": Angkatan.Status.DIBUKA,
        "terbit": Pelatihan.Status.TERBIT,
        "diajukan": Peserta.Status.DIAJUKAN,
        "berakhir": list(BERAKHIR),
        "hari": hari_ini(),
        "kini": timezone.now(),
    }
    with connection.cursor() as kursor:
        kursor.execute(PENUH, isi)
        return bool(kursor.fetchone()[0])


def angkatan_terlihat(pengguna: Pengguna) -> QuerySet[Angkatan]:
    """Own organisers' batches in any state; to an OPD those that were announced."""
    semua = Angkatan.objects.select_related("pelatihan__penyelenggara")
    boleh = Q(pelatihan__penyelenggara__in=penyelenggara_terkelola(pengguna))
    if punya_peran(pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD):
        boleh |= Q(pelatihan__status=Pelatihan.Status.TERBIT) & ~Q(
            status=Angkatan.Status.RANCANGAN
        )
    return semua.filter(boleh)


def daftar_angkatan(
    pengguna: Pengguna, *, cari: str = "", status: str = ""
) -> QuerySet[Angkatan]:
    """The list page: what runs, then what is to come, then what is over.

    Within each, what starts or started nearest to today comes first.
    """
    daftar = angkatan_terlihat(pengguna)
    for kata in cari.lower().split()[:6]:
        daftar = daftar.filter(
            Q(pelatihan__nama_cari__contains=kata) | Q(nama__icontains=kata)
        )
    if status:
        daftar = daftar.filter(status=status)
    jarak = Func(
        F("tanggal_mulai"),
        Value(hari_ini(), DateField()),
        template="abs(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )
    return daftar.annotate(giliran=_GILIRAN, jarak=jarak).order_by(
        "giliran", "jarak", "pk"
    )


def angkatan_untuk_mendaftar(pengguna: Pengguna) -> QuerySet[Angkatan]:
    """Batches of published courses that were announced: what one may ask a seat in."""
    return (
        Angkatan.objects.select_related("pelatihan__penyelenggara")
        .filter(pelatihan__status=Pelatihan.Status.TERBIT)
        .exclude(status=Angkatan.Status.RANCANGAN)
    )


def peserta_angkatan(pengguna: Pengguna, angkatan: Angkatan) -> QuerySet[Peserta]:
    """Participants of one batch that this account may see, by name.

    Days of being there are counted among the training days only, so that they never
    exceed them when the batch's dates were changed.
    """
    berlaku = Sertifikat.objects.filter(peserta=OuterRef("pk"), dicabut_pada=None)
    return (
        peserta_terlihat(pengguna)
        .filter(angkatan=angkatan)
        .annotate(
            bersertifikat=Exists(berlaku),
            jumlah_hadir=Count(
                "kehadiran",
                filter=Q(
                    kehadiran__hadir=True,
                    kehadiran__tanggal__in=angkatan.hari_pelatihan,
                ),
            ),
        )
        .order_by("pegawai__nama_urut", "pk")
    )


def lembar_kehadiran(
    pengguna: Pengguna, angkatan: Angkatan
) -> tuple[list[Peserta], set[tuple[int, date]]]:
    """Who is on the attendance sheet (never oneself), and who was there on which day."""
    daftar = list(
        angkatan.peserta.filter(status__in=["DISETUJUI", "LULUS", "TIDAK_LULUS"])
        .exclude(pegawai__pengguna=pengguna)
        .select_related("pegawai__unit_kerja")
        .order_by("pegawai__nama_urut", "pk")
    )
    hadir = set(
        Kehadiran.objects.filter(peserta__in=daftar, hadir=True).values_list(
            "peserta_id", "tanggal"
        )
    )
    return daftar, hadir


@dataclass(frozen=True)
class LembarHari:
    """The days of one attendance sheet, and where the sheets beside it begin."""

    hari: list[date]
    sebelum: date | None
    sesudah: date | None

    @property
    def sebagian(self) -> bool:
        """Is this one of several sheets?"""
        return self.sebelum is not None or self.sesudah is not None


def potong_lembar(
    semua: list[date], jumlah_peserta: int, mulai: date | None
) -> LembarHari:
    """Two weeks of a long training, fewer where many take part: the last, or from a day.

    A leadership course has 140 days: one sheet would hold more boxes than a request may
    carry, and no screen shows it.
    """
    banyak = max(1, min(HARI_LEMBAR, KOTAK_LEMBAR // max(1, jumlah_peserta)))
    awal = list(range(0, len(semua), banyak))
    ke = len(awal) - 1
    if mulai is not None:
        ke = max((n for n, i in enumerate(awal) if semua[i] <= mulai), default=0)
    if ke < 0:
        return LembarHari([], None, None)
    return LembarHari(
        semua[awal[ke] : awal[ke] + banyak],
        semua[awal[ke - 1]] if ke > 0 else None,
        semua[awal[ke + 1]] if ke + 1 < len(awal) else None,
    )


def siap_sertifikat(pengguna: Pengguna, angkatan: Angkatan) -> QuerySet[Peserta]:
    """Who passed and has no certificate yet; never oneself (KEAMANAN C.8-3)."""
    berlaku = Sertifikat.objects.filter(peserta=OuterRef("pk"), dicabut_pada=None)
    return (
        angkatan.peserta.filter(~Exists(berlaku), status=Peserta.Status.LULUS)
        .exclude(pegawai__pengguna=pengguna)
        .select_related("pegawai__unit_kerja")
        .order_by("pegawai__nama_urut", "pk")
    )
